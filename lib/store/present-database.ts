import type { SettingName } from './rows.ts';

/**
 * A store has one database, `crosstie`. What is deleted is left out of a new one, `crosstie-2`, which takes its place
 * (`forget/rebuild.ts`); so for a moment, or after the browser was killed in that moment, there are two.
 */
const numberOf = (store: string, name: string): number | undefined => {
  if (name === store) return 1;
  const number = name.startsWith(`${store}-`) ? name.slice(store.length + 1) : '';
  return /^[1-9]\d{0,8}$/u.test(number) && number !== '1' ? Number(number) : undefined;
};

const nameOf = (store: string, number: number): string => (number === 1 ? store : `${store}-${number}`);

/** All databases of a store that there are, the latest first. */
export const databasesOf = async (factory: IDBFactory, store: string): Promise<readonly string[]> => {
  const numbers = (await factory.databases()).flatMap(({ name = '' }) => numberOf(store, name) ?? []);
  return numbers.sort((a, b) => b - a).map((number) => nameOf(store, number));
};

/** The name of the database that comes after all of these. */
export const nextName = (store: string, names: readonly string[]): string =>
  nameOf(store, Math.max(1, ...names.map((name) => numberOf(store, name) ?? 1)) + 1);

export interface PresentDatabase {
  readonly name: string;
  /** Replaced by it: they hold what was deleted. */
  readonly replaced: readonly string[];
}

/** The row that a database has from its first moment until it is whole. */
export const unfinishedMark = 'unfinished' satisfies SettingName;

/** The database that counts: the latest that is whole. One that is still being made, or never will be, does not. */
export const presentDatabase = async (factory: IDBFactory, store: string): Promise<PresentDatabase> => {
  const names = await databasesOf(factory, store);
  const [only] = names;
  if (names.length < 2) return { name: only ?? store, replaced: [] };
  for (const [index, name] of names.entries())
    if (!(await isUnfinished(factory, name))) return { name, replaced: names.slice(index + 1) };
  return { name: names.at(-1) ?? store, replaced: [] };
};

const isUnfinished = (factory: IDBFactory, name: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = factory.open(name);
    // It went meanwhile: looking for it must not make it.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => (opening.error?.name === 'AbortError' ? resolve(true) : reject(opening.error));
    opening.onsuccess = () => {
      const db = opening.result;
      // It was made by nobody who knows of such rows, or its making ended before there was a table.
      if (!db.objectStoreNames.contains('settings')) {
        db.close();
        return resolve(true);
      }
      const asked = db.transaction('settings').objectStore('settings').get(unfinishedMark);
      asked.onsuccess = () => {
        db.close();
        resolve(asked.result !== undefined);
      };
      asked.onerror = () => {
        db.close();
        reject(asked.error);
      };
    };
  });
