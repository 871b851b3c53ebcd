import type { ItemKey } from '../core/key.ts';
import { isSilent } from '../core/records.ts';
import { type Settled, workOf } from '../core/same-work.ts';
import type { Database } from './database.ts';
import { isSoundRecord } from './record-rows.ts';

/** Of an item that thousands point to, so many are told apart. */
const maxPointing = 2_000;

/**
 * Everything that is known to have to do with an item: what its pages or others' link it with, whatever the link says, what
 * a person said of it together with another, and all of the same work as any of these (D8, W2). Within a transaction.
 */
export const linkedWith = async (db: Database, settled: Settled, key: ItemKey): Promise<ReadonlySet<ItemKey>> => {
  const work = workOf(settled, key);
  const [own, pointing, records] = await Promise.all([
    db.links.bulkGet([...work]),
    Promise.all(work.map((item) => db.links.where('to').equals(item).limit(maxPointing).primaryKeys())),
    Promise.all(work.map((item) => db.records.where('about').equals(item).toArray())),
  ]);
  const stated = records.flat().filter((row) => isSoundRecord(row) && !isSilent(row.merged));
  const linked = [
    ...own.flatMap((row) => row?.to ?? []),
    ...(pointing.flat() as ItemKey[]),
    ...stated.flatMap(({ about }) => about),
  ];
  return new Set([...work, ...linked].flatMap((one) => workOf(settled, one)));
};
