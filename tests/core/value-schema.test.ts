import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import {
  accountSchema,
  clockSchema,
  daySchema,
  instantSchema,
  jsonSchema,
  keySchema,
  nameSchema,
  personSchema,
  siteSchema,
  timeSchema,
} from '../../lib/core/value-schema.ts';

const accepts = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;

test.each<[string, z.ZodMiniType, readonly unknown[], readonly unknown[]]>([
  [
    'key',
    keySchema,
    ['asana:12', 'github:github.com:acme/api#45'],
    ['', 'PAY-7', 'a b:c', 7, null, `asana:${'1'.repeat(400)}`],
  ],
  [
    'day',
    daySchema,
    ['2026-02-28', '2024-02-29'],
    ['2026-02-29', '2026-13-01', '2026-1-1', 'NaN', '2026-11-22T10:00:00Z', 20261122],
  ],
  [
    'instant',
    instantSchema,
    ['2026-11-22', '2026-11-22T10:00:00Z', '2026-11-22T10:00:00.123+01:00', '2026-11-22 10:00'],
    ['yesterday', 'Invalid Date', '2026-99-22T10:00:00Z', ''],
  ],
  ['time', timeSchema, [0, 1_795_000_000_000], [-1, Number.NaN, Number.POSITIVE_INFINITY, 9e15, '1']],
  ['clock', clockSchema, ['0mwryu0g80000'], ['', '0mwryu0g8000', 'x'.repeat(14)]],
  [
    'site',
    siteSchema,
    ['github.com', 'corp.example:8443/jira'],
    ['', 'a b', 'evil.example@github.com', 'x?y', 'javascript:alert(1)//x y'],
  ],
  ['name', nameSchema, ['who', 'd1', 'needed'], ['__proto__', 'constructor', 'prototype', '', 'a b', 'x'.repeat(81)]],
  [
    'person',
    personSchema,
    [{ name: 'Dana' }, { handle: 'dana', kind: 'agent' }],
    [{}, { name: '' }, { name: 'x', kind: 'boss' }, { name: 'x', extra: 1 }],
  ],
  [
    'account',
    accountSchema,
    [{ tool: 'x', site: 'y', handle: 'dana' }],
    [{ handle: 'dana' }, { tool: 'X', site: 'y', handle: 'd' }],
  ],
])('%s: what is one and what is not', (_name, schema, good, bad) => {
  for (const value of good) expect([value, accepts(schema, value)]).toEqual([value, true]);
  for (const value of bad) expect([value, accepts(schema, value)]).toEqual([value, false]);
});

test('a plain value is bounded in depth, length and number, and reaches no prototype', () => {
  const deep = JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`);
  const polluting = JSON.parse('{"__proto__":{"polluted":true}}');
  expect(accepts(jsonSchema, { tool: 'x', list: [1, null, 'a', true] })).toBe(true);
  for (const bad of [
    deep,
    polluting,
    { constructor: {} },
    'x'.repeat(20_000),
    Array(500).fill(0),
    Number.NaN,
    undefined,
  ])
    expect(accepts(jsonSchema, bad)).toBe(false);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
