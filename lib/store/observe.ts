import type { Observation } from '../core/item.ts';
import { type ItemKey, splitKey } from '../core/key.ts';
import type { Person } from '../core/person.ts';
import { ok, type Result } from '../core/result.ts';
import type { FactChange, Item } from '../core/snapshot.ts';
import { countItems, learnAliases, namesOf } from './aliases.ts';
import type { Database } from './database.ts';
import { accountsOn, itemRow, peopleOn, updateFacts } from './facts.ts';
import { type Follow, tablesWith } from './kept/keep.ts';
import { countPeople, type Met, meet } from './people-seen.ts';
import type { ItemRow, LinksRow, StoredGroups, TitleRow } from './rows.ts';
import { linksRow, updateLinks } from './sightings.ts';
import { searchWords } from './spelling.ts';

export interface Sighted {
  /** Milliseconds. */
  readonly at: number;
  /** An item's own page that could not be read: what was missing (K5). */
  readonly drift?: { readonly key: ItemKey; readonly missing: readonly string[] };
}

/** An item that says nothing new is not written again within this time: a page that re-renders costs nothing. */
const restTime = 60_000;

/**
 * Takes what one page said, in one transaction however many items it lists. Observations are given as their schema
 * lets them through (`observationSchema`).
 *
 * Gives the keys, as they are now, of items about which something changed; an item that was only seen again is not one.
 */
export const observe = async (
  db: Database,
  batch: readonly Observation[],
  sighted: Sighted,
  follow?: Follow,
): Promise<Result<readonly ItemKey[], never>> => {
  if (batch.length === 0 && sighted.drift === undefined) return ok([]);
  const tables = [db.items, db.titles, db.links, db.changes, db.aliases, db.people, db.records, db.settings];
  const changed = await db.transaction('rw', tablesWith(db, tables, follow), async () => {
    const moved = await learnAliases(db, batch);
    const page = await known(db, batch, sighted);
    for (const observation of page.batch) see(page, observation, sighted.at);
    if (page.drift !== undefined) drifted(page, page.drift, sighted.at);
    await write(db, page);
    await follow?.(db, { items: [...page.touchedItems], joined: [...page.relinked], moved }, sighted.at);
    return [...page.changed];
  });
  return ok(changed);
};

/** What is known of the items of a page, and what is to be written. */
interface PageState {
  readonly batch: readonly Observation[];
  readonly drift: Sighted['drift'];
  readonly items: Map<ItemKey, ItemRow>;
  readonly groups: Map<ItemKey, StoredGroups>;
  readonly changed: Set<ItemKey>;
  readonly touchedItems: Set<ItemKey>;
  readonly touchedLinks: Set<ItemKey>;
  /** Whose links say something else than before. */
  readonly relinked: Set<ItemKey>;
  readonly retitled: Set<ItemKey>;
  readonly changes: FactChange[];
  readonly met: Met;
  readonly newItems: Map<string, number>;
}

const known = async (db: Database, batch: readonly Observation[], { drift }: Sighted): Promise<PageState> => {
  const { nowOf } = await namesOf(db, [...batch.flatMap(keysIn), ...(drift === undefined ? [] : [drift.key])]);
  const present = batch.map((observation) => withNames(observation, nowOf));
  const presentDrift = drift === undefined ? undefined : { ...drift, key: nowOf(drift.key) };
  const keys = [
    ...new Set([...present.map(({ key }) => key), ...(presentDrift === undefined ? [] : [presentDrift.key])]),
  ];
  const [items, links] = await Promise.all([db.items.bulkGet(keys), db.links.bulkGet(keys)]);
  return {
    batch: present,
    drift: presentDrift,
    items: new Map(items.flatMap((row) => (row === undefined ? [] : [[row.key, row]]))),
    groups: new Map(links.flatMap((row) => (row === undefined ? [] : [[row.from, row.groups]]))),
    changed: new Set(),
    touchedItems: new Set(),
    touchedLinks: new Set(),
    relinked: new Set(),
    retitled: new Set(),
    changes: [],
    met: new Map(),
    newItems: new Map(),
  };
};

const keysIn = ({ key, facts }: Observation): readonly ItemKey[] => [
  key,
  ...Object.values(facts.links ?? {}).flatMap((links) => links.map((link) => link.key)),
];

const withNames = (observation: Observation, nowOf: (key: ItemKey) => ItemKey): Observation => {
  const { links } = observation.facts;
  const key = nowOf(observation.key);
  if (links === undefined) return { ...observation, key };
  const present = Object.entries(links).map(([group, all]) => [
    group,
    all.map((link) => ({ ...link, key: nowOf(link.key) })),
  ]);
  return { ...observation, key, facts: { ...observation.facts, links: Object.fromEntries(present) } };
};

