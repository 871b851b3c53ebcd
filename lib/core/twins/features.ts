import { dayLength } from '../working-days.ts';
import { termIn, timesIn } from './documents.ts';

/** What two texts are compared by; each of it is told as a number, and NaN is "not known". */
export const featureNames = [
  'ratio',
  'behindBest',
  'titleCosine',
  'textCosine',
  'queryTitleCovered',
  'titleCovered',
  'queryTextCovered',
  'titlesShared',
  'pairs',
  'trigrams',
  'rare',
  'names',
  'age',
  'closed',
  'author',
  'labels',
  'numbers',
  'contrast',
] as const;
export type FeatureName = (typeof featureNames)[number];
/** Those that cost nothing to know of everything that shares a word. */
export const cheapNames = ['ratio', 'age', 'closed'] as const satisfies readonly FeatureName[];
export type CheapName = (typeof cheapNames)[number];
export type Features = { readonly [Name in FeatureName]: number };

/** What is known of a text beside its words. */
export interface Surroundings {
  /** Milliseconds. */
  readonly created?: number;
  readonly closed?: number;
  readonly author?: string;
  readonly labels?: readonly string[];
}

/** The text that is looked for, its terms as numbers. */
export interface QuerySide extends Surroundings {
  readonly heading: string;
  /** In order, as often as they stand there. */
  readonly title: readonly number[];
  /** Terms of the description, and how often. */
  readonly text: ReadonlyMap<number, number>;
}

/** The text that it is compared with, as it is held (`Documents`). */
export interface FoundSide extends Surroundings {
  readonly heading: string;
  readonly title: Uint32Array;
  readonly text: Uint32Array;
}

/** What is known of terms by their numbers. */
export interface TermFacts {
  readonly idf: (term: number) => number;
  /** The idf from which a term is rare: in fewer than six documents. */
  readonly rareFrom: number;
  /** A name of code or of a product: it holds digits, or is made of parts. */
  readonly isName: (term: number) => boolean;
  readonly hasDigit: (term: number) => boolean;
}

/** `score` of the candidate, of the query against itself, and of the best candidate. */
export interface Scores {
  readonly score: number;
  readonly self: number;
  readonly best: number;
}

/** One term of the query. */
interface Asked {
  readonly idf: number;
  /** How often times how rare; 0 where it is not there. */
  readonly inTitle: number;
  readonly inText: number;
  /** The last comparison that met it. */
  met: number;
}

/** Compares one text with many: what depends on it alone is counted once, and nothing is made for each of the others. */
export const comparing = (query: QuerySide, terms: TermFacts) => {
  const asked = askedTerms(query, terms);
  const titleLength = lengthOf(asked, 'inTitle');
  const textLength = lengthOf(asked, 'inText');
  const titleWeight = idfOf(asked, 'inTitle');
  const textWeight = idfOf(asked, 'inText');
  const titleSize = new Set(query.title).size;
  const pairs = pairsIn(query.title);
  const trigrams = trigramsIn(query.heading);
  let comparison = 0;

  return (found: FoundSide, { score, self, best }: Scores): Features => {
    comparison += 1;
    const { title, text } = found;
    let [titleDot, foundTitle, textDot, foundText] = [0, 0, 0, 0];
    let [titleHit, textHit, foundHit, foundWeight, bothTitles] = [0, 0, 0, 0, 0];
    let [rare, names, inBothTitles, foundTitleSize] = [0, 0, 0, 0];
    let isNumberOnlyThere = false;

    const meet = (term: number, one: Asked): void => {
      if (one.met === comparison) return;
      one.met = comparison;
      const weight = one.inTitle > 0 ? 1 : 0.5;
      if (one.inTitle > 0) titleHit += one.idf;
      if (one.inText > 0) textHit += one.idf;
      if (one.idf > terms.rareFrom) rare += weight;
      if (terms.isName(term)) names += weight * one.idf;
    };

    for (let at = 0; at < title.length; at += 1) {
      const term = title[at] as number;
      if (title.indexOf(term) < at) continue;
      const one = asked.get(term);
      const idf = one?.idf ?? terms.idf(term);
      const weight = idf * damped(timesFrom(title, term, at));
      foundTitleSize += 1;
      foundTitle += weight * weight;
      foundWeight += idf;
      if (one !== undefined) {
        titleDot += weight * one.inTitle;
        foundHit += idf;
        meet(term, one);
      }
      if (one !== undefined && one.inTitle > 0) {
        bothTitles += idf;
        inBothTitles += 1;
      } else if (terms.hasDigit(term)) isNumberOnlyThere = true;
    }
    for (let at = 0; at < text.length; at += 1) {
      const entry = text[at] as number;
      const term = termIn(entry);
      const one = asked.get(term);
      const weight = (one?.idf ?? terms.idf(term)) * damped(timesIn(entry));
      foundText += weight * weight;
      if (one === undefined) continue;
      textDot += weight * one.inText;
      meet(term, one);
    }
    const onlyHere = titleSize - inBothTitles;
    const onlyThere = foundTitleSize - inBothTitles;
    return {
      ...cheapFeatures(query, found, { score, self }),
      behindBest: part(score, best),
      titleCosine: part(titleDot, Math.sqrt(titleLength * foundTitle)),
      textCosine: part(textDot, Math.sqrt(textLength * foundText)),
      queryTitleCovered: part(titleHit, titleWeight),
      titleCovered: part(foundHit, foundWeight),
      queryTextCovered: part(textHit, textWeight),
      titlesShared: part(bothTitles, titleWeight + foundWeight - bothTitles),
      pairs: share(pairs, pairsIn(title)),
      trigrams: share(trigrams, trigramsIn(found.heading)),
      rare: Math.min(rare, manyRare) / manyRare,
      names: Math.log1p(names) / 4,
      author: sameText(query.author, found.author),
      labels: sameLabels(query.labels, found.labels),
      numbers: Number(isNumberOnlyThere && query.title.some((term) => terms.hasDigit(term) && !title.includes(term))),
      contrast: Number(inBothTitles >= 2 && isFew(onlyHere) && isFew(onlyThere)),
    };
  };
};

