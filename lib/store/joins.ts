import type { ItemKey } from '../core/key.ts';
import { isSilent } from '../core/records.ts';
import { namesOf } from './aliases.ts';
import type { Database } from './database.ts';
import { reading } from './reading.ts';
import { isSoundRecord } from './record-rows.ts';

/** What joins an item to others. */
export interface Joins {
  /** Somebody stated something about it. */
  readonly stated: boolean;
  /** Items whose pages link to it, and those that its own pages link to. */
  readonly others: readonly ItemKey[];
}

/** Of an item that thousands point to, so many tell enough. */
const maxPointing = 500;
export const maxJoined = 1_000;

/**
 * For each key, what joins its item to others, whoever says so: for deciding what of a foreign place is kept (K7). An
 * old key stands for the item's present one (K2). Looks into indexes only; of more than `maxJoined` keys the first.
 */
export const readJoins = (db: Database, keys: readonly ItemKey[]): Promise<ReadonlyMap<ItemKey, Joins>> =>
  reading(db, async () => {
    const asked = [...new Set(keys)].slice(0, maxJoined);
    const { nowOf } = await namesOf(db, asked);
    const present = [...new Set(asked.map(nowOf))];
    const [own, pointing, stated] = await Promise.all([
      db.links.bulkGet(present),
      Promise.all(present.map((key) => db.links.where('to').equals(key).limit(maxPointing).primaryKeys())),
      statedAmong(db, present),
    ]);
    const others = new Map(
      present.map((key, index) => [
        key,
        new Set([...(own[index]?.to ?? []), ...((pointing[index] ?? []) as ItemKey[])]),
      ]),
    );
    return new Map(
      asked.map((key): [ItemKey, Joins] => {
        const now = nowOf(key);
        return [
          key,
          { stated: stated.has(now), others: [...(others.get(now) ?? [])].filter((other) => other !== now) },
        ];
      }),
    );
  });

/** Those about which something stands that somebody stated; what is withdrawn does not. */
export const statedAmong = async (db: Database, keys: readonly ItemKey[]): Promise<ReadonlySet<ItemKey>> => {
  const rows = await db.records
    .where('about')
    .anyOf([...keys])
    .toArray();
  return new Set(rows.filter((row) => isSoundRecord(row) && !isSilent(row.merged)).flatMap(({ about }) => about));
};
