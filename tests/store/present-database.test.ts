import { describe, expect, test } from 'vitest';
import { makeDatabase } from '../../lib/store/database.ts';
import { databasesOf, nextName, presentDatabase, unfinishedMark } from '../../lib/store/present-database.ts';
import { disk } from './fresh.ts';

type Disk = ReturnType<typeof disk>;

/** A database that is being made, and one that is whole. */
const unfinished = async (where: Disk, name: string): Promise<void> => {
  const db = await makeDatabase(name, where);
  db.close({ disableAutoOpen: true });
};

const whole = async (where: Disk, name: string): Promise<void> => {
  const db = await makeDatabase(name, where);
  await db.settings.delete(unfinishedMark);
  db.close({ disableAutoOpen: true });
};

const namesOn = async ({ indexedDB }: Disk): Promise<readonly (string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name).sort();

describe('the databases of a store', () => {
  const listing = (...names: readonly (string | undefined)[]) =>
    databasesOf({ databases: async () => names.map((name) => ({ name, version: 10 })) } as never, 'crosstie');

  test('are itself and those with a number, by number and not by spelling, the latest first', async () => {
    expect(await listing('crosstie-9', 'crosstie', 'crosstie-10', 'crosstie-2')).toEqual([
      'crosstie-10',
      'crosstie-9',
      'crosstie-2',
      'crosstie',
    ]);
  });

  test.each([
    ['crosstie-empty-1'],
    ['crosstie-1'],
    ['crosstie-'],
    ['crosstie-0'],
    ['crosstie-02'],
    ['crosstie-2a'],
    ['crosstie-2-3'],
    ['crosstie-2.5'],
    ['crosstie--2'],
    ['crosstie-1e3'],
    ['crosstie2'],
    ['crosstie22'],
    ['crossties'],
    ['my-crosstie-2'],
    ['Crosstie-2'],
    ['crosstie-12345678901'],
    [''],
    [undefined],
  ])('are not: %s', async (name) => expect(await listing(name, 'crosstie-3')).toEqual(['crosstie-3']));

  test('are none before anything was kept', async () => expect(await listing()).toEqual([]));
});

describe('the name of the next one', () => {
  test.each([
    ['crosstie-2', []],
    ['crosstie-2', ['crosstie']],
    ['crosstie-3', ['crosstie-2', 'crosstie']],
    ['crosstie-11', ['crosstie-10', 'crosstie-9']],
    ['crosstie-2', ['crosstie-turn', 'another-7']],
  ])('%s', (expected, names) => {
    expect(nextName('crosstie', names)).toBe(expected);
    expect(nextName('crosstie', [...names].reverse())).toBe(expected);
  });
});

describe('[P5] the database that counts', () => {
  test('is the store’s own where there is none yet, and looking makes none', async () => {
    const where = disk();
    expect(await presentDatabase(where.indexedDB, 'test')).toEqual({ name: 'test', replaced: [] });
    expect(await namesOn(where)).toEqual([]);
  });

  test('is the only one there is, whatever its number, and it is not opened for that', async () => {
    const where = disk();
    await whole(where, 'test-7');
    await whole(where, 'another');
    const factory = { databases: () => where.indexedDB.databases() };
    expect(await presentDatabase(factory as never, 'test')).toEqual({ name: 'test-7', replaced: [] });
  });

  test('is the only one there is, although it was never finished', async () => {
    const where = disk();
    await unfinished(where, 'test-2');
    expect(await presentDatabase(where.indexedDB, 'test')).toEqual({ name: 'test-2', replaced: [] });
  });

  test('is the later of two that are whole: the other one is replaced', async () => {
    const where = disk();
    await whole(where, 'test');
    await whole(where, 'test-2');
    expect(await presentDatabase(where.indexedDB, 'test')).toEqual({ name: 'test-2', replaced: ['test'] });
  });

  test('is the old one as long as the new one is unfinished, which is not said to be replaced', async () => {
    const where = disk();
    await whole(where, 'test');
    await unfinished(where, 'test-2');
    expect(await presentDatabase(where.indexedDB, 'test')).toEqual({ name: 'test', replaced: [] });
  });

  test('is the latest whole one: what is below it is replaced, whole or not, what is above it does not count', async () => {
    const where = disk();
    await whole(where, 'test');
    await unfinished(where, 'test-9');
    await whole(where, 'test-10');
    await unfinished(where, 'test-11');
    expect(await presentDatabase(where.indexedDB, 'test')).toEqual({ name: 'test-10', replaced: ['test-9', 'test'] });
  });

  test('is the first one where none is whole, and nothing is replaced', async () => {
    const where = disk();
    await unfinished(where, 'test-2');
    await unfinished(where, 'test-3');
    expect(await presentDatabase(where.indexedDB, 'test')).toEqual({ name: 'test-2', replaced: [] });
  });

  test('is not one that went since the list was made, and is not made by looking for it', async () => {
    const where = disk();
    await whole(where, 'test');
    const factory = {
      databases: async () => [...(await where.indexedDB.databases()), { name: 'test-2', version: 10 }],
      open: (name: string) => where.indexedDB.open(name),
    };
    expect(await presentDatabase(factory as never, 'test')).toEqual({ name: 'test', replaced: [] });
    expect(await namesOn(where)).toEqual(['test']);
  });

  test('is not known where one of them cannot be opened', async () => {
    const where = disk();
    await whole(where, 'test');
    await whole(where, 'test-2');
    const error = new DOMException('Internal error opening backing store', 'UnknownError');
    const refused = {
      error,
      set onerror(tell: () => void) {
        queueMicrotask(tell);
      },
    };
    const factory = { databases: () => where.indexedDB.databases(), open: () => refused };
    await expect(presentDatabase(factory as never, 'test')).rejects.toBe(error);
  });

  test('is not one that has no table of such rows', async () => {
    const where = disk();
    await whole(where, 'test');
    await new Promise<void>((resolve) => {
      const opening = where.indexedDB.open('test-2');
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    expect(await presentDatabase(where.indexedDB, 'test')).toEqual({ name: 'test', replaced: [] });
  });
});
