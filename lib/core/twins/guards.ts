import type { Ranked, Relation } from './ranking.ts';
import { termsOf } from './terms.ts';
import type { TwinText } from './text.ts';

/**
 * What reads alike and is not the same: most wrong flags on four trackers were one of these. `variant`: another platform,
 * version or number. `batch`: one person files many alike on purpose. `short`: too few words to say anything. `form`: a title
 * that many have.
 */
export type Guard = 'short' | 'form' | 'batch' | 'variant';

/** Fewer say nothing by themselves: "test", "crash on start". */
const fewestWords = 3;
const manyAlike = 3;

/** `alike`: how many items have the title of the other, but for its numbers. Undefined: nothing speaks against it. */
export const guardOf = (query: TwinText, one: Ranked, relation: Relation, alike: number): Guard | undefined => {
  if (termsOf(query.title).length < fewestWords || termsOf(one.item.title).length < fewestWords) return 'short';
  if (alike >= manyAlike) return 'form';
  // Where the same work has a place in another tool, its own author often files it there, and names it anew.
  if (relation === 'across' || sameTitle(query.title, one.item.title)) return undefined;
  if (one.features.author === 1) return 'batch';
  return one.features.contrast === 1 || one.features.numbers === 1 ? 'variant' : undefined;
};

/** But for case, spaces and marks. */
export const sameTitle = (a: string, b: string): boolean => spelled(a) === spelled(b);

const spelled = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
