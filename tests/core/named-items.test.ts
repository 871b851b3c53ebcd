import { expect, test } from 'vitest';
import type { ItemKey } from '../../lib/core/key.ts';
import { namedItems } from '../../lib/core/named-items.ts';

const named = (line: string): readonly (readonly [string, string | undefined])[] =>
  namedItems(line, {
    here: 'web:here' as ItemKey,
    locate: ({ href }) => (href.includes('none') ? undefined : (`web:${href}` as ItemKey)),
    expand: (word) => (word.startsWith('NO-') ? undefined : (`short:${word}` as ItemKey)),
  }).map(({ start, end, key }) => [line.slice(start, end), key]);

test('where items are named, and which', () => {
  expect(named('See https://a.example/1, [b](https://a.example/2), #3 and (PAY-4).')).toEqual([
    ['https://a.example/1', 'web:https://a.example/1'],
    ['[b](https://a.example/2)', 'web:https://a.example/2'],
    ['#3', 'short:#3'],
    ['PAY-4', 'short:PAY-4'],
  ]);
});

test('what looks like a name and names nothing is found without a key', () => {
  expect(named('https://none.example/1 NO-5')).toEqual([
    ['https://none.example/1', undefined],
    ['NO-5', undefined],
  ]);
});

test('punctuation behind an address is not part of it; brackets within are', () => {
  expect(named('(https://a.example/b_(c)).')[0]?.[0]).toBe('https://a.example/b_(c)');
  expect(named('"https://a.example/b?c=d"!')[0]?.[0]).toBe('https://a.example/b?c=d');
});
