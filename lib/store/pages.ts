import type { IndexableType, Table } from 'dexie';
import type { Site } from '../core/key.ts';

/** Rows that are read at once: a large store is never wholly in memory. */
const pageSize = 1_000;

/** From the one to the other; absent: all of a table. */
export type KeyRange = readonly [from: IndexableType, to: IndexableType];

/** Before and behind every key there is: of lists, which come last, one that begins with a list. */
const everything: KeyRange = [-Infinity, [[]]];

/** Visits the rows of a table page by page, in the order of their primary keys, until a visit gives false. */
export const eachPage = async <Row, Key extends IndexableType>(
  table: Table<Row, Key>,
  visit: (rows: readonly Row[]) => unknown,
  [from, to]: KeyRange = everything,
): Promise<void> => {
  let after = from;
  for (let isFirst = true; ; isFirst = false) {
    const keys = await table.where(':id').between(after, to, isFirst, true).limit(pageSize).primaryKeys();
    const rows = await table.bulkGet(keys);
    const isDone = (await visit(rows.filter((row) => row !== undefined))) === false;
    const last = keys.at(-1);
    if (isDone || last === undefined || keys.length < pageSize) return;
    after = last;
  }
};

/** Keys of a site's items lie here. Where references are global, a site is named like its tool. */
export const keysOfSite = ({ tool, site }: Site): KeyRange => {
  const beginning = site === tool ? `${tool}:` : `${tool}:${site}:`;
  return [beginning, `${beginning}\uFFFF`];
};
