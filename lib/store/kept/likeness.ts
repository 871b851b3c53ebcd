import { type Finding, findingId, type Judgement, type Likes } from '../../core/finding.ts';
import { isClosed } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import { sayingLikes } from '../../core/likes.ts';
import { accountOn } from '../../core/owner.ts';
import type { Account } from '../../core/person.ts';
import type { Settled } from '../../core/same-work.ts';
import { maxLikes, type TwinReason } from '../../core/twin.ts';
import { twinItemOf } from '../../core/twins/of-item.ts';
import { type Suggestions, suggestionsFor } from '../../core/twins/suggest.ts';
import type { TwinItem } from '../../core/twins/text.ts';
import { leastFor } from '../../core/twins/threshold.ts';
import type { TwinIndex } from '../../core/twins/twin-index.ts';
import type { Database } from '../database.ts';
import { isSound } from '../gathering.ts';
import { linkedWith } from '../linked.ts';
import { readSettled } from '../pairs.ts';
import { reading } from '../reading.ts';
import type { FindingRow, ItemRow, Unjudged } from '../rows.ts';
import { itemOf } from '../snapshot.ts';
import { keepFindings } from './kept-findings.ts';
import { readKept } from './kept-net.ts';

/** How a likeness becomes a finding; the store knows no signal. */
export interface JudgeLikeness {
  readonly alike: (item: ItemKey, found: Suggestions, who: readonly Account[]) => Finding | undefined;
  /** The most pressing first. */
  readonly weightOf: (signal: Finding['signal']) => number;
}

/** Items of one transaction: nobody who writes waits for more. */
const atOnce = 10;

/** What was judged of a few items. */
export interface JudgedLikeness {
  /** There is more to judge. */
  readonly left: boolean;
  /** Items whose findings are others now. */
  readonly changed: boolean;
}

/** Nothing is left to judge: told without the index, which takes a while to be there after a stop. */
export const isAllJudged = async (db: Database): Promise<boolean> => {
  const unjudged = await readKept(db, 'unjudged');
  return unjudged === undefined
    ? (await db.items.count()) === 0
    : unjudged.keys.length === 0 && unjudged.after === undefined;
};

/** Within the transaction of a write, over `kept`: what these items are like may be another answer now. */
export const noteUnjudged = async (db: Database, keys: readonly ItemKey[]): Promise<void> => {
  const unjudged = await readKept(db, 'unjudged');
  // Not there: nothing was judged yet, and everything will be.
  if (unjudged === undefined || keys.length === 0) return;
  const all = [...new Set([...unjudged.keys, ...keys])];
  if (all.length > unjudged.keys.length) await putUnjudged(db, { ...unjudged, keys: all });
};

const putUnjudged = async (db: Database, value: Unjudged): Promise<void> => {
  await db.kept.put({ name: 'unjudged', value });
};

/**
 * Judges a few of the items whose text, links or pairs were written since they were judged, or that never were, by an index
 * that is up to date. Of two items the newer one is judged by the older: that is how likeness was learnt, and so a pair is
 * found once. What is kept says what judging said of each item when it last had a reason to; words that became rarer or
 * commoner since by other items change nothing. `at`: milliseconds.
 */
