import { describe, expect, test } from 'vitest';
import { type DependencyWord, dependencyWords } from '../../lib/core/dependency-words.ts';
import { isSeparator, isSubject, isTakenBack, leadsTo } from '../../lib/core/phrasing.ts';

const word = (text: string): DependencyWord => {
  const [found] = dependencyWords(text);
  if (found === undefined) throw new Error(`${text} is no dependency word`);
  return found;
};

describe('gaps', () => {
  test.each([' ', ', ', ' and ', ' und ', ' (the API), ', '] [', ' & ', ''])('%j separates items of one list', (gap) =>
    expect(isSeparator(gap)).toBe(true),
  );
  test.each([', not ', '. ', ' blocks ', ' sandy ', ' ('.repeat(100)])('%j ends the list', (gap) =>
    expect(isSeparator(gap)).toBe(false),
  );

  test.each([' ', ' is still ', ': ', ' (', ' – '])('what stands before %j is the subject', (gap) =>
    expect(isSubject(gap)).toBe(true),
  );
  test.each([', ', '. ', ' and ', ' because '])('what stands before %j is not', (gap) =>
    expect(isSubject(gap)).toBe(false),
  );

  test.each([' ', ': ', ' the ticket ', ' **[', ' the migration in ', ' Payment API ('])(
    '"blocked by"%j leads on',
    (gap) => expect(leadsTo(gap, word('blocked by'))).toBe(true),
  );
  test.each([' the vendor, see ', ' Bob to review ', ' nothing in ', '. ', ' it. See '])(
    '"blocked by"%j does not',
    (gap) => expect(leadsTo(gap, word('blocked by'))).toBe(false),
  );
  test('only being blocked may be explained by a noun', () => {
    expect(leadsTo(' a bug in ', word('fixes'))).toBe(false);
    expect(leadsTo(' call in ', word('blocking'))).toBe(false);
  });
});

test('a statement is taken back by a question, by "no longer", by a missing "first"', () => {
  expect(isTakenBack('?', word('blocked by'))).toBe(true);
  expect(isTakenBack(', or not? ', word('blocked by'))).toBe(true);
  expect(isTakenBack('. Why?', word('blocked by'))).toBe(false);
  expect(isTakenBack(' (no longer)', word('blocked by'))).toBe(true);
  expect(isTakenBack(' to be done', word('needs'))).toBe(true);
  expect(isTakenBack(' to be done first', word('needs'))).toBe(false);
});
