import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import { type Change, writesOf } from '../../lib/core/change.ts';
import { changeSchema } from '../../lib/core/change-schema.ts';
import { dana, keyOf } from '../worlds.ts';

const ends = { blocker: keyOf('1'), blocked: keyOf('2') };

test.each<Change>([
  { type: 'name-role', item: keyOf('1'), role: 'owner', who: dana, accepted: true },
  { type: 'name-role', item: keyOf('1'), role: 'backup', who: null, accepted: false },
  { type: 'add-dependency', ...ends },
  { type: 'add-dependency', ...ends, hard: false, reason: 'x', needed: '2026-12-01', promised: '2026-12-02' },
  { type: 'deny-dependency', ...ends },
  { type: 'withdraw-dependency', ...ends },
  { type: 'settle-pair', items: [keyOf('1'), keyOf('2')], said: 'same', main: keyOf('1'), sureness: 0.9 },
  { type: 'settle-pair', items: [keyOf('1'), keyOf('2')], said: 'not' },
  { type: 'withdraw-pair', items: [keyOf('1'), keyOf('2')] },
])('%j passes unchanged', (change) => {
  expect(changeSchema.parse(change)).toEqual(change);
  expectTypeOf<z.infer<typeof changeSchema>>().toExtend<Change>();
});

test.each<[string, unknown]>([
  ['an unknown type', { type: 'wipe' }],
  ['an unknown role', { type: 'name-role', item: keyOf('1'), role: 'boss', who: null, accepted: true }],
  ['a field too many', { type: 'deny-dependency', ...ends, author: 'somebody else' }],
  ['a key that is none', { type: 'deny-dependency', blocker: 'x', blocked: keyOf('2') }],
  ['a day that is none', { type: 'add-dependency', ...ends, needed: 'soon' }],
  ['a pair of three', { type: 'withdraw-pair', items: [keyOf('1'), keyOf('2'), keyOf('3')] }],
  ['a word about a pair that is none', { type: 'settle-pair', items: [keyOf('1'), keyOf('2')], said: 'maybe' }],
  ['more than sure', { type: 'settle-pair', items: [keyOf('1'), keyOf('2')], said: 'not', sureness: 2 }],
  ['a reason of 5 MB', { type: 'add-dependency', ...ends, reason: 'x'.repeat(5_000_000) }],
])('%s is refused', (_what, value) => {
  expect(changeSchema.safeParse(value).success).toBe(false);
});

test('what is well formed and wrong is refused later, with its reason', () => {
  const long = changeSchema.parse({ type: 'add-dependency', ...ends, reason: 'x'.repeat(501) });
  const selfish = changeSchema.parse({ type: 'deny-dependency', blocker: keyOf('1'), blocked: keyOf('1') });
  const nobody = changeSchema.parse({
    type: 'name-role',
    item: keyOf('1'),
    role: 'owner',
    who: { tool: 'x', site: 'y' },
    accepted: true,
  });
  const alone = changeSchema.parse({ type: 'settle-pair', items: [keyOf('1'), keyOf('1')], said: 'not' });
  const headless = changeSchema.parse({ type: 'settle-pair', items: [keyOf('1'), keyOf('2')], said: 'same' });
  const foreign = changeSchema.parse({ ...headless, main: keyOf('3') });
  expect([long, selfish, nobody, alone, headless, foreign].map((change) => writesOf(change))).toMatchObject([
    { failure: { why: 'text-too-long' } },
    { failure: { why: 'same-item' } },
    { failure: { why: 'no-person' } },
    { failure: { why: 'same-item' } },
    { failure: { why: 'no-main' } },
    { failure: { why: 'no-main' } },
  ]);
});

test('[W2] what is said of two items is one record, in whichever order they are named', () => {
  const said = (...items: readonly [ReturnType<typeof keyOf>, ReturnType<typeof keyOf>]) =>
    writesOf({ type: 'settle-pair', items, said: 'part', main: keyOf('2') });
  expect(said(keyOf('1'), keyOf('2'))).toEqual(said(keyOf('2'), keyOf('1')));
  expect(said(keyOf('1'), keyOf('2'))).toEqual({
    ok: true,
    value: [{ k: ['pair', keyOf('1'), keyOf('2')], fields: { said: 'part', main: keyOf('2') } }],
  });
});
