import { expect, test } from 'vitest';
import { type TellingNow, toTell } from '../../lib/core/daily-word.ts';
import type { KeptFinding } from '../../lib/core/findings-view.ts';

const found = { since: 100 } as KeptFinding;
// A Monday.
const monday: TellingNow = {
  today: '2026-11-23',
  hour: 10,
  week: { days: [1, 2, 3, 4, 5], holidays: [] },
  looked: 0,
  last: undefined,
};

test.each<readonly [string, Partial<TellingNow>, number]>([
  ['on a day that is worked, in its hours', {}, 1],
  ['not before the day begins', { hour: 8 }, 0],
  ['not after it ends', { hour: 17 }, 0],
  ['not on a day that is not worked', { today: '2026-11-22' }, 0],
  ['not on a holiday', { week: { days: [1], holidays: ['2026-11-23'] } }, 0],
  ['not twice on a day', { last: { at: 50, on: '2026-11-23' } }, 0],
  ['again on another day', { last: { at: 50, on: '2026-11-20' } }, 1],
  ['not what was told before', { last: { at: 100, on: '2026-11-20' } }, 0],
  ['not what was looked at', { looked: 100 }, 0],
])('[Q1] tells %s', (_when, more, count) => {
  expect(toTell([found], { ...monday, ...more })).toHaveLength(count);
});
