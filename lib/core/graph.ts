import { isClosed, type State } from './item.ts';
import type { ItemKey } from './key.ts';
import type { Edge } from './snapshot.ts';
import type { DependencyStatus } from './view.ts';

/** D2: closed does not block; not known is not known, neither blocking nor cleared. */
export const statusOf = (blocker: State): DependencyStatus => {
  if (blocker === 'unknown') return 'unknown';
  if (blocker === 'dropped') return 'dropped';
  return isClosed(blocker) ? 'cleared' : 'blocking';
};

interface Placed {
  readonly key: ItemKey;
  readonly status: DependencyStatus;
  readonly hard: boolean;
  /** Milliseconds. */
  readonly since: number;
}

const order: Readonly<Record<DependencyStatus, number>> = { blocking: 0, unknown: 1, dropped: 2, cleared: 3 };

/** The order in which lists and trees show dependencies: what is open first, of those what must be waited for. */
export const openFirst = (a: Placed, b: Placed): number =>
  order[a.status] - order[b.status] ||
  Number(b.hard) - Number(a.hard) ||
  a.since - b.since ||
  (a.key < b.key ? -1 : Number(a.key > b.key));

/** Dependencies by both ends, with all that says so. Whoever follows them asks the net, which has answers of the whole. */
export interface Graph {
  /** What an item waits on. */
  readonly blockersOf: (key: ItemKey) => readonly Edge[];
  /** What waits on an item. */
  readonly dependentsOf: (key: ItemKey) => readonly Edge[];
  readonly stateOf: (key: ItemKey) => State;
}

export const graphOf = (edges: readonly Edge[], stateOf: (key: ItemKey) => State): Graph => {
  const byBlocked = new Map<ItemKey, Edge[]>();
  const byBlocker = new Map<ItemKey, Edge[]>();
  const put = (index: Map<ItemKey, Edge[]>, key: ItemKey, edge: Edge): void => {
    const there = index.get(key);
    if (there === undefined) index.set(key, [edge]);
    else there.push(edge);
  };
  for (const edge of edges) {
    put(byBlocked, edge.blocked, edge);
    put(byBlocker, edge.blocker, edge);
  }
  return {
    blockersOf: (key) => byBlocked.get(key) ?? [],
    dependentsOf: (key) => byBlocker.get(key) ?? [],
    stateOf,
  };
};
