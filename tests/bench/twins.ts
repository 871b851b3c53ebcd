import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import type { ItemKey } from '../../lib/core/key.ts';
import { packTwins, unpackTwins } from '../../lib/core/twins/pack.ts';
import { inOrder, type Relation } from '../../lib/core/twins/ranking.ts';
import { suggestionsFor } from '../../lib/core/twins/suggest.ts';
import { createTwinIndex, type TwinIndex } from '../../lib/core/twins/twin-index.ts';
import { weights } from '../../lib/core/twins/weights.ts';
import { anything, type PairLine, placesOf, type Question, streamPairs, streamTracker } from '../twins/stream.ts';
import { eachLine, itemOf, readLines, type TrackerLine } from '../twins/tracker.ts';
import { median, rounded, share } from './figures.ts';
import { machine } from './machine.ts';

interface TwinsAsked {
  readonly data: string;
  /** Pull requests and their tickets; those without any are asked about as well, and should get no answer. */
  readonly pairs?: string | undefined;
}

/** Of what has no known duplicate, every so many are asked whether they are flagged; each stands for as many. */
const others = 4;

/**
 * The streaming protocol: each item is looked for among those that were there before it. Who is a duplicate of whom is read
 * after the answer. Beside it the same questions to MiniSearch as it comes, and the whole index built once more by itself
 * for its time and memory.
 */
export const benchTwins = async ({ data, pairs }: TwinsAsked) => {
  const cost = await costOf(data);
  const lines = await readLines<TrackerLine>(data);
  const { size, ...built } = cost;
  return {
    items: size,
    ...askTracker(lines),
    ...built,
    ...(pairs === undefined ? {} : { pairs: askPairs(lines, await readLines<PairLine>(pairs)) }),
    peer: { name: 'minisearch', ...askPeer(lines) },
    machine: machine(),
  };
};

const askTracker = (lines: readonly TrackerLine[]) => {
  const places: (readonly number[])[] = [];
  const rights: number[] = [];
  const times: number[] = [];
  const adds: number[] = [];
  let [flags, flaggedRight, flaggedLinked] = [0, 0, 0];
  streamTracker(
    lines,
    others,
    (question, there) => {
      const { text, right, linked, named } = question;
      if (right.size > 0) {
        places.push(placesAmong(there, question, 'within'));
        rights.push(right.size);
      }
      const start = performance.now();
      const [flag] = suggestionsFor(there, text, { leaveOut: ({ key }) => named.has(key) }).duplicates;
      times.push(performance.now() - start);
      if (flag === undefined) return;
      const stands = right.size > 0 ? 1 : others;
      flags += stands;
      if (right.has(flag.key)) flaggedRight += stands;
      if (right.has(flag.key) || linked.has(flag.key)) flaggedLinked += stands;
    },
    (milliseconds) => adds.push(milliseconds),
  );
  return {
    ...recall(places, rights),
    questions: places.length,
    flags_per_100: rounded((100 * flags) / lines.length),
    flags_labelled_precision: part(flaggedRight, flags),
    flags_labelled_or_linked: part(flaggedLinked, flags),
    query_p50_ms: rounded(median(times)),
    query_p95_ms: rounded(share(times, 0.95)),
    add_ms: rounded(adds.reduce((sum, one) => sum + one, 0) / adds.length),
  };
};

/** Places of the right ones, from 1. */
const placesAmong = (index: TwinIndex, { text, right }: Question, relation: Relation): readonly number[] => {
  const [candidates = []] = index.candidates(text, [{ ...anything, first: weights[relation].first }]);
  return placesOf(inOrder(candidates, weights[relation]), right);
};

const askPairs = (lines: readonly TrackerLine[], pairs: readonly PairLine[]) => {
  const places: (readonly number[])[] = [];
  const rights: number[] = [];
  let [shown, shownRight, without, fired] = [0, 0, 0, 0];
  streamPairs(lines, pairs, (question, index) => {
    const { text, right } = question;
    const [first] = suggestionsFor(index, text).sameWork;
    if (right.size === 0) {
      without += 1;
      if (first !== undefined) fired += 1;
      return;
    }
    places.push(placesAmong(index, question, 'across'));
    rights.push(right.size);
    if (first === undefined) return;
    shown += 1;
    if (right.has(first.key)) shownRight += 1;
  });
  return {
    ...recall(places, rights),
    questions: places.length,
    shown: part(shown, places.length),
    shown_right: part(shownRight, shown),
    fired_per_100_without: without === 0 ? null : rounded((100 * fired) / without),
    without,
  };
};

const askPeer = (lines: readonly TrackerLine[]) => {
  const peer = new MiniSearch<{ readonly id: ItemKey; readonly title: string; readonly body: string }>({
    fields: ['title', 'body'],
  });
  const places: (readonly number[])[] = [];
  const rights: number[] = [];
  const times: number[] = [];
  let build = 0;
  let next = 0;
  const add = (line: TrackerLine | undefined): void => {
    if (line === undefined) return;
    const { key, title, description = '' } = itemOf(line);
    const start = performance.now();
    peer.add({ id: key, title, body: description });
    build += performance.now() - start;
  };
  // It sees the same items as the index did, and no later one.
  streamTracker(lines, Number.POSITIVE_INFINITY, ({ text, right, at }) => {
    for (; next < at; next += 1) add(lines[next]);
    if (right.size === 0) return;
    const start = performance.now();
    const found = peer.search(text.title);
    times.push(performance.now() - start);
    places.push(found.slice(0, compared).flatMap(({ id }, place) => (right.has(id) ? [place + 1] : [])));
    rights.push(right.size);
  });
  for (; next < lines.length; next += 1) add(lines[next]);
  return {
    ...recall(places, rights),
    query_p50_ms: rounded(median(times)),
    query_p95_ms: rounded(share(times, 0.95)),
    build_ms: rounded(build),
  };
};

const compared = 50;

/** `places`: of the right ones, from 1, for each question. `rights`: how many there are. */
const recall = (places: readonly (readonly number[])[], rights: readonly number[]) => {
  const within = (most: number): number =>
    part(places.filter(([first = most + 1]) => first <= most).length, places.length);
  const precision = (found: readonly number[], at: number): number =>
    found.reduce((sum, place, before) => sum + (before + 1) / place, 0) / (rights[at] ?? 1);
  const mean = (values: readonly number[]): number =>
    part(
      values.reduce((sum, value) => sum + value, 0),
      values.length,
    );
  return {
    r1: within(1),
    r5: within(5),
    r10: within(10),
    mrr: mean(places.map(([first]) => (first === undefined ? 0 : 1 / first))),
    map: mean(places.map(precision)),
  };
};

const part = (some: number, all: number): number => (all === 0 ? 0 : Math.round((1000 * some) / all) / 1000);

/** The index alone: nothing of the file is held, so that what is used more afterwards is the index. */
const costOf = async (data: string) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const before = used();
  const index = createTwinIndex();
  let build = 0;
  for await (const line of eachLine<TrackerLine>(data)) {
    const item = itemOf(line);
    const start = performance.now();
    index.put(item);
    build += performance.now() - start;
  }
  const heap = used() - before;
  const packed = structuredClone(packTwins(index));
  const start = performance.now();
  const again = unpackTwins(packed);
  const restore = performance.now() - start;
  if (again?.size() !== index.size()) throw new Error('What was packed is not what was there');
  return { size: index.size(), build_ms: rounded(build), restore_ms: rounded(restore), heap_mb: rounded(heap) };
};
