import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import { slippedDate } from '../../lib/signals/slipped-date.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { found, noonOf, theOne } from './judging.ts';

const slipped = { from: '2026-11-27', at: noonOf('2026-11-20') };
const later = (a: Partial<NetFacts> = {}) =>
  net()
    .item('a', { due: '2026-12-04', slipped, assigned: [dana], ...a })
    .item('b', { assigned: [noor] })
    .waits('b', 'a');

describe('slipped-date', () => {
  test('its date moved to a later one: from which to which, and how many wait', () => {
    expect(theOne(found(slippedDate, later()))).toEqual({
      signal: 'slipped-date',
      subject: keyOf('a'),
      items: [keyOf('a'), keyOf('b')],
      concerns: [dana, noor],
      says: {
        id: 'slipped-date-awaited',
        args: { from: { day: '2026-11-27' }, to: { day: '2026-12-04' }, count: { count: 1 } },
      },
      evidence: [
        { item: keyOf('a'), fact: 'due' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
      ],
      next: [{ type: 'ask', item: keyOf('a'), who: [dana] }],
      sure: true,
      by: '2026-12-04',
    });
  });

  test('where nobody waits it is said in other words', () => {
    expect(theOne(found(slippedDate, later().item('b', { state: 'done' })))).toMatchObject({
      items: [keyOf('a')],
      concerns: [dana],
      says: { id: 'slipped-date', args: { count: { count: 0 } } },
    });
  });

  test('seven days are news, eight are not', () => {
    expect(found(slippedDate, later({ slipped: { ...slipped, at: noonOf('2026-11-16') } }))).toHaveLength(1);
    expect(found(slippedDate, later({ slipped: { ...slipped, at: noonOf('2026-11-15') } }))).toEqual([]);
  });

  test('[K3] a date that did not move, or is not there any more, is quiet', () => {
    expect(found(slippedDate, net().item('a', { due: '2026-12-04' }))).toEqual([]);
    expect(found(slippedDate, later({ due: null }))).toEqual([]);
  });

  test('[D2] [K3] over, or not known to be open: quiet', () => {
    for (const state of ['done', 'dropped', 'unknown'] as const)
      expect(found(slippedDate, later({ state }))).toEqual([]);
  });
});
