import { same } from '../../core/canonical.ts';
import { edgesOf, isDependency } from '../../core/edges.ts';
import { grouped } from '../../core/grouped.ts';
import type { ItemKey } from '../../core/key.ts';
import type { NetEdit } from '../../core/net/edit.ts';
import { netFactsOf } from '../../core/net/facts-of.ts';
import { type NetFacts, type NetItem, unseen, type WaitFacts } from '../../core/net/item.ts';
import type { Net } from '../../core/net/net.ts';
import { codeEnds, waitFactsOf } from '../../core/net/of-snapshot.ts';
import { workFactsOf } from '../../core/net/work-facts.ts';
import { mainOf, type Settled, workOf } from '../../core/same-work.ts';
import type { Edge, SightedLink } from '../../core/snapshot.ts';
import type { Database } from '../database.ts';
import { addRecord, areSound, gathering, loadItems } from '../gathering.ts';
import { readSettled } from '../pairs.ts';
import type { LinksRow } from '../rows.ts';
import { sightedLinks } from '../sightings.ts';
import { changesOf, itemOf, statementsIn } from '../snapshot.ts';

/** What a write touched, for bringing the net up to date. */
export interface Touched {
  /** Items about which something may be known differently. */
  readonly items: readonly ItemKey[];
  /** Items whose links, or the words about them, may be others: everything that joins them is looked at again. */
  readonly joined: readonly ItemKey[];
  /** Keys that are the old names of others now (K2). */
  readonly moved?: ReadonlyMap<ItemKey, ItemKey>;
}

/**
 * How the net differs from what is stored, around what was touched. Reads those items, and of the items that they are or
 * were joined with the links. Within a transaction that sees what was written.
 */
export const editFor = async (
  db: Database,
  net: Net,
  { items, joined, moved = new Map() }: Touched,
): Promise<NetEdit> => {
  const settled = await readSettled(db);
  // W3: what is said of one item of a piece of work is said of all of it. A pair that was parted joins nobody else with
  // what it joined: all that were one work are in one of the two that are left.
  const withWork = (keys: readonly ItemKey[]): readonly ItemKey[] => [
    ...new Set(keys.flatMap((key) => [key, ...workOf(settled, key)])),
  ];
  const ends = withWork([...joined, ...moved.keys(), ...moved.values()]);
  const keys = withWork([...items, ...ends]);
  const facts = await factsFor(db, settled, keys);
  const { pairs, links, stated } = await joinsFor(db, net, settled, ends, moved);
  const { edges } = edgesOf(links, stated, settled);
  const edgesByPair = new Map(edges.map((edge) => [directed(edge.blocker, edge.blocked), edge]));
  const codeByPair = new Set(
    links.flatMap((link) => {
      const ends = codeEnds(link, settled);
      return ends === undefined ? [] : [directed(ends.code, ends.ticket)];
    }),
  );
  const directions = [...pairs.values()].flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  return {
    items: keys
      .map((key) => ({ key, facts: facts.get(key) ?? null }))
      .filter(({ key, facts: now }) => isNewFact(net.item(key), now)),
    waits: directions
      .map(([blocker, blocked]) => ({ blocker, blocked, wait: waitOf(edgesByPair.get(directed(blocker, blocked))) }))
      .filter(({ blocker, blocked, wait }) => !same(wait, standingWait(net, blocker, blocked))),
    code: directions
      .map(([code, ticket]) => ({ code, ticket, stands: codeByPair.has(directed(code, ticket)) }))
      .filter(({ code, ticket, stands }) => stands !== isCodeFor(net, code, ticket)),
  };
};

export const isEmpty = ({ items = [], waits = [], code = [] }: NetEdit): boolean =>
  items.length + waits.length + code.length === 0;

/** Everything that a write touched, and that is joined with it differently now. */
export const keysOf = ({ items, joined, moved = new Map() }: Touched, edit: NetEdit): ReadonlySet<ItemKey> =>
  new Set([
    ...items,
    ...joined,
    ...moved.keys(),
    ...moved.values(),
    ...(edit.waits ?? []).flatMap(({ blocker, blocked }) => [blocker, blocked]),
    ...(edit.code ?? []).flatMap(({ code, ticket }) => [code, ticket]),
  ]);

const isNewFact = (item: NetItem | undefined, now: NetFacts | null): boolean =>
  item === undefined ? now !== null : !same(now ?? unseen, item.facts);

const waitOf = (edge: Edge | undefined): WaitFacts | null => (edge === undefined ? null : waitFactsOf(edge));

