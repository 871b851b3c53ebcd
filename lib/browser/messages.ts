import type { Deleted, Scope } from '../core/access.ts';
import type { Aside } from '../core/aside.ts';
import type { Change, ChangeRefused } from '../core/change.ts';
import type { Draft, DraftHit } from '../core/draft.ts';
import type { SignalId } from '../core/finding.ts';
import type { Observation } from '../core/item.ts';
import type { ItemKey, Place, Site } from '../core/key.ts';
import type { CardView, PageAnswer } from '../core/page-view.ts';
import type { Account, Person } from '../core/person.ts';
import type { PlaceAnswer } from '../core/places.ts';
import type { Ages, SignalReach, Switch, Thresholds, WorkingWeek } from '../core/settings.ts';
import type { StoreFailure } from '../core/store-failure.ts';

// What senders know of messages. How a receiver checks them stands in `protocol.ts`: schemas weigh too much for a page.

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
  /** What is being typed into a create form; answered and forgotten. */
  'draft.like': Draft & { readonly isPublic: boolean };
  /** What reads like an item and is said of nowhere. */
  'item.similar': { readonly key: ItemKey };
  'panel.open': { readonly key?: ItemKey };
  'change.write': { readonly operation: string; readonly change: Change };
  'change.undo': { readonly operation: string; readonly change: string };
  'me.add': { readonly account: Account };
  'me.remove': { readonly account: Account };
  'file.restore': { readonly name: string };
  'file.add': { readonly name: string; readonly operation: string };
  'switch.set': { readonly name: Switch; readonly on: boolean };
  /** Null: nothing is said of the place any more. */
  'place.answer': { readonly place: Place; readonly answer: PlaceAnswer | null };
  'site.switch': { readonly site: Site; readonly on: boolean };
  /** A self-hosted site, which the browser has allowed before. */
  'site.add': { readonly site: Site };
  'site.remove': { readonly site: Site };
  'week.set': { readonly week: WorkingWeek };
  'ages.set': { readonly ages: Ages };
  'thresholds.set': { readonly thresholds: Thresholds };
  'signal.set': { readonly signal: SignalId; readonly reach: SignalReach };
  /** The findings were looked at: what came before is not new any more. */
  'findings.looked': Readonly<Record<never, never>>;
  /** Set aside together, they are brought back together. */
  'aside.set': { readonly asides: readonly Aside[] };
  'aside.lift': { readonly rows: readonly string[] };
  /** Asked twice it deletes once: it needs no operation's id. */
  'forget.do': { readonly scope: Scope };
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
  'draft.like': { readonly value: readonly DraftHit[]; readonly failure: StoreFailure };
  'item.similar': { readonly value: readonly ItemKey[]; readonly failure: StoreFailure };
  'panel.open': { readonly value: null; readonly failure: never };
  'change.write': { readonly value: Stored; readonly failure: ChangeRefused | StoreFailure };
  'change.undo': { readonly value: Stored; readonly failure: UndoRefused | StoreFailure };
  'me.add': { readonly value: null; readonly failure: StoreFailure };
  'me.remove': { readonly value: null; readonly failure: StoreFailure };
  'file.restore': { readonly value: null; readonly failure: FileRefused | StoreFailure };
  'file.add': { readonly value: Stored; readonly failure: FileRefused | StoreFailure };
  'switch.set': { readonly value: null; readonly failure: StoreFailure };
  'place.answer': { readonly value: null; readonly failure: StoreFailure };
  'site.switch': { readonly value: null; readonly failure: StoreFailure };
  'site.add': { readonly value: null; readonly failure: StoreFailure };
  'site.remove': { readonly value: null; readonly failure: StoreFailure };
  'week.set': { readonly value: null; readonly failure: StoreFailure };
  'ages.set': { readonly value: null; readonly failure: StoreFailure };
  'thresholds.set': { readonly value: null; readonly failure: StoreFailure };
  'signal.set': { readonly value: null; readonly failure: StoreFailure };
  'findings.looked': { readonly value: null; readonly failure: StoreFailure };
  'aside.set': { readonly value: null; readonly failure: StoreFailure };
  'aside.lift': { readonly value: null; readonly failure: StoreFailure };
  'forget.do': { readonly value: Deleted; readonly failure: StoreFailure };
}

export type MessageName = keyof Requests;

/** What travels: a name and its request. */
export interface Envelope {
  readonly crosstie: MessageName;
  readonly request: unknown;
}

/**
 * From the background to pages' scripts; neither holds facts.
 * - `changed`: something may have changed, ask again
 * - `pointed`: what is written where the menu was opened? Answered with `Pointed`.
 */
export interface Nudge {
  readonly crosstie: 'changed' | 'pointed';
}

/** Words of the element under the pointer, and of what it stands in: one of them may be a person's name. */
export type Pointed = readonly string[];
