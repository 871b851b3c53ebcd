/** Milliseconds in which the browser tidies up after a deletion of some thousand rows, many times over. */
const usualPause = 500;

export interface Removal {
  readonly factory: IDBFactory;
  /** Name of the store: what is made for a moment is named after it. */
  readonly store: string;
  /** Milliseconds. Absent: as long as a browser needs. */
  readonly pause?: number | undefined;
}

/**
 * Deletes a database so that nothing of it stays in the files of the browser's profile.
 *
 * Chromium's LevelDB writes "deleted" behind a row and keeps the row until it rewrites the file that it is in, which may
 * be never. The rows of a database that is deleted it rewrites at once, but only those that stand in its files by then and
 * not in its log alone; and it leaves out moving its log into a file first where the order to do so stands in line behind
 * somebody's write (`BuildBatchGroup` in its `db_impl.cc`): then it does not know yet that they are deleted. It tells
 * nobody when it is done. So an empty database is deleted before, which moves the log, and two behind it, which give it
 * two more tries and take away files that are not needed any more.
 *
 * What may stay is a single key where two of its files of 2 MB met, in its list of files (`MANIFEST`): an item's, a
 * word's, an account's. Other engines have a file for each database, and delete that.
 */
export const removeDatabase = async (removal: Removal, name: string): Promise<void> => {
  const [before, ...behind] = emptyNames(removal);
  for (const one of [before, name, ...behind]) {
    if (one !== name) await makeEmpty(removal.factory, one);
    await deleteDatabase(removal.factory, one);
    await pauseIn(removal);
  }
};

/**
 * Makes the empty databases beforehand. Databases are numbered as they are made, and a file is rewritten together with
 * others only as far as it holds the number that is deleted: one that is made later has the files of all of them.
 */
export const prepareRemoval = async (removal: Removal): Promise<void> => {
  for (const name of emptyNames(removal)) await makeEmpty(removal.factory, name);
};

const emptyNames = ({ store }: Removal): readonly [string, string, string] => [
  `${store}-empty-1`,
  `${store}-empty-2`,
  `${store}-empty-3`,
];

const makeEmpty = (factory: IDBFactory, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = factory.open(name);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => reject(opening.error);
  });

/** Pages of this version let go of a database when they are told; one that does not is not waited for. */
const deleteDatabase = (factory: IDBFactory, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const deleting = factory.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onblocked = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });

const pauseIn = ({ pause = usualPause }: Removal): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, pause);
  });
