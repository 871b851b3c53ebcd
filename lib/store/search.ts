import { nothingSettled } from '../core/same-work.ts';
import type { Item } from '../core/snapshot.ts';
import { type Database, hasTable } from './database.ts';
import { gathering, loadItems } from './gathering.ts';
import { reading } from './reading.ts';
import type { ItemRow, TitleRow } from './rows.ts';
import { itemOf } from './snapshot.ts';
import { folded, wordsOf } from './spelling.ts';

/** Rows that are looked at for one search: of a common word the first so many, not all. */
const maxCandidates = 500;

/**
 * Items by the beginning of a key as people say it (`PAY-7`, `api#45`) or of words of the title, in any order; open ones
 * first, then the most recently seen. It looks words up in an index and never reads more than `maxCandidates` rows of it.
 */
export const findItems = (db: Database, text: string, limit: number): Promise<readonly Item[]> =>
  reading(db, async () => {
    const spoken = folded(text).slice(0, 100);
    const words = wordsOf(spoken);
    const longest = [...words].sort((a, b) => b.length - a.length)[0];
    if (longest === undefined) return [];
    const [byKey, byWord] = await Promise.all([candidates(db, spoken), candidates(db, longest)]);
    const fitting = byWord.filter((row) => words.every((word) => row.words.some((one) => one.startsWith(word))));
    const found = gathering(nothingSettled);
    const exact = new Set(byKey.map(({ key }) => key));
    await loadItems(db, found, [...exact, ...fitting.map(({ key }) => key)]);
    return [...found.items.values()]
      .filter((row) => row !== undefined)
      .sort((a, b) => Number(exact.has(b.key)) - Number(exact.has(a.key)) || openFirst(a, b) || b.lastSeen - a.lastSeen)
      .slice(0, limit)
      .map(itemOf);
  });

const candidates = async (db: Database, beginning: string): Promise<readonly TitleRow[]> =>
  hasTable(db, 'titles') ? db.titles.where('words').startsWith(beginning).limit(maxCandidates).toArray() : [];

const openFirst = (a: ItemRow, b: ItemRow): number => Number(isDone(a)) - Number(isDone(b));

const isDone = ({ facts: { state } }: ItemRow): boolean => state?.value === 'done' || state?.value === 'dropped';
