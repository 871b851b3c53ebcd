import { describe, expect, test } from 'vitest';
import type { Rank } from '../../lib/core/item.ts';
import { priorityConflict } from '../../lib/signals/priority-conflict.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, found, namesOf, theOne } from './judging.ts';

/** `b` waits on `a`. */
const pair = (own: Rank | null | undefined, waiting: Rank | null | undefined) =>
  net()
    .item('a', { assigned: [dana], ...(own === undefined ? {} : { rank: own }) })
    .item('b', { assigned: [noor], ...(waiting === undefined ? {} : { rank: waiting }) })
    .waits('b', 'a');

describe('priority-conflict', () => {
  test('[T4] a blocker that ranks lower than what waits on it', () => {
    expect(theOne(found(priorityConflict, pair('normal', 'urgent')))).toEqual({
      signal: 'priority-conflict',
      subject: keyOf('a'),
      items: [keyOf('a'), keyOf('b')],
      concerns: [dana, noor],
      says: { id: 'priority-conflict', args: { whose: { item: keyOf('b') }, count: { count: 1 } } },
      evidence: [
        { item: keyOf('a'), fact: 'priority' },
        { item: keyOf('b'), fact: 'priority' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
      ],
      next: [{ type: 'ask', item: keyOf('a'), who: [dana] }],
      sure: true,
    });
  });

  test.each<[Rank, Rank, number]>([
    ['low', 'normal', 1],
    ['normal', 'high', 1],
    ['high', 'urgent', 1],
    ['urgent', 'urgent', 0],
    ['normal', 'normal', 0],
    ['high', 'low', 0],
  ])('[T4] %s before %s: %i', (own, waiting, count) => {
    expect(found(priorityConflict, pair(own, waiting))).toHaveLength(count);
  });

  test('[T4] [K3] a priority that was not seen, or has no place on the scale, gives none', () => {
    for (const nothing of [null, undefined]) {
      expect(found(priorityConflict, pair(nothing, 'urgent'))).toEqual([]);
      expect(found(priorityConflict, pair('low', nothing))).toEqual([]);
    }
  });

  test('[T4] the highest that waits is named; those that rank no higher are not counted', () => {
    const work = pair('normal', 'high')
      .item('c', { rank: 'urgent', assigned: [ada] })
      .waits('c', 'a')
      .item('d', { rank: 'low' })
      .waits('d', 'a')
      .item('e', { rank: null })
      .waits('e', 'a');
    const one = theOne(found(priorityConflict, work));
    expect(namesOf(one.items)).toEqual(['a', 'c', 'b']);
    expect(one).toMatchObject({
      says: { args: { whose: { item: keyOf('c') }, count: { count: 2 } } },
      concerns: [ada, dana, noor],
    });
  });

  test('[D1] [D2] what does not wait now is quiet: softly, closed, or not known', () => {
    const ranks = { a: { rank: 'low' }, b: { rank: 'urgent' } } as const;
    const soft = net().item('a', ranks.a).item('b', ranks.b).waits('b', 'a', { hard: false });
    expect(found(priorityConflict, soft)).toEqual([]);
    expect(found(priorityConflict, pair('low', 'urgent').item('b', { ...ranks.b, state: 'done' }))).toEqual([]);
    expect(found(priorityConflict, pair('low', 'urgent').item('a', { ...ranks.a, state: 'done' }))).toEqual([]);
    expect(found(priorityConflict, pair('low', 'urgent').item('a', { ...ranks.a, state: 'unknown' }))).toEqual([]);
  });

  test('where nobody owns it there is nobody to ask, and still who waits should know', () => {
    const one = theOne(found(priorityConflict, pair('low', 'high').item('a', { rank: 'low', assigned: [] })));
    expect(one).toMatchObject({ next: [{ type: 'ask', who: [] }], concerns: [noor] });
  });
});
