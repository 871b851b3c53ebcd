import { canonical, same } from '../../core/canonical.ts';
import { grouped } from '../../core/grouped.ts';
import { joinCells, mergeCells } from '../../core/merge.ts';
import type { Cell, MergedRecord, NaturalKey } from '../../core/record.ts';
import { itemsOf } from '../../core/records.ts';
import type { Item } from '../../core/snapshot.ts';
import { namesOf } from '../aliases.ts';
import type { Database } from '../database.ts';
import { joinItems } from '../facts.ts';
import { readSetting } from '../identity.ts';
import { cellKey } from '../record-rows.ts';
import type { ToldRow } from '../rows.ts';
import { presentKey, statementOf } from '../statements.ts';
import type { FileTables } from './format.ts';

/** One thing about which the file says something new here. */
export interface PlannedStatement {
  readonly rec: string;
  readonly k: NaturalKey;
  /** `k` with its items under the keys they have now. */
  readonly now: NaturalKey;
  readonly before: MergedRecord | undefined;
  readonly after: MergedRecord;
}

/** What adding a file would do. */
export interface Plan {
  readonly fresh: readonly Cell[];
  /** The versions of those that were here. */
  readonly replaced: readonly Cell[];
  readonly statements: readonly PlannedStatement[];
  readonly told: readonly ToldRow[];
}

export const planOf = async (
  db: Database,
  cells: readonly Cell[],
  file: FileTables,
  operation: string,
): Promise<Plan> => {
  const device = await readSetting(db, 'device');
  // Nobody else writes this device's cells: its own words, come back in a colleague's file, are older or forged.
  const foreign = cells.filter((cell) => cell.device !== device);
  const { fresh, replaced } = await freshCells(db, foreign);
  const keyed = await Promise.all(fresh.map(async (cell) => ({ cell, now: await presentKey(db, cell.body.k) })));
  const groups = [...grouped(keyed, ({ now }) => canonical(now)).values()];
  const statements = await Promise.all(groups.map((group) => planStatement(db, group)));
  const told = await freshlyTold(db, itemsAbout(cells, file), operation);
  return { fresh, replaced, statements, told };
};

/** What the file knows of the items that it speaks about, under the keys by which it speaks of them. */
const itemsAbout = (cells: readonly Cell[], { items, aliases }: FileTables): readonly Item[] => {
  const known = new Map(items.map((item) => [item.key, item]));
  const moved = new Map(aliases.map(({ alias, key }) => [alias, key]));
  return [...new Set(cells.flatMap(({ body }) => itemsOf(body.k)))].flatMap((key) => {
    const item = known.get(moved.get(key) ?? key);
    return item === undefined ? [] : [{ ...item, key }];
  });
};

const freshCells = async (db: Database, cells: readonly Cell[]): Promise<Pick<Plan, 'fresh' | 'replaced'>> => {
  const known = await db.cells.bulkGet(cells.map(cellKey));
  const isFresh = (cell: Cell, there: Cell | undefined): boolean =>
    there === undefined || !same(joinCells([there], [cell])[0], there);
  return {
    fresh: cells.filter((cell, index) => isFresh(cell, known[index])),
    replaced: known.filter((there, index) => there !== undefined && isFresh(cells[index] ?? there, there)) as Cell[],
  };
};

const planStatement = async (
  db: Database,
  group: readonly [{ cell: Cell; now: NaturalKey }, ...{ cell: Cell; now: NaturalKey }[]],
): Promise<PlannedStatement> => {
  const [{ cell, now }] = group;
  const { cells, merged } = await statementOf(db, now);
  const all = joinCells(
    cells,
    group.map((one) => one.cell),
  );
  return { rec: cell.rec, k: cell.body.k, now, before: merged, after: mergeCells(all) as MergedRecord };
};

/** What the file tells of items that were never seen here, where no file told it before. */
const freshlyTold = async (db: Database, told: readonly Item[], operation: string): Promise<readonly ToldRow[]> => {
  const { nowOf } = await namesOf(
    db,
    told.map(({ key }) => key),
  );
  const items = told.map((item) => bare({ ...item, key: nowOf(item.key) }));
  const keys = items.map(({ key }) => key);
  const seen = await db.items.bulkGet(keys);
  const rows = await Promise.all(keys.map((key) => db.told.where('key').equals(key).toArray()));
  return items.flatMap((item, index): ToldRow[] => {
    const [first, ...others] = (rows[index] ?? []).filter(({ withdrawn }) => !withdrawn);
    const known = first && others.reduce((joined, row) => joinItems(item.key, joined, row.item), first.item);
    const isNew = known === undefined || !same(joinItems(item.key, known, item), bare(known));
    return seen[index] === undefined && isNew ? [{ key: item.key, operation, withdrawn: false, item }] : [];
  });
};

const bare = ({ key, facts, firstSeen, lastSeen, drift }: Item): Item => ({
  key,
  facts,
  firstSeen,
  lastSeen,
  ...(drift === undefined ? {} : { drift }),
});

const valuesIn = (record: MergedRecord): unknown =>
  Object.entries(record.fields).map(([field, { value, rivals }]) => [
    field,
    value,
    rivals?.map((rival) => rival.value),
  ]);

/** Whether two states of a record say the same, whenever and by whom. */
export const sameFacts = (a: MergedRecord, b: MergedRecord): boolean =>
  a.deleted === b.deleted && same(valuesIn(a), valuesIn(b));
