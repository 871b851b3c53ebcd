import { chainOf, noChain } from './chain-tree.ts';
import { type Edges, edgesOf, isDependency } from './edges.ts';
import { type Graph, graphOf, openFirst, statusOf } from './graph.ts';
import type { LinkKind, State } from './item.ts';
import type { ItemKey } from './key.ts';
import { latestOf } from './latest.ts';
import { type Breakers, breakersOf } from './net/breakers.ts';
import type { NetItem } from './net/item.ts';
import { netOf } from './net/of-snapshot.ts';
import { circleThrough, rootsOf } from './net/walk.ts';
import { ownerOf } from './owner.ts';
import { isMe } from './person.ts';
import { isMain, mainOf, nothingSettled, type Settled, saidOf, workOf } from './same-work.ts';
import { defaultSettings, type WorkingWeek } from './settings.ts';
import type { Edge, Item, Snapshot } from './snapshot.ts';
import type {
  BreakersView,
  DependencyStatus,
  DependencyView,
  ItemBrief,
  ItemView,
  RelatedView,
  SameWorkView,
} from './view.ts';
import { workingDaysOf } from './working-days.ts';

export const stateIn =
  ({ items }: Pick<Snapshot, 'items'>) =>
  (key: ItemKey): State =>
    items.get(key)?.facts.state?.value ?? 'unknown';

/** One item in short. An item that was never seen is its key and nothing else (K3). */
export const briefOf = (snapshot: Snapshot, key: ItemKey): ItemBrief => {
  const item = snapshot.items.get(key);
  const { title, kind, state, word, due, priority } = item?.facts ?? {};
  return {
    key,
    state: state?.value ?? 'unknown',
    owner: ownerOf(snapshot, key),
    ...(title === undefined ? {} : { title: title.value }),
    ...(kind === undefined ? {} : { kind: kind.value }),
    ...(word === undefined ? {} : { word: word.value }),
    ...(due === undefined ? {} : { due: due.value }),
    ...(priority === undefined ? {} : { priority: priority.value }),
    ...(item === undefined ? {} : { lastSeen: item.lastSeen }),
    ...(item?.drift === undefined ? {} : { drift: item.drift.missing }),
  };
};

interface ItemViewNeeds {
  /** T2: the days on which I work. Absent: those that count before somebody chooses. */
  readonly week?: WorkingWeek;
}

/** Everything that is shown about one item (rules D, O, T2). */
export const itemViewOf = (
  snapshot: Snapshot,
  asked: ItemKey,
  { week = defaultSettings.week }: ItemViewNeeds = {},
): ItemView => {
  const known = knownOf(snapshot);
  const key = present(snapshot, asked);
  const { edges, brief, settled } = known;
  const main = mainOf(settled, key);
  const { assignees, author, labels } = snapshot.items.get(key)?.facts ?? {};
  const net = netOf(snapshot, edges).item(main);
  return {
    ...listedIn(known, key),
    ...(assignees === undefined ? {} : { assignees: assignees.value }),
    ...(author === undefined ? {} : { author: author.value }),
    ...(labels === undefined ? {} : { labels: labels.value }),
    denied: edges.denied
      .filter(({ blocker, blocked }) => blocker === main || blocked === main)
      .map(({ blocker, blocked, ends }) => ({
        blocker: brief(blocker),
        blocked: brief(blocked),
        ...(ends === undefined ? {} : { ends }),
      })),
    related: relatedOf(known, key),
    sameWork: sameWorkOf(known, key),
    apart: settled.pairs
      .filter(({ items, said }) => said === 'not' && items.includes(key))
      .map(({ items: [a, b] }) => brief(a === key ? b : a)),
    ...(net === undefined ? unjoined : chainFacts(net, known, week)),
    seen: sightingsOf(snapshot.items.get(key)),
    roles: workOf(settled, key)
      .flatMap((item) => snapshot.ownerships.get(item) ?? [])
      .flatMap(({ role, who, accepted }) =>
        role === 'owner' || who === null ? [] : [{ role, who, accepted, me: isMe(snapshot.me, who) }],
      ),
  };
};

/** As much of an item's view as its mark in a list and its card say: nothing that is told of a whole chain. */
export type ListedView = Pick<ItemView, 'item' | 'blockers' | 'dependents'>;

/** For many items of one snapshot: its dependencies are put together once. */
export const listedViewsOf = (snapshot: Snapshot): ((key: ItemKey) => ListedView) => {
  const known = knownOf(snapshot);
  return (key) => listedIn(known, present(snapshot, key));
};

/** An item that was moved is seen under the key it has now (K2). */
const present = ({ moved }: Snapshot, key: ItemKey): ItemKey => moved?.get(key) ?? key;

interface Known {
  readonly snapshot: Snapshot;
  readonly edges: Edges;
  readonly settled: Settled;
  readonly graph: Graph;
  readonly brief: (key: ItemKey) => ItemBrief;
}

const knownOf = (snapshot: Snapshot): Known => {
  const { links, stated, settled = nothingSettled } = snapshot;
  const edges = edgesOf(links, stated, settled);
  return {
    snapshot,
    edges,
    settled,
    graph: graphOf(edges.edges, stateIn(snapshot)),
    brief: (key) => briefOf(snapshot, key),
  };
};

