import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import { reopenedBlocker } from '../../lib/signals/reopened-blocker.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { found, namesOf, noonOf, theOne } from './judging.ts';

const lately = noonOf('2026-11-20');
/** `b` waits on `a`, which was reopened. */
const again = (a: Partial<NetFacts> = {}) =>
  net()
    .item('a', { reopened: lately, assigned: [dana], ...a })
    .item('b', { assigned: [noor] })
    .waits('b', 'a');

describe('reopened-blocker', () => {
  test('[D2] it is open again, and work waits on it once more', () => {
    expect(theOne(found(reopenedBlocker, again()))).toEqual({
      signal: 'reopened-blocker',
      subject: keyOf('a'),
      items: [keyOf('a'), keyOf('b')],
      concerns: [dana, noor],
      says: {
        id: 'reopened-blocker',
        args: { at: { at: lately }, whose: { item: keyOf('b') }, count: { count: 1 } },
      },
      evidence: [
        { item: keyOf('a'), fact: 'state' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
      ],
      next: [
        { type: 'ask', item: keyOf('a'), who: [dana] },
        { type: 'look', item: keyOf('a') },
      ],
      sure: true,
    });
  });

  test('seven days are news, eight are not, and one that was never seen to reopen is not', () => {
    expect(found(reopenedBlocker, again({ reopened: noonOf('2026-11-16') }))).toHaveLength(1);
    expect(found(reopenedBlocker, again({ reopened: noonOf('2026-11-15') }))).toEqual([]);
    expect(found(reopenedBlocker, net().item('a').item('b').waits('b', 'a'))).toEqual([]);
  });

  test('[D2] [K3] closed once more, or not known: quiet', () => {
    for (const state of ['done', 'dropped', 'unknown'] as const)
      expect(found(reopenedBlocker, again({ state }))).toEqual([]);
  });

  test('[D1] [D2] where nothing waits now it is no blocker', () => {
    expect(found(reopenedBlocker, net().item('a', { reopened: lately }))).toEqual([]);
    expect(found(reopenedBlocker, again().item('b', { state: 'done' }))).toEqual([]);
    const soft = net().item('a', { reopened: lately }).item('b').waits('b', 'a', { hard: false });
    expect(found(reopenedBlocker, soft)).toEqual([]);
  });

  test('all that waits is named in order, with the nearest day of theirs', () => {
    const one = theOne(found(reopenedBlocker, again().item('A', { due: '2026-12-04' }).waits('A', 'a')));
    expect(namesOf(one.items)).toEqual(['a', 'A', 'b']);
    expect(one).toMatchObject({ says: { args: { count: { count: 2 } } }, by: '2026-12-04' });
  });
});
