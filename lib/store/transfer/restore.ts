import { grouped } from '../../core/grouped.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Cell } from '../../core/record.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Database } from '../database.ts';
import { itemRow } from '../facts.ts';
import { readSetting } from '../identity.ts';
import { recordRow } from '../record-rows.ts';
import type { AliasRow, RecordRow, Space, TitleRow } from '../rows.ts';
import { linksRow } from '../sightings.ts';
import { searchWords } from '../spelling.ts';
import type { FileItem, FileRefused, FileTables } from './format.ts';
import { type FileContent, readFile } from './parse.ts';

export interface RestorePreview {
  /** What the file brings. */
  readonly brings: StoreCounts;
  /** What is here, and will be gone. */
  readonly replaces: StoreCounts;
}

export interface StoreCounts {
  readonly items: number;
  readonly statements: number;
  readonly history: number;
}

/** What restoring would do. Writes nothing. */
export const previewRestore = async (
  db: Database,
  content: FileContent,
): Promise<Result<RestorePreview, FileRefused>> => {
  const file = readFile(content);
  if (!file.ok) return file;
  const { items, cells, history } = file.value;
  return db.transaction('r', db.tables, async () => {
    if (!(await mayReplace(db, file.value))) return notMine;
    const statements = new Set(cells.map(({ rec }) => rec)).size;
    const brings = { items: items.length, statements, history: history.length };
    return ok({ brings, replaces: await countsHere(db) });
  });
};

/**
 * Puts a backup back, whole: into a store in which nothing is stated yet, or into the one it came from. Everything is
 * validated first; then one transaction, so that a failure leaves what was there.
 */
export const restore = async (db: Database, content: FileContent): Promise<Result<StoreCounts, FileRefused>> => {
  const file = readFile(content);
  if (!file.ok) return file;
  return db.transaction('rw', db.tables, async () => {
    if (!(await mayReplace(db, file.value))) return notMine;
    for (const table of db.tables) await table.clear();
    await putAll(db, file.value);
    return ok(await countsHere(db));
  });
};

const notMine = fail<FileRefused>({ type: 'FileRefused', why: 'not-mine' });

const mayReplace = async (db: Database, { settings }: FileTables): Promise<boolean> => {
  const [cells, operations] = await Promise.all([db.cells.count(), db.operations.count()]);
  if (cells === 0 && operations === 0) return true;
  const theirs = settings.find(({ name }) => name === 'space')?.value as Space | undefined;
  const mine = await readSetting(db, 'space');
  return theirs !== undefined && theirs.id === mine?.id;
};

const countsHere = async (db: Database): Promise<StoreCounts> => {
  const [items, statements, history] = await Promise.all([db.items.count(), db.records.count(), db.history.count()]);
  return { items, statements, history };
};

const putAll = async (db: Database, file: FileTables): Promise<void> => {
  const moved = new Map(file.aliases.map(({ alias, key }) => [alias, key]));
  const nowOf = (key: ItemKey): ItemKey => moved.get(key) ?? key;
  await db.settings.bulkPut(file.settings);
  // Ids are unique; of several operations with one id the last stands.
  await db.operations.bulkPut([...new Map(file.operations.map((row) => [row.id, row])).values()]);
  await db.cells.bulkPut(file.cells);
  await db.records.bulkPut(recordRows(file.cells, nowOf));
  await db.history.bulkPut(file.history);
  await db.aliases.bulkPut(file.aliases);
  await db.items.bulkPut(file.items.map((item) => itemRow(item, item)));
  await db.titles.bulkPut(titleRows(file.items, file.aliases));
  await db.links.bulkPut(file.links.map(({ from, groups }) => linksRow(from, groups)));
  await db.changes.bulkPut(file.changes);
  await db.people.bulkPut(file.people);
  await db.told.bulkPut(file.told);
};

const recordRows = (cells: readonly Cell[], nowOf: (key: ItemKey) => ItemKey): readonly RecordRow[] =>
  [...grouped(cells, ({ rec }) => rec).values()].flatMap((all) => recordRow(all, nowOf) ?? []);

const titleRows = (items: readonly FileItem[], aliases: readonly AliasRow[]): readonly TitleRow[] => {
  const had = grouped(
    aliases.filter(({ was }) => was !== undefined),
    ({ key }) => key,
  );
  return items.map(({ key, facts }) => ({
    key,
    words: searchWords(facts.title?.value, [key, ...(had.get(key) ?? []).map(({ alias }) => alias as ItemKey)]),
  }));
};
