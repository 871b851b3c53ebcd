import { describe, expect, test } from 'vitest';
import { blockedCycle } from '../../lib/signals/blocked-cycle.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor, worldStart } from '../worlds.ts';
import { ada, found, namesOf, theOne } from './judging.ts';

/** `a` waits on `c`, `c` on `b`, `b` on `a`, which was said last. */
const circle = () =>
  net()
    .item('c', { assigned: [dana] })
    .item('a', { assigned: [noor] })
    .item('b')
    .waits('a', 'c')
    .waits('c', 'b')
    .waits('b', 'a', { since: worldStart + 1 });

describe('blocked-cycle', () => {
  test('[D5] said once for all of it, with what would open it, the youngest first', () => {
    expect(theOne(found(blockedCycle, circle()))).toEqual({
      signal: 'blocked-cycle',
      subject: keyOf('a'),
      items: [keyOf('a'), keyOf('b'), keyOf('c')],
      concerns: [dana, noor],
      says: { id: 'blocked-cycle-any', args: { count: { count: 3 }, cuts: { count: 3 } } },
      evidence: [
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
        { item: keyOf('c'), fact: 'waits', on: keyOf('b') },
        { item: keyOf('a'), fact: 'waits', on: keyOf('c') },
      ],
      next: [
        { type: 'cut', blocker: keyOf('a'), blocked: keyOf('b') },
        { type: 'cut', blocker: keyOf('b'), blocked: keyOf('c') },
        { type: 'cut', blocker: keyOf('c'), blocked: keyOf('a') },
        { type: 'ask', item: keyOf('a'), who: [dana, noor] },
      ],
      sure: true,
    });
  });

  test('[D5] what waits on a circle, or is waited for by it, is not part of it', () => {
    const one = theOne(found(blockedCycle, circle().item('x').waits('x', 'a').item('y').waits('b', 'y')));
    expect(namesOf(one.items)).toEqual(['a', 'b', 'c']);
  });

  test('[D5] two that share no item are two, and the day at stake is the nearest that they must hold', () => {
    const two = circle().item('p').item('q', { due: '2026-12-04' }).waits('p', 'q').waits('q', 'p');
    expect(found(blockedCycle, two).map(({ items, by }) => [namesOf(items).join(''), by])).toEqual([
      ['abc', undefined],
      ['pq', '2026-12-04'],
    ]);
  });

  test('[D5] where no wait alone opens it, those that do so together', () => {
    const knot = net().item('a').item('b').item('c').waits('a', 'b').waits('b', 'a').waits('b', 'c').waits('c', 'b');
    const one = theOne(found(blockedCycle, knot));
    expect(one.says).toEqual({ id: 'blocked-cycle-all', args: { count: { count: 3 }, cuts: { count: 2 } } });
  });

  test('of many cuts that are needed together some are offered, and all are counted', () => {
    const knot = net();
    for (let at = 0; at < 9; at += 1) knot.item(String(at));
    for (let at = 1; at < 9; at += 1) knot.waits(String(at), String(at - 1)).waits(String(at - 1), String(at));
    const one = theOne(found(blockedCycle, knot));
    expect(one.says.args['cuts']).toEqual({ count: 8 });
    expect(one.next.map(({ type }) => type)).toEqual(['cut', 'cut', 'cut', 'ask']);
    expect(one.evidence).toHaveLength(8);
  });

  test('[D2] a closed item opens it; [K3] so does one of which it is not known whether it is open', () => {
    expect(found(blockedCycle, circle().item('b', { state: 'dropped' }))).toEqual([]);
    expect(found(blockedCycle, circle().item('b', { state: 'unknown' }))).toEqual([]);
  });

  test('[D1] a soft wait closes none', () => {
    expect(found(blockedCycle, net().item('a').item('b').waits('a', 'b').waits('b', 'a', { hard: false }))).toEqual([]);
  });

  test('where nobody answers for any of it, those who wrote it should know', () => {
    const pair = net().item('a', { author: ada }).item('b', { assigned: [] }).waits('a', 'b').waits('b', 'a');
    expect(theOne(found(blockedCycle, pair)).concerns).toEqual([ada]);
  });
});
