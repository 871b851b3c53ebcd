import { describe, expect, test } from 'vitest';
import { daysAfter, mondayAfter } from '../../components/days.ts';

describe('days to come', () => {
  test.each([
    ['2026-11-19', 1, '2026-11-20'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-11-19', 7, '2026-11-26'],
  ])('%s and %i more', (day, count, after) => expect(daysAfter(day, count)).toBe(after));

  test.each([
    ['2026-11-15', '2026-11-16'],
    ['2026-11-16', '2026-11-23'],
    ['2026-11-17', '2026-11-23'],
    ['2026-11-21', '2026-11-23'],
  ])('the Monday after %s', (day, monday) => expect(mondayAfter(day)).toBe(monday));
});
