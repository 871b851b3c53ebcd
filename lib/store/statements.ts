import { canonical, same } from '../core/canonical.ts';
import { tick } from '../core/clock.ts';
import { grouped } from '../core/grouped.ts';
import type { ItemKey } from '../core/key.ts';
import { mergeCells, seenIn, undoMark } from '../core/merge.ts';
import type { Cell, Clock, FieldWrite, Json, MergedRecord, NaturalKey } from '../core/record.ts';
import { itemsOf, renamed } from '../core/records.ts';
import { namesOf } from './aliases.ts';
import type { Database } from './database.ts';
import { type Identity, localAuthor } from './identity.ts';
import { cellKey, recordRow } from './record-rows.ts';
import type { HistoryRow, RecordRow } from './rows.ts';

/** Everything that stating, undoing and adding a file touches, in one transaction. */
export const statementTables = (db: Database) => [
  db.aliases,
  db.cells,
  db.records,
  db.history,
  db.operations,
  db.settings,
  db.told,
];

/** The records about one thing. More than one where an item was known under two keys: they are read as one (K2). */
export interface Statement {
  readonly records: readonly RecordRow[];
  readonly cells: readonly Cell[];
  readonly merged: MergedRecord | undefined;
}

/** A natural key with its items as they are named now. */
export const presentKey = async (db: Database, k: NaturalKey): Promise<NaturalKey> =>
  renamed(k, (await namesOf(db, itemsOf(k))).nowOf);

/** What is stated so far. `now`: a present natural key. */
export const statementOf = async (db: Database, now: NaturalKey): Promise<Statement> => {
  const [item] = itemsOf(now);
  const rows = item === undefined ? [] : await db.records.where('about').equals(item).toArray();
  const records = rows.filter((row) => same(row.now, now)).sort((a, b) => (a.rec < b.rec ? -1 : 1));
  const cells = await cellsOf(db, records);
  return { records, cells, merged: mergeCells(cells) };
};

export const cellsOf = async (db: Database, records: readonly RecordRow[]): Promise<readonly Cell[]> => {
  const found = await db.cells.bulkGet(records.flatMap(({ cells }) => cells));
  return found.filter((cell) => cell !== undefined);
};

export interface Writing {
  readonly change: string;
  readonly undoes?: string;
  /** Milliseconds. */
  readonly at: number;
}

export interface FieldsWrite {
  readonly rec: string;
  readonly k: NaturalKey;
  readonly fields: { readonly [field: string]: Json };
}

/**
 * Writes fields of one record into this device's own cell, having seen everything that stands there, and what that
 * changed into the history. They are written all or not at all, so that they carry one clock: who owns and whether they
 * accepted belong together.
 *
 * Within a transaction on `statementTables`. Gives the device's clock.
 */
export const writeFields = async (
  db: Database,
  identity: Identity,
  { rec, k, fields }: FieldsWrite,
  writing: Writing,
): Promise<Clock> => {
  const { cells, merged } = await statementOf(db, await presentKey(db, k));
  if (saysAlready(merged, fields)) return identity.clock;
  const clock = tick(identity.clock, writing.at);
  const writes = Object.entries(fields).map(([field, value]): [string, FieldWrite] => [
    field,
    [clock, value, seenIn(cells, field)],
  ]);
  await rewriteOwnCell(db, identity, { rec, k, clock, writes: new Map(writes) }, writing);
  return clock;
};

const saysAlready = (merged: MergedRecord | undefined, fields: FieldsWrite['fields']): boolean =>
  merged !== undefined &&
  Object.entries(fields).every(([field, value]) => {
    const known = merged.fields[field];
    return known !== undefined && known.rivals === undefined && same(known.value, value);
  });

/** Gives fields of this device's own cell back as they were: undoing. Gives the device's clock. */
export const restoreFields = async (
  db: Database,
  identity: Identity,
  { rec, k, writes }: Pick<OwnWrite, 'rec' | 'k' | 'writes'>,
  writing: Writing,
): Promise<Clock> => {
  const clock = tick(identity.clock, writing.at);
  const mark: FieldWrite = [clock, null, {}];
  await rewriteOwnCell(db, identity, { rec, k, clock, writes: new Map([...writes, [undoMark, mark]]) }, writing);
  return clock;
};

