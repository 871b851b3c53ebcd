import { type Edges, edgesOf } from './edges.ts';
import { cycleThrough, type Graph, graphOf, rootBlockers, statusOf } from './graph.ts';
import type { LinkKind, State } from './item.ts';
import type { ItemKey } from './key.ts';
import { ownerOf } from './owner.ts';
import { isMe } from './person.ts';
import type { Edge, Item, SightedLink, Snapshot } from './snapshot.ts';
import type { DependencyStatus, DependencyView, ItemBrief, ItemView, RelatedView } from './view.ts';

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

/** Everything that is shown about one item (rules D, O). */
export const itemViewOf = (snapshot: Snapshot, key: ItemKey): ItemView => itemViewsOf(snapshot)(key);

/** The same for many items of one snapshot: its dependencies are put together once. */
export const itemViewsOf = (snapshot: Snapshot): ((key: ItemKey) => ItemView) => {
  const { edges, denied } = edgesOf(snapshot.links, snapshot.stated);
  const net: Net = {
    snapshot,
    denied,
    graph: graphOf(edges, stateIn(snapshot)),
    linksByEnd: linksByEnd(snapshot.links),
  };
  // An item that was moved is seen under the key it has now (K2).
  return (key) => viewIn(net, snapshot.moved?.get(key) ?? key);
};

interface Net {
  readonly snapshot: Snapshot;
  readonly denied: Edges['denied'];
  readonly graph: Graph;
  /** Links other than dependencies. */
  readonly linksByEnd: ReadonlyMap<ItemKey, readonly SightedLink[]>;
}

const linksByEnd = (links: readonly SightedLink[]): ReadonlyMap<ItemKey, readonly SightedLink[]> => {
  const byEnd = new Map<ItemKey, SightedLink[]>();
  for (const link of links) {
    if (link.kind === 'blocks' || link.kind === 'blocked-by' || link.from === link.to) continue;
    for (const end of [link.from, link.to]) {
      const there = byEnd.get(end);
      if (there === undefined) byEnd.set(end, [link]);
      else there.push(link);
    }
  }
  return byEnd;
};

const viewIn = (net: Net, key: ItemKey): ItemView => {
  const { snapshot, graph, denied } = net;
  const brief = (other: ItemKey): ItemBrief => briefOf(snapshot, other);
  const { assignees, author, labels } = snapshot.items.get(key)?.facts ?? {};
  return {
    item: brief(key),
    ...(assignees === undefined ? {} : { assignees: assignees.value }),
    ...(author === undefined ? {} : { author: author.value }),
    ...(labels === undefined ? {} : { labels: labels.value }),
    blockers: graph
      .blockersOf(key)
      .map((edge) => dependencyView(edge, brief(edge.blocker), statusOf(graph.stateOf(edge.blocker))))
      .sort(openFirst),
    dependents: graph
      .dependentsOf(key)
      .map((edge) => dependencyView(edge, brief(edge.blocked), statusOf(graph.stateOf(edge.blocked))))
      .sort(openFirst),
    denied: denied
      .filter(({ blocker, blocked }) => blocker === key || blocked === key)
      .map(({ blocker, blocked }) => ({ blocker: brief(blocker), blocked: brief(blocked) })),
    related: relatedOf(net, key),
    roots: rootBlockers(graph, key)
      .filter((root) => !graph.blockersOf(key).some((edge) => edge.blocker === root))
      .map(brief),
    cycle: cycleThrough(graph, key).map(brief),
    seen: sightingsOf(snapshot.items.get(key)),
    roles: (snapshot.ownerships.get(key) ?? []).flatMap(({ role, who, accepted }) =>
      role === 'owner' || who === null ? [] : [{ role, who, accepted, me: isMe(snapshot.me, who) }],
    ),
  };
};

const sightingsOf = (item: Item | undefined): NonNullable<ItemView['seen']> =>
  Object.fromEntries(
    Object.entries(item?.facts ?? {}).flatMap(([name, known]) =>
      known === undefined ? [] : [[name, { at: known.at, from: known.from }]],
    ),
  );

const order: Readonly<Record<DependencyStatus, number>> = { blocking: 0, unknown: 1, dropped: 2, cleared: 3 };

const openFirst = (a: DependencyView, b: DependencyView): number =>
  order[a.status] - order[b.status] ||
  Number(b.hard) - Number(a.hard) ||
  a.since - b.since ||
  (a.other.key < b.other.key ? -1 : 1);

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

const relatedOf = ({ snapshot, graph, linksByEnd: links }: Net, key: ItemKey): readonly RelatedView[] => {
  const kinds = new Map<ItemKey, LinkKind>();
  for (const { from, kind, to } of links.get(key) ?? []) {
    const [other, seenFromHere] = from === key ? [to, kind] : [from, reversed[kind]];
    const known = kinds.get(other);
    if (known === undefined || strength.indexOf(seenFromHere) < strength.indexOf(known)) kinds.set(other, seenFromHere);
  }
  const depends = new Set([
    ...graph.blockersOf(key).map((edge) => edge.blocker),
    ...graph.dependentsOf(key).map((edge) => edge.blocked),
  ]);
  return [...kinds]
    .filter(([other, kind]) => !(kind === 'mentions' && depends.has(other)))
    .sort(([a, kindA], [b, kindB]) => strength.indexOf(kindA) - strength.indexOf(kindB) || (a < b ? -1 : 1))
    .map(([other, kind]) => ({ kind, other: briefOf(snapshot, other) }));
};
