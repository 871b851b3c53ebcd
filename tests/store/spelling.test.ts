import { expect, test } from 'vitest';
import { folded, searchWords, spellings, spokenKeys, wordsOf } from '../../lib/store/spelling.ts';
import { api45, dana, pay7, task } from './fresh.ts';

test('somebody is spelled by account and by name', () => {
  expect(spellings(dana)).toEqual(['github:github.com:dana', 'github:github.com:~dana reyes']);
  expect(spellings({ ...dana, handle: 'core', kind: 'team' })[0]).toBe('github:github.com:team:core');
});

test('a key is spelled as people type it', () => {
  expect(spokenKeys(api45)).toEqual(['acme/api#45', 'api#45']);
  expect(spokenKeys(pay7)).toEqual(['pay-7']);
  expect(spokenKeys(task)).toEqual(['1204']);
});

test('words are folded, whole, and without signs; letters of any script are letters', () => {
  expect(wordsOf('Größe: <b>Ｆｕｌｌ</b>, 支払い, API-v2!')).toEqual([
    'größe',
    'b',
    'full',
    'b',
    '支払い',
    'api',
    'v2',
  ]);
  expect(folded('  A   B ')).toBe('a b');
});

test('an item has at most forty words, its key first', () => {
  const words = searchWords(Array.from({ length: 200 }, (_, n) => `w${n}`).join(' '), [api45]);
  expect(words).toHaveLength(40);
  expect(words.slice(0, 5)).toEqual(['acme/api#45', 'api#45', 'acme', 'api', '45']);
});
