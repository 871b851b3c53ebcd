import { expect, test } from 'vitest';
import type { Item } from '../../../lib/core/snapshot.ts';
import { twinItemOf } from '../../../lib/core/twins/of-item.ts';
import { keyOf } from '../../worlds.ts';

const item = (facts: Item['facts']): Item => ({ key: keyOf('1'), facts, firstSeen: 5, lastSeen: 9 });
const known = <Value>(value: Value, since?: number) => ({
  value,
  at: 9,
  from: 'item' as const,
  ...(since === undefined ? {} : { since }),
});

test('what likeness is judged by is what was seen of the item', () => {
  const text = twinItemOf(
    item({
      title: known('Rate limits'),
      description: known('They are too low'),
      kind: known('issue' as const),
      state: known('done' as const, 7),
      created: known('2026-11-20T10:00:00Z'),
      author: known({ name: 'Dana' }),
      labels: known(['api']),
    }),
  );
  expect(text).toEqual({
    key: keyOf('1'),
    title: 'Rate limits',
    description: 'They are too low',
    kind: 'issue',
    closed: 7,
    created: Date.parse('2026-11-20T10:00:00Z'),
    author: { name: 'Dana' },
    labels: ['api'],
  });
});

test('the page’s own day of closing goes before the day it was seen; an open one has none', () => {
  const closed = known('2026-11-01');
  const title = known('Rate limits');
  expect(twinItemOf(item({ title, state: known('done' as const), closed }))?.closed).toBe(Date.parse('2026-11-01'));
  expect(twinItemOf(item({ title, state: known('open' as const), closed }))?.closed).toBeUndefined();
  expect(twinItemOf(item({ title, closed: known(null) }))?.closed).toBeUndefined();
});

test('without a title nothing is like it; a day that is none is not known', () => {
  expect(twinItemOf(item({}))).toBeUndefined();
  expect(twinItemOf(item({ title: known('  ') }))).toBeUndefined();
  expect(twinItemOf(item({ title: known('a'), created: known('soon') }))).toEqual({ key: keyOf('1'), title: 'a' });
});
