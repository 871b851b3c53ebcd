import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cheapNames, type Features, featureNames } from '../../lib/core/twins/features.ts';
import { guardOf } from '../../lib/core/twins/guards.ts';
import { likelihood, type Model, weighed } from '../../lib/core/twins/model.ts';
import { inOrder, type Relation, type SureName, sureFeatures, type Taught } from '../../lib/core/twins/ranking.ts';
import { compared, type TwinIndex } from '../../lib/core/twins/twin-index.ts';
import { type Asked, learnOrder, learnSure, orderBy, rounded } from './learning.ts';
import { anything, type PairLine, type Question, streamPairs, streamTracker } from './stream.ts';
import { readLines, type TrackerLine } from './tracker.ts';

/**
 * Learns what `lib/core/twins/weights.json` says, from a tracker whose duplicates people marked and from pull requests whose
 * tickets are known. Prints what the same learning on the older part gives for the newer part, which it has not seen.
 */
const usage = 'npm run learn -- --data TRACKER.jsonl.gz --pairs PAIRS.jsonl.gz --requests ALL.jsonl.gz';

/** Of the questions, by time. */
const olderPart = 0.6;
/** Of the items that are no duplicate, every so many are asked about. */
const others = 6;

/** Words alone: what is known before anything is learnt. */
const byWords: Model<(typeof cheapNames)[number]> = {
  bias: 0,
  terms: [{ name: 'ratio', mean: 0, spread: 1, weight: 1 }],
};

type Stream = (visit: (question: Question, index: TwinIndex) => void) => unknown;
type Gathered = Asked<keyof Features> & { readonly at: number };

/** Everything that shares words with the questions that have an answer. */
const gather = (stream: Stream): readonly Gathered[] => {
  const all: Gathered[] = [];
  stream(({ text, right, at }, index) => {
    if (right.size === 0) return;
    const [candidates = []] = index.candidates(text, [{ ...anything, first: byWords, compared: 200 }]);
    const judged = candidates.map(({ item, features }) => ({ values: features, right: right.has(item.key) }));
    if (judged.some((one) => one.right)) all.push({ candidates: judged, at });
    else all.push({ candidates: [], at });
  });
  return all;
};

const learnPlaces = (
  asked: readonly Gathered[],
  names: readonly (keyof Features)[],
): Pick<Taught, 'first' | 'order'> => {
  const first = learnOrder(asked, cheapNames);
  const chosen = asked
    .map(({ candidates }) => ({
      candidates: orderBy(candidates, first as Model<keyof Features>).slice(0, compared),
    }))
    .filter(({ candidates }) => candidates.some(({ right }) => right));
  return { first: rounded(first), order: rounded(learnOrder(chosen, names)) };
};

interface Decided {
  readonly at: number;
  readonly values: Features & { readonly [name in SureName]: number };
  readonly yes: boolean;
  readonly answered: boolean;
}

/** The first of each question, as the decision sees it. */
const decide = (relation: Relation, stream: Stream, places: Pick<Taught, 'first' | 'order'>): readonly Decided[] => {
  const all: Decided[] = [];
  stream(({ text, right, linked, named, at }, index) => {
    const accept = ({ key }: { readonly key: string }): boolean => !named.has(key as never);
    const ranked = inOrder(
      index.candidates(text, [{ ...anything, first: places.first, accept }])[0] ?? [],
      places as Taught,
    );
    const [one, next] = ranked;
    if (one === undefined || guardOf(text, one, relation, index.alike(one.item.title)) !== undefined) return;
    const yes = right.has(one.item.key) || linked.has(one.item.key);
    all.push({ at, values: sureFeatures(text, one, next), yes, answered: right.size > 0 });
  });
  return all;
};

const sureNames: readonly SureName[] = [
  'place',
  'lead',
  'ratio',
  'ratioLead',
  'titleCosine',
  'titlesShared',
  'trigrams',
  'queryTitleCovered',
  'titleCovered',
  'pairs',
  'age',
  'rare',
  'closed',
  'words',
];

