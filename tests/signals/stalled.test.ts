import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import { buildNet } from '../../lib/core/net/net.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { stalled } from '../../lib/signals/stalled.ts';
import { net } from '../nets.ts';
import { dana, keyOf } from '../worlds.ts';
import { ada, found, noonOf, theOne, today } from './judging.ts';

/** Five working days before the Monday on which it is judged. */
const moved = noonOf('2026-11-16');
const still = (more: Partial<NetFacts> = {}) =>
  net().item('a', { state: 'in-progress', assigned: [dana], moved, seen: noonOf(today), ...more });

describe('stalled', () => {
  test('begun, and for five working days seen not to move', () => {
    expect(theOne(found(stalled, still()))).toEqual({
      signal: 'stalled',
      subject: keyOf('a'),
      items: [keyOf('a')],
      concerns: [dana],
      says: { id: 'stalled', args: { since: { at: moved } } },
      evidence: [
        { item: keyOf('a'), fact: 'state' },
        { item: keyOf('a'), fact: 'updated' },
      ],
      next: [{ type: 'ask', item: keyOf('a'), who: [dana] }],
      sure: true,
    });
  });

  test('four are few; a weekend is no time', () => {
    expect(found(stalled, still({ moved: noonOf('2026-11-17') }))).toEqual([]);
    expect(found(stalled, still(), { day: '2026-11-22' })).toEqual([]);
  });

  test('[T2] a holiday is no time either', () => {
    const week = { days: [1, 2, 3, 4, 5], holidays: ['2026-11-18'] };
    expect(found(stalled, still(), { settings: { week } })).toEqual([]);
    expect(found(stalled, still({ moved: noonOf('2026-11-13') }), { settings: { week } })).toHaveLength(1);
  });

  test('[K3] where it was not looked at since, knowledge is merely old', () => {
    expect(found(stalled, still({ seen: noonOf('2026-11-20') }))).toEqual([]);
    const month = { day: '2026-12-23' };
    expect(found(stalled, still({ seen: noonOf('2026-11-20') }), month)).toEqual([]);
    expect(found(stalled, still({ seen: noonOf(today) }), month)).toHaveLength(1);
  });

  test('[K3] when it moved, or was seen, is not known: quiet', () => {
    expect(found(stalled, net().item('a', { state: 'in-progress' }))).toEqual([]);
    const neverSeen = {
      build: () => buildNet({ items: [{ key: keyOf('a'), facts: { state: 'in-progress', moved } }] }),
    };
    expect(found(stalled, neverSeen)).toEqual([]);
  });

  test('what is not begun, or over, does not stall', () => {
    for (const state of ['open', 'done', 'dropped', 'unknown'] as const)
      expect(found(stalled, still({ state }))).toEqual([]);
  });

  test('as many days as somebody chose', () => {
    const thresholds = { ...defaultSettings.thresholds, stalled: 6 };
    expect(found(stalled, still(), { settings: { thresholds } })).toEqual([]);
  });

  test('what it says stays the same while days pass; nobody owns it: who wrote it is asked', () => {
    const work = still({ assigned: [], author: ada, due: '2026-12-04' });
    const later = theOne(found(stalled, work, { day: '2026-11-24' }));
    expect(later).toEqual(theOne(found(stalled, work)));
    expect(later).toMatchObject({ concerns: [ada], by: '2026-12-04', next: [{ who: [ada] }] });
  });
});
