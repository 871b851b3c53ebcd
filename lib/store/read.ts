import type { ItemKey } from '../core/key.ts';
import { accountOn } from '../core/owner.ts';
import { isMe, type Me, type Person } from '../core/person.ts';
import { ownershipOf } from '../core/records.ts';
import type { Item, Snapshot } from '../core/snapshot.ts';
import type { Coverage } from '../core/view.ts';
import { namesOf } from './aliases.ts';
import { followChains } from './chain.ts';
import type { Database } from './database.ts';
import { addRecord, beginGathering, expand, type Gathering, isSound, loadOwners, loadShort } from './gathering.ts';
import { readSetting } from './identity.ts';
import { reading } from './reading.ts';
import type { ItemRow } from './rows.ts';
import { type Eyes, itemOf, toSnapshot } from './snapshot.ts';
import { spellings } from './spelling.ts';

/** Bounds of one read. A chain that is longer is cut, and the snapshot says so. */
const itemLimits = { items: 500, waves: 20 };
const mineLimits = { items: 2_000, waves: 20 };
const maxMine = 1_000;
export const maxBriefs = 200;

/** The keys these items have now; the snapshot tells where that is another one (K2). */
const present = async (db: Database, found: Gathering, keys: readonly ItemKey[]): Promise<readonly ItemKey[]> => {
  const { nowOf } = await namesOf(db, keys);
  for (const key of keys) if (nowOf(key) !== key) found.moved.set(key, nowOf(key));
  return [...new Set(keys.map(nowOf))];
};

/** An item, everything linked with it, and its chains both ways to their ends. */
export const readItem = (db: Database, key: ItemKey, eyes: Eyes): Promise<Snapshot> =>
  reading(db, async () => {
    const found = await beginGathering(db);
    await followChains(db, found, await present(db, found, [key]), itemLimits);
    await loadOwners(db, found);
    return toSnapshot(db, found, eyes);
  });

/** What marks and hover cards need: the items, what they wait on, what waits on them, and who owns those. */
export const readBriefs = (db: Database, keys: readonly ItemKey[], eyes: Eyes): Promise<Snapshot> =>
  reading(db, async () => {
    const found = await beginGathering(db);
    const asked = await present(db, found, keys.slice(0, maxBriefs));
    if (keys.length > maxBriefs) found.cut = true;
    await expand(db, found, asked);
    await loadOwners(db, found);
    return toSnapshot(db, found, eyes);
  });

/** Items in short, however many: with what is stated of them, and with the links that their own pages show. */
export const readItems = (db: Database, keys: readonly ItemKey[], eyes: Eyes): Promise<Snapshot> =>
  reading(db, async () => {
    const found = await beginGathering(db);
    await loadShort(db, found, await present(db, found, keys));
    return toSnapshot(db, found, eyes);
  });

/** M1, M4: everything that is mine to answer for, the reviews asked of me, and the chains through them both ways. */
export const readMine = (db: Database, eyes: Eyes): Promise<Snapshot> => reading(db, () => readMineWithin(db, eyes));

/** The same, within a transaction that sees what it has written. */
export const readMineWithin = async (db: Database, eyes: Eyes): Promise<Snapshot> => {
  const found = await beginGathering(db);
  const mine = await itemsOfMine(db, found, eyes.me);
  if (mine.length > maxMine) found.cut = true;
  await followChains(db, found, mine.slice(0, maxMine), mineLimits);
  await loadOwners(db, found);
  return toSnapshot(db, found, eyes);
};

const itemsOfMine = async (db: Database, found: Gathering, me: Me): Promise<readonly ItemKey[]> => {
  const ids = [...new Set(me.accounts.flatMap(spellings))];
  const [items, records] = await Promise.all([
    Promise.all(
      ids.map((id) =>
        db.items
          .where('answers')
          .equals(id)
          .limit(maxMine + 1)
          .toArray(),
      ),
    ),
    Promise.all(
      ids.map((id) =>
        db.records
          .where('answers')
          .equals(id)
          .limit(maxMine + 1)
          .toArray(),
      ),
    ),
  ]);
  const asked = items.flat().filter((row) => peopleAsked(row).some((person) => isMe(me, accountOn(row.key, person))));
  for (const row of records.flat()) addRecord(found, row);
  const stated = [...found.records.values()].flatMap((row) => {
    const ownership = ownershipOf({ ...row.merged, k: row.now });
    return ownership?.who != null && isMe(me, ownership.who) ? [ownership.item] : [];
  });
  return [...new Set([...stated, ...asked.map(({ key }) => key)])];
};

const peopleAsked = ({ facts }: ItemRow): readonly Person[] => [
  ...(facts?.assignees?.value ?? []),
  ...(facts?.reviewers?.value ?? []),
];

/** Items whose own pages were seen last, latest first. */
export const recent = async (db: Database, limit: number): Promise<readonly Item[]> => {
  const rows = await db.items.orderBy('opened').reverse().limit(limit).toArray();
  return rows.filter(isSound).map(itemOf);
};

/** K3: how much was looked at. */
export const coverage = async (db: Database): Promise<Coverage> => {
  const [items, oldest] = await Promise.all([readSetting(db, 'counts'), db.items.orderBy('lastSeen').first()]);
  return { items: items ?? {}, ...(oldest === undefined ? {} : { since: oldest.lastSeen }) };
};
