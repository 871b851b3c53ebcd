import type { StatedDependency } from '../core/annotation.ts';
import type { State } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import { dependencyOf } from '../core/records.ts';
import { type Settled, workOf } from '../core/same-work.ts';
import type { SightedLink } from '../core/snapshot.ts';
import { type Database, hasTable } from './database.ts';
import { joinItems } from './facts.ts';
import { readSettled } from './pairs.ts';
import { isSoundRecord } from './record-rows.ts';
import type { ItemRow, LinksRow, RecordRow } from './rows.ts';
import { sightedLinks } from './sightings.ts';

/** More rows that point to one item are not read: an epic with thousands of children is not a chain. */
const maxPointing = 500;
/** Everything that one read has gathered; grows wave by wave. A row that cannot be read is counted, not fatal (T17). */
export interface Gathering {
  /** What is the same work; whatever is brought in comes with the other items of its work (W3). */
  readonly settled: Settled;
  readonly items: Map<ItemKey, ItemRow | undefined>;
  readonly links: Map<ItemKey, readonly SightedLink[]>;
  readonly records: Map<string, RecordRow>;
  /** Of each item, what joins it to others: links with either end there, and stated dependencies. */
  readonly joins: Map<ItemKey, Joins>;
  /** Items whose links and statements are all here. */
  readonly expanded: Set<ItemKey>;
  readonly unreadable: Set<string>;
  readonly moved: Map<ItemKey, ItemKey>;
  /** There was more than a read may follow. */
  cut: boolean;
}

export interface Joins {
  readonly links: SightedLink[];
  readonly stated: StatedDependency[];
}

export const gathering = (settled: Settled): Gathering => ({
  settled,
  joins: new Map(),
  items: new Map(),
  links: new Map(),
  records: new Map(),
  expanded: new Set(),
  unreadable: new Set(),
  moved: new Map(),
  cut: false,
});

export const beginGathering = async (db: Database): Promise<Gathering> => gathering(await readSettled(db));

const withWork = ({ settled }: Gathering, keys: readonly ItemKey[]): readonly ItemKey[] =>
  settled.works.size === 0 ? keys : [...new Set(keys.flatMap((key) => workOf(settled, key)))];

/** Brings in everything that touches these items, and the items at the other ends. Point reads by index only, in parallel. */
export const expand = async (db: Database, found: Gathering, keys: readonly ItemKey[]): Promise<void> => {
  const fresh = withWork(found, keys).filter((key) => !found.expanded.has(key));
  for (const key of fresh) found.expanded.add(key);
  const [own, pointing, records] = await Promise.all([
    db.links.bulkGet([...fresh]),
    Promise.all(fresh.map((key) => db.links.where('to').equals(key).limit(maxPointing).toArray())),
    recordsAbout(db, fresh),
  ]);
  for (const row of [...own, ...pointing.flat()]) addLinks(found, row);
  for (const row of records) addRecord(found, row);
  await loadItems(db, found, [...fresh, ...fresh.flatMap((key) => neighbours(found, key))]);
};

/** Brings in what is stated of items that were reached but not expanded: a brief shows their owners. */
export const loadOwners = async (db: Database, found: Gathering): Promise<void> => {
  const edge = [...found.items.keys()].filter((key) => !found.expanded.has(key));
  for (const row of await recordsAbout(db, edge)) if (row.now?.[0] === 'own') addRecord(found, row);
};

/** Brings in these items with what is stated of them and with their own links, and nothing that lies around them. */
export const loadShort = async (db: Database, found: Gathering, asked: readonly ItemKey[]): Promise<void> => {
  const keys = withWork(found, asked);
  const [links, records] = await Promise.all([db.links.bulkGet([...keys]), recordsAbout(db, keys)]);
  for (const row of links) addLinks(found, row);
  for (const row of records) addRecord(found, row);
  for (const key of keys) found.expanded.add(key);
  await loadItems(db, found, keys);
};

