import * as z from 'zod/mini';
import type { Change, ChangeRefused } from '../core/change.ts';
import { changeSchema } from '../core/change-schema.ts';
import { bounds, type Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import { observationSchema } from '../core/observation-schema.ts';
import type { CardView, PageAnswer } from '../core/page-view.ts';
import type { Account, Person } from '../core/person.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import { accountSchema, keySchema, listOf, personSchema, text } from '../core/value-schema.ts';

/** Every message between the parts of the extension: who may send it, and what it holds. Unknown keys are refused. */

const maxAddress = 8_000;
/** Items that one message may name. */
export const maxKeys = 200;

const address = text(maxAddress);
const operation = z.string().check(z.minLength(8), z.maxLength(64));
const fileName = text(64);

/** What can be switched by name, from the panel. */
export const switches = ['overlays-hidden', 'single-keys-off'] as const;
export type Switch = (typeof switches)[number];

/** From a page's script: it may observe, ask about what it sees, and propose changes to the item of its own address. */
export const fromPages = {
  'page.seen': z.strictObject({
    address,
    observations: listOf(observationSchema, bounds.listed + 1),
    marks: listOf(keySchema, bounds.listed),
    drift: z.exactOptional(listOf(text(bounds.word), 20)),
    me: z.exactOptional(personSchema),
    isPublic: z.boolean(),
    paused: z.boolean(),
  }),
  'page.cards': z.strictObject({ address, keys: listOf(keySchema, maxKeys), isPublic: z.boolean() }),
  'page.propose': z.strictObject({ operation, change: changeSchema }),
  /** Handled before anything is looked at: the browser opens the panel only straight from the click. */
  'panel.open': z.strictObject({ key: z.exactOptional(keySchema) }),
};

/** From the extension's own pages. */
export const fromPanels = {
  'change.write': z.strictObject({ operation, change: changeSchema }),
  'change.undo': z.strictObject({ operation, change: text(64) }),
  'me.add': z.strictObject({ account: accountSchema }),
  'me.remove': z.strictObject({ account: accountSchema }),
  /** The file stands in the extension's private file system, under this name: it may be too large for a message. */
  'file.restore': z.strictObject({ name: fileName }),
  'file.add': z.strictObject({ name: fileName, operation }),
  'switch.set': z.strictObject({ name: z.enum(switches), on: z.boolean() }),
};

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
