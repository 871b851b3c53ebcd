import type { Day } from './item.ts';
import type { ItemKey } from './key.ts';
import type { NetItem } from './net/item.ts';
import type { ItemBrief, LatestView } from './view.ts';
import type { WorkingDays } from './working-days.ts';

interface LatestNeeds {
  readonly today: Day;
  readonly working: WorkingDays;
  readonly brief: (key: ItemKey) => ItemBrief;
}

/**
 * T2: the latest day on which an item can be done so that everything after it holds, in working days. Undefined where
 * nothing dated waits, and in a circle whose nearest date is its own.
 */
export const latestOf = (
  { key, bound, facts }: NetItem,
  { today, working, brief }: LatestNeeds,
): LatestView | undefined => {
  if (bound === undefined || bound.of === key) return undefined;
  const day = working.lastUntil(bound.day) ?? bound.day;
  const start =
    facts.due != null && facts.due >= today
      ? ({ from: 'due', on: facts.due } as const)
      : ({ from: 'today', on: today } as const);
  return {
    day,
    needed: bound.day,
    of: brief(bound.of),
    spare: working.between(start.on, day),
    from: start.from,
  };
};
