import { expect, test } from 'vitest';
import { isolated, plain } from '../../components/plain.ts';

test('takes out what turns the direction of the text around it', () => {
  expect(plain('report\u202Egnp.exe')).toBe('report gnp.exe');
  expect(plain('a\u2066b\u2069c\u200Fd')).toBe('a b c d');
});

test('makes one line of many, and keeps what belongs to a sign', () => {
  expect(plain('one\ntwo\r\n\tthree\u2028four')).toBe('one two three four');
  expect(plain('family 👨‍👩‍👧')).toBe('family 👨‍👩‍👧');
});

test('bounds the length, and cuts no sign in two', () => {
  expect(plain('x'.repeat(10_000))).toHaveLength(501);
  expect(plain(`${'x'.repeat(9)}😀😀`, 10)).toBe(`${'x'.repeat(9)}…`);
  expect(plain('short', 5)).toBe('short');
});

test('isolates words of the other direction in attributes, and only those', () => {
  expect(isolated('יוסף')).toBe('\u2068יוסף\u2069');
  expect(isolated('Dana')).toBe('Dana');
});
