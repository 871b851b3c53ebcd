import { likelihood } from './model.ts';
import type { Relation } from './ranking.ts';

/** How sure it must be before anybody is told, where nobody has said anything yet: 0 to 1. */
export const leastSure: { readonly [relation in Relation]: number } = { across: 0.8, within: 0.6 };

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
