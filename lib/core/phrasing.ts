import type { DependencyWord } from './dependency-words.ts';
import { wordSet } from './word-set.ts';

// What may stand between a dependency word and the items it speaks of. Each gap is short or it is none of these.

const longestGap = 100;

/** Whether a gap holds these words, set apart by these characters, and nothing else. */
const holdsOnly = (gap: string, apart: RegExp, words: ReadonlySet<string>): boolean =>
  gap.length <= longestGap &&
  gap
    .toLowerCase()
    .split(apart)
    .every((word) => word === '' || words.has(word));

const auxiliaries = wordSet(`
  which that is are was were be been has had will still currently also now not no longer then ist wird est está è
`);

/** The item before the gap is what the word after it speaks of: "#4 is still blocked by", "#4: blocked by". */
export const isSubject = (gap: string): boolean => holdsOnly(gap, /[\s(:*_–—-]+/u, auxiliaries);

const connectives = wordSet('and or as well also plus und oder et ou y e o en と');

/** The item after the gap is one more of the same list: "#4 (the API), #5 and #6". */
export const isSeparator = (gap: string): boolean =>
  gap.length <= longestGap && holdsOnly(gap.replace(/\([^()]*\)/gu, ' '), /[\s,;，、&+/*_"'\][<>)(|]+/u, connectives);

const determiners = wordSet(`
  both all of the these this our on upon also work issue issues item items ticket tickets task tasks bug bugs pr
  prs pull request requests der die das dem den la le el o a il
`);

/** The word before the gap speaks of the item after it. */
export const leadsTo = (gap: string, { kind }: DependencyWord): boolean =>
  holdsOnly(gap, /[\s:：("'*_[<=>-]+/u, determiners) ||
  // "Blocked by the migration in #45". Other words go with a noun of their own: "fixes a bug in", "a blocking call in".
  (kind === 'blocked-by' &&
    gap.length <= longestGap &&
    /^ (?!no |not |none |nothing |\d)(?:[\p{L}\p{N}'’-]+ ){1,6}(?:in |from |of |by |with |\()$/iu.test(gap));

/** A question states nothing, nor does what is followed by "no longer", nor "needs" without its "first". */
export const isTakenBack = (rest: string, { closing }: DependencyWord): boolean =>
  /^[^.!;?]*\?(?!\S)/u.test(rest) ||
  /^[\s,:;(–—-]*(?:no longer|not any ?more|nicht mehr)\b/iu.test(rest) ||
  (closing !== undefined && !closing.test(rest));
