import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import { cellSchema } from '../../lib/core/cell-schema.ts';
import { clockStart, tick } from '../../lib/core/clock.ts';
import type { Cell } from '../../lib/core/record.ts';

const clock = tick(clockStart, 1_795_000_000_000);

const cell: Cell = {
  space: 's',
  rec: 'r',
  author: 'local',
  device: 'd1',
  lm: clock,
  body: {
    v: 1,
    k: ['own', 'asana:1', 'owner'],
    f: { who: [clock, null, { d2: clock }], later: [clock, { x: [1] }, {}] },
  },
};

const withFields = (f: object): unknown => ({ ...cell, body: { ...cell.body, f } });

test('a cell passes unchanged, fields that nobody knows yet too', () => {
  expect(cellSchema.parse(cell)).toEqual(cell);
  expectTypeOf<z.infer<typeof cellSchema>>().toExtend<Cell>();
});

test.each<[string, unknown]>([
  ['an unknown field', { ...cell, extra: 1 }],
  ['a version to come', { ...cell, body: { ...cell.body, v: 2 } }],
  ['a clock that is not the latest of its fields', { ...cell, lm: tick(clock, 0) }],
  ['no field', withFields({})],
  ['a field that is no write', withFields({ who: [clock, null] })],
  ['a clock that is none', withFields({ who: ['now', null, {}] })],
  ['a field named constructor', withFields({ constructor: [clock, null, {}] })],
  ['a value with a prototype', withFields({ who: [clock, JSON.parse('{"__proto__":1}'), {}] })],
  ['a value of 10 MB', withFields({ who: [clock, 'x'.repeat(10_000_000), {}] })],
  ['a record about nothing', { ...cell, body: { ...cell.body, k: ['own'] } }],
  ['a device that is no name', { ...cell, device: '__proto__' }],
])('%s is refused', (_what, value) => {
  expect(cellSchema.safeParse(value).success).toBe(false);
});
