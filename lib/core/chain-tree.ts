import { openFirst, statusOf } from './graph.ts';
import { isClosed } from './item.ts';
import type { ItemKey } from './key.ts';
import { isOpen, isPending, type NetItem, type Wait } from './net/item.ts';
import { rootsOf } from './net/walk.ts';
import { peopleBehind } from './owner.ts';
import { displayName, foldedName, type Person } from './person.ts';
import type { ChainRow, ChainView, ItemBrief } from './view.ts';

/** Rows of one tree; what more there is, is counted. */
export const maxChainRows = 60;

export const noChain: ChainView = { waitsFor: [], waiting: [], more: { waitsFor: 0, waiting: 0 }, people: [] };

/**
 * D6: what an item waits for, up to what waits on nothing, and what waits for it, each item below the one it hangs on. A
 * closed item has none.
 */
export const chainOf = (start: NetItem, brief: (key: ItemKey) => ItemBrief): ChainView => {
  if (isClosed(start.facts.state)) return noChain;
  const roots = new Set(rootsOf(start));
  const isEnd = (item: NetItem): boolean => roots.has(item) && !item.blockers.some(isPending);
  const up = treeFrom(start, upwards);
  const down = treeFrom(start, downwards);
  const rowOf =
    (withEnds: boolean) =>
    ({ item, depth, hard, ...mark }: Place): ChainRow => ({
      item: brief(item.key),
      depth,
      hard,
      status: statusOf(item.facts.state),
      ...mark,
      ...(withEnds && hard && mark.repeated === undefined && isEnd(item) ? { end: true } : {}),
    });
  return {
    waitsFor: up.places.map(rowOf(true)),
    waiting: down.places.map(rowOf(false)),
    more: { waitsFor: up.more, waiting: down.more },
    people: distinct([...up.followed].filter(isOpen).flatMap(({ key }) => peopleBehind(brief(key).owner))),
  };
};

interface Direction {
  readonly waits: (item: NetItem) => readonly Wait[];
  readonly end: (wait: Wait) => NetItem;
}

const upwards: Direction = { waits: ({ blockers }) => blockers, end: ({ blocker }) => blocker };
const downwards: Direction = { waits: ({ dependents }) => dependents, end: ({ blocked }) => blocked };

interface Place {
  readonly item: NetItem;
  readonly depth: number;
  readonly hard: boolean;
  readonly repeated?: true;
  readonly circle?: true;
}

interface Tree {
  readonly places: readonly Place[];
  /** Items without a place. */
  readonly more: number;
  /** What must be waited for, in the order of the tree, also what has no place any more. */
  readonly followed: ReadonlySet<NetItem>;
}

/** Depth first, in the order of lists. Each item is followed once, from a path of its own: no recursion. */
const treeFrom = (start: NetItem, direction: Direction): Tree => {
  const places: Place[] = [];
  const placed = new Set<NetItem>();
  const left = new Set<NetItem>();
  const followed = new Set<NetItem>();
  const above = new Set([start]);
  const path = [standing(start, direction)];
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const wait = at.ahead.pop();
    if (wait === undefined) {
      above.delete(at.item);
      path.pop();
      continue;
    }
    const item = direction.end(wait);
    const { hard } = wait;
    const isAbove = above.has(item);
    const isRepeated = isAbove || followed.has(item);
    if (places.length < maxChainRows) {
      const mark = hard && isAbove ? ({ circle: true } as const) : isRepeated ? ({ repeated: true } as const) : {};
      places.push({ item, depth: path.length, hard, ...mark });
      placed.add(item);
    } else if (item !== start && !placed.has(item)) left.add(item);
    if (!hard || isRepeated) continue;
    followed.add(item);
    above.add(item);
    path.push(standing(item, direction));
  }
  return { places, more: left.size, followed };
};

/** An item on the path, with what is ahead of it: the first one last, to be taken from the end. */
const standing = (item: NetItem, { waits, end }: Direction): { readonly item: NetItem; readonly ahead: Wait[] } => ({
  item,
  ahead: waits(item)
    .filter((wait) => !isClosed(end(wait).facts.state))
    .map((wait) => {
      const { key, facts } = end(wait);
      return { wait, key, hard: wait.hard, since: wait.since, status: statusOf(facts.state) };
    })
    .sort((a, b) => openFirst(b, a))
    .map(({ wait }) => wait),
});

/** Across tools the same name is one person: what is shown are names, not accounts. */
const distinct = (people: readonly Person[]): readonly Person[] => [
  ...new Map(people.map((person) => [foldedName(displayName(person)), person] as const)).values(),
];