const recordsAbout = async (db: Database, keys: readonly ItemKey[]): Promise<readonly RecordRow[]> => {
  const rows = await Promise.all(keys.map((key) => db.records.where('about').equals(key).limit(maxPointing).toArray()));
  return rows.flat();
};

export const loadItems = async (db: Database, found: Gathering, keys: readonly ItemKey[]): Promise<void> => {
  const wanted = [...new Set(withWork(found, keys))].filter((key) => !found.items.has(key));
  if (wanted.length === 0) return;
  const rows = await db.items.bulkGet(wanted);
  const missing: ItemKey[] = [];
  wanted.forEach((key, index) => {
    const row = rows[index];
    if (row === undefined) missing.push(key);
    found.items.set(key, isSound(row) ? row : undefined);
    if (row !== undefined && !isSound(row)) found.unreadable.add(`item ${key}`);
  });
  await loadTold(db, found, missing);
};

/** What colleagues' files say of items that were never seen here. */
const loadTold = async (db: Database, found: Gathering, keys: readonly ItemKey[]): Promise<void> => {
  if (keys.length === 0 || !hasTable(db, 'told') || (await db.told.count()) === 0) return;
  const rows = await Promise.all(keys.map((key) => db.told.where('key').equals(key).toArray()));
  for (const row of rows.flat()) {
    if (row.withdrawn) continue;
    const there = found.items.get(row.key);
    const item = there === undefined ? row.item : joinItems(row.key, there, row.item);
    found.items.set(row.key, { ...item, answers: [] });
  }
};

export const isSound = (row: ItemRow | undefined): row is ItemRow =>
  row !== undefined && typeof row.facts === 'object' && row.facts !== null && Object.values(row.facts).every(isKnown);

const isKnown = (known: unknown): boolean =>
  typeof known === 'object' && known !== null && 'value' in known && 'at' in known && typeof known.at === 'number';

const addLinks = (found: Gathering, row: LinksRow | undefined): void => {
  if (row === undefined || found.links.has(row.from)) return;
  if (!areSound(row.groups)) {
    found.unreadable.add(`links ${row.from}`);
    return;
  }
  const links = sightedLinks(row);
  found.links.set(row.from, links);
  for (const link of links) for (const end of new Set([link.from, link.to])) joinsOf(found, end).links.push(link);
};

export const areSound = (groups: unknown): boolean =>
  typeof groups === 'object' &&
  groups !== null &&
  Object.values(groups).every((group: unknown) => Array.isArray((group as { readonly links?: unknown } | null)?.links));

export const addRecord = (found: Gathering, row: RecordRow): void => {
  if (found.records.has(row.rec)) return;
  if (!isSoundRecord(row)) {
    found.unreadable.add(`record ${row.rec}`);
    return;
  }
  found.records.set(row.rec, row);
  const stated = dependencyOf({ ...row.merged, k: row.now });
  if (stated !== undefined) for (const end of row.about) joinsOf(found, end).stated.push(stated);
};

export const joinsOf = (found: Gathering, key: ItemKey): Joins => {
  const joins = found.joins.get(key) ?? { links: [], stated: [] };
  found.joins.set(key, joins);
  return joins;
};

/** Items at the other end of a link or a stated dependency. */
const neighbours = (found: Gathering, key: ItemKey): readonly ItemKey[] => {
  const { links, stated } = joinsOf(found, key);
  return [
    ...links.flatMap(({ from, to }) => [from, to]),
    ...stated.flatMap(({ blocker, blocked }) => [blocker, blocked]),
  ];
};

/** Everything that joins an item's work with others. */
export const joinsOfWork = (found: Gathering, key: ItemKey): readonly Joins[] =>
  workOf(found.settled, key).map((item) => joinsOf(found, item));

export const stateHere = (found: Gathering, key: ItemKey): State =>
  found.items.get(key)?.facts.state?.value ?? 'unknown';
