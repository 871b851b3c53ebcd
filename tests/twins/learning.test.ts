import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../lib/core/twins/ranking.ts';
import { weights } from '../../lib/core/twins/weights.ts';
import { learnOrder, learnSure } from './learning.ts';
import { logistic } from './regression.ts';
import { anything, streamTracker } from './stream.ts';
import { readLines, type TrackerLine } from './tracker.ts';

const names = ['a', 'b', 'never'] as const;

describe('learning', () => {
  test('finds the weights that its examples were made with', () => {
    const examples = Array.from({ length: 400 }, (_, at) => {
      const values = [Math.sin(at * 12.9898), Math.sin(at * 78.233)];
      return { values, yes: 3 * (values[0] ?? 0) - 2 * (values[1] ?? 0) + 1 > 0 };
    });
    const [a = 0, b = 0, bias = 0] = logistic(examples, { pull: 0.001 });
    expect(a / b).toBeCloseTo(-1.5, 1);
    expect(bias / a).toBeCloseTo(1 / 3, 1);
  });

  test('puts the right ones first, whatever is not known and whatever never differs', () => {
    const asked = Array.from({ length: 30 }, (_, at) => ({
      candidates: [
        { values: { a: 1 + at / 100, b: Number.NaN, never: 1 }, right: true },
        { values: { a: at / 100, b: 1, never: 1 }, right: false },
        { values: { a: at / 50 - 0.5, b: 0, never: 1 }, right: false },
      ],
    }));
    const { terms } = learnOrder(asked, names);
    const weightOf = (name: string) => terms.find((term) => term.name === name)?.weight ?? Number.NaN;
    expect(weightOf('a')).toBeGreaterThan(1);
    expect(weightOf('never')).toBeCloseTo(0, 6);
  });

  test('tells yes from no', () => {
    const examples = Array.from({ length: 60 }, (_, at) => ({ values: { a: at, b: 0, never: 1 }, yes: at >= 40 }));
    const { bias, terms } = learnSure(examples, names);
    const of = (a: number) =>
      bias +
      terms.reduce(
        (sum, { name, mean, spread, weight }) => sum + (weight * ({ a, b: 0, never: 1 }[name] - mean)) / spread,
        0,
      );
    expect([of(30) < 0, of(50) > 0]).toEqual([true, true]);
  });
});

const data = new URL('../../../shared/duplicates/data/tidev.jsonl.gz', import.meta.url).pathname;

test.skipIf(!existsSync(data))(
  'the weights that are shipped find more than words alone in the first years of a real tracker',
  async () => {
    const lines = (await readLines<TrackerLine>(data)).slice(0, 8_000);
    const firstTen = { words: 0, shipped: 0, asked: 0 };
    streamTracker(lines, Number.POSITIVE_INFINITY, ({ text, right }, index) => {
      const [candidates = []] = index.candidates(text, [{ ...anything, first: weights.within.first }]);
      const byWords = [...candidates].sort((a, b) => b.features.ratio - a.features.ratio);
      const among = (some: readonly (typeof candidates)[number][]): number =>
        Number(some.slice(0, 10).some(({ item }) => right.has(item.key)));
      firstTen.asked += 1;
      firstTen.words += among(byWords);
      firstTen.shipped += among(inOrder(candidates, weights.within));
    });
    expect(firstTen.asked).toBeGreaterThan(100);
    expect(firstTen.shipped).toBeGreaterThan(firstTen.words);
    expect(firstTen.shipped / firstTen.asked).toBeGreaterThan(0.75);
  },
  60_000,
);
