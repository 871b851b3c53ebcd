import { type Change, type ChangeRefused, type Write, writesOf } from '../core/change.ts';
import type { ItemKey } from '../core/key.ts';
import type { NaturalKey } from '../core/record.ts';
import { itemsOf } from '../core/records.ts';
import { ok, type Result } from '../core/result.ts';
import type { Database } from './database.ts';
import { identityIn } from './identity.ts';
import { type Follow, tablesWith } from './kept/keep.ts';
import { recordIds } from './record-id.ts';
import type { Space } from './rows.ts';
import { firstNames, presentKey, statementOf, statementTables, writeFields } from './statements.ts';

/** The id that the sender gave it, for doing it once (R2), and when it is done (milliseconds). */
export interface Operation {
  readonly id: string;
  readonly at: number;
}

export interface Done {
  /** The id to undo it by. */
  readonly change: string;
  /** Items about which something may be shown differently now. */
  readonly keys: readonly ItemKey[];
}

/**
 * States what a change says: cell, merged record and history in one transaction, acknowledged when it is on the disk.
 * The same operation id is done once, however often it arrives (R2).
 */
export const write = async (
  db: Database,
  change: Change,
  operation: Operation,
  follow?: Follow,
): Promise<Result<Done, ChangeRefused>> => {
  const writes = writesOf(change);
  if (!writes.ok) return writes;
  for (;;) {
    const named = await nameRecords(db, writes.value);
    // Only a function that is itself `async` keeps Dexie's transaction over the awaits of what it calls.
    const done = await db.transaction('rw', tablesWith(db, statementTables(db), follow), async () =>
      followed(db, await state(db, change, named, operation), operation, follow),
    );
    if (done !== undefined) return ok(done);
  }
};

interface NamedWrites {
  readonly space: Space;
  readonly writes: readonly (Write & { readonly rec: string })[];
}

/** Hashing waits for the browser, which a transaction does not: ids are made before it. */
const nameRecords = async (db: Database, writes: readonly Write[]): Promise<NamedWrites> => {
  const { space, keys } = await db.transaction('rw', [db.settings, db.aliases], async () => ({
    space: (await identityIn(db)).space,
    keys: await Promise.all(writes.map(({ k }) => firstNames(db, k))),
  }));
  const recs = await recordIds(space, keys);
  return {
    space,
    writes: writes.map((one, index) => ({ k: keys[index] ?? one.k, fields: one.fields, rec: recs[index] ?? '' })),
  };
};

/** Everything that was done is followed in the transaction that did it. */
export const followed = async <Outcome extends Done | undefined>(
  db: Database,
  done: Outcome,
  { at }: Operation,
  follow: Follow | undefined,
): Promise<Outcome> => {
  if (done !== undefined) await follow?.(db, { items: done.keys, joined: done.keys }, at);
  return done;
};

/** Undefined: the store was emptied since the records were named; they must be named anew. */
const state = async (
  db: Database,
  change: Change,
  { space, writes }: NamedWrites,
  { id, at }: Operation,
): Promise<Done | undefined> => {
  const done = {
    change: id,
    keys: await presentItems(
      db,
      writes.map(({ k }) => k),
    ),
  };
  if ((await db.operations.where('id').equals(id).count()) > 0) return done;
  const identity = await identityIn(db);
  if (identity.space.id !== space.id) return undefined;
  let { clock } = identity;
  for (const one of writes) {
    const { records } = await statementOf(db, await presentKey(db, one.k));
    const [there] = records;
    const target = there === undefined ? one : { ...one, rec: there.rec, k: there.merged.k };
    clock = await writeFields(db, { ...identity, clock }, target, { change: id, at });
  }
  await db.settings.put({ name: 'clock', value: clock });
  await db.operations.add({ id, at, did: 'change', change });
  return done;
};

export const presentItems = async (db: Database, keys: readonly NaturalKey[]): Promise<readonly ItemKey[]> => {
  const present = await Promise.all(keys.map((k) => presentKey(db, k)));
  return [...new Set(present.flatMap(itemsOf))];
};
