import { same } from '../core/canonical.ts';
import type { Observation } from '../core/item.ts';
import { type ItemKey, siteOf, splitKey } from '../core/key.ts';
import { renamed } from '../core/records.ts';
import type { Database } from './database.ts';
import { itemRow, joinItems } from './facts.ts';
import { aboutOf } from './record-rows.ts';
import type { AliasRow } from './rows.ts';
import { renameLinks } from './sightings.ts';
import { searchWords } from './spelling.ts';

/** The keys that items have now, for keys that may be old (K2). */
export interface Names {
  readonly nowOf: (key: ItemKey) => ItemKey;
}

/** The present names of these keys. Those that are no alias are their own. */
export const namesOf = async (db: Database, keys: readonly ItemKey[]): Promise<Names> => {
  const wanted = [...new Set(keys)];
  const rows = await db.aliases.bulkGet(wanted);
  const moved = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.alias, row.key] as const])));
  return { nowOf: (key) => moved.get(key) ?? key };
};

/**
 * Learns the aliases that pages tell. Where one is known of another key, and that key's own page tells it, the item has
 * moved: what was known under the old key, statements too, is from now on known under the one just seen. Nothing is lost,
 * the old key still finds it. A row of a list moves nothing: it could take any item with all that is stated about it.
 *
 * Gives the keys that items had until now, with those that they have.
 */
export const learnAliases = async (
  db: Database,
  batch: readonly Observation[],
): Promise<ReadonlyMap<ItemKey, ItemKey>> => {
  await trustAddresses(db, batch);
  const told = aliasesTold(batch);
  if (told.size === 0) return new Map();
  const aliases = [...told.keys()];
  const known = new Map(
    (await db.aliases.bulkGet(aliases)).flatMap((row) => (row === undefined ? [] : [[row.alias, row.key]])),
  );
  const { nowOf } = await namesOf(db, [...told.values()]);
  const moved = new Map<ItemKey, ItemKey>();
  const presentOf = (key: ItemKey): ItemKey => {
    let present = nowOf(key);
    for (let next = moved.get(present); next !== undefined; next = moved.get(present)) present = next;
    return present;
  };
  const pages = new Set(batch.filter(({ from }) => from === 'item').map(({ key }) => key));
  for (const [alias, holder] of known) {
    const teller = told.get(alias);
    if (teller === undefined || !pages.has(teller)) continue;
    const [from, to] = [presentOf(holder), presentOf(teller)];
    if (from === to) continue;
    await moveItem(db, from, to);
    moved.set(from, to);
  }
  const fresh = aliases.filter((alias) => !known.has(alias));
  if (fresh.length === 0) return moved;
  const rows = fresh.flatMap((alias): AliasRow[] => {
    const key = told.get(alias);
    return key === undefined ? [] : [{ alias, key: presentOf(key) }];
  });
  await db.aliases.bulkPut(await notItems(db, rows));
  return moved;
};

/** K1: what has a page of its own under this very key is an item, whatever other pages called an alias. */
const trustAddresses = async (db: Database, batch: readonly Observation[]): Promise<void> => {
  const pages = batch.filter(({ from }) => from === 'item').map(({ key }) => key);
  if (pages.length === 0) return;
  const wrong = (await db.aliases.bulkGet(pages)).filter((row) => row !== undefined && row.was === undefined);
  await db.aliases.bulkDelete(wrong.flatMap((row) => row?.alias ?? []));
};

/** A page cannot make a known item an alias of another one. */
const notItems = async (db: Database, rows: readonly AliasRow[]): Promise<readonly AliasRow[]> => {
  const items = await db.items.bulkGet(rows.map(({ alias }) => alias));
  return rows.filter((_row, index) => items[index] === undefined);
};

/**
 * Only of the item's own site, and only where no two items of the page claim it: a page that repeats one id in every
 * row must not join them all.
 */
