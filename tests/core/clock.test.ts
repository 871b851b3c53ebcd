import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adopt, clockStart, isClock, isPlausible, maxAhead, tick, timeOf } from '../../lib/core/clock.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

test('a clock sorts as text, carries its time, and rises strictly whatever the wall clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 2, maxLength: 50 }), (skews) => {
      let last = clockStart;
      for (const skew of skews) {
        const next = tick(last, now + skew);
        expect(isClock(next)).toBe(true);
        expect(next > last).toBe(true);
        expect(timeOf(next)).toBeGreaterThanOrEqual(timeOf(last));
        last = next;
      }
    }),
  );
});

test('a counter that is full moves on to the next millisecond', () => {
  const last = `${tick(clockStart, now).slice(0, 9)}zzzz`;
  const next = tick(last, now);
  expect(next > last).toBe(true);
  expect(timeOf(next)).toBe(now + 1);
});

test('a wall clock that was set back writes later than before all the same', () => {
  const last = tick(clockStart, now);
  expect(timeOf(tick(last, now - 86_400_000))).toBe(now);
});

test('a remote clock is adopted up to a day ahead, and not one millisecond more', () => {
  const mine = tick(clockStart, now);
  const ahead = tick(clockStart, now + maxAhead);
  const broken = tick(clockStart, now + maxAhead + 1);
  expect(adopt(mine, ahead, now)).toBe(ahead);
  expect(adopt(mine, broken, now)).toBe(mine);
  expect(adopt(ahead, mine, now)).toBe(ahead);
  expect([isPlausible(ahead, now), isPlausible(broken, now)]).toEqual([true, false]);
});

test.each(['', '0mwryu0g8000', '0mwryu0g80000x', '0MWRYU0G80000', '0mwryu0g8 000', '../../../etc/'])(
  '%j is no clock',
  (text) => {
    expect(isClock(text)).toBe(false);
  },
);
