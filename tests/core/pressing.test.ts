import { describe, expect, test } from 'vitest';
import { awaitedReason, morePressing, soonerFirst, waitingReason } from '../../lib/core/pressing.ts';
import type { AwaitedRow, ItemBrief, WaitingRow } from '../../lib/core/view.ts';
import { keyOf, worldNow } from '../worlds.ts';

const brief = (name: string, more: Partial<ItemBrief> = {}): ItemBrief => ({
  key: keyOf(name),
  state: 'open',
  owner: { by: 'unknown' },
  ...more,
});
const since = { at: worldNow, atLeast: true };
const people = [{ handle: 'noor' }, { handle: 'ravi' }];

type Awaited = Omit<AwaitedRow, 'reason'>;
const awaited = (name: string, more: Partial<Awaited> = {}): Awaited => ({
  item: brief(name),
  why: 'owner',
  waiters: [],
  people: [],
  since,
  late: false,
  blockedBy: [],
  next: 'finish',
  ...more,
});

type Waiting = Omit<WaitingRow, 'reason'>;
const waiting = (name: string, more: Partial<Waiting> = {}): Waiting => ({
  item: brief(name),
  on: brief('up'),
  status: 'blocking',
  since,
  late: false,
  next: 'ask-owner',
  ...more,
});

describe('what a row’s place rests on', () => {
  test('[M3] the first criterion of the order that holds for it', () => {
    const late = awaited('late', { by: '2026-11-20', late: true, rank: 'low', people });
    const dated = awaited('dated', { by: '2026-12-01', rank: 'urgent', people });
    const urgent = awaited('urgent', { rank: 'urgent', people });
    const crowd = awaited('crowd', { people });
    const one = awaited('one', { people: people.slice(1) });
    expect([late, dated, urgent, crowd, one].map(awaitedReason)).toEqual([
      { type: 'late', by: '2026-11-20' },
      { type: 'date', by: '2026-12-01' },
      { type: 'rank', rank: 'urgent' },
      { type: 'people', count: 2 },
      { type: 'age', since },
    ]);
    expect([one, crowd, urgent, dated, late].sort(morePressing)).toEqual([late, dated, urgent, crowd, one]);
  });

  test('[M3] a row never stands before one whose reason weighs more', () => {
    const weights = ['late', 'date', 'rank', 'people', 'age'];
    const rows = [
      awaited('a', { by: '2026-12-01' }),
      awaited('b', { rank: 'low', people }),
      awaited('c', { people }),
      awaited('d', { by: '2026-11-01', late: true }),
      awaited('e'),
      awaited('f', { rank: 'urgent' }),
    ];
    const order = [...rows].sort(morePressing).map((row) => weights.indexOf(awaitedReason(row).type));
    expect(order).toEqual([...order].sort());
  });

  test('[M4] of what I wait on: its date, that nobody owns it, how long', () => {
    const nobodys = brief('up', { owner: { by: 'nobody' } });
    const late = waiting('late', { by: '2026-11-20', late: true, on: nobodys });
    const dated = waiting('dated', { by: '2026-12-01' });
    const unowned = waiting('unowned', { on: nobodys });
    const old = waiting('old', { since: { at: 0, atLeast: false } });
    expect([late, dated, unowned, old].map((row) => waitingReason(row).type)).toEqual([
      'late',
      'date',
      'nobody',
      'age',
    ]);
    expect([unowned, old, dated, late].sort(soonerFirst)).toEqual([late, dated, old, unowned]);
  });
});
