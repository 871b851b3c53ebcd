import type { SettledPair } from '../annotation.ts';
import { type ItemKey, splitKey } from '../key.ts';
import { likelihood } from './model.ts';
import type { Relation } from './ranking.ts';

/** How sure it must be before anybody is told, where nobody has said anything yet: 0 to 1. */
export const leastSure: { readonly [relation in Relation]: number } = { across: 0.8, within: 0.75 };

/** What people made of suggestions between the same two sources. */
export interface Verdicts {
  readonly accepted: number;
  readonly dismissed: number;
}

/**
 * The threshold after what people made of it: as the odds of their verdicts, so that one word moves it little and many are
 * heard; never so far that nothing is told any more, or anything.
 */
export const adjusted = (least: number, { accepted, dismissed }: Verdicts): number => {
  const move = Math.log((dismissed + patience) / (accepted + patience));
  const held = Math.max(-furthest, Math.min(furthest, move));
  return likelihood(Math.log(least / (1 - least)) + held);
};

/** So many verdicts count as one that was there before. */
const patience = 4;
const furthest = 1.5;

/**
 * How sure a suggestion must be for an item, after what people made of those between the same two tools: what was suggested
 * and is the same work, or part of it, was right; what is not the same was wrong; what is only related says neither.
 */
export const leastFor = (
  pairs: readonly SettledPair[],
): ((item: ItemKey) => (relation: Relation, other: ItemKey) => number) => {
  const bySource = verdictsOf(pairs);
  return (item) => (relation, other) => {
    const verdicts = bySource.get(sourcesOf(item, other));
    return verdicts === undefined ? leastSure[relation] : adjusted(leastSure[relation], verdicts);
  };
};

const verdictsOf = (pairs: readonly SettledPair[]): ReadonlyMap<string, Verdicts> => {
  const bySource = new Map<string, Verdicts>();
  for (const { items, said, sureness } of pairs) {
    if (sureness === undefined || said === 'related') continue;
    const sources = sourcesOf(...items);
    const { accepted, dismissed } = bySource.get(sources) ?? { accepted: 0, dismissed: 0 };
    bySource.set(
      sources,
      said === 'not' ? { accepted, dismissed: dismissed + 1 } : { accepted: accepted + 1, dismissed },
    );
  }
  return bySource;
};

const sourcesOf = (a: ItemKey, b: ItemKey): string => [splitKey(a).tool, splitKey(b).tool].sort().join(' ');
