import type { HistoryEntry } from '../core/change.ts';
import type { Database } from './database.ts';
import type { HistoryRow } from './rows.ts';

export interface HistoryPage {
  /** Latest first. */
  readonly entries: readonly HistoryEntry[];
  /** Give it as `before` for the next page. Absent: there is none. */
  readonly before?: number;
}

/** A page of the history (E4), latest first. */
export const historyPage = async (db: Database, limit: number, before = Infinity): Promise<HistoryPage> => {
  const rows = await db.history
    .where(':id')
    .below(before)
    .reverse()
    .limit(limit + 1)
    .toArray();
  const entries = rows.slice(0, limit).map(historyEntry);
  const last = entries.at(-1);
  return { entries, ...(rows.length > limit && last !== undefined ? { before: last.seq } : {}) };
};

const historyEntry = ({ rec: _rec, own: _own, seq = 0, ...entry }: HistoryRow): HistoryEntry => ({
  ...entry,
  seq,
});
