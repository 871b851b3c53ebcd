import { describe, expect, test } from 'vitest';
import { dependencyWords } from '../../lib/core/dependency-words.ts';

const words = (line: string): readonly string[] =>
  dependencyWords(line).map(({ kind, hard, text }) => `${kind}${hard ? '' : '?'}: ${text}`);

describe('dependencyWords', () => {
  test('[D4] the direction is the words’ own, the longer words first', () => {
    expect(words('is blocked by, blocks, is depended upon by, depends upon')).toEqual([
      'blocked-by: blocked by',
      'blocks: blocks',
      'blocks: depended upon by',
      'blocked-by: depends upon',
    ]);
    expect(words('blockiert durch, blockiert')).toEqual(['blocked-by: blockiert durch', 'blocks: blockiert']);
  });

  test('[D1] "better" is soft', () => {
    expect(words('Better after, better before')).toEqual(['blocked-by?: Better after', 'blocks?: better before']);
  });

  test.each([
    'not blocked by',
    'it isn’t blocked by',
    'is not, and never was: no longer blocked by',
    'without blocking',
    'was previously blocked by',
    'nicht mehr blockiert von',
    'n’est pas bloqué par',
    'unless it is blocked by',
  ])('[D7] %j says nothing', (line) => expect(words(line)).toEqual([]));

  test.each(['not only blocked by', 'not done, blocked by', 'cannot start: blocked by', 'was late and is blocked by'])(
    '[D7] %j does say so',
    (line) => expect(words(line)).toEqual(['blocked-by: blocked by']),
  );

  test('part of another word is none', () => {
    expect(words('roadblocks unblocked by prefixes non-blocking disclosed')).toEqual([]);
  });
});
