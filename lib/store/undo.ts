import { same } from '../core/canonical.ts';
import { grouped } from '../core/grouped.ts';
import type { ItemKey } from '../core/key.ts';
import { joinCells } from '../core/merge.ts';
import type { MergedRecord } from '../core/record.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Done, followed, type Operation, presentItems } from './annotate.ts';
import type { Database } from './database.ts';
import { identityIn } from './identity.ts';
import { type Follow, tablesWith } from './kept/keep.ts';
import { cellKey } from './record-rows.ts';
import type { HistoryRow, OperationRow } from './rows.ts';
import {
  deleteCells,
  presentKey,
  putCells,
  restoreFields,
  shownChange,
  statementOf,
  statementTables,
  type Writing,
} from './statements.ts';

export interface UndoRefused {
  readonly type: 'UndoRefused';
  /** `overwritten`: a later change, `by`, wrote the same; undo that one first. */
  readonly why: 'unknown-change' | 'already-undone' | 'overwritten';
  readonly by?: string;
}

/**
 * Takes a change back, be it itself an undo: what it wrote is as it was before (E4), for this device's own words by a new
 * write, for a colleague's file by taking its cells out. The history has grown. The same operation id is done once.
 */
export const undo = (
  db: Database,
  change: string,
  operation: Operation,
  follow?: Follow,
): Promise<Result<Done, UndoRefused>> =>
  db.transaction('rw', tablesWith(db, statementTables(db), follow), async (): Promise<Result<Done, UndoRefused>> => {
    const entries = await db.history.where('change').equals(change).toArray();
    const done: Done = { change: operation.id, keys: await itemsOfEntries(db, entries) };
    if ((await operationOf(db, operation.id)) !== undefined) return ok(done);
    const target = await operationOf(db, change);
    if (target === undefined) return fail({ type: 'UndoRefused', why: 'unknown-change' });
    const obstacle = await obstacleTo(db, change, entries);
    if (obstacle !== undefined) return fail(obstacle);
    const file = await fileBehind(db, target);
    const writing = { change: operation.id, undoes: change, at: operation.at };
    if (file === undefined) await restoreOwn(db, entries, writing);
    else if (!(await turnFile(db, file, entries, writing))) return fail({ type: 'UndoRefused', why: 'overwritten' });
    await db.operations.add({ id: operation.id, at: operation.at, did: 'undo', undoes: change });
    const told = file === undefined ? [] : await db.told.where('operation').equals(file.id).toArray();
    const shown = new Set([...done.keys, ...told.map(({ key }) => key)]);
    await followed(db, { ...done, keys: [...shown] }, operation, follow);
    return ok(done);
  });

const itemsOfEntries = (db: Database, entries: readonly HistoryRow[]): Promise<readonly ItemKey[]> =>
  presentItems(
    db,
    entries.map(({ k }) => k),
  );

/** What stands in the way: it is undone already, or something later, itself not undone, wrote the same fields. */
const obstacleTo = async (
  db: Database,
  change: string,
  entries: readonly HistoryRow[],
): Promise<UndoRefused | undefined> => {
  const all = await historyAround(db, entries);
  const undone = await undoneAmong(db, [change, ...all.map((entry) => entry.change)]);
  if (undone.has(change)) return { type: 'UndoRefused', why: 'already-undone' };
  const firstSeq = new Map<string, number>();
  for (const { change: of, seq = 0 } of all) firstSeq.set(of, Math.min(seq, firstSeq.get(of) ?? seq));
  const start = firstSeq.get(change) ?? 0;
  const later = all.find(
    (entry) =>
      entry.change !== change &&
      (entry.seq ?? 0) > start &&
      !undone.has(entry.change) &&
      // The undoing of something later leaves what was there before.
      (entry.undoes === undefined || (firstSeq.get(entry.undoes) ?? 0) < start) &&
      entries.some(({ field }) => field === entry.field),
  );
  return later === undefined ? undefined : { type: 'UndoRefused', why: 'overwritten', by: later.change };
};