const askedTerms = ({ title, text }: QuerySide, { idf }: TermFacts): ReadonlyMap<number, Asked> => {
  const inTitle = new Map<number, number>();
  for (const term of title) inTitle.set(term, (inTitle.get(term) ?? 0) + 1);
  return new Map(
    [...new Set([...title, ...text.keys()])].map((term) => {
      const weight = idf(term);
      const of = (times = 0): number => (times === 0 ? 0 : weight * damped(times));
      return [term, { idf: weight, inTitle: of(inTitle.get(term)), inText: of(text.get(term)), met: 0 }];
    }),
  );
};

type Field = 'inTitle' | 'inText';

const lengthOf = (asked: ReadonlyMap<number, Asked>, field: Field): number => {
  let sum = 0;
  for (const one of asked.values()) sum += one[field] ** 2;
  return sum;
};

const idfOf = (asked: ReadonlyMap<number, Asked>, field: Field): number => {
  let sum = 0;
  for (const one of asked.values()) if (one[field] > 0) sum += one.idf;
  return sum;
};

const timesFrom = (title: Uint32Array, term: number, from: number): number => {
  let times = 0;
  for (let at = from; at < title.length; at += 1) if (title[at] === term) times += 1;
  return times;
};

/** What is said twice does not weigh twice. */
const damped = (times: number): number => dampings[times] ?? 1 + Math.log(times);
const dampings = Array.from({ length: 33 }, (_, times) => 1 + Math.log(Math.max(1, times)));

const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);

const isFew = (terms: number): boolean => terms >= 1 && terms <= 2;

const share = <Part>(a: ReadonlySet<Part>, b: ReadonlySet<Part>): number => {
  let both = 0;
  for (const one of b) if (a.has(one)) both += 1;
  return part(both, a.size + b.size - both);
};

/** More rare terms than this tell nothing more. */
const manyRare = 6;

/** So that a few thousand days are about 1. */
const longTime = 8;
const spanOf = (milliseconds: number): number => Math.log1p(milliseconds / dayLength) / longTime;

type Times = Pick<Surroundings, 'created' | 'closed'>;

export const cheapFeatures = (
  query: Times,
  found: Times,
  { score, self }: Pick<Scores, 'score' | 'self'>,
): { readonly [Name in CheapName]: number } => ({
  ratio: part(score, self),
  age: age(query.created, found.created),
  closed: closedBefore(query.created, found),
});

const age = (query: number | undefined, found: number | undefined): number =>
  query === undefined || found === undefined ? Number.NaN : spanOf(Math.abs(query - found));

/** How long it had been closed when the other was written; 0 while it was open. */
const closedBefore = (query: number | undefined, { closed, created }: Times): number => {
  if (closed === undefined) return created === undefined ? Number.NaN : 0;
  return query === undefined ? Number.NaN : closed < query ? Math.min(1, spanOf(query - closed)) : 0;
};

const sameText = (a: string | undefined, b: string | undefined): number =>
  a === undefined || b === undefined ? Number.NaN : Number(a === b);

const sameLabels = (a: readonly string[] | undefined, b: readonly string[] | undefined): number =>
  a === undefined || b === undefined || a.length === 0 || b.length === 0 ? Number.NaN : share(new Set(a), new Set(b));

/** Neighbours in a title, as one small number each. */
const pairsIn = (title: ArrayLike<number>): ReadonlySet<number> => {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < title.length; at += 1)
    pairs.add((Math.imul(title[at] as number, 40_503) + (title[at + 1] as number)) & smallNumber);
  return pairs;
};

/** Three neighbouring characters of each word, its ends marked: as small numbers, of which two seldom meet by chance. */
const trigramsIn = (heading: string): ReadonlySet<number> => {
  const trigrams = new Set<number>();
  for (const word of heading.toLowerCase().split(betweenWords)) {
    if (word === '') continue;
    let [first, second] = [space, word.charCodeAt(0)];
    for (let at = 1; at <= word.length; at += 1) {
      const third = at < word.length ? word.charCodeAt(at) : space;
      trigrams.add((Math.imul(Math.imul(first, 1_021) + second, 1_021) + third) & smallNumber);
      first = second;
      second = third;
    }
  }
  return trigrams;
};

const space = 32;
/** Up to here engines hold a number without a box. */
const smallNumber = 0x3fffffff;

const betweenWords = /[^\p{L}\p{N}\p{M}]+/u;
