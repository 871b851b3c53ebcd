import type { ItemKey } from '../key.ts';
import { type NetItem, type Wait, waitedFor, waitersOn } from './item.ts';

/** How a walk reached an item. Every walk here visits an item once, with a queue: no recursion, no loop without end (D5). */
export interface Step {
  readonly item: NetItem;
  /** Waits from where the walk began; 1 is next to it. */
  readonly distance: number;
  /** The wait over which it was reached first. */
  readonly over: Wait;
}

/** M1: every open item that waits for it, directly or down a chain, nearest first. Each once. A closed item ends a chain. */
export const stepsToWaiters = (item: NetItem): readonly Step[] =>
  stepsFrom(item, (at) => waitersOn(at).map((over) => ({ to: over.blocked, over })));

export const allWaiters = (item: NetItem): readonly NetItem[] => stepsToWaiters(item).map((step) => step.item);

/** D6: the open items of its chain that wait on nothing, nearest first. Empty where it waits on nothing, or only in circles. */
export const rootsOf = (item: NetItem): readonly NetItem[] =>
  stepsFrom(item, (at) => waitedFor(at).map((over) => ({ to: over.blocker, over })))
    .map((step) => step.item)
    .filter((at) => waitedFor(at).length === 0);

/**
 * D5: the shortest circle through an item, in order of waiting: it first, each waits on the next, the last on it. Empty
 * where it is in none.
 */
export const circleThrough = (item: NetItem): readonly NetItem[] => {
  if (item.cycle === undefined) return [];
  const inside = new Set<NetItem>(item.cycle.members);
  const around = stepsFrom(item, (at) =>
    waitedFor(at)
      .filter(({ blocker }) => inside.has(blocker))
      .map((over) => ({ to: over.blocker, over })),
  );
  const before = new Map(around.map((step) => [step.item, step.over.blocked]));
  const last = around.find((step) => waitedFor(step.item).some(({ blocker }) => blocker === item));
  const circle: NetItem[] = [];
  for (let at = last?.item; at !== undefined && at !== item; at = before.get(at)) circle.push(at);
  return [item, ...circle.reverse()];
};

const stepsFrom = (
  start: NetItem,
  next: (item: NetItem) => readonly { readonly to: NetItem; readonly over: Wait }[],
): readonly Step[] => {
  const seen = new Set([start]);
  const steps: Step[] = [];
  let wave: readonly NetItem[] = [start];
  for (let distance = 1; wave.length > 0; distance += 1) {
    const following = new Map<ItemKey, Step>();
    for (const { to, over } of wave.flatMap(next))
      if (!seen.has(to) && !following.has(to.key)) following.set(to.key, { item: to, distance, over });
    const found = [...following.values()].sort((a, b) => (a.item.key < b.item.key ? -1 : 1));
    for (const step of found) {
      seen.add(step.item);
      steps.push(step);
    }
    wave = found.map(({ item }) => item);
  }
  return steps;
};