interface OwnWrite {
  readonly rec: string;
  readonly k: NaturalKey;
  readonly clock: Clock;
  /** Null: the field goes. */
  readonly writes: ReadonlyMap<string, FieldWrite | null>;
}

const rewriteOwnCell = async (
  db: Database,
  { device, space }: Identity,
  { rec, k, clock, writes }: OwnWrite,
  writing: Writing,
): Promise<void> => {
  const now = await presentKey(db, k);
  const before = (await statementOf(db, now)).merged;
  const id = { space: space.id, rec, author: localAuthor, device };
  const own = await db.cells.get([id.space, rec, id.author, device]);
  const fields = { ...own?.body.f, ...Object.fromEntries(writes) };
  const kept = Object.entries(fields).filter((entry): entry is [string, FieldWrite] => entry[1] !== null);
  await putCells(db, [{ ...id, lm: clock, body: { v: 1, k: own?.body.k ?? k, f: Object.fromEntries(kept) } }]);
  const after = (await statementOf(db, now)).merged;
  await db.history.bulkAdd(
    [...writes]
      .filter(([field]) => field !== undoMark)
      .map(([field, became]) => ({
        ...writing,
        rec,
        k,
        author: localAuthor,
        device,
        ...shownChange(before, after, field),
        own: { was: own?.body.f[field] ?? null, became },
      })),
  );
};

/** What of a field is shown before and after. */
export const shownChange = (
  before: MergedRecord | undefined,
  after: MergedRecord | undefined,
  field: string,
): Pick<HistoryRow, 'field' | 'before' | 'after'> => ({
  field,
  before: before?.fields[field]?.value ?? null,
  after: after?.fields[field]?.value ?? null,
});

/** Puts cells and brings the records they belong to up to date. */
export const putCells = async (db: Database, cells: readonly Cell[]): Promise<void> => {
  if (cells.length === 0) return;
  await db.cells.bulkPut(cells);
  await rebuildRecords(db, cells);
};

/** Takes out cells that a file brought, and brings their records up to date. */
export const deleteCells = async (db: Database, cells: readonly Cell[]): Promise<void> => {
  if (cells.length === 0) return;
  await db.cells.bulkDelete(cells.map(cellKey));
  await rebuildRecords(db, cells);
};

/** `changed`: cells that were put or taken out. */
const rebuildRecords = async (db: Database, changed: readonly Cell[]): Promise<void> => {
  const recs = [...new Set(changed.map(({ rec }) => rec))];
  const known = (await db.records.bulkGet(recs)).flatMap((row) => row?.cells ?? []);
  const keys = new Map([...known, ...changed.map(cellKey)].map((key) => [canonical(key), key]));
  const cells = (await db.cells.bulkGet([...keys.values()])).filter((cell) => cell !== undefined);
  const { nowOf } = await namesOf(db, [...new Set(cells.flatMap(({ body }) => itemsOf(body.k)))]);
  const rows = [...grouped(cells, ({ rec }) => rec).values()].flatMap((all) => recordRow(all, nowOf) ?? []);
  await db.records.bulkPut(rows);
  const left = new Set(rows.map(({ rec }) => rec));
  await db.records.bulkDelete(recs.filter((rec) => !left.has(rec)));
};

/** The key under which each item of a natural key was first known here: what a new record is named by. */
export const firstNames = async (db: Database, k: NaturalKey): Promise<NaturalKey> => {
  const now = await presentKey(db, k);
  const items = itemsOf(now);
  const had = items.length === 0 ? [] : await db.aliases.where('key').anyOf(items).toArray();
  const firstOf = (key: ItemKey): ItemKey => {
    const old = had
      .filter((row) => row.key === key && row.was !== undefined)
      .sort((a, b) => (a.was ?? 0) - (b.was ?? 0));
    return (old[0]?.alias as ItemKey | undefined) ?? key;
  };
  return renamed(now, firstOf);
};