const standingWait = (net: Net, blocker: ItemKey, blocked: ItemKey): WaitFacts | null => {
  const wait = net.item(blocked)?.blockers.find((one) => one.blocker.key === blocker);
  if (wait === undefined) return null;
  const { blocker: _, blocked: __, ...facts } = wait;
  return facts;
};

const isCodeFor = (net: Net, code: ItemKey, ticket: ItemKey): boolean =>
  net.item(code)?.codeFor.some(({ key }) => key === ticket) ?? false;

const directed = (a: ItemKey, b: ItemKey): string => `${a} ${b}`;
const pairOf = (a: ItemKey, b: ItemKey): string => (a < b ? directed(a, b) : directed(b, a));

/** `keys`: with all items of their works. */
const factsFor = async (
  db: Database,
  settled: Settled,
  keys: readonly ItemKey[],
): Promise<ReadonlyMap<ItemKey, NetFacts>> => {
  const found = gathering(settled);
  await loadItems(db, found, keys);
  for (const row of await db.records
    .where('about')
    .anyOf([...keys])
    .toArray())
    addRecord(found, row);
  for (const key of keys) found.expanded.add(key);
  const [{ ownerships }, changes] = await Promise.all([statementsIn(db, found), changesOf(db, found)]);
  const changesByKey = grouped(changes, ({ key }) => key);
  const own = (key: ItemKey): NetFacts | undefined => {
    const row = found.items.get(key);
    const item = row === undefined ? undefined : itemOf(row);
    return netFactsOf(item, ownerships.get(key) ?? [], changesByKey.get(key) ?? []);
  };
  return new Map(
    keys.flatMap((key) => {
      const facts = workFactsOf(settled, key, own);
      return facts === undefined ? [] : [[key, facts] as const];
    }),
  );
};

/** Every pair that joins one of the items with another, by what is stored now or by what the net still says. */
const joinsFor = async (
  db: Database,
  net: Net,
  settled: Settled,
  ends: readonly ItemKey[],
  moved: ReadonlyMap<ItemKey, ItemKey>,
) => {
  const found = gathering(settled);
  const [own, records] = await Promise.all([
    db.links.bulkGet([...ends]),
    db.records
      .where('about')
      .anyOf([...ends])
      .toArray(),
  ]);
  for (const row of records) addRecord(found, row);
  const { stated } = await statementsIn(db, found);
  const ownLinks = new Map(
    own.flatMap((row) => (row === undefined ? [] : [[row.from, linksIn(settled, row)] as const])),
  );
  // Every item for which an item stands or stood in the net, or which stands for it.
  const places = (key: ItemKey): ReadonlySet<ItemKey> => {
    const now = moved.get(key) ?? key;
    return new Set([key, now, mainOf(settled, now), net.item(key)?.facts.sameWork?.main ?? key]);
  };
  const pairs = new Map<string, readonly [ItemKey, ItemKey]>();
  const add = (end: ItemKey, other: ItemKey): void => {
    const others = places(other);
    for (const a of places(end)) for (const b of others) if (a !== b) pairs.set(pairOf(a, b), a < b ? [a, b] : [b, a]);
  };
  for (const end of ends) {
    for (const place of places(end)) for (const other of neighboursOf(net.item(place))) add(end, other);
    for (const { to } of ownLinks.get(end) ?? []) add(end, to);
  }
  for (const { blocker, blocked } of stated) add(blocker, blocked);
  const others = new Set([...pairs.values()].flat().flatMap((key) => [key, ...workOf(settled, key)]));
  for (const end of ownLinks.keys()) others.delete(end);
  const rows = await db.links.bulkGet([...others]);
  const links = [...ownLinks.values(), ...rows.map((row) => (row === undefined ? [] : linksIn(settled, row)))].flat();
  const isAsked = ({ from, to }: SightedLink): boolean => pairs.has(pairOf(mainOf(settled, from), mainOf(settled, to)));
  return { pairs, links: links.filter(isAsked), stated };
};

/** Those links of a row that the net holds. */
const linksIn = (settled: Settled, row: LinksRow): readonly SightedLink[] =>
  areSound(row.groups)
    ? sightedLinks(row).filter((link) => isDependency(link) || codeEnds(link, settled) !== undefined)
    : [];

const neighboursOf = (item: NetItem | undefined): readonly ItemKey[] =>
  item === undefined
    ? []
    : [
        ...item.blockers.map(({ blocker }) => blocker),
        ...item.dependents.map(({ blocked }) => blocked),
        ...item.codeFor,
        ...item.codedBy,
      ].map(({ key }) => key);
