import type { Day } from '../item.ts';
import type { ItemKey } from '../key.ts';
import { componentsOf, cycleOf } from './cycles.ts';
import { type Bound, isActive, isOpen, isPending, type NetItem, type Wait } from './item.ts';
import type { OwnItem } from './own-net.ts';

/** What the whole net says of each of its items, computed from nothing. */
export const answerWhole = (byKey: ReadonlyMap<ItemKey, OwnItem>): void => {
  const components = answerCycles(byKey.values());
  answerWaves(byKey.values(), components);
  answerBounds(byKey.values(), components);
};

type Components = ReturnType<typeof answerCycles>;

/** Gives open items in components of which each stands before what waits on it. */
export const answerCycles = (items: Iterable<OwnItem>) => {
  const open: OwnItem[] = [];
  for (const item of items) {
    item.cycle = undefined;
    if (isOpen(item)) open.push(item);
  }
  const components = componentsOf(open, isActive);
  for (const members of components) {
    const cycle = cycleOf(members);
    if (cycle !== undefined) for (const member of members) member.cycle = cycle;
  }
  return components;
};

/** Forwards, in one pass. */
export const answerWaves = (items: Iterable<OwnItem>, components: Components): void => {
  for (const item of items) if (!isOpen(item)) item.wave = waveOf(item);
  for (const members of components) for (const member of members) member.wave = waveOf(member);
};

/** Backwards, in one pass. */
export const answerBounds = (items: Iterable<OwnItem>, components: Components): void => {
  for (const item of items) item.bound = undefined;
  for (let at = components.length - 1; at >= 0; at -= 1) {
    const members = components[at] ?? [];
    const bound = boundOf(members);
    for (const member of members) member.bound = bound;
  }
};

/** The wave of an item, from those of its blockers. */
export const waveOf = (item: NetItem): number => {
  const { state } = item.facts;
  if (state === 'unknown' || item.cycle !== undefined) return Number.POSITIVE_INFINITY;
  if (!isOpen(item)) return 0;
  let wave = 0;
  for (const wait of item.blockers) if (isPending(wait) && wait.blocker.wave >= wave) wave = wait.blocker.wave + 1;
  return wave;
};

/**
 * The nearest date that an item must hold for what waits on it, from theirs. In a circle each must be done before each:
 * they share one, in which their own dates count. `members`: an item, or all of a circle.
 */
export const boundOf = (members: readonly NetItem[]): Bound | undefined => {
  let nearest: Bound | undefined;
  for (const { dependents } of members)
    for (const wait of dependents) if (isActive(wait)) nearest = nearerOver(wait, nearest);
  return nearest;
};

/**
 * `than`, or what a wait asks for where that is nearer: when it is needed, the date of what waits, or what that must hold.
 * In a circle what both ends must hold is each other's: only their own dates count.
 */
export const nearerOver = ({ blocker, blocked, needed }: Wait, than?: Bound): Bound | undefined => {
  const { key, bound, cycle } = blocked;
  const due = blocked.facts.due ?? undefined;
  let nearest = than;
  if (needed !== undefined && isNearer(needed, key, nearest)) nearest = { day: needed, of: key };
  if (due !== undefined && isNearer(due, key, nearest)) nearest = { day: due, of: key };
  if (bound === undefined || (cycle !== undefined && cycle === blocker.cycle)) return nearest;
  return isNearer(bound.day, bound.of, nearest) ? bound : nearest;
};

const isNearer = (day: Day, of: ItemKey, than: Bound | undefined): boolean =>
  than === undefined || day < than.day || (day === than.day && of < than.of);

export const sameBound = (a: Bound | undefined, b: Bound | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.day === b.day && a.of === b.of);
