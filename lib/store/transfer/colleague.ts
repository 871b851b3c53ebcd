import { canonical, same } from '../../core/canonical.ts';
import { adopt, isPlausible, latest } from '../../core/clock.ts';
import { grouped } from '../../core/grouped.ts';
import type { ItemKey } from '../../core/key.ts';
import { deletion, joinCells } from '../../core/merge.ts';
import type { Cell, Clock, Json, NaturalKey } from '../../core/record.ts';
import { itemsOf } from '../../core/records.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { type Done, followed, type Operation } from '../annotate.ts';
import type { Database } from '../database.ts';
import { identityIn, readSetting } from '../identity.ts';
import { type Follow, tablesWith } from '../kept/keep.ts';
import { recordIds } from '../record-id.ts';
import type { HistoryRow, Space } from '../rows.ts';
import { putCells, shownChange, statementTables } from '../statements.ts';
import type { FileRefused, FileTables } from './format.ts';
import { type FileContent, readFile } from './parse.ts';
import { type PlannedStatement, planOf, sameFacts } from './plan.ts';

/** One field of which two people said different things, neither having seen the other's. */
export interface Claim {
  readonly k: NaturalKey;
  readonly field: string;
  /** The value that will be shown, and the others. */
  readonly values: readonly [Json, ...Json[]];
}

export interface ColleaguePreview {
  /** Statements about things of which nothing was stated here. */
  readonly added: number;
  /** Statements that will say something else than they say here. */
  readonly changed: number;
  /** Items never seen here, of which the file tells what they are. */
  readonly told: number;
  /** "Claimed by two": the first `maxClaims`, and how many there are. */
  readonly claims: readonly Claim[];
  readonly claimed: number;
}

export const maxClaims = 200;

/** What adding a colleague's file would do. Writes nothing. */
export const previewColleague = async (
  db: Database,
  content: FileContent,
  at: number,
): Promise<Result<ColleaguePreview, FileRefused>> => {
  const file = readColleague(content, at);
  if (!file.ok) return file;
  const space = (await readSetting(db, 'space')) ?? noSpace;
  const cells = await adopted(file.value.cells, space);
  return db.transaction('r', [...statementTables(db), db.items], async () => {
    const plan = await planOf(db, cells, file.value, 'preview');
    const claims = plan.statements.flatMap(claimsIn);
    return ok({
      added: plan.statements.filter(({ before }) => before === undefined).length,
      changed: plan.statements.filter(({ before, after }) => before !== undefined && !sameFacts(before, after)).length,
      told: plan.told.length,
      claims: claims.slice(0, maxClaims),
      claimed: claims.length,
    });
  });
};

/**
 * Joins what a colleague stated with what is stated here, and keeps what the file knows of items that were never seen
 * here. Nothing else of the file is used: no settings, no accounts, no device. Nobody's word is overwritten: where two
 * differ, both are kept. Adding it twice is adding it once; the order of two files does not matter; it is undone as one.
 */
export const addColleague = async (
  db: Database,
  content: FileContent,
  operation: Operation,
  follow?: Follow,
): Promise<Result<Done, FileRefused>> => {
  const file = readColleague(content, operation.at);
  if (!file.ok) return file;
  for (;;) {
    const { space } = await db.transaction('rw', [db.settings], async () => identityIn(db));
    const cells = await adopted(file.value.cells, space);
    const done = await db.transaction('rw', tablesWith(db, [...statementTables(db), db.items], follow), async () =>
      followed(db, await add(db, cells, file.value, operation, space), operation, follow),
    );
    if (done !== undefined) return ok(done);
  }
};

const noSpace: Space = { id: 'none', key: '00'.repeat(32) };

const readColleague = (content: FileContent, at: number): Result<FileTables, FileRefused> => {
  const file = readFile(content);
  if (!file.ok) return file;
  const row = file.value.cells.findIndex((cell) => !isPlausible(clockOf(cell), at));
  return row === -1 ? file : fail({ type: 'FileRefused', why: 'clock-ahead', table: 'cells', row });
};

/** The latest clock that a cell speaks of: of its own writes and of what they had seen. */
const clockOf = ({ lm, body }: Cell): Clock =>
  Object.values(body.f)
    .flatMap(([, , seen]) => Object.values(seen))
    .reduce(latest, lm);

/** The colleague's cells as cells of this space: records are named by their natural keys under the space's own key. */
const adopted = async (cells: readonly Cell[], space: Space): Promise<readonly Cell[]> => {
  const byKey = [...grouped(cells, ({ body }) => canonical(body.k)).values()];
  const recs = await recordIds(
    space,
    byKey.map(([{ body }]) => body.k),
  );
  const named = byKey.flatMap((group, index) =>
    group.map((cell) => ({ ...cell, space: space.id, rec: recs[index] ?? '' })),
  );
  return joinCells(named, []);
};

const claimsIn = ({ now, before, after }: PlannedStatement): readonly Claim[] =>
  Object.entries(after.fields).flatMap(([field, { value, rivals }]) => {
    if (rivals === undefined || field === deletion) return [];
    const values = rivals.map((rival) => rival.value);
    const had = before?.fields[field]?.rivals?.map((rival) => rival.value);
    if (had !== undefined && same(had, values)) return [];
    const others = values.filter((one, index) => !same(one, value) && values.findIndex((v) => same(v, one)) === index);
    return [{ k: now, field, values: [value, ...others] as const }];
  });

/** Undefined: the store was emptied since the records were named; they must be named anew. */
const add = async (
  db: Database,
  cells: readonly Cell[],
  file: FileTables,
  { id, at }: Operation,
  space: Space,
): Promise<Done | undefined> => {
  const identity = await identityIn(db);
  if (identity.space.id !== space.id) return undefined;
  const plan = await planOf(db, cells, file, id);
  const keys = new Set<ItemKey>([
    ...plan.statements.flatMap(({ now }) => itemsOf(now)),
    ...plan.told.map(({ key }) => key),
  ]);
  const done: Done = { change: id, keys: [...keys] };
  if ((await db.operations.where('id').equals(id).count()) > 0) return done;
  if (plan.fresh.length === 0 && plan.told.length === 0) return done;
  await putCells(db, plan.fresh);
  await db.history.bulkAdd(plan.statements.flatMap((planned) => entriesOf(planned, { id, at })));
  await db.told.bulkPut(plan.told);
  await db.settings.put({
    name: 'clock',
    value: plan.fresh.map(clockOf).reduce((clock, remote) => adopt(clock, remote, at), identity.clock),
  });
  await db.operations.add({ id, at, did: 'file', brought: plan.fresh, replaced: plan.replaced });
  return done;
};

/** Every field of a record of which anything is shown differently. */
const entriesOf = ({ rec, k, before, after }: PlannedStatement, { id, at }: Operation): readonly HistoryRow[] => {
  if (before !== undefined && sameFacts(before, after)) return [];
  const fields = [...new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after.fields)])];
  return fields.map((field) => {
    const said = after.fields[field] ?? before?.fields[field];
    return {
      change: id,
      rec,
      k,
      at,
      author: said?.author ?? '',
      device: said?.device ?? '',
      ...shownChange(before, after, field),
    };
  });
};
