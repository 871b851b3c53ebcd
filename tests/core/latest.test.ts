import { describe, expect, test } from 'vitest';
import { itemViewOf } from '../../lib/core/item-view.ts';
import { keyOf, world } from '../worlds.ts';

/** The world's today is Sunday, 2026-11-22. */
const latest = (built: ReturnType<typeof world>, name = 'a', holidays: readonly string[] = []) =>
  itemViewOf(built.snapshot(), keyOf(name), { week: { days: [1, 2, 3, 4, 5], holidays } }).latest;

describe('until when it must be done', () => {
  test('[T2] dates go backwards along chains, and the nearest counts', () => {
    const built = world()
      .item('a')
      .item('b', { due: '2026-12-10' })
      .item('c', { due: '2026-12-03' })
      .waits('b', 'a')
      .waits('c', 'b');
    expect(latest(built)).toMatchObject({ day: '2026-12-03', needed: '2026-12-03', of: { key: keyOf('c') } });
    expect(latest(built, 'b')).toMatchObject({ needed: '2026-12-03' });
    expect(latest(built, 'c')).toBeUndefined();
  });

  test('[T2] the last day that is worked: not a weekend, not a day off', () => {
    const built = world().item('a').item('b', { due: '2026-12-06' }).waits('b', 'a');
    expect(latest(built)).toMatchObject({ day: '2026-12-04', needed: '2026-12-06' });
    expect(latest(built, 'a', ['2026-12-04'])).toMatchObject({ day: '2026-12-03', needed: '2026-12-06' });
  });

  test('[T2] spare days are working days, from its own date', () => {
    const built = (due: string) => world().item('a', { due }).item('b').waits('b', 'a', { needed: '2026-12-04' });
    expect(latest(built('2026-11-26'))).toMatchObject({ spare: 6, from: 'due' });
    expect(latest(built('2026-11-26'), 'a', ['2026-11-30'])).toMatchObject({ spare: 5 });
    expect(latest(built('2026-12-04'))).toMatchObject({ spare: 0, from: 'due' });
    expect(latest(built('2026-12-08'))).toMatchObject({ spare: -2, from: 'due' });
  });

  test('[T1] near miss: due on a weekend before what waits needs it is not late', () => {
    const built = world().item('a', { due: '2026-12-05' }).item('b', { due: '2026-12-06' }).waits('b', 'a');
    expect(latest(built)?.spare).toBe(0);
  });

  test('[T2] from today where it has no date, or one that has passed', () => {
    const built = (due: string | null) => world().item('a', { due }).item('b', { due: '2026-11-25' }).waits('b', 'a');
    expect(latest(built(null))).toMatchObject({ spare: 3, from: 'today' });
    expect(latest(built('2026-11-10'))).toMatchObject({ spare: 3, from: 'today' });
    expect(latest(world().item('a').item('b', { due: '2026-11-18' }).waits('b', 'a'))).toMatchObject({
      spare: -2,
      from: 'today',
    });
  });

  test('[T2] a missing date gives nothing, nor does what is soft, done or only its own circle’s', () => {
    expect(latest(world().item('a', { due: '2026-12-01' }).item('b').waits('b', 'a'))).toBeUndefined();
    const dated = { due: '2026-12-01' };
    expect(latest(world().item('a').item('b', dated).waits('b', 'a', { hard: false }))).toBeUndefined();
    expect(latest(world().item('a', { state: 'done' }).item('b', dated).waits('b', 'a'))).toBeUndefined();
    expect(latest(world().item('a', dated).item('b').waits('b', 'a').waits('a', 'b'))).toBeUndefined();
  });

  test('[T2] the working week is the person’s', () => {
    const built = world().item('a').item('b', { due: '2026-12-06' }).waits('b', 'a');
    const everyDay = { days: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
    expect(itemViewOf(built.snapshot(), keyOf('a'), { week: everyDay }).latest).toMatchObject({
      day: '2026-12-06',
      spare: 14,
    });
    expect(itemViewOf(built.snapshot(), keyOf('a')).latest).toMatchObject({ day: '2026-12-04', spare: 10 });
  });
});
