import type { IndexableType, Table } from 'dexie';
import { canonical } from '../../core/canonical.ts';
import { grouped } from '../../core/grouped.ts';
import { type ItemKey, isSite, siteOf, splitKey } from '../../core/key.ts';
import type { Cell } from '../../core/record.ts';
import { itemsOf, renamed } from '../../core/records.ts';
import { countItems, namesOf } from '../aliases.ts';
import type { Database } from '../database.ts';
import { accountsOn, itemRow, peopleOn } from '../facts.ts';
import { eachPage } from '../pages.ts';
import { cellKey, recordRow } from '../record-rows.ts';
import type { CellKey, ItemRow, PersonRow, TitleRow } from '../rows.ts';
import { searchWords } from '../spelling.ts';
import type { TableName } from '../transfer/format.ts';
import type { Covered } from './covered.ts';
import { keptSettings, keysInAside } from './kept-settings.ts';
import { sorted } from './readable.ts';
import { keptAlias, keptChange, keptItem, keptLinks, keptTold, keysInChange } from './seen-rows.ts';
import { type Sieve, sieveFor, sieveOf } from './sieve.ts';
import { entryGroup, keptHistory, keptOperation, keptStatement, keysInOperation, namesThem } from './stated-rows.ts';

/** Copies what stays into a new database, page by page. What is derived is made anew. */
export const copyWhatStays = async (from: Database, to: Database, covered: Covered): Promise<void> => {
  const copy: Copy = { from, to, covered, unlogged: new Map(), shown: new Map(), counts: new Map() };
  await copySettings(copy);
  await copyStatements(copy);
  await copyHistory(copy);
  await copySeen(copy);
  await copyItems(copy);
  await copyPeople(copy);
  await countItems(to, copy.counts);
};

interface Copy {
  readonly from: Database;
  readonly to: Database;
  readonly covered: Covered;
  /** Entries that went from the log of an item that stays. */
  readonly unlogged: Map<ItemKey, number>;
  /** On how many of the items that stay somebody of the site is shown, by account. */
  readonly shown: Map<string, number>;
  /** Items that stay, by tool. */
  readonly counts: Map<string, number>;
}

const add = <Name>(counts: Map<Name, number>, name: Name): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

const copyRows = <Row extends object, Key extends IndexableType>(
  covered: Covered,
  from: Table<Row, Key>,
  to: Table<Row, Key>,
  keep: (rows: readonly Row[]) => Promise<readonly Row[]>,
): Promise<void> =>
  eachPage(from, async (rows) => {
    const { readable, apart } = sorted(from.name as TableName, covered, rows);
    const kept = [...(await keep(readable)), ...apart];
    if (kept.length > 0) await to.bulkPut(kept);
  });

const copySettings = async ({ from, to, covered }: Copy): Promise<void> => {
  const { readable: rows } = sorted('settings', covered, await from.settings.toArray());
  const asides = rows.flatMap((row) => (row.name === 'asides' ? (row.value as readonly { row: string }[]) : []));
  const sieve = await sieveFor(from, covered, asides.flatMap(keysInAside));
  await to.settings.bulkPut(keptSettings(sieve, rows));
};

/** Statements that are taken over at once. */
const chunkSize = 500;

const copyStatements = async ({ from, to, covered }: Copy): Promise<void> => {
  const keysIn = (cells: readonly Cell[]): readonly ItemKey[] => cells.flatMap(({ body }) => itemsOf(body.k));
  // An item that was known under two keys has its words in two records, which are read as one (K2).
  const statements = new Map<string, CellKey[]>();
  await eachPage(from.cells, async (rows) => {
    const { readable: cells, apart } = sorted('cells', covered, rows);
    await to.cells.bulkPut(apart);
    const { nowOf } = await namesOf(from, keysIn(cells));
    for (const [name, group] of grouped(cells, ({ body }) => canonical(renamed(body.k, nowOf))))
      statements.set(name, [...(statements.get(name) ?? []), ...group.map(cellKey)]);
  });
  const all = [...statements.values()];
  for (let start = 0; start < all.length; start += chunkSize) {
    const found = await from.cells.bulkGet(all.slice(start, start + chunkSize).flat());
    const cells = found.filter((cell) => cell !== undefined);
    const names = await namesOf(from, keysIn(cells));
    const sieve = sieveOf(covered, names);
    const groups = grouped(cells, ({ body }) => canonical(renamed(body.k, names.nowOf)));
    const kept = [...groups.values()].flatMap((group) => keptStatement(sieve, group));
    await to.cells.bulkPut(kept);
    const records = [...grouped(kept, ({ rec }) => rec).values()].flatMap(
      (group) => recordRow(group, names.nowOf) ?? [],
    );
    await to.records.bulkPut(records);
  }
};

