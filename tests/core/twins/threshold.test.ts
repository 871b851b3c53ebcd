import { describe, expect, test } from 'vitest';
import type { PairWord, SettledPair } from '../../../lib/core/annotation.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import { adjusted, leastFor, leastSure } from '../../../lib/core/twins/threshold.ts';

const jira = (n: number): ItemKey => `jira:acme.atlassian.net:PAY-${n}` as ItemKey;
const asana = (n: number): ItemKey => `asana:${n}` as ItemKey;
const github = (n: number): ItemKey => `github:github.com:acme/api#${n}` as ItemKey;
const said = (word: PairWord, count: number, more: Partial<SettledPair> = {}): readonly SettledPair[] =>
  Array.from({ length: count }, (_, n) => ({ items: [asana(n), jira(n)], said: word, sureness: 0.9, at: n, ...more }));

describe('how sure a suggestion must be', () => {
  test('as measured, where nobody said anything, or nothing had been suggested', () => {
    expect(leastFor([])(jira(1))('across', asana(1))).toBe(leastSure.across);
    const unasked = said('not', 20).map(({ sureness: _, ...pair }) => pair);
    expect(leastFor(unasked)(jira(1))('across', asana(1))).toBe(leastSure.across);
    expect(leastFor(said('related', 20))(jira(1))('within', asana(1))).toBe(leastSure.within);
  });

  test('surer where suggestions were wrong, less so where they were right; between the same two tools alone', () => {
    const wrong = leastFor(said('not', 6))(asana(99));
    expect(wrong('across', jira(99))).toBeGreaterThan(leastSure.across);
    expect(wrong('across', github(1))).toBe(leastSure.across);
    for (const word of ['same', 'part'] as const)
      expect(leastFor(said(word, 6))(jira(99))('across', asana(99))).toBeLessThan(leastSure.across);
    expect(leastFor([...said('same', 6), ...said('not', 6)])(jira(99))('across', asana(99))).toBeCloseTo(
      leastSure.across,
    );
  });

  test('one word moves it little, and no number of words silences it or lets everything through', () => {
    expect(adjusted(0.8, { accepted: 0, dismissed: 1 })).toBeLessThan(0.85);
    expect(adjusted(0.8, { accepted: 0, dismissed: 10_000 })).toBeLessThan(0.96);
    expect(adjusted(0.8, { accepted: 10_000, dismissed: 0 })).toBeGreaterThan(0.45);
  });
});