export const judgeLikeness = (
  db: Database,
  index: TwinIndex,
  judge: JudgeLikeness,
  at: number,
): Promise<JudgedLikeness> =>
  db.transaction('rw', [db.items, db.links, db.records, db.aliases, db.cells, db.findings, db.kept], async () => {
    const unjudged = (await readKept(db, 'unjudged')) ?? { keys: [], after: '' };
    const named = unjudged.keys.slice(0, atOnce);
    const next = await nextRows(db, unjudged, named);
    const rows = next.filter(isSound);
    const settled = await readSettled(db);
    const judging: Judging = { db, index, judge, settled, least: leastFor(settled.pairs) };
    const subjects = new Set<ItemKey>([...named, ...rows.map(({ key }) => key)]);
    if (named.length > 0) {
      for (const asker of await askersAbout(db, named)) subjects.add(asker);
      for (const row of rows) for (const newer of await newerLike(judging, row)) subjects.add(newer);
    }
    const findings: Finding[] = [];
    const known = new Map(rows.map((row) => [row.key, row]));
    const others = await db.items.bulkGet([...subjects].filter((key) => !known.has(key)));
    for (const row of [...rows, ...others.filter(isSound)]) {
      const finding = await findingOf(judging, row);
      if (finding !== undefined) findings.push(finding);
    }
    const changed = await keepFindings(db, { subjects, findings, ofTexts: true }, at, judge.weightOf);
    const rest = restOf(unjudged, named, next);
    await putUnjudged(db, rest);
    return { left: rest.keys.length > 0 || rest.after !== undefined, changed };
  });

/** Items of which it is said now that they may be the same work as one of these. */
const askersAbout = async (db: Database, keys: readonly ItemKey[]): Promise<readonly ItemKey[]> =>
  (await standingLikes(db, keys)).map(({ items: [item] }) => item);

const standingLikes = async (db: Database, keys: readonly ItemKey[]): Promise<readonly FindingRow[]> => {
  const wanted = new Set(keys);
  // Of a page's hundred items each would be looked up among all that is found of it.
  const rows =
    wanted.size > few
      ? await db.findings.where('id').startsWith(ofTexts).toArray()
      : await db.findings
          .where('items')
          .anyOf([...wanted])
          .distinct()
          .toArray();
  return rows.filter(
    ({ order, likes, items }) => order !== undefined && likes !== undefined && items.some((key) => wanted.has(key)),
  );
};

const few = 8;
/** How the names of findings of likeness begin (`findingId`). */
const ofTexts = findingId({ signal: 'twin', subject: '' });

/** As they are stored: one that cannot be read is passed over, and what comes after it is not. */
const nextRows = async (db: Database, { after }: Unjudged, named: readonly ItemKey[]): Promise<readonly ItemRow[]> => {
  if (named.length > 0) return (await db.items.bulkGet([...named])).filter((row) => row !== undefined);
  return after === undefined ? [] : db.items.where(':id').above(after).limit(atOnce).toArray();
};

const restOf = ({ keys, after }: Unjudged, named: readonly ItemKey[], rows: readonly ItemRow[]): Unjudged => {
  if (named.length > 0) return { keys: keys.slice(named.length), ...(after === undefined ? {} : { after }) };
  const last = rows.at(-1);
  return last === undefined || rows.length < atOnce ? { keys } : { keys, after: last.key };
};

interface Judging {
  readonly db: Database;
  readonly index: TwinIndex;
  readonly judge: JudgeLikeness;
  readonly settled: Settled;
  readonly least: ReturnType<typeof leastFor>;
}

/** What is over asks nothing any more. */
const askerOf = (row: ItemRow): TwinItem | undefined =>
  isClosed(row.facts.state?.value ?? 'unknown') ? undefined : twinItemOf(itemOf(row));

const findingOf = async ({ db, index, judge, settled, least }: Judging, row: ItemRow): Promise<Finding | undefined> => {
  const asker = askerOf(row);
  if (asker === undefined) return undefined;
  const linked = await linkedWith(db, settled, row.key);
  const found = suggestionsFor(index, asker, {
    leaveOut: (item) => linked.has(item.key) || !isOlder(item, asker),
    least: least(row.key),
  });
  const likes = [...found.sameWork, ...found.duplicates].map(({ key }) => key);
  if (likes.length === 0) return undefined;
  const both = new Map<ItemKey, readonly TwinReason[]>();
  for (const key of likes) both.set(key, sharedLinks(linked, await linkedWith(db, settled, key)));
  const told = (all: Suggestions['sameWork']): Suggestions['sameWork'] =>
    all.map((one) => ({ ...one, reasons: [...one.reasons, ...(both.get(one.key) ?? [])] }));
  const rows = await db.items.bulkGet(likes);
  return judge.alike(
    row.key,
    { ...found, sameWork: told(found.sameWork), duplicates: told(found.duplicates) },
    [row, ...rows.filter(isSound)].flatMap(peopleOf),
  );
};

