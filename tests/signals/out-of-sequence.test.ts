import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import { outOfSequence } from '../../lib/signals/out-of-sequence.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { found, namesOf, theOne } from './judging.ts';

/** `b` is begun and waits on `a`. */
const begun = (a: Partial<NetFacts> = {}, b: Partial<NetFacts> = {}) =>
  net()
    .item('a', { assigned: [dana], ...a })
    .item('b', { state: 'in-progress', assigned: [noor], ...b })
    .waits('b', 'a');

describe('out-of-sequence', () => {
  test('[D1] begun while what has to come first is open', () => {
    expect(theOne(found(outOfSequence, begun()))).toEqual({
      signal: 'out-of-sequence',
      subject: keyOf('b'),
      items: [keyOf('b'), keyOf('a')],
      concerns: [dana, noor],
      says: { id: 'out-of-sequence', args: { on: { item: keyOf('a') }, count: { count: 1 } } },
      evidence: [
        { item: keyOf('b'), fact: 'state' },
        { item: keyOf('a'), fact: 'state' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
      ],
      next: [
        { type: 'ask', item: keyOf('a'), who: [dana] },
        { type: 'cut', blocker: keyOf('a'), blocked: keyOf('b') },
      ],
      sure: true,
    });
  });

  test('[D1] a blocker that is begun is open as well', () => {
    expect(found(outOfSequence, begun({ state: 'in-progress' }))).toHaveLength(1);
  });

  test('not begun, or closed: quiet', () => {
    for (const state of ['open', 'done', 'dropped', 'unknown'] as const)
      expect(found(outOfSequence, begun({}, { state }))).toEqual([]);
  });

  test('[D2] [K3] a closed blocker is quiet, and one of which it is not known', () => {
    for (const state of ['done', 'dropped', 'unknown'] as const)
      expect(found(outOfSequence, begun({ state }))).toEqual([]);
  });

  test('[D1] better after is not must wait', () => {
    const soft = net().item('a').item('b', { state: 'in-progress' }).waits('b', 'a', { hard: false });
    expect(found(outOfSequence, soft)).toEqual([]);
  });

  test('several blockers are said once, in order, with the day at stake', () => {
    const work = begun({}, { due: '2026-12-04' })
      .item('A')
      .waits('b', 'A')
      .item('z', { state: 'done' })
      .waits('b', 'z');
    const one = theOne(found(outOfSequence, work));
    expect(namesOf(one.items)).toEqual(['b', 'A', 'a']);
    expect(one).toMatchObject({ says: { args: { on: { item: keyOf('A') }, count: { count: 2 } } }, by: '2026-12-04' });
  });
});
