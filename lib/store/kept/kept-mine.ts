import { same } from '../../core/canonical.ts';
import type { ItemKey } from '../../core/key.ts';
import { type MineRows, mineRowsOf } from '../../core/mine-rows.ts';
import type { Me } from '../../core/person.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { WorldNeeds } from '../../core/world.ts';
import type { Database } from '../database.ts';
import { readMine, readMineWithin } from '../read.ts';
import type { Eyes } from '../snapshot.ts';
import { spellings } from '../spelling.ts';
import { isKept, readKept } from './kept-net.ts';

/** Keeps what is mine. Within a transaction over the tables that are followed (`keep.ts`). */
export const keepMine = async (db: Database, eyes: WorldNeeds): Promise<void> => {
  const snapshot = await readMineWithin(db, eyesOf(eyes));
  await db.kept.put({ name: 'mine', value: { rows: mineRowsOf(snapshot), about: keysIn(snapshot) } });
};

/** Whether what is mine may read differently, now that something is known differently of these items. */
export const reachesMine = async (
  db: Database,
  { me }: Pick<WorldNeeds, 'me'>,
  keys: ReadonlySet<ItemKey>,
): Promise<boolean> => {
  const kept = await readKept(db, 'mine');
  return kept === undefined || kept.about.some((key) => keys.has(key)) || answersFor(db, me, [...keys]);
};

/** What is mine: as it is kept, or read from what is known where nothing is kept for these eyes, or it is in doubt. */
export const mineRows = async (db: Database, eyes: Eyes): Promise<MineRows> =>
  (await keptMine(db, eyes)) ?? mineRowsOf(await readMine(db, eyes));

const keptMine = async (db: Database, eyes: Eyes): Promise<MineRows | undefined> => {
  if (!isKept(db)) return undefined;
  // One instant: what is kept counts for the eyes that it was kept with.
  return db.transaction('r', db.kept, async () => {
    const [head, kept, mine] = await Promise.all([readKept(db, 'head'), readKept(db, 'eyes'), readKept(db, 'mine')]);
    return head !== undefined && kept !== undefined && isSameView(kept, eyes) ? mine?.rows : undefined;
  });
};

const isSameView = (kept: WorldNeeds, { me, today }: Eyes): boolean => kept.today === today && same(kept.me, me);

/** Nothing of the rows depends on the hour. */
const eyesOf = ({ me, today, dayBegan }: WorldNeeds): Eyes => ({ me, today, now: dayBegan });

/** Every item that the rows rest on, the ends of links that were never seen as well. */
const keysIn = ({ items, links, stated, ownerships, settled }: Snapshot): readonly ItemKey[] => [
  ...new Set([
    ...items.keys(),
    ...ownerships.keys(),
    ...links.flatMap(({ from, to }) => [from, to]),
    ...stated.flatMap(({ blocker, blocked }) => [blocker, blocked]),
    ...(settled?.works.keys() ?? []),
  ]),
];

/** Whether one of these is perhaps mine by now: by index, wider than identity. */
const answersFor = async (db: Database, { accounts }: Me, keys: readonly ItemKey[]): Promise<boolean> => {
  const mine = new Set(accounts.flatMap(spellings));
  const isMine = ({ answers }: { readonly answers: readonly string[] }): boolean =>
    answers.some((spelled) => mine.has(spelled));
  const [items, records] = await Promise.all([
    db.items.bulkGet([...keys]),
    db.records
      .where('about')
      .anyOf([...keys])
      .toArray(),
  ]);
  return items.some((row) => row !== undefined && isMine(row)) || records.some(isMine);
};
