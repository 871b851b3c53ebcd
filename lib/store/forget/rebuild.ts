import { type Database, makeDatabase, type OpenStore, removalIn } from '../database.ts';
import { databasesOf, nextName, unfinishedMark } from '../present-database.ts';
import { prepareRemoval, removeDatabase } from '../remove-database.ts';
import { schemaNumber } from '../versions/index.ts';

/**
 * Puts a new database in the place of the one that is open: what `copy` writes into it. Deleting rows would leave them in
 * the files of the profile; a database that goes as a whole does not (`remove-database.ts`). The old one is not touched
 * before the new one is whole and on the disk: whenever the browser is killed, one of them is there whole, and the next
 * opening finds it (P5). Where it fails, for want of room, the old one is there as before.
 */
export const rebuild = async (
  { db, options }: OpenStore,
  copy: (to: Database) => Promise<void>,
): Promise<OpenStore> => {
  const removal = removalIn(options);
  await removeOthers({ db, options });
  await prepareRemoval(removal);
  const next = await makeDatabase(nextName(removal.store, [db.name]), options);
  try {
    await copy(next);
    await next.settings.delete(unfinishedMark);
  } catch (error) {
    next.close({ disableAutoOpen: true });
    await removeDatabase(removal, next.name);
    throw error;
  }
  db.close({ disableAutoOpen: true });
  // The new one counts already; what is not deleted now is deleted when it is opened again.
  await removeDatabase(removal, db.name).catch(() => undefined);
  // A write like any other, of nothing: whoever shows what was read of the old one asks again.
  await next.settings.delete(unfinishedMark);
  return { db: next, options, readOnly: false, schema: schemaNumber };
};

/** Removes what a deletion that was cut short has left: a half-made database, or one that was replaced. */
export const removeOthers = async ({ db, options }: Pick<OpenStore, 'db' | 'options'>): Promise<void> => {
  const removal = removalIn(options);
  for (const name of await databasesOf(removal.factory, removal.store))
    if (name !== db.name) await removeDatabase(removal, name);
};
