import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import { asideParts, maxAsides } from '../../../lib/core/aside.ts';
import { defaultSettings } from '../../../lib/core/settings.ts';
import type { FileTables, TableName } from '../../../lib/store/transfer/format.ts';
import { tableNames } from '../../../lib/store/transfer/format.ts';
import { rowSchemas } from '../../../lib/store/transfer/row-schema.ts';
import { must, noon } from '../fresh.ts';
import { filled } from './filled.ts';

test('every row that a store writes is one that it reads back, unchanged', async () => {
  const [mine, other] = [await filled(), await filled()];
  await must(mine.store.addColleague(await other.store.exportAll(), { id: 'file', at: noon }));
  const { tables } = JSON.parse(await mine.store.exportAll());
  for (const name of tableNames) {
    if (name !== 'told') expect([name, tables[name].length > 0]).toEqual([name, true]);
    for (const row of tables[name]) expect(rowSchemas[name].parse(row)).toEqual(row);
  }
});

test('what the schemas let through is what the store takes', () => {
  type Parsed = { [Table in TableName]: z.infer<(typeof rowSchemas)[Table]>[] };
  expectTypeOf<Parsed>().toExtend<FileTables>();
});

describe('settings in a file', () => {
  const isTaken = (name: string, value: unknown): boolean => rowSchemas.settings.safeParse({ name, value }).success;

  test.each(Object.entries(defaultSettings))('%s is taken as every store begins', (name, value) => {
    expect(isTaken(name, value)).toBe(true);
  });

  const place = { tool: 'github', site: 'github.com', name: 'acme/api' };
  const aside = { row: 'work github:github.com:acme/api#45', at: noon, was: {} };
  const asides = (count: number) => Array.from({ length: count }, (_, n) => ({ ...aside, row: `work asana:${n}` }));

  test.each<[string, unknown]>([
    ['places', [{ ...place, sign: 'author', answer: 'no', answeredAt: noon }]],
    ['week', { days: [7], holidays: ['2026-12-25'] }],
    ['ages', { kept: 1, fresh: 365 }],
    ['asides', [{ ...aside, until: '2026-12-01', was: Object.fromEntries(asideParts.map((part) => [part, 'x'])) }]],
    ['asides', asides(maxAsides)],
  ])('%s are taken', (name, value) => {
    expect(isTaken(name, value)).toBe(true);
  });

  test.each<[string, string, unknown]>([
    ['an answer nobody can give', 'places', [{ ...place, answer: 'maybe' }]],
    ['a sign nobody gives', 'places', [{ ...place, sign: 'liked' }]],
    ['a place with more to it', 'places', [{ ...place, token: 'secret' }]],
    ['a week without a day', 'week', { days: [], holidays: [] }],
    ['an eighth day', 'week', { days: [8], holidays: [] }],
    ['a day twice', 'week', { days: [1, 1], holidays: [] }],
    ['days in disorder', 'week', { days: [2, 1], holidays: [] }],
    ['a holiday that is no day', 'week', { days: [1], holidays: ['2026-02-30'] }],
    ['holidays for ever', 'week', { days: [1], holidays: Array(401).fill('2026-12-25') }],
    ['nothing kept', 'ages', { kept: 0, fresh: 7 }],
    ['half a day', 'ages', { kept: 90, fresh: 0.5 }],
    ['kept for ever', 'ages', { kept: 3_651, fresh: 7 }],
    ['more rows than anybody sets aside', 'asides', asides(maxAsides + 1)],
    ['a part nobody compares', 'asides', [{ ...aside, was: { title: 'x' } }]],
    ['a part as long as a page', 'asides', [{ ...aside, was: { state: 'x'.repeat(5_000) } }]],
  ])('%s is refused', (_what, name, value) => {
    expect(isTaken(name, value)).toBe(false);
  });
});
