import { describe, expect, test } from 'vitest';
import { prepareRemoval, removeDatabase } from '../../lib/store/remove-database.ts';
import { disk } from './fresh.ts';

/** A database with one table, as somebody holds it. */
const hold = (factory: IDBFactory, name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = factory.open(name);
    opening.onupgradeneeded = () => opening.result.createObjectStore('items');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

const make = async (factory: IDBFactory, ...names: readonly string[]): Promise<void> => {
  for (const name of names) (await hold(factory, name)).close();
};

const namesOn = async (factory: IDBFactory): Promise<readonly (string | undefined)[]> =>
  (await factory.databases()).map(({ name }) => name).sort();

const remove = (factory: unknown, name: string): Promise<void> =>
  removeDatabase({ factory: factory as IDBFactory, store: 'test', pause: 0 }, name);

/** Writes down what is asked of the browser. */
const listening = (real: IDBFactory) => {
  const asked: string[] = [];
  const factory = {
    open: (name: string, version?: number) => {
      asked.push(`open ${name}`);
      return real.open(name, version);
    },
    deleteDatabase: (name: string) => {
      asked.push(`delete ${name}`);
      return real.deleteDatabase(name);
    },
  };
  return { asked, factory };
};

const failing = (error: DOMException) => ({
  error,
  set onerror(tell: () => void) {
    queueMicrotask(tell);
  },
});

describe('[K8] a database is removed', () => {
  test('and none but it', async () => {
    const { indexedDB } = disk();
    await make(indexedDB, 'test', 'test-2', 'test-22', 'another');
    await remove(indexedDB, 'test-2');
    expect(await namesOn(indexedDB)).toEqual(['another', 'test', 'test-22']);
  });

  test('between others that are empty, so that nothing of it stays in the files', async () => {
    const { indexedDB } = disk();
    await make(indexedDB, 'test-2');
    const { asked, factory } = listening(indexedDB);
    await remove(factory, 'test-2');
    expect(asked).toEqual([
      'open test-empty-1',
      'delete test-empty-1',
      'delete test-2',
      'open test-empty-2',
      'delete test-empty-2',
      'open test-empty-3',
      'delete test-empty-3',
    ]);
  });

  test('with the empty ones that were made beforehand', async () => {
    const { indexedDB } = disk();
    await make(indexedDB, 'test');
    await prepareRemoval({ factory: indexedDB, store: 'test', pause: 0 });
    await make(indexedDB, 'test-2');
    expect(await namesOn(indexedDB)).toEqual(['test', 'test-2', 'test-empty-1', 'test-empty-2', 'test-empty-3']);
    await remove(indexedDB, 'test');
    expect(await namesOn(indexedDB)).toEqual(['test-2']);
  });

  test('that is not there any more', async () => {
    const { indexedDB } = disk();
    await make(indexedDB, 'test');
    await remove(indexedDB, 'test');
    await remove(indexedDB, 'test');
    expect(await namesOn(indexedDB)).toEqual([]);
  });

  test('with what an earlier removal left when it was cut short', async () => {
    const { indexedDB } = disk();
    await make(indexedDB, 'test', 'test-2', 'test-empty-3');
    await remove(indexedDB, 'test');
    expect(await namesOn(indexedDB)).toEqual(['test-2']);
  });

  test('while another one is', async () => {
    const { indexedDB } = disk();
    await make(indexedDB, 'test', 'test-2', 'test-3');
    await Promise.all([remove(indexedDB, 'test'), remove(indexedDB, 'test-2')]);
    expect(await namesOn(indexedDB)).toEqual(['test-3']);
  });

  test('at once where who holds it lets go when told', async () => {
    const { indexedDB } = disk();
    const held = await hold(indexedDB, 'test');
    held.onversionchange = () => held.close();
    await remove(indexedDB, 'test');
    expect(await namesOn(indexedDB)).toEqual([]);
  });

  test('later where somebody does not let go, who is not waited for', async () => {
    const { indexedDB } = disk();
    const held = await hold(indexedDB, 'test');
    await remove(indexedDB, 'test');
    expect(await namesOn(indexedDB)).toEqual(['test']);
    held.close();
    await expect.poll(() => namesOn(indexedDB)).toEqual([]);
  });
});

describe('a refusal of the browser is told', () => {
  const error = new DOMException('The disk is full', 'QuotaExceededError');

  test.each(['test-empty-1', 'test-empty-3'])('to open %s', async (refused) => {
    const { indexedDB } = disk();
    await make(indexedDB, 'test');
    const { factory } = listening(indexedDB);
    const open = (name: string, version?: number) => (name === refused ? failing(error) : factory.open(name, version));
    await expect(remove({ ...factory, open }, 'test')).rejects.toBe(error);
  });

  test.each(['test', 'test-empty-2'])('to delete %s', async (refused) => {
    const { indexedDB } = disk();
    await make(indexedDB, 'test');
    const { factory } = listening(indexedDB);
    const deleteDatabase = (name: string) => (name === refused ? failing(error) : factory.deleteDatabase(name));
    await expect(remove({ ...factory, deleteDatabase }, 'test')).rejects.toBe(error);
  });
});
