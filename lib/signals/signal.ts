import type { Finding, SignalId } from '../core/finding.ts';
import type { ItemKey } from '../core/key.ts';
import type { NetItem } from '../core/net/item.ts';
import type { Account } from '../core/person.ts';
import type { Suggestions } from '../core/twins/suggest.ts';
import type { PersonOf, World } from '../core/world.ts';

interface Named {
  /** Its file's name; names the bad state, no verb. Its title and its reason are messages. */
  readonly id: SignalId;
  /** How pressing what it says is, the most pressing first: 1 work stands or will be late, 2 somebody is waited for, 3 to be looked at. */
  readonly weight: 1 | 2 | 3;
}

/**
 * Judges one item, and speaks of it at most once. It looks at the item, at what waits on it and what it waits on, and at
 * the answers of the net for these: no farther, since that is as far as it is asked again when something changes.
 */
export interface ItemSignal extends Named {
  readonly of: 'item';
  readonly judge: (item: NetItem, world: World) => Finding | undefined;
}

/** Judges what one person answers for, and who waits on that; as far as an item's signal looks. */
export interface PersonSignal extends Named {
  readonly of: 'person';
  readonly judge: (person: PersonOf, world: World) => Finding | undefined;
}

/** Judges what the text of an item was found to be like. `who`: whom these items concern. */
export interface TextSignal extends Named {
  readonly of: 'text';
  readonly judge: (item: ItemKey, found: Suggestions, who: readonly Account[]) => Finding | undefined;
}

/** A rule that judges the work: a bad state of it, never a person (S). One file each, and a line in `index.ts`. */
export type Signal = ItemSignal | PersonSignal;
