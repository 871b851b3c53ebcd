import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../lib/core/item.ts';
import { daysBefore, workingDaysOf } from '../../lib/core/working-days.ts';

const week = workingDaysOf({ days: [1, 2, 3, 4, 5], holidays: [] });
const withHoliday = workingDaysOf({ days: [1, 2, 3, 4, 5], holidays: ['2026-11-25', '2026-11-28', '2026-11-25'] });

describe('working days', () => {
  test('[T2] a week from Monday to Friday', () => {
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
    expect(days.map(week.isWorking)).toEqual([true, false, false, true]);
  });

  test('[T2] counted after the first day, up to and with the last', () => {
    expect(week.between('2026-11-23', '2026-11-23')).toBe(0);
    expect(week.between('2026-11-23', '2026-11-24')).toBe(1);
    expect(week.between('2026-11-20', '2026-11-23')).toBe(1);
    expect(week.between('2026-11-20', '2026-11-22')).toBe(0);
    expect(week.between('2026-11-16', '2026-11-30')).toBe(10);
  });

  test('[T2] backwards they are less than none, and a day that is none is not minus none', () => {
    expect(week.between('2026-11-24', '2026-11-23')).toBe(-1);
    expect(Object.is(week.between('2026-11-22', '2026-11-21'), 0)).toBe(true);
  });

  test('[T2] a holiday is not worked; one on a weekend, or told twice, changes nothing', () => {
    expect(withHoliday.isWorking('2026-11-25')).toBe(false);
    expect(withHoliday.between('2026-11-23', '2026-11-30')).toBe(4);
    expect(withHoliday.lastUntil('2026-11-25')).toBe('2026-11-24');
  });

  test('[T2] the last day worked until a day', () => {
    expect(week.lastUntil('2026-11-20')).toBe('2026-11-20');
    expect(week.lastUntil('2026-11-22')).toBe('2026-11-20');
    expect(week.lastUntil('2026-03-01')).toBe('2026-02-27');
  });

  test('where no day is worked for a year there is none', () => {
    const none = workingDaysOf({ days: [], holidays: [] });
    expect(none.lastUntil('2026-11-22')).toBeUndefined();
    expect(none.between('2026-01-01', '2026-12-31')).toBe(0);
  });

  test('a hundred years are counted without walking them', () => {
    expect(week.between('1970-01-01', '2070-01-01')).toBe(26_089);
  });
});

test('daysBefore goes over months, leap days and backwards', () => {
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
  expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29');
  expect(daysBefore('2026-12-31', -1)).toBe('2027-01-01');
});

describe('laws', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((count) => daysBefore('2027-06-30', count));
  const weeks = fc.record({
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    holidays: fc.array(day, { maxLength: 30, size: 'max' }),
  });

  /** ISO 8601, told another way. */
  const weekday = (text: Day): number => new Date(`${text}T12:00:00Z`).getUTCDay() || 7;

  test('[T2] what is counted is what walking day by day finds', () => {
    fc.assert(
      fc.property(weeks, day, day, (one, a, b) => {
        const working = workingDaysOf(one);
        const [from, to] = a <= b ? [a, b] : [b, a];
        let count = 0;
        for (let at = from; at < to; ) {
          at = daysBefore(at, -1);
          if (one.days.includes(weekday(at)) && !one.holidays.includes(at)) count += 1;
        }
        expect(working.between(from, to)).toBe(count);
        expect(working.between(to, from)).toBe(count === 0 ? 0 : -count);
      }),
    );
  });

  test('[T2] the last one worked is worked, and none lies between', () => {
    fc.assert(
      fc.property(weeks, day, (one, until) => {
        const working = workingDaysOf(one);
        const last = working.lastUntil(until);
        if (last === undefined) return;
        expect(working.isWorking(last)).toBe(true);
        expect(last <= until).toBe(true);
        expect(working.between(last, until)).toBe(0);
      }),
    );
  });
});
