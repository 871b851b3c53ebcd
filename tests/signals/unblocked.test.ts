import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import { unblocked } from '../../lib/signals/unblocked.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, found, noonOf, theOne } from './judging.ts';

const lately = noonOf('2026-11-20');
const longAgo = noonOf('2026-11-01');

/** `b` waited on `a`, which is done. */
const freed = (a: Partial<NetFacts> = {}, b: Partial<NetFacts> = {}) =>
  net()
    .item('a', { state: 'done', closed: lately, assigned: [dana], ...a })
    .item('b', { assigned: [noor], ...b })
    .waits('b', 'a');

describe('unblocked', () => {
  test('[D2] the last thing that it had to wait for is done', () => {
    expect(theOne(found(unblocked, freed({}, { due: '2026-12-04' })))).toEqual({
      signal: 'unblocked',
      subject: keyOf('b'),
      items: [keyOf('b'), keyOf('a')],
      concerns: [noor],
      says: { id: 'unblocked', args: { on: { item: keyOf('a') }, since: { at: lately }, count: { count: 1 } } },
      evidence: [
        { item: keyOf('b'), fact: 'state' },
        { item: keyOf('a'), fact: 'state' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
      ],
      next: [{ type: 'begin', item: keyOf('b') }],
      sure: true,
      by: '2026-12-04',
    });
  });

  test('[D2] one that was closed without being done is said aloud, also where another was closed after it', () => {
    const one = theOne(found(unblocked, freed({ state: 'dropped' })));
    expect(one).toMatchObject({
      says: { id: 'unblocked-dropped', args: { on: { item: keyOf('a') } } },
      next: [
        { type: 'begin', item: keyOf('b') },
        { type: 'look', item: keyOf('a') },
      ],
    });
    const before = freed().item('d', { state: 'dropped', closed: longAgo }).waits('b', 'd');
    expect(theOne(found(unblocked, before)).says).toEqual({
      id: 'unblocked-dropped',
      args: { on: { item: keyOf('d') }, since: { at: lately }, count: { count: 2 } },
    });
  });

  test('seven days are news, eight are not', () => {
    expect(found(unblocked, freed({ closed: noonOf('2026-11-16') }))).toHaveLength(1);
    expect(found(unblocked, freed({ closed: noonOf('2026-11-15') }))).toEqual([]);
  });

  test('[K3] one that was not seen being closed counts as long ago', () => {
    const unseen = net().item('a', { state: 'done' }).item('b').waits('b', 'a');
    expect(found(unblocked, unseen)).toEqual([]);
    expect(theOne(found(unblocked, unseen.item('c', { state: 'done', closed: lately }).waits('b', 'c')))).toMatchObject(
      { says: { args: { on: { item: keyOf('c') }, count: { count: 2 } } } },
    );
  });

  test('[D2] the latest of several counts', () => {
    const two = freed().item('c', { state: 'done', closed: longAgo }).waits('b', 'c');
    expect(theOne(found(unblocked, two)).says.args).toMatchObject({ on: { item: keyOf('a') }, since: { at: lately } });
  });

  test('[D2] [K3] as long as another one is open, or not known, it is not free', () => {
    for (const state of ['open', 'in-progress', 'unknown'] as const)
      expect(found(unblocked, freed().item('c', { state }).waits('b', 'c'))).toEqual([]);
    expect(found(unblocked, freed().waits('b', 'never-seen'))).toEqual([]);
  });

  test('[D1] a soft one neither keeps it nor frees it', () => {
    expect(found(unblocked, freed().item('c').waits('b', 'c', { hard: false }))).toHaveLength(1);
    const soft = net().item('a', { state: 'done', closed: lately }).item('b').waits('b', 'a', { hard: false });
    expect(found(unblocked, soft)).toEqual([]);
  });

  test('begun, over, or never blocked: quiet', () => {
    for (const state of ['in-progress', 'done', 'dropped', 'unknown'] as const)
      expect(found(unblocked, freed({}, { state }))).toEqual([]);
    expect(found(unblocked, net().item('b'))).toEqual([]);
  });

  test('[O4] where nobody owns it, one can take it; where it is not known who does, one has to look', () => {
    const step = (b: Partial<NetFacts>) => theOne(found(unblocked, freed().item('b', { state: 'open', ...b }))).next[0];
    expect(step({ assigned: [] }).type).toBe('claim');
    expect(step({}).type).toBe('look');
    expect(step({ assigned: [], owner: { who: noor, accepted: true, rivals: [] } }).type).toBe('begin');
  });

  test('nobody owns it: who wrote it should know, else who cleared the way', () => {
    expect(theOne(found(unblocked, freed({}, { assigned: [], author: ada }))).concerns).toEqual([ada]);
    expect(theOne(found(unblocked, freed({}, { assigned: [] }))).concerns).toEqual([dana]);
  });
});
