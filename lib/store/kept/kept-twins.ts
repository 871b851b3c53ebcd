import type { ItemKey } from '../../core/key.ts';
import type { Item } from '../../core/snapshot.ts';
import { twinItemOf } from '../../core/twins/of-item.ts';
import { packTwins, unpackTwins } from '../../core/twins/pack.ts';
import { createTwinIndex, type TwinIndex } from '../../core/twins/twin-index.ts';
import type { Database } from '../database.ts';
import { isSound } from '../gathering.ts';
import { eachPage } from '../pages.ts';
import { itemOf } from '../snapshot.ts';
import { readKept } from './kept-net.ts';

/**
 * The index of what everything is like, as it is kept: packed in one row, with the keys of what was written since, which are
 * read again when it is asked. A write adds its keys and no more: it does not wait for words to be counted.
 */
export interface TwinKeeper {
  /** Up to date with what is stored. Made of everything where nothing is kept, which takes seconds in a large store. */
  readonly index: (db: Database) => Promise<TwinIndex>;
}

/** Keys that are read again before all is packed anew. */
const maxRetold = 300;

/** Nobody has asked for so long that it is made anew once somebody does. */
const maxUnread = 5_000;

/** Within the transaction of a write, over `kept` and `items`: these items may read differently now. */
export const noteRetold = async (db: Database, keys: readonly ItemKey[]): Promise<void> => {
  const retold = await readKept(db, 'retold');
  // Not there: nothing is kept that these would have to be added to.
  if (retold === undefined || keys.length === 0) return;
  const isGone =
    (await db.items
      .where(':id')
      .anyOf([...keys])
      .count()) < new Set(keys).size;
  // K8: words of what is gone stay nowhere, not until the next packing either.
  if (isGone || retold.length > maxUnread) await db.kept.bulkDelete(['twins', 'retold']);
  else await db.kept.put({ name: 'retold', value: [...retold, ...keys] });
};

interface Held {
  readonly db: Database;
  readonly index: TwinIndex;
  /** How many of the keys were read again. */
  readonly read: number;
}

export const createTwinKeeper = (): TwinKeeper => {
  let held: Held | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const upToDate = async (db: Database): Promise<TwinIndex> => {
    const isKept = (await readKept(db, 'retold')) !== undefined;
    const { index, read } = isKept && held?.db === db ? held : await load(db);
    held = undefined;
    const retold = (await readKept(db, 'retold')) ?? [];
    await readAgain(db, index, [...new Set(retold.slice(read))]);
    held = { db, index, read: retold.length };
    if (retold.length > maxRetold && (await packed(db, index, retold.length))) held = { db, index, read: 0 };
    return index;
  };

  return {
    // One after the other: two that ask at once would read the same again into one index.
    index: (db) => {
      const next = last.then(() => upToDate(db));
      last = next.catch(() => undefined);
      return next;
    },
  };
};

const load = async (db: Database): Promise<Held> => {
  const row = await readKept(db, 'twins');
  const unpacked = row === undefined ? undefined : unpackTwins(row);
  if (unpacked !== undefined) return { db, index: unpacked, read: 0 };
  // Before anything is read: what is written meanwhile is noted.
  await db.kept.put({ name: 'retold', value: [] });
  const index = createTwinIndex();
  await eachPage(db.items, (rows) => {
    for (const item of rows) if (isSound(item)) put(index, itemOf(item));
  });
  await db.kept.put({ name: 'twins', value: packTwins(index) });
  return { db, index, read: 0 };
};

const readAgain = async (db: Database, index: TwinIndex, keys: readonly ItemKey[]): Promise<void> => {
  const rows = await db.items.bulkGet([...keys]);
  for (const [at, key] of keys.entries()) {
    const row = rows[at];
    if (isSound(row)) put(index, itemOf(row));
    else index.remove(key);
  }
};

const put = (index: TwinIndex, item: Item): void => {
  const text = twinItemOf(item);
  if (text === undefined) index.remove(item.key);
  else index.put(text);
};

/** False: something was written since, which is not in the index. */
const packed = async (db: Database, index: TwinIndex, read: number): Promise<boolean> => {
  const value = packTwins(index);
  return db.transaction('rw', db.kept, async () => {
    if ((await readKept(db, 'retold'))?.length !== read) return false;
    await db.kept.bulkPut([
      { name: 'twins', value },
      { name: 'retold', value: [] },
    ]);
    return true;
  });
};