/** Something that both have to do with: of several the first by key. */
const sharedLinks = (some: ReadonlySet<ItemKey>, others: ReadonlySet<ItemKey>): readonly TwinReason[] => {
  const [first] = [...some].filter((key) => others.has(key)).sort();
  return first === undefined ? [] : [{ type: 'shared-link', key: first }];
};

/** Of newer items that read like this one, the likeliest: it may be said of them now. */
const newerLike = async ({ db, index, settled }: Judging, row: ItemRow): Promise<readonly ItemKey[]> => {
  const text = twinItemOf(itemOf(row));
  if (text === undefined) return [];
  const linked = await linkedWith(db, settled, row.key);
  const { sameWork, duplicates, similar } = suggestionsFor(index, text, {
    leaveOut: (item) => linked.has(item.key) || isOlder(item, text),
  });
  return [...[...sameWork, ...duplicates].map(({ key }) => key), ...similar].slice(0, maxLikes);
};

/** Of two items one is the older, whoever asks; where it is not known when they were made, the one whose key comes first. */
const isOlder = (a: TwinItem, b: TwinItem): boolean =>
  a.created === undefined || b.created === undefined || a.created === b.created ? a.key < b.key : a.created < b.created;

const peopleOf = ({ key, facts }: ItemRow): readonly Account[] => {
  const assigned = facts.assignees?.value ?? [];
  const people = assigned.length > 0 || facts.author === undefined ? assigned : [facts.author.value];
  return people.map((person) => accountOn(key, person));
};

/**
 * Within the transaction of a write, after it: what is linked or settled now, or gone, is suggested no more (D8, W2). That
 * something is suggested again is found when it is judged.
 */
export const dropSettled = async (
  db: Database,
  keys: readonly ItemKey[],
  at: number,
  weightOf: JudgeLikeness['weightOf'],
): Promise<void> => {
  if (keys.length === 0) return;
  const standing = await standingLikes(db, keys);
  if (standing.length === 0) return;
  const settled = await readSettled(db);
  const subjects = new Set<ItemKey>();
  const findings: Finding[] = [];
  for (const row of standing) {
    const [item] = row.items;
    subjects.add(item);
    const left = await likesLeft(db, settled, row);
    if (left !== undefined) findings.push({ ...findingIn(row), ...sayingLikes(item, left) });
  }
  await keepFindings(db, { subjects, findings, ofTexts: true } satisfies Judgement, at, weightOf);
};

const likesLeft = async (db: Database, settled: Settled, { items, likes }: FindingRow): Promise<Likes | undefined> => {
  const [item] = items;
  const linked = await linkedWith(db, settled, item);
  const there = new Set((await db.items.bulkGet([...items])).flatMap((row) => row?.key ?? []));
  const [first, ...others] = (likes ?? []).filter(({ key }) => !linked.has(key) && there.has(key));
  return first === undefined || !there.has(item) ? undefined : [first, ...others];
};

const findingIn = ({ id: _i, since: _s, gone: _g, order: _o, left: _l, ...finding }: FindingRow): Finding => finding;

/** What reads like an item and is no suggestion, and has nothing to do with it that is known. */
export const similarTo = (db: Database, index: TwinIndex, key: ItemKey): Promise<readonly ItemKey[]> =>
  reading(db, async () => {
    const row = await db.items.get(key);
    const text = isSound(row) ? twinItemOf(itemOf(row)) : undefined;
    if (text === undefined) return [];
    const settled = await readSettled(db);
    const linked = await linkedWith(db, settled, key);
    const told = new Set((await standingLikes(db, [key])).flatMap(({ items }) => items));
    return suggestionsFor(index, text, { leaveOut: (item) => linked.has(item.key) || told.has(item.key) }).similar;
  });
