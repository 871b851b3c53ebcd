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

/** Dependencies by both ends. Every walk below visits an item once, with a queue: no recursion, no loop without end (D5). */
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

const isOpen = (state: State): boolean => state === 'open' || state === 'in-progress';

/** Open hard blockers of an item, direct ones only. */
export const openBlockers = (graph: Graph, key: ItemKey): readonly Edge[] =>
  graph.blockersOf(key).filter((edge) => edge.hard && isOpen(graph.stateOf(edge.blocker)));

export interface Step {
  readonly key: ItemKey;
  /** Steps from where the walk started; 1 is next to it. */
  readonly distance: number;
  /** The edge over which it was reached first. */
  readonly over: Edge;
}

const walk = (
  start: ItemKey,
  next: (key: ItemKey) => readonly { readonly to: ItemKey; readonly over: Edge }[],
): readonly Step[] => {
  const seen = new Set<ItemKey>([start]);
  const steps: Step[] = [];
  let wave: readonly ItemKey[] = [start];
  for (let distance = 1; wave.length > 0; distance += 1) {
    const following: ItemKey[] = [];
    for (const key of wave) {
      for (const { to, over } of next(key)) {
        if (seen.has(to)) continue;
        seen.add(to);
        steps.push({ key: to, distance, over });
        following.push(to);
      }
    }
    wave = following;
  }
  return steps;
};

/**
 * What waits for an open item, directly or through a chain of open items, over hard dependencies (M1), nearest
 * first. A closed item in between ends the chain: what it blocked does not wait any more.
 */
export const waitersOf = (graph: Graph, key: ItemKey): readonly Step[] =>
  isOpen(graph.stateOf(key))
    ? walk(key, (at) =>
        graph
          .dependentsOf(at)
          .filter((edge) => edge.hard && isOpen(graph.stateOf(edge.blocked)))
          .map((edge) => ({ to: edge.blocked, over: edge })),
      )
    : [];

/** The open items that an item waits on, directly or through a chain, nearest first (D6). */
export const waitsOn = (graph: Graph, key: ItemKey): readonly Step[] =>
  walk(key, (at) => openBlockers(graph, at).map((edge) => ({ to: edge.blocker, over: edge })));

/** D6: the open items of its chain that wait on nothing. Empty where it waits on nothing, or only on a cycle. */
export const rootBlockers = (graph: Graph, key: ItemKey): readonly ItemKey[] =>
  waitsOn(graph, key)
    .map((step) => step.key)
    .filter((at) => openBlockers(graph, at).length === 0);

/**
 * The shortest cycle of open hard dependencies through an item: the items in order of waiting, starting with it
 * (each waits on the next, the last on the first). Empty where there is none (D5).
 */
export const cycleThrough = (graph: Graph, key: ItemKey): readonly ItemKey[] => {
  if (!isOpen(graph.stateOf(key))) return [];
  const reachedFrom = new Map<ItemKey, ItemKey>();
  let wave: readonly ItemKey[] = [key];
  while (wave.length > 0) {
    const following: ItemKey[] = [];
    for (const at of wave) {
      for (const { blocker } of openBlockers(graph, at)) {
        if (blocker === key) return pathTo(at, key, reachedFrom);
        if (reachedFrom.has(blocker)) continue;
        reachedFrom.set(blocker, at);
        following.push(blocker);
      }
    }
    wave = following;
  }
  return [];
};

const pathTo = (end: ItemKey, start: ItemKey, reachedFrom: ReadonlyMap<ItemKey, ItemKey>): readonly ItemKey[] => {
  const path: ItemKey[] = [];
  for (let at: ItemKey | undefined = end; at !== undefined && at !== start; at = reachedFrom.get(at)) path.push(at);
  return [start, ...path.reverse()];
};