const copyHistory = async ({ from, to, covered }: Copy): Promise<void> => {
  const named = new Set<string>();
  await eachPage(from.history, (rows) => {
    for (const row of sorted('history', covered, rows).readable)
      if (namesThem(covered, row)) named.add(entryGroup(row));
  });
  await copyRows(covered, from.history, to.history, async (rows) => {
    const sieve = await sieveFor(
      from,
      covered,
      rows.flatMap(({ k }) => itemsOf(k)),
    );
    return rows.flatMap((row) => keptHistory(sieve, row, named) ?? []);
  });
  const gone = new Set<string>();
  await copyRows(covered, from.operations, to.operations, async (rows) => {
    const sieve = await sieveFor(from, covered, rows.flatMap(keysInOperation));
    return rows.flatMap((row) => {
      const kept = keptOperation(sieve, row, gone);
      if (kept === undefined) gone.add(row.id);
      return kept ?? [];
    });
  });
};

const copySeen = async ({ from, to, covered, unlogged }: Copy): Promise<void> => {
  const sieveOn = (keys: readonly ItemKey[]): Promise<Sieve> => sieveFor(from, covered, keys);
  await copyRows(covered, from.aliases, to.aliases, async (rows) => rows.filter((row) => keptAlias(covered, row)));
  await copyRows(covered, from.told, to.told, async (rows) => {
    const sieve = await sieveOn(rows.flatMap(({ key, item }) => [key, item.key]));
    return rows.flatMap((row) => keptTold(sieve, row) ?? []);
  });
  await copyRows(covered, from.links, to.links, async (rows) => {
    const sieve = await sieveOn(rows.flatMap(({ to: ends }) => ends));
    return rows.flatMap((row) => keptLinks(sieve, row) ?? []);
  });
  await copyRows(covered, from.changes, to.changes, async (rows) => {
    const sieve = await sieveOn(rows.flatMap(keysInChange));
    return rows.flatMap((row) => {
      const kept = keptChange(sieve, row);
      if (kept === undefined) add(unlogged, row.key);
      return kept ?? [];
    });
  });
};

const copyItems = ({ from, to, covered, unlogged, shown, counts }: Copy): Promise<void> =>
  copyRows(covered, from.items, to.items, async (rows) => {
    const items = rows.flatMap((row) => keptItem(covered, row) ?? []);
    await to.titles.bulkPut(await titlesOf(from, covered, items));
    for (const { key, facts } of items) {
      add(counts, splitKey(key).tool);
      if (!isSite(siteOf(key), covered.site)) continue;
      for (const id of accountsOn(key, peopleOn(facts)).keys()) add(shown, id);
    }
    return items.map((item) => {
      const { logged: before = 0, ...row } = item;
      const logged = before - (unlogged.get(item.key) ?? 0);
      return before === 0 || logged === before ? item : itemRow(row, { ...row, ...(logged > 0 ? { logged } : {}) });
    });
  });

const titlesOf = async (from: Database, covered: Covered, items: readonly ItemRow[]): Promise<readonly TitleRow[]> => {
  const aliases = await from.aliases
    .where('key')
    .anyOf(items.map(({ key }) => key))
    .toArray();
  const had = grouped(
    aliases.filter((row) => row.was !== undefined && keptAlias(covered, row)),
    ({ key }) => key,
  );
  return items.map(({ key, facts }) => ({
    key,
    words: searchWords(facts.title?.value, [key, ...(had.get(key) ?? []).map(({ alias }) => alias as ItemKey)]),
  }));
};

/** Where items of the site go, its people stay as far as another item shows them. */
const copyPeople = ({ from, to, covered, shown }: Copy): Promise<void> =>
  copyRows(covered, from.people, to.people, async (rows) =>
    rows.flatMap((row): PersonRow[] => {
      if (covered.person(row)) return [];
      if (!covered.takesItems || !isSite(row, covered.site)) return [row];
      const count = shown.get(row.id) ?? 0;
      return count === 0 ? [] : [{ ...row, count }];
    }),
  );
