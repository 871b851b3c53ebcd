import type { Day, Rank } from './item.ts';
import type { ItemKey } from './key.ts';
import type { AwaitedReason, AwaitedRow, ItemBrief, NextReason, NextRow, WaitingReason, WaitingRow } from './view.ts';

/**
 * What presses more stands first, and each row says what its place rests on: of the criteria of its order, the first that
 * holds for it.
 */

type Judged<Row> = Omit<Row, 'reason'>;

/** M3: date passed, then nearest date, then highest priority, then number of people, then age. */
export const morePressing = (a: Judged<AwaitedRow>, b: Judged<AwaitedRow>): number =>
  byLate(a, b) ||
  byDay(a.by, b.by) ||
  byRank(a.rank, b.rank) ||
  b.people.length - a.people.length ||
  a.since.at - b.since.at ||
  byKey(a.item.key, b.item.key);

export const awaitedReason = ({ by, late, rank, people, since }: Judged<AwaitedRow>): AwaitedReason => {
  if (by !== undefined) return { type: late ? 'late' : 'date', by };
  if (rank !== undefined) return { type: 'rank', rank };
  return people.length > 1 ? { type: 'people', count: people.length } : { type: 'age', since };
};

/** M4: the mirror of M3. */
export const soonerFirst = (a: Judged<WaitingRow>, b: Judged<WaitingRow>): number =>
  byLate(a, b) ||
  byDay(a.by, b.by) ||
  a.since.at - b.since.at ||
  byKey(a.item.key, b.item.key) ||
  byKey(a.on.key, b.on.key);

export const waitingReason = ({ by, late, on, since }: Judged<WaitingRow>): WaitingReason => {
  if (by !== undefined) return { type: late ? 'late' : 'date', by };
  return on.owner.by === 'nobody' ? { type: 'nobody' } : { type: 'age', since };
};

/** M5: first what frees most, then what most waits for, then date and priority, then what is begun. */
export const freesMore = (a: Judged<NextRow>, b: Judged<NextRow>): number =>
  b.frees - a.frees ||
  b.waiting - a.waiting ||
  byDay(a.by, b.by) ||
  byRank(a.rank, b.rank) ||
  Number(b.item.state === 'in-progress') - Number(a.item.state === 'in-progress') ||
  byKey(a.item.key, b.item.key);

export const nextReason = ({ frees, waiting, by, rank }: Judged<NextRow>): NextReason => {
  if (frees > 0) return { type: 'frees', count: frees };
  if (waiting > 0) return { type: 'waiting', count: waiting };
  if (by !== undefined) return { type: 'date', by };
  return rank === undefined ? { type: 'nothing' } : { type: 'rank', rank };
};

/** The nearest of some days, and whether it has passed. */
export const nearest = (days: readonly Day[], today: Day): { readonly by?: Day; readonly late: boolean } => {
  const [by] = [...days].sort();
  return by === undefined ? { late: false } : { by, late: by < today };
};

/** The highest first (T4). */
export const ranks: readonly Rank[] = ['urgent', 'high', 'normal', 'low'];

/** The highest of their priorities, where one has any. */
export const highest = (items: readonly ItemBrief[]): { readonly rank?: Rank } => {
  const rank = ranks.find((one) => items.some(({ priority }) => priority?.rank === one));
  return rank === undefined ? {} : { rank };
};

const byLate = (a: { readonly late: boolean }, b: { readonly late: boolean }): number =>
  Number(b.late) - Number(a.late);

/** No day comes last. */
export const byDay = (a: Day | undefined, b: Day | undefined): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
};

const byRank = (a: Rank | undefined, b: Rank | undefined): number =>
  (a === undefined ? ranks.length : ranks.indexOf(a)) - (b === undefined ? ranks.length : ranks.indexOf(b));

export const byKey = (a: ItemKey, b: ItemKey): number => (a < b ? -1 : Number(a > b));
