import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import { closedWithOpenBlocker } from '../../lib/signals/closed-with-open-blocker.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { found, namesOf, noonOf, theOne } from './judging.ts';

const lately = noonOf('2026-11-20');
/** `b` is done, and had to wait on `a`. */
const done = (a: Partial<NetFacts> = {}, b: Partial<NetFacts> = {}) =>
  net()
    .item('a', { assigned: [dana], ...a })
    .item('b', { state: 'done', closed: lately, assigned: [noor], ...b })
    .waits('b', 'a');

describe('closed-with-open-blocker', () => {
  test('[D2] done, while what it had to wait for is open', () => {
    expect(theOne(found(closedWithOpenBlocker, done()))).toEqual({
      signal: 'closed-with-open-blocker',
      subject: keyOf('b'),
      items: [keyOf('b'), keyOf('a')],
      concerns: [dana, noor],
      says: {
        id: 'closed-with-open-blocker',
        args: { at: { at: lately }, on: { item: keyOf('a') }, count: { count: 1 } },
      },
      evidence: [
        { item: keyOf('b'), fact: 'state' },
        { item: keyOf('a'), fact: 'state' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
      ],
      next: [
        { type: 'cut', blocker: keyOf('a'), blocked: keyOf('b') },
        { type: 'ask', item: keyOf('a'), who: [dana] },
      ],
      sure: true,
    });
  });

  test('[D2] one that was dropped had not to wait', () => {
    expect(found(closedWithOpenBlocker, done({}, { state: 'dropped' }))).toEqual([]);
  });

  test('[D2] [K3] an open item is another matter; so is one that is not known', () => {
    for (const state of ['open', 'in-progress', 'unknown'] as const)
      expect(found(closedWithOpenBlocker, done({}, { state }))).toEqual([]);
  });

  test('[D2] [K3] a blocker that is closed, or of which it is not known whether it is open, is quiet', () => {
    for (const state of ['done', 'dropped', 'unknown'] as const)
      expect(found(closedWithOpenBlocker, done({ state }))).toEqual([]);
    expect(found(closedWithOpenBlocker, done({ state: 'in-progress' }))).toHaveLength(1);
  });

  test('seven days are news, eight are not, and when it was closed has to be known', () => {
    expect(found(closedWithOpenBlocker, done({}, { closed: noonOf('2026-11-16') }))).toHaveLength(1);
    expect(found(closedWithOpenBlocker, done({}, { closed: noonOf('2026-11-15') }))).toEqual([]);
    expect(found(closedWithOpenBlocker, net().item('a').item('b', { state: 'done' }).waits('b', 'a'))).toEqual([]);
  });

  test('[D1] better after is not must wait', () => {
    const soft = net().item('a').item('b', { state: 'done', closed: lately }).waits('b', 'a', { hard: false });
    expect(found(closedWithOpenBlocker, soft)).toEqual([]);
  });

  test('several are named in order; where nobody owns the first, who closed is asked', () => {
    const one = theOne(found(closedWithOpenBlocker, done().item('A', { assigned: [] }).waits('b', 'A')));
    expect(namesOf(one.items)).toEqual(['b', 'A', 'a']);
    expect(one).toMatchObject({
      says: { args: { on: { item: keyOf('A') }, count: { count: 2 } } },
      next: [{ blocker: keyOf('A') }, { type: 'ask', item: keyOf('A'), who: [noor] }],
    });
  });
});
