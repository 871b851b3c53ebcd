import type { ItemKey } from '../key.ts';
import type { Account } from '../person.ts';
import type { NetFacts, NetItem, WaitFacts } from './item.ts';

/** One change of the net, in values that can be stored. Applying it twice is applying it once. */
export interface NetEdit {
  /** Null: nothing is known of it any more; it stays as long as others name it. */
  readonly items?: readonly { readonly key: ItemKey; readonly facts: NetFacts | null }[];
  /** Null: it waits no more. */
  readonly waits?: readonly {
    readonly blocker: ItemKey;
    readonly blocked: ItemKey;
    readonly wait: WaitFacts | null;
  }[];
  /** `code` is code for `ticket`, or is not any more. */
  readonly code?: readonly { readonly code: ItemKey; readonly ticket: ItemKey; readonly stands: boolean }[];
}

/** What an edit reached. */
export interface NetChange {
  /** Items about which anything is different now, those that are gone too. */
  readonly items: ReadonlySet<NetItem>;
  /** Who answered for one of the edited items before, or does now; as spelled there, one account may be in it twice. */
  readonly people: ReadonlySet<Account>;
}