/** The history of every record about the same, oldest first. */
const historyAround = async (db: Database, entries: readonly HistoryRow[]): Promise<readonly HistoryRow[]> => {
  const recs = new Set(entries.map(({ rec }) => rec));
  for (const [{ k }] of grouped(entries, ({ rec }) => rec).values()) {
    const { records } = await statementOf(db, await presentKey(db, k));
    for (const { rec } of records) recs.add(rec);
  }
  const rows = await db.history
    .where('rec')
    .anyOf([...recs])
    .toArray();
  return rows.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
};

/** Operations that are taken back by one that is not taken back itself. */
const undoneAmong = async (db: Database, operations: readonly string[]): Promise<ReadonlySet<string>> => {
  const undoings: OperationRow[] = [];
  const met = new Set(operations);
  let wave: readonly string[] = [...met];
  while (wave.length > 0) {
    const rows = await db.operations
      .where('undoes')
      .anyOf([...wave])
      .toArray();
    const fresh = rows.filter(({ id }) => !undoings.some((known) => known.id === id));
    undoings.push(...fresh);
    wave = fresh.map(({ id }) => id);
  }
  const undone = new Set<string>();
  for (const { id, undoes } of [...undoings].sort((a, b) => (b.seq ?? 0) - (a.seq ?? 0)))
    if (undoes !== undefined && !undone.has(id)) undone.add(undoes);
  return undone;
};

const restoreOwn = async (db: Database, entries: readonly HistoryRow[], writing: Writing): Promise<void> => {
  const identity = await identityIn(db);
  let { clock } = identity;
  for (const [rec, ofRecord] of grouped(entries, (entry) => entry.rec)) {
    const [{ k }] = ofRecord;
    const writes = new Map(ofRecord.map(({ field, own }) => [field, own?.was ?? null]));
    clock = await restoreFields(db, { ...identity, clock }, { rec, k, writes }, writing);
  }
  await db.settings.put({ name: 'clock', value: clock });
};

/** The file that an operation added, took out or put back. Undefined: it was no file. */
const fileBehind = async (db: Database, operation: OperationRow): Promise<OperationRow | undefined> => {
  let row: OperationRow | undefined = operation;
  while (row?.undoes !== undefined) row = await operationOf(db, row.undoes);
  return row?.did === 'file' ? row : undefined;
};

/**
 * Takes a file's cells out, or puts them back. False, and nothing is done: another file has brought later versions of
 * these cells since.
 */
const turnFile = async (
  db: Database,
  { id, brought = [], replaced = [] }: OperationRow,
  entries: readonly HistoryRow[],
  writing: Writing,
): Promise<boolean> => {
  const isIn = !(await undoneAmong(db, [id])).has(id);
  const [present, next] = isIn ? [brought, replaced] : [replaced, brought];
  const here = await db.cells.bulkGet(brought.map(cellKey));
  if (
    !same(
      joinCells(
        here.filter((cell) => cell !== undefined),
        [],
      ),
      joinCells(present, []),
    )
  )
    return false;
  const before = await statementsBehind(db, entries);
  await deleteCells(db, brought);
  await putCells(db, next);
  const after = await statementsBehind(db, entries);
  await db.told.where('operation').equals(id).modify({ withdrawn: isIn });
  await db.history.bulkAdd(
    entries.map(({ rec, k, field, author, device }) => ({
      ...writing,
      rec,
      k,
      author,
      device,
      ...shownChange(before.get(rec), after.get(rec), field),
    })),
  );
  return true;
};

const statementsBehind = async (
  db: Database,
  entries: readonly HistoryRow[],
): Promise<ReadonlyMap<string, MergedRecord | undefined>> => {
  const records = new Map<string, MergedRecord | undefined>();
  for (const [rec, [{ k }]] of grouped(entries, (entry) => entry.rec))
    records.set(rec, (await statementOf(db, await presentKey(db, k))).merged);
  return records;
};

const operationOf = (db: Database, id: string): Promise<OperationRow | undefined> =>
  db.operations.where('id').equals(id).first();
