import { describe, expect, test } from 'vitest';
import { clockStart, tick } from '../../lib/core/clock.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Account } from '../../lib/core/person.ts';
import type { Cell, Json, NaturalKey } from '../../lib/core/record.ts';
import { aboutOf, recordRow } from '../../lib/store/record-rows.ts';
import { spellings } from '../../lib/store/spelling.ts';
import { api45, dana, key, noor, pay7 } from './fresh.ts';

const core3 = key('jira:acme.atlassian.net:CORE-3');
const asItIs = (of: ItemKey): ItemKey => of;

const cell = (device: string, at: number, k: NaturalKey, fields: { readonly [field: string]: Json }): Cell => {
  const clock = tick(clockStart, at);
  const f = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [clock, value, {}] as const]));
  return { space: 's', rec: 'r', author: 'local', device, lm: clock, body: { v: 1, k, f } };
};

const owns = (device: string, at: number, who: Account | null): Cell =>
  cell(device, at, ['own', pay7, 'owner'], { who: who && { ...who }, accepted: true });

describe('the row of a record', () => {
  test('of no cells there is none', () => {
    expect(recordRow([], asItIs)).toBeUndefined();
  });

  test('is found by the present name of its item, and by every spelling of who is stated', () => {
    const row = recordRow([owns('a', 1, dana)], (of) => (of === pay7 ? core3 : of));
    expect(row).toMatchObject({ rec: 'r', now: ['own', core3, 'owner'], about: [core3], answers: spellings(dana) });
    expect(row?.merged.k).toEqual(['own', pay7, 'owner']);
  });

  test('says what was said last, and keeps the keys of all of its cells', () => {
    const row = recordRow([owns('b', 2, noor), owns('a', 1, dana)], asItIs);
    expect(row?.answers).toEqual(spellings(noor));
    expect(new Set(row?.cells)).toEqual(
      new Set([
        ['s', 'r', 'local', 'a'],
        ['s', 'r', 'local', 'b'],
      ]),
    );
  });

  test('nobody is stated: no spelling', () => {
    expect(recordRow([owns('a', 1, null)], asItIs)?.answers).toEqual([]);
  });
});

test('an item that a record names twice is one that it is about', () => {
  expect(aboutOf(['dep', api45, api45]).about).toEqual([api45]);
  expect(aboutOf(['dep', api45, pay7]).about).toEqual([api45, pay7]);
});
