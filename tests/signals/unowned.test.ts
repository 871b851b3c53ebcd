import { describe, expect, test } from 'vitest';
import { unowned } from '../../lib/signals/unowned.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, found, theOne } from './judging.ts';

const awaited = () =>
  net()
    .item('a', { assigned: [] })
    .item('b', { assigned: [noor] })
    .waits('b', 'a');

describe('unowned', () => {
  test('[O4] awaited: who waits, and that one can take it or find somebody', () => {
    expect(
      theOne(
        found(
          unowned,
          awaited()
            .item('c', { assigned: [dana] })
            .waits('c', 'a'),
        ),
      ),
    ).toEqual({
      signal: 'unowned',
      subject: keyOf('a'),
      items: [keyOf('a'), keyOf('b'), keyOf('c')],
      concerns: [dana, noor],
      says: { id: 'unowned-awaited', args: { count: { count: 2 } } },
      evidence: [
        { item: keyOf('a'), fact: 'assignees' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
        { item: keyOf('c'), fact: 'waits', on: keyOf('a') },
      ],
      next: [
        { type: 'claim', item: keyOf('a') },
        { type: 'name-owner', item: keyOf('a') },
      ],
      sure: true,
    });
  });

  test('[O4] begun, or due', () => {
    expect(theOne(found(unowned, net().item('a', { assigned: [], state: 'in-progress', author: ada })))).toMatchObject({
      says: { id: 'unowned-begun' },
      concerns: [ada],
      evidence: [{ fact: 'assignees' }, { fact: 'state' }],
    });
    expect(theOne(found(unowned, net().item('a', { assigned: [], due: '2026-12-04' })))).toMatchObject({
      says: { id: 'unowned-due', args: { due: { day: '2026-12-04' } } },
      evidence: [{ fact: 'assignees' }, { fact: 'due' }],
      by: '2026-12-04',
    });
  });

  test('[O4] one that nobody waits on, that is not begun and not due is a fact, and no finding', () => {
    expect(found(unowned, net().item('a', { assigned: [], due: null }))).toEqual([]);
  });

  test('[O4] [K3] one whose assignee was never seen is not known, not unowned', () => {
    expect(found(unowned, net().item('a', { state: 'in-progress' }))).toEqual([]);
    expect(found(unowned, net().item('b').waits('b', 'a'))).toEqual([]);
  });

  test('[O2] [O3] an assignee or a stated owner, also one who is only proposed, is somebody', () => {
    expect(found(unowned, awaited().item('a', { assigned: [dana] }))).toEqual([]);
    const owner = { who: dana, accepted: false, rivals: [] };
    expect(found(unowned, awaited().item('a', { assigned: [], owner }))).toEqual([]);
  });

  test('[D2] closed is over, whichever end; and what waits softly does not wait', () => {
    expect(found(unowned, awaited().item('a', { assigned: [], state: 'done' }))).toEqual([]);
    expect(found(unowned, awaited().item('b', { state: 'done' }))).toEqual([]);
    expect(found(unowned, net().item('a', { assigned: [] }).item('b').waits('b', 'a', { hard: false }))).toEqual([]);
  });

  test('[K3] one whose state is not known is not said to be open', () => {
    expect(found(unowned, awaited().item('a', { assigned: [], state: 'unknown' }))).toEqual([]);
  });

  test('what waits on it brings the day that is at stake', () => {
    const dated = awaited().item('b', { assigned: [noor], due: '2026-11-27' });
    expect(theOne(found(unowned, dated)).by).toBe('2026-11-27');
    expect(theOne(found(unowned, dated.item('a', { assigned: [], due: '2026-12-04' }))).by).toBe('2026-11-27');
  });

  test('where nobody answers for what waits, those who wrote it should know', () => {
    expect(theOne(found(unowned, awaited().item('b', { assigned: [], author: ada }))).concerns).toEqual([ada]);
  });
});
