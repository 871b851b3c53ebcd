import { expect, test } from 'vitest';
import { isWorthAsking } from '../../lib/core/draft.ts';

test.each([
  ['', false],
  ['Bug', false],
  ['Fix bug', false],
  ['--- !!! ...', false],
  ['Fix login bug', true],
  ['retry_count don’t reset', true],
  ['Bestellung schlägt fehl', true],
  ['ログイン', false],
  ['ログイン画面で例外が発生する', true],
  ['เข้าสู่ระบบไม่ได้เลย', true],
])('[W1] whether "%s" says enough to be compared: %s', (title, expected) => {
  expect(isWorthAsking({ title })).toBe(expected);
});
