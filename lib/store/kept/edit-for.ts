import { same } from '../../core/canonical.ts';
import { edgesOf, isDependency } from '../../core/edges.ts';
import { grouped } from '../../core/grouped.ts';
import type { ItemKey } from '../../core/key.ts';
import type { NetEdit } from '../../core/net/edit.ts';
import { netFactsOf } from '../../core/net/facts-of.ts';
import { type NetFacts, type NetItem, unseen, type WaitFacts } from '../../core/net/item.ts';
import type { Net } from '../../core/net/net.ts';
import { codeEnds, waitFactsOf } from '../../core/net/of-snapshot.ts';
import type { Edge, SightedLink } from '../../core/snapshot.ts';
import type { Database } from '../database.ts';
import { addRecord, areSound, gathering, loadItems } from '../gathering.ts';
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
  const ends = [...new Set([...joined, ...moved.keys(), ...moved.values()])];
  const keys = [...new Set([...items, ...ends])];
  const facts = await factsFor(db, keys);
  const { pairs, links, stated } = await joinsFor(db, net, ends, moved);
  const { edges } = edgesOf(links, stated);
  const edgesByPair = new Map(edges.map((edge) => [directed(edge.blocker, edge.blocked), edge]));
  const codeByPair = new Set(
    links.flatMap((link) => {
      const ends = codeEnds(link);
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

const factsFor = async (db: Database, keys: readonly ItemKey[]): Promise<ReadonlyMap<ItemKey, NetFacts>> => {
  const found = gathering();
  await loadItems(db, found, keys);
  for (const row of await db.records
    .where('about')
    .anyOf([...keys])
    .toArray())
    addRecord(found, row);
  for (const key of keys) found.expanded.add(key);
  const [{ ownerships }, changes] = await Promise.all([statementsIn(db, found), changesOf(db, found)]);
  const changesByKey = grouped(changes, ({ key }) => key);
  return new Map(
    keys.flatMap((key) => {
      const row = found.items.get(key);
      const item = row === undefined ? undefined : itemOf(row);
      const facts = netFactsOf(item, ownerships.get(key) ?? [], changesByKey.get(key) ?? []);
      return facts === undefined ? [] : [[key, facts] as const];
    }),
  );
};

/** Every pair that joins one of the items with another, by what is stored now or by what the net still says. */
const joinsFor = async (db: Database, net: Net, ends: readonly ItemKey[], moved: ReadonlyMap<ItemKey, ItemKey>) => {
  const found = gathering();
  const [own, records] = await Promise.all([
    db.links.bulkGet([...ends]),
    db.records
      .where('about')
      .anyOf([...ends])
      .toArray(),
  ]);
  for (const row of records) addRecord(found, row);
  const { stated } = await statementsIn(db, found);
  const ownLinks = new Map(own.flatMap((row) => (row === undefined ? [] : [[row.from, linksIn(row)] as const])));
  const pairs = new Map<string, readonly [ItemKey, ItemKey]>();
  const add = (a: ItemKey, b: ItemKey): void => {
    if (a !== b) pairs.set(pairOf(a, b), a < b ? [a, b] : [b, a]);
  };
  for (const end of ends) {
    const now = moved.get(end) ?? end;
    for (const other of [...neighboursOf(net.item(end)), ...(ownLinks.get(end) ?? []).map(({ to }) => to)]) {
      add(end, moved.get(other) ?? other);
      add(end, other);
      add(now, moved.get(other) ?? other);
    }
  }
  for (const { blocker, blocked } of stated) add(blocker, blocked);
  const others = new Set([...pairs.values()].flat());
  for (const end of ownLinks.keys()) others.delete(end);
  const rows = await db.links.bulkGet([...others]);
  const links = [...ownLinks.values(), ...rows.map((row) => (row === undefined ? [] : linksIn(row)))].flat();
  return { pairs, links: links.filter(({ from, to }) => pairs.has(pairOf(from, to))), stated };
};

/** Those links of a row that the net holds. */
const linksIn = (row: LinksRow): readonly SightedLink[] =>
  areSound(row.groups) ? sightedLinks(row).filter((link) => isDependency(link) || codeEnds(link) !== undefined) : [];

const neighboursOf = (item: NetItem | undefined): readonly ItemKey[] =>
  item === undefined
    ? []
    : [
        ...item.blockers.map(({ blocker }) => blocker),
        ...item.dependents.map(({ blocked }) => blocked),
        ...item.codeFor,
        ...item.codedBy,
      ].map(({ key }) => key);
