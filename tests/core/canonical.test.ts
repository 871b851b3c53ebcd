import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, ordered, same } from '../../lib/core/canonical.ts';

test('equal values have one spelling, whatever the order of their names', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  expect(same({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
});

test('put in order, equal values are spelled alike by JSON itself', () => {
  const [a, b] = [
    { b: 1, a: { d: [2], c: 'x' } },
    { a: { c: 'x', d: [2] }, b: 1 },
  ];
  expect(JSON.stringify(a)).not.toBe(JSON.stringify(b));
  expect(JSON.stringify(ordered(a))).toBe(JSON.stringify(ordered(b)));
  expect(ordered(a)).toEqual(a);
});

test('order counts in a list', () => {
  expect(same([1, 2], [2, 1])).toBe(false);
});

test('absent and undefined are alike, null is not', () => {
  expect(same({ a: undefined }, {})).toBe(true);
  expect(same({ a: null }, {})).toBe(false);
  expect(same(undefined, null)).toBe(true);
});

test('a round trip through storage changes no spelling', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
    }),
  );
});

test('a name like __proto__ is a name', () => {
  expect(canonical(JSON.parse('{"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1}}');
});
