import { expect, test } from 'vitest';
import { wordSet } from '../../lib/core/word-set.ts';

test('lists words, however they are set apart, and nothing else', () => {
  expect(
    wordSet(`
      and or
      oder  ou
    `),
  ).toEqual(new Set(['and', 'or', 'oder', 'ou']));
});
