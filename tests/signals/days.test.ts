import { describe, expect, test } from 'vitest';
import { atStake, isNews, workedSince } from '../../lib/signals/days.ts';
import { itemOf, net } from '../nets.ts';
import { noonOf, worldAt } from './judging.ts';

describe('the day at stake', () => {
  const of = (work: ReturnType<typeof net>) => atStake(itemOf(work.build(), 'a'));

  test('[T2] the nearer of its own date and of what waits on it', () => {
    const work = net().item('a', { due: '2026-12-04' }).item('b', { due: '2026-12-01' });
    expect(of(work)).toEqual({ by: '2026-12-04' });
    expect(of(work.waits('b', 'a'))).toEqual({ by: '2026-12-01' });
    expect(of(work.item('a', { due: null }))).toEqual({ by: '2026-12-01' });
  });

  test('[T2] none where no date is known', () => {
    expect(of(net().item('a', { due: null }))).toEqual({});
    expect(of(net().item('a'))).toEqual({});
  });
});

test('news is so many days old at most; what is not known to have happened is none', () => {
  const world = worldAt(net());
  expect(['2026-11-16', '2026-11-15'].map((day) => isNews(noonOf(day), world))).toEqual([true, false]);
  expect(isNews(undefined, world)).toBe(false);
});

test('[T2] days that were worked since, without a weekend', () => {
  const world = worldAt(net());
  expect(
    ['2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23'].map((day) => workedSince(noonOf(day), world)),
  ).toEqual([2, 1, 1, 0]);
});