const see = (page: PageState, observation: Observation, at: number): void => {
  const { key, from } = observation;
  const before = page.items.get(key);
  const facts = updateFacts(before?.facts ?? {}, observation, at);
  const links = updateLinks(page.groups.get(key) ?? {}, observation, at);
  const cleared = from === 'item' && before?.drift !== undefined && before.drift.at <= at;
  const isNew = before === undefined;
  const changed = isNew || cleared || facts.changed || links.changed;
  const rested =
    isNew || at - before.lastSeen >= restTime || (from === 'item' && at - (before.opened ?? 0) >= restTime);
  if (!changed && !rested) return;

  const changes = [...facts.changes, ...links.changes];
  page.changes.push(...changes);
  if (observation.facts.links !== undefined) {
    page.groups.set(key, links.groups);
    page.touchedLinks.add(key);
    if (links.changed) page.relinked.add(key);
  }
  if (facts.changed) meetOn(page, key, peopleOn(before?.facts ?? {}), peopleOn(facts.facts));
  if (isNew) count(page.newItems, splitKey(key).tool);
  if (isNew || facts.facts.title?.value !== before.facts.title?.value) page.retitled.add(key);
  if (changed) page.changed.add(key);
  put(page, seenItem(key, before, facts.facts, cleared, at), {
    ...before,
    ...(from === 'item' ? { opened: Math.max(at, before?.opened ?? 0) } : {}),
    ...(changes.length === 0 ? {} : { logged: (before?.logged ?? 0) + changes.length }),
  });
};

const seenItem = (
  key: ItemKey,
  before: ItemRow | undefined,
  facts: Item['facts'],
  cleared: boolean,
  at: number,
): Item => ({
  key,
  facts,
  firstSeen: Math.min(at, before?.firstSeen ?? at),
  lastSeen: Math.max(at, before?.lastSeen ?? at),
  ...(before?.drift === undefined || cleared ? {} : { drift: before.drift }),
});

const drifted = (page: PageState, { key, missing }: NonNullable<Sighted['drift']>, at: number): void => {
  const before = page.items.get(key);
  if (before?.drift !== undefined && before.drift.at > at) return;
  const isSame = before?.drift !== undefined && before.drift.missing.join() === missing.join();
  if (isSame && at - before.drift.at < restTime) return;
  if (before === undefined) {
    count(page.newItems, splitKey(key).tool);
    page.retitled.add(key);
  }
  if (!isSame) page.changed.add(key);
  put(page, { ...seenItem(key, before, before?.facts ?? {}, false, at), drift: { at, missing } }, { ...before });
};

const put = (page: PageState, item: Item, counters: Pick<ItemRow, 'opened' | 'logged'>): void => {
  page.items.set(item.key, itemRow(item, counters));
  page.touchedItems.add(item.key);
};

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** Who appears on an item that did not show them before, and who is gone from it. */
const meetOn = (page: PageState, key: ItemKey, before: readonly Person[], now: readonly Person[]): void => {
  const [had, has] = [accountsOn(key, before), accountsOn(key, now)];
  for (const [id, account] of has) if (!had.has(id)) meet(page.met, id, account, 1);
  for (const [id, account] of had) if (!has.has(id)) meet(page.met, id, account, -1);
};

const write = async (db: Database, page: PageState): Promise<void> => {
  const items = [...page.touchedItems].flatMap((key) => page.items.get(key) ?? []);
  const links = [...page.touchedLinks].map((key): LinksRow => linksRow(key, page.groups.get(key) ?? {}));
  if (items.length > 0) await db.items.bulkPut(items);
  if (links.length > 0) await db.links.bulkPut(links);
  if (page.changes.length > 0) await db.changes.bulkAdd(page.changes);
  if (page.retitled.size > 0) await db.titles.bulkPut(await titleRows(db, page));
  await countPeople(db, page.met);
  await countItems(db, page.newItems);
};

/** An item stays to be found under the keys that it had. */
const titleRows = async (db: Database, { retitled, items }: PageState): Promise<readonly TitleRow[]> => {
  const aliases = await db.aliases
    .where('key')
    .anyOf([...retitled])
    .toArray();
  return [...retitled].map((key) => {
    const had = aliases.filter((row) => row.key === key && row.was !== undefined).map(({ alias }) => alias as ItemKey);
    return { key, words: searchWords(items.get(key)?.facts.title?.value, [key, ...had]) };
  });
};
