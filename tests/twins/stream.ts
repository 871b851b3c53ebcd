import type { ItemKey } from '../../lib/core/key.ts';
import type { TwinText } from '../../lib/core/twins/text.ts';
import type { Ask, Candidate } from '../../lib/core/twins/twin-index.ts';
import { createTwinIndex, type TwinIndex } from '../../lib/core/twins/twin-index.ts';
import { itemOf, keyOf, type TrackerLine } from './tracker.ts';

/** A pull request and the tickets that it belongs to; none where people linked none. */
export interface PairLine {
  readonly pr: string;
  readonly at: string;
  readonly title: string;
  readonly jira: readonly string[];
}

/** One question of a stream, asked of everything that was there before it. */
export interface Question {
  readonly text: TwinText;
  /** What people say it is the same as. Empty: nothing that is known. */
  readonly right: ReadonlySet<ItemKey>;
  /** What people linked with it, and what its own text names. */
  readonly linked: ReadonlySet<ItemKey>;
  readonly named: ReadonlySet<ItemKey>;
  /** Its place in the stream. */
  readonly at: number;
}

/** Items in the order in which they came: each is asked about before it is added. `others`: every so many are asked as well. */
export const streamTracker = (
  lines: readonly TrackerLine[],
  others: number,
  visit: (question: Question, index: TwinIndex) => void,
  added: (milliseconds: number) => void = () => undefined,
): TwinIndex => {
  const index = createTwinIndex();
  const clusters = new Map<number, Set<ItemKey>>();
  for (const [at, line] of lines.entries()) {
    const item = itemOf(line);
    const right = (line.gid < 0 ? undefined : clusters.get(line.gid)) ?? new Set<ItemKey>();
    if (right.size > 0 || (at > warmedUp && (at * 7919) % others === 0)) {
      const { key: _, ...text } = item;
      visit({ text, right, linked: new Set(line.rel.map(keyOf)), named: new Set(line.known.map(keyOf)), at }, index);
    }
    const start = performance.now();
    index.put(item);
    added(performance.now() - start);
    if (line.gid >= 0) clusters.set(line.gid, new Set([...(clusters.get(line.gid) ?? []), item.key]));
  }
  return index;
};

/** The first items have nothing to be like. */
const warmedUp = 500;

/** Pull requests among the tickets that were there when each was merged. */
export const streamPairs = (
  lines: readonly TrackerLine[],
  pairs: readonly PairLine[],
  visit: (question: Question, index: TwinIndex) => void,
): TwinIndex => {
  const index = createTwinIndex();
  const tickets = [...lines].sort((a, b) => Date.parse(a.created) - Date.parse(b.created));
  const requests = [...pairs].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  let next = 0;
  for (const [at, { title, at: merged, jira }] of requests.entries()) {
    const created = Date.parse(merged);
    for (; next < tickets.length && Date.parse((tickets[next] as TrackerLine).created) < created; next += 1)
      index.put({ ...itemOf(tickets[next] as TrackerLine), kind: 'issue' });
    const right = new Set(jira.map(keyOf).filter(index.has));
    if (jira.length > 0 && right.size === 0) continue;
    visit({ text: { title, created, kind: 'pull-request' }, right, linked: new Set(), named: new Set(), at }, index);
  }
  return index;
};

export const anything: Pick<Ask, 'from' | 'accept'> = { from: () => true, accept: () => true };

/** Places of the right ones among candidates, from 1. */
export const placesOf = (candidates: readonly Candidate[], right: ReadonlySet<ItemKey>): readonly number[] =>
  candidates.flatMap(({ item }, at) => (right.has(item.key) ? [at + 1] : []));
