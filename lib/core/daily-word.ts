import type { KeptFinding } from './findings-view.ts';
import type { Day } from './item.ts';
import type { WorkingWeek } from './settings.ts';
import { workingDaysOf } from './working-days.ts';

/** Hours of a day in which somebody may be told something: from the first, up to the last (local time). */
export const tellingHours = { from: 9, until: 17 } as const;

export interface Telling {
  /** The last time (milliseconds), and the day it was. */
  readonly at: number;
  readonly on: Day;
}

export interface TellingNow {
  readonly today: Day;
  /** 0 to 23, where the person is. */
  readonly hour: number;
  readonly week: WorkingWeek;
  /** Milliseconds: when the findings were last looked at. */
  readonly looked: number;
  readonly last: Telling | undefined;
}

/**
 * Q1: what somebody who switched it on is told, all at once: what concerns them, came since they last looked and were
 * last told, once a day at most, and only while they work. Empty: nothing is to be said now.
 */
export const toTell = (
  mine: readonly KeptFinding[],
  { today, hour, week, looked, last }: TellingNow,
): readonly KeptFinding[] => {
  if (last?.on === today || hour < tellingHours.from || hour >= tellingHours.until) return [];
  if (!workingDaysOf(week).isWorking(today)) return [];
  const after = Math.max(looked, last?.at ?? 0);
  return mine.filter(({ since }) => since > after);
};
