import type { Change, ChangeRefused } from '../core/change.ts';
import type { Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import type { CardView, PageAnswer } from '../core/page-view.ts';
import type { Account, Person } from '../core/person.ts';
import type { StoreFailure } from '../core/store-failure.ts';

// What senders know of messages. How a receiver checks them stands in `protocol.ts`: schemas weigh too much for a page.

/** What can be switched by name, from the panel. */
export const switches = ['overlays-hidden', 'single-keys-off'] as const;
export type Switch = (typeof switches)[number];

export interface Requests {
  'page.seen': {
    readonly address: string;
    readonly observations: readonly Observation[];
    readonly marks: readonly ItemKey[];
    readonly drift?: readonly string[];
    readonly me?: Person;
    readonly isPublic: boolean;
    readonly paused: boolean;
  };
  'page.cards': { readonly address: string; readonly keys: readonly ItemKey[]; readonly isPublic: boolean };
  'page.propose': { readonly operation: string; readonly change: Change };
  'panel.open': { readonly key?: ItemKey };
  'change.write': { readonly operation: string; readonly change: Change };
  'change.undo': { readonly operation: string; readonly change: string };
  'me.add': { readonly account: Account };
  'me.remove': { readonly account: Account };
  'file.restore': { readonly name: string };
  'file.add': { readonly name: string; readonly operation: string };
  'switch.set': { readonly name: Switch; readonly on: boolean };
}

/** Why the receiver did nothing. */
export type Refused = {
  readonly type: 'Refused';
  readonly why: 'unknown-message' | 'bad-request' | 'not-allowed' | 'private-window' | 'other-address' | 'too-many';
};
/** An undo that was done already, or that would take back a later word. */
export type UndoRefused = {
  readonly type: 'UndoRefused';
  readonly why: 'unknown-change' | 'already-undone' | 'overwritten';
};
/** A file that was not taken, with the reason that reading it gave. Nothing was changed. */
export type FileRefused = { readonly type: 'FileRefused'; readonly why: string };
/** A bug, by its message's name; details are kept where it happened. */
export type Broken = { readonly type: 'Broken' };

/** A change that is stored, by the name to undo it by. */
export interface Stored {
  readonly change: string;
}

export interface Answers {
  'page.seen': { readonly value: PageAnswer; readonly failure: StoreFailure };
  'page.cards': { readonly value: readonly CardView[]; readonly failure: StoreFailure };
  'page.propose': { readonly value: null; readonly failure: ChangeRefused | StoreFailure };
  'panel.open': { readonly value: null; readonly failure: never };
  'change.write': { readonly value: Stored; readonly failure: ChangeRefused | StoreFailure };
  'change.undo': { readonly value: Stored; readonly failure: UndoRefused | StoreFailure };
  'me.add': { readonly value: null; readonly failure: StoreFailure };
  'me.remove': { readonly value: null; readonly failure: StoreFailure };
  'file.restore': { readonly value: null; readonly failure: FileRefused | StoreFailure };
  'file.add': { readonly value: Stored; readonly failure: FileRefused | StoreFailure };
  'switch.set': { readonly value: null; readonly failure: StoreFailure };
}

export type MessageName = keyof Requests;

/** What travels: a name and its request. */
export interface Envelope {
  readonly crosstie: MessageName;
  readonly request: unknown;
}

/** From the background to pages' scripts: something may have changed, ask again. It holds no facts. */
export interface Nudge {
  readonly crosstie: 'changed';
}
