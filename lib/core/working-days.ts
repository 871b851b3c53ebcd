import type { Day } from './item.ts';
import type { WorkingWeek } from './settings.ts';

/** Milliseconds. */
export const dayLength = 24 * 60 * 60 * 1000;

const numberOf = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
const dayAt = (number: number): Day => new Date(number * dayLength).toISOString().slice(0, 10);

/** 1 Monday to 7 Sunday (ISO 8601). Day 0 of 1970 was a Thursday. */
const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The days on which somebody works (T2). Every answer is exact for any distance: nothing is walked beyond one week and the holidays. */
export interface WorkingDays {
  readonly isWorking: (day: Day) => boolean;
  /** The day itself where it is worked, else the last one worked before. Undefined: there is none within a year. */
  readonly lastUntil: (day: Day) => Day | undefined;
  /** How many days are worked after `from`, up to and with `to`; negative where `to` lies before. */
  readonly between: (from: Day, to: Day) => number;
}

const yearLength = 366;

export const workingDaysOf = ({ days, holidays }: WorkingWeek): WorkingDays => {
  const worked = new Set(days);
  const inWeek = (number: number): boolean => worked.has(weekdayOf(number));
  const off = [...new Set(holidays)]
    .map(numberOf)
    .filter(inWeek)
    .sort((a, b) => a - b);
  const offAt = new Set(off);
  const isWorked = (number: number): boolean => inWeek(number) && !offAt.has(number);
  /** Worked days after `from`, up to and with `to`, of weeks without holidays. */
  const inWeeks = (from: number, to: number): number => {
    const weeks = Math.floor((to - from) / 7);
    let count = weeks * worked.size;
    for (let number = from + weeks * 7 + 1; number <= to; number += 1) if (inWeek(number)) count += 1;
    return count;
  };
  const forward = (from: number, to: number): number =>
    inWeeks(from, to) - off.filter((number) => number > from && number <= to).length;
  return {
    isWorking: (day) => isWorked(numberOf(day)),
    lastUntil: (day) => {
      const start = numberOf(day);
      for (let number = start; number > start - yearLength; number -= 1) if (isWorked(number)) return dayAt(number);
      return undefined;
    },
    between: (from, to) => {
      const [a, b] = [numberOf(from), numberOf(to)];
      return a <= b ? forward(a, b) : 0 - forward(b, a);
    },
  };
};

/** The day so many days before, or after for a negative count. */
export const daysBefore = (day: Day, count: number): Day => dayAt(numberOf(day) - count);