const aliasesTold = (batch: readonly Observation[]): ReadonlyMap<string, ItemKey> => {
  const told = new Map<string, ItemKey | undefined>();
  for (const { key, aliases = [] } of batch) {
    for (const alias of aliases) {
      if (alias === key || !isOfSameSite(alias as ItemKey, key)) continue;
      told.set(alias, told.has(alias) && told.get(alias) !== key ? undefined : key);
    }
  }
  return new Map([...told].flatMap(([alias, key]) => (key === undefined ? [] : [[alias, key] as const])));
};

const isOfSameSite = (a: ItemKey, b: ItemKey): boolean => same(siteOf(a), siteOf(b));

const moveItem = async (db: Database, from: ItemKey, to: ItemKey): Promise<void> => {
  const nowOf = (key: ItemKey): ItemKey => (key === from ? to : key);
  const was = await moveFacts(db, from, to);
  await moveLinks(db, from, to, nowOf);
  await db.changes.where('[key+at]').between([from, -Infinity], [from, Infinity]).modify({ key: to });
  await db.aliases.where('key').equals(from).modify({ key: to });
  await db.aliases.put({ alias: from, key: to, was });
  await db.records
    .where('about')
    .equals(from)
    .modify((row) => Object.assign(row, aboutOf(renamed(row.now, nowOf))));
  await searchable(db, to);
};

/** When the item was first seen under its old key. */
const moveFacts = async (db: Database, from: ItemKey, to: ItemKey): Promise<number> => {
  const [old, present] = await db.items.bulkGet([from, to]);
  if (old === undefined) return 0;
  await db.items.delete(from);
  if (present === undefined) {
    await db.items.put(itemRow({ ...old, key: to }, old));
    return old.firstSeen;
  }
  const opened = Math.max(old.opened ?? 0, present.opened ?? 0);
  const logged = (old.logged ?? 0) + (present.logged ?? 0);
  await db.items.put(
    itemRow(joinItems(to, old, present), {
      ...(opened === 0 ? {} : { opened }),
      ...(logged === 0 ? {} : { logged }),
    }),
  );
  await countItems(db, new Map([[splitKey(to).tool, -1]]));
  return old.firstSeen;
};

const moveLinks = async (db: Database, from: ItemKey, to: ItemKey, nowOf: (key: ItemKey) => ItemKey): Promise<void> => {
  const [own, pointing] = await Promise.all([
    db.links.bulkGet([from, to]),
    db.links.where('to').equals(from).toArray(),
  ]);
  const ownRows = own.filter((row) => row !== undefined);
  await db.links.delete(from);
  const others = pointing.filter((row) => row.from !== from && row.from !== to);
  await db.links.bulkPut([
    ...(ownRows.length === 0 ? [] : [renameLinks(to, ownRows, nowOf)]),
    ...others.map((row) => renameLinks(row.from, [row], nowOf)),
  ]);
  await db.titles.delete(from);
};

/** Writes the words that an item is found by: its title, its key, and the keys it had. */
const searchable = async (db: Database, key: ItemKey): Promise<void> => {
  const [item, aliases] = await Promise.all([db.items.get(key), db.aliases.where('key').equals(key).toArray()]);
  const had = aliases.filter(({ was }) => was !== undefined).map(({ alias }) => alias as ItemKey);
  await db.titles.put({ key, words: searchWords(item?.facts.title?.value, [key, ...had]) });
};

/** Adds to how many items are known of each tool, so that nobody counts them all. */
export const countItems = async (db: Database, more: ReadonlyMap<string, number>): Promise<void> => {
  if (more.size === 0) return;
  const row = await db.settings.get('counts');
  const counts = new Map(Object.entries((row?.value ?? {}) as Readonly<Record<string, number>>));
  for (const [tool, count] of more) counts.set(tool, (counts.get(tool) ?? 0) + count);
  await db.settings.put({ name: 'counts', value: Object.fromEntries(counts) });
};
