import { expect, test } from 'vitest';
import { grouped } from '../../lib/core/grouped.ts';

test('rows by a name of theirs, in order of first appearance; no group is empty', () => {
  expect([...grouped(['bee', 'ant', 'bat'], (word) => word[0])]).toEqual([
    ['b', ['bee', 'bat']],
    ['a', ['ant']],
  ]);
  expect(grouped([], String).size).toBe(0);
});
