import { isDependency } from '../core/edges.ts';
import { type ItemKey, splitKey } from '../core/key.ts';
import { ok, type Result } from '../core/result.ts';
import { countItems } from './aliases.ts';
import type { Database } from './database.ts';
import { accountsOn, peopleOn } from './facts.ts';
import { areSound, isSound } from './gathering.ts';
import { type Follow, tablesWith } from './kept/keep.ts';
import { countPeople, type Met, meet } from './people-seen.ts';
import type { LinksRow } from './rows.ts';

/** Items that one transaction looks at: a page that is read meanwhile waits for no more. */
const chunkSize = 200;

/**
 * K8: drops what pages said of items that were not seen since `before` (milliseconds), that are in no chain and about
 * which nobody ever stated anything: also a withdrawn word has a history, which names its items. Gives how many went.
 *
 * Those who were shown on them are counted down, and go where no other item shows them.
 */
export const dropStale = async (db: Database, before: number, follow?: Follow): Promise<Result<number, never>> => {
  const old = await db.items.where('lastSeen').below(before).primaryKeys();
  const tables = [db.items, db.titles, db.links, db.changes, db.aliases, db.people, db.records, db.settings];
  let dropped = 0;
  for (let start = 0; start < old.length; start += chunkSize) {
    const keys = old.slice(start, start + chunkSize) as ItemKey[];
    dropped += await db.transaction('rw', tablesWith(db, tables, follow), async () => {
      const gone = await dropAmong(db, keys, before);
      if (gone.length > 0) await follow?.(db, { items: gone, joined: gone }, before);
      return gone.length;
    });
  }
  await dropTold(db, before);
  return ok(dropped);
};

/** What a colleague's file told of items, where it was undone as long ago: until then that could be undone as well. */
const dropTold = async (db: Database, before: number): Promise<void> => {
  const files = await db.operations.filter(({ did, at }) => did === 'file' && at < before).toArray();
  await db.told
    .where('operation')
    .anyOf(files.map(({ id }) => id))
    .filter(({ withdrawn }) => withdrawn)
    .delete();
};

const dropAmong = async (db: Database, keys: readonly ItemKey[], before: number): Promise<readonly ItemKey[]> => {
  const held = await heldAmong(db, keys);
  const found = await db.items.bulkGet([...keys]);
  const rows = found.filter((row) => row !== undefined && row.lastSeen < before && !held.has(row.key));
  const gone = rows.flatMap((row) => row?.key ?? []);
  if (gone.length === 0) return [];
  await db.items.bulkDelete(gone);
  await db.titles.bulkDelete(gone);
  await db.links.bulkDelete(gone);
  await db.aliases.where('key').anyOf(gone).delete();
  for (const key of gone) await db.changes.where('[key+at]').between([key, -Infinity], [key, Infinity]).delete();
  const met: Met = new Map();
  for (const { key, facts } of rows.filter(isSound))
    for (const [id, account] of accountsOn(key, peopleOn(facts))) meet(met, id, account, -1);
  await countPeople(db, met);
  await countItems(db, negative(gone.map((key) => splitKey(key).tool)));
  return gone;
};

/** Those of the items that are in a chain, or that a record is about. */
const heldAmong = async (db: Database, keys: readonly ItemKey[]): Promise<ReadonlySet<ItemKey>> => {
  const [own, pointing, records] = await Promise.all([
    db.links.bulkGet([...keys]),
    db.links
      .where('to')
      .anyOf([...keys])
      .distinct()
      .toArray(),
    db.records
      .where('about')
      .anyOf([...keys])
      .toArray(),
  ]);
  const chained = [...own, ...pointing].filter((row) => row !== undefined).flatMap(dependentsIn);
  return new Set([...chained, ...records.flatMap(({ about }) => about)]);
};

/** Both ends of every dependency that the row says. */
const dependentsIn = ({ from, groups }: LinksRow): readonly ItemKey[] =>
  areSound(groups)
    ? Object.values(groups)
        .flatMap(({ links }) => links)
        .filter(isDependency)
        .flatMap(({ to }) => [from, to])
    : [];

/** How often each is named, below zero. */
const negative = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) - 1);
  return counts;
};
