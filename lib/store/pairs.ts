import type { SettledPair } from '../core/annotation.ts';
import { canonical } from '../core/canonical.ts';
import { grouped } from '../core/grouped.ts';
import { type ItemKey, isItemKey } from '../core/key.ts';
import { mergeCells } from '../core/merge.ts';
import { pairOf } from '../core/records.ts';
import { type Settled, settledOf } from '../core/same-work.ts';
import { namesOf } from './aliases.ts';
import type { Database } from './database.ts';
import { isSoundRecord } from './record-rows.ts';
import { cellsOf } from './statements.ts';

/** What people said of pairs: all of it, since what is one piece of work may follow from several. Few rows, by index. */
export const readSettled = async (db: Database): Promise<Settled> => {
  if (!isIndexed(db)) return settledOf([]);
  const rows = (await db.records.where('pair').equals(1).toArray()).filter(isSoundRecord);
  if (rows.length === 0) return settledOf([]);
  const named = rows.flatMap(({ merged }) => merged.fields['main']?.value ?? []);
  const { nowOf } = await namesOf(
    db,
    named.filter((name): name is ItemKey => typeof name === 'string' && isItemKey(name)),
  );
  const pairs: SettledPair[] = [];
  for (const about of grouped(rows, ({ now }) => canonical(now)).values()) {
    const [{ merged: only, now }] = about;
    const merged = about.length === 1 ? only : mergeCells(await cellsOf(db, about));
    const pair = merged === undefined ? undefined : pairOf({ ...merged, k: now }, nowOf);
    if (pair !== undefined) pairs.push(pair);
  }
  return settledOf(pairs);
};

/** A newer database may have other indexes. */
const isIndexed = ({ records }: Database): boolean => records.schema.indexes.some(({ name }) => name === 'pair');