const report = (what: string, decided: readonly Decided[], sure: Model<SureName>): void => {
  const answered = decided.filter((one) => one.answered);
  const rest = decided.filter((one) => !one.answered);
  for (const least of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]) {
    const shown = (some: readonly Decided[]) => some.filter(({ values }) => sureOf(sure, values) >= least);
    const right = shown(answered).filter(({ yes }) => yes).length;
    const line = [
      `${what} from ${least}:`,
      `of those with an answer ${percent(shown(answered).length, answered.length)} shown, ${percent(right, shown(answered).length)} right;`,
      `of the others ${percent(shown(rest).length, rest.length)} shown, ${percent(shown(rest).filter(({ yes }) => yes).length, shown(rest).length)} linked by people`,
    ];
    console.log(line.join(' '));
  }
};

const sureOf = (sure: Model<SureName>, values: Decided['values']): number => likelihood(weighed(sure, values));

const percent = (some: number, all: number): string => `${((100 * some) / Math.max(1, all)).toFixed(1)} %`;

const recall = (what: string, asked: readonly Gathered[], { first, order }: Pick<Taught, 'first' | 'order'>): void => {
  const places = asked.map(({ candidates }) => {
    const chosen = orderBy(candidates, first as Model<keyof Features>).slice(0, compared);
    return orderBy(chosen, order).findIndex(({ right }) => right) + 1;
  });
  const within = (most: number): string =>
    (places.filter((place) => place > 0 && place <= most).length / places.length).toFixed(3);
  const mrr = places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length;
  console.log(
    `${what}: R@1 ${within(1)} R@5 ${within(5)} R@10 ${within(10)} MRR ${mrr.toFixed(3)} of ${places.length}`,
  );
};

const learnRelation = (relation: Relation, stream: Stream, names: readonly (keyof Features)[]): Taught => {
  const asked = gather(stream);
  const cut = asked[Math.floor(asked.length * olderPart)]?.at ?? 0;
  const [older, newer] = [asked.filter(({ at }) => at < cut), asked.filter(({ at }) => at >= cut)];
  const before = learnPlaces(
    older.filter(({ candidates }) => candidates.length > 0),
    names,
  );
  recall(`${relation}, older part (learnt on)`, older, before);
  recall(`${relation}, newer part (not seen)`, newer, before);
  const decidedBefore = decide(relation, stream, before);
  const sureBefore = learnSure(
    decidedBefore.filter(({ at }) => at < cut),
    sureNames,
  );
  report(
    `${relation}, newer part (not seen)`,
    decidedBefore.filter(({ at }) => at >= cut),
    sureBefore,
  );
  const places = learnPlaces(
    asked.filter(({ candidates }) => candidates.length > 0),
    names,
  );
  return { ...places, sure: rounded(learnSure(decide(relation, stream, places), sureNames)) };
};

const { values } = parseArgs({
  options: { data: { type: 'string' }, pairs: { type: 'string' }, requests: { type: 'string' } },
});
if (values.data === undefined || values.pairs === undefined || values.requests === undefined) throw new Error(usage);
const lines = await readLines<TrackerLine>(values.data);
const linked = await readLines<PairLine>(values.pairs);
const requests = await readLines<PairLine>(values.requests);
const known = new Set(linked.map(({ pr }) => pr));
const unlinked = requests.filter(({ pr, jira, title }) => jira.length === 0 && title !== '' && !known.has(pr));

/** Who wrote it is known of few: a tracker of one team says nothing of another's habits. */
const withinNames = featureNames.filter((name) => name !== 'author');
/** A request has a title and no labels of the other tool. */
const acrossNames = withinNames.filter((name) => !['labels', 'textCosine', 'queryTextCovered'].includes(name));

const weights = {
  within: learnRelation('within', (visit) => streamTracker(lines, others, visit), withinNames),
  across: learnRelation('across', (visit) => streamPairs(lines, [...linked, ...unlinked], visit), acrossNames),
};
writeFileSync(
  fileURLToPath(new URL('../../lib/core/twins/weights.json', import.meta.url)),
  `${JSON.stringify(weights, null, 2)}\n`,
);
