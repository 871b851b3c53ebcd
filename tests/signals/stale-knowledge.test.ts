import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { staleKnowledge } from '../../lib/signals/stale-knowledge.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, found, namesOf, noonOf, theOne } from './judging.ts';

const old = noonOf('2026-11-15');
/** `b` waits on `a`, which was last seen eight days ago. */
const waiting = (a: Partial<NetFacts> = {}) =>
  net()
    .item('a', { seen: old, assigned: [dana], ...a })
    .item('b', { assigned: [noor] })
    .waits('b', 'a');

describe('stale-knowledge', () => {
  test('[K3] open work waits on what was last seen too long ago: who waits should look', () => {
    expect(theOne(found(staleKnowledge, waiting()))).toEqual({
      signal: 'stale-knowledge',
      subject: keyOf('a'),
      items: [keyOf('a'), keyOf('b')],
      concerns: [noor],
      says: {
        id: 'stale-knowledge',
        args: { whose: { item: keyOf('b') }, count: { count: 1 }, seen: { at: old } },
      },
      evidence: [
        { item: keyOf('a'), fact: 'state' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
      ],
      next: [{ type: 'look', item: keyOf('a') }],
      sure: true,
    });
  });

  test('[Q2] seven days are fresh, or as many as somebody chose', () => {
    expect(found(staleKnowledge, waiting({ seen: noonOf('2026-11-16') }))).toEqual([]);
    const ages = { ...defaultSettings.ages, fresh: 8 };
    expect(found(staleKnowledge, waiting(), { settings: { ages } })).toEqual([]);
  });

  test('[K3] one that was never seen is said in other words', () => {
    const named = net()
      .item('b', { assigned: [noor] })
      .waits('b', 'a');
    expect(theOne(found(staleKnowledge, named)).says).toEqual({
      id: 'stale-knowledge-never',
      args: { whose: { item: keyOf('b') }, count: { count: 1 } },
    });
  });

  test('[K3] one whose state is not known counts like an open one', () => {
    expect(found(staleKnowledge, waiting({ state: 'unknown' }))).toHaveLength(1);
    expect(found(staleKnowledge, waiting({ state: 'in-progress' }))).toHaveLength(1);
  });

  test('[D2] a closed blocker is over, however long ago that was seen', () => {
    for (const state of ['done', 'dropped'] as const) expect(found(staleKnowledge, waiting({ state }))).toEqual([]);
  });

  test('[D1] [D2] [K3] what waits softly, is closed, or not known to be open, does not wait', () => {
    const soft = net().item('b').waits('b', 'a', { hard: false });
    expect(found(staleKnowledge, soft)).toEqual([]);
    for (const state of ['done', 'unknown'] as const)
      expect(found(staleKnowledge, waiting().item('b', { state }))).toEqual([]);
    expect(found(staleKnowledge, net().item('a', { seen: old }))).toEqual([]);
  });

  test('where nobody answers for what waits, its author should know, else who answers for what is waited for', () => {
    const many = waiting().item('b', { assigned: [] }).item('c', { author: ada }).waits('c', 'a');
    const one = theOne(found(staleKnowledge, many));
    expect(namesOf(one.items)).toEqual(['a', 'b', 'c']);
    expect(one.concerns).toEqual([ada]);
    expect(theOne(found(staleKnowledge, waiting().item('b', { assigned: [] }))).concerns).toEqual([dana]);
  });
});