const listedIn = ({ graph, brief, settled }: Known, key: ItemKey): ListedView => ({
  item: brief(key),
  blockers: graph
    .blockersOf(mainOf(settled, key))
    .map((edge) => dependencyView(edge, brief(edge.blocker), statusOf(graph.stateOf(edge.blocker))))
    .sort(inOrder),
  dependents: graph
    .dependentsOf(mainOf(settled, key))
    .map((edge) => dependencyView(edge, brief(edge.blocked), statusOf(graph.stateOf(edge.blocked))))
    .sort(inOrder),
});

type ChainFacts = Pick<ItemView, 'roots' | 'cycle' | 'breakers' | 'chain' | 'latest'>;

const unjoined: ChainFacts = { roots: [], cycle: [], chain: noChain };

const chainFacts = (net: NetItem, { snapshot, brief }: Known, week: WorkingWeek): ChainFacts => {
  const direct = new Set(net.blockers.map(({ blocker }) => blocker));
  const latest = latestOf(net, { today: snapshot.today, working: workingDaysOf(week), brief });
  return {
    roots: rootsOf(net)
      .filter((root) => !direct.has(root))
      .map(({ key }) => brief(key)),
    cycle: circleThrough(net).map(({ key }) => brief(key)),
    chain: chainOf(net, brief),
    ...(net.cycle === undefined ? {} : { breakers: breakersView(breakersOf(net.cycle), brief) }),
    ...(latest === undefined ? {} : { latest }),
  };
};

const breakersView = ({ cut, waits }: Breakers, brief: Known['brief']): BreakersView => ({
  cut,
  waits: waits.map(({ blocker, blocked }) => ({ blocker: brief(blocker.key), blocked: brief(blocked.key) })),
});

const sightingsOf = (item: Item | undefined): NonNullable<ItemView['seen']> =>
  Object.fromEntries(
    Object.entries(item?.facts ?? {}).flatMap(([name, known]) =>
      known === undefined ? [] : [[name, { at: known.at, from: known.from }]],
    ),
  );

const inOrder = (a: DependencyView, b: DependencyView): number =>
  openFirst({ ...a, key: a.other.key }, { ...b, key: b.other.key });

const dependencyView = (edge: Edge, other: ItemBrief, status: DependencyStatus): DependencyView => {
  const { hard, reason, needed, promised, origins } = edge;
  return {
    other,
    status,
    hard,
    origins,
    since: origins[0].since,
    ...(reason === undefined ? {} : { reason }),
    ...(needed === undefined ? {} : { needed }),
    ...(promised === undefined ? {} : { promised }),
  };
};

const reversed: Readonly<Record<LinkKind, LinkKind>> = {
  blocks: 'blocked-by',
  'blocked-by': 'blocks',
  duplicates: 'duplicated-by',
  'duplicated-by': 'duplicates',
  relates: 'relates',
  'part-of': 'has-part',
  'has-part': 'part-of',
  implements: 'implemented-by',
  'implemented-by': 'implements',
  mentions: 'mentions',
};

/** Strongest first: one line for two items that are linked in several ways. A mention is said only where nothing else is. */
const strength: readonly LinkKind[] = [
  'part-of',
  'has-part',
  'implements',
  'implemented-by',
  'duplicates',
  'duplicated-by',
  'relates',
  'mentions',
];

const sameWorkOf = ({ settled, brief }: Known, key: ItemKey): readonly SameWorkView[] =>
  workOf(settled, key)
    .filter((other) => other !== key)
    .map((other) => {
      const pair = saidOf(settled, key, other);
      return {
        other: brief(other),
        main: isMain(settled, other),
        ...(pair?.said === 'same' ? { pair: pair.items } : {}),
      };
    });

/** What a person said of two items that are not the same work. */
const statedRelations = ({ pairs }: Settled, key: ItemKey): ReadonlyMap<ItemKey, LinkKind> =>
  new Map(
    pairs.flatMap(({ items: [a, b], said, main }) => {
      if ((a !== key && b !== key) || (said !== 'part' && said !== 'related')) return [];
      const kind: LinkKind = said === 'related' ? 'relates' : main === key ? 'has-part' : 'part-of';
      return [[a === key ? b : a, kind] as const];
    }),
  );

const relatedOf = ({ snapshot, settled, graph, brief }: Known, key: ItemKey): readonly RelatedView[] => {
  const stated = statedRelations(settled, key);
  const kinds = new Map(stated);
  for (const link of snapshot.links) {
    const { from, kind, to } = link;
    if ((from !== key && to !== key) || from === to || isDependency(link)) continue;
    const [other, seenFromHere] = from === key ? [to, kind] : [from, reversed[kind]];
    const known = kinds.get(other);
    if (known === undefined || strength.indexOf(seenFromHere) < strength.indexOf(known)) kinds.set(other, seenFromHere);
  }
  const main = mainOf(settled, key);
  const depends = new Set([
    ...graph.blockersOf(main).map((edge) => edge.blocker),
    ...graph.dependentsOf(main).map((edge) => edge.blocked),
  ]);
  return [...kinds]
    .filter(([other, kind]) => !(kind === 'mentions' && depends.has(other)) && mainOf(settled, other) !== main)
    .sort(([a, kindA], [b, kindB]) => strength.indexOf(kindA) - strength.indexOf(kindB) || (a < b ? -1 : 1))
    .map(([other, kind]) => ({
      kind,
      other: brief(other),
      ...(stated.get(other) === kind ? { stated: true as const } : {}),
    }));
};
