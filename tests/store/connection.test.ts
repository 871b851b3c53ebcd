import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { ok } from '../../lib/core/result.ts';
import { connectionOf } from '../../lib/store/connection.ts';
import { factoryOf, makeDatabase, type OpenStore } from '../../lib/store/database.ts';
import { openDatabase } from '../../lib/store/index.ts';
import { disk, openOn } from './fresh.ts';

const nameOf = async ({ db }: OpenStore): Promise<string> => db.name;

const deleteIn = (factory: IDBFactory, name: string) =>
  new Promise((resolve, reject) => {
    const deleting = factory.deleteDatabase(name);
    deleting.onsuccess = resolve;
    deleting.onerror = reject;
  });

/** Another database in the place of the one that is open, which goes. */
const next = async (open: OpenStore): Promise<OpenStore> => {
  const db = await makeDatabase('test-2', open.options);
  await db.settings.delete('unfinished');
  open.db.close({ disableAutoOpen: true });
  await deleteIn(factoryOf(open.options), open.db.name);
  return { ...open, db };
};

/** Something that ends when it is told to. */
const held = () => {
  let end = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { done, end };
};

test('what is begun ends in the old database, what comes after waits for the new one', async () => {
  const connection = connectionOf(await openOn());
  const order: string[] = [];
  const [first, replacing] = [held(), held()];
  const reads = connection.use(async ({ db }) => {
    await first.done;
    order.push(`read ${db.name}`);
  });
  const replaced = connection.replace(async (open) => {
    order.push('replaced');
    await replacing.done;
    return { open: await next(open), result: ok('done') };
  });
  const after = connection.use(async (open) => order.push(`read ${await nameOf(open)}`));
  first.end();
  await reads;
  replacing.end();
  expect(await replaced).toEqual(ok('done'));
  await after;
  expect(order).toEqual(['read test', 'replaced', 'read test-2']);
});

test('where the new one cannot be made the old one is gone on with, and the failure is told', async () => {
  const connection = connectionOf(await openOn());
  await expect(connection.replace(() => Promise.reject(new Error('disk is full')))).rejects.toThrow('disk is full');
  expect(await connection.use(nameOf)).toBe('test');
  expect(await connection.replace(async (open) => ({ open: await next(open), result: ok(null) }))).toEqual(ok(null));
  expect(await connection.use(nameOf)).toBe('test-2');
});

test('two that replace do so one after the other', async () => {
  const connection = connectionOf(await openOn());
  const names: string[] = [];
  const keep = async (open: OpenStore) => {
    names.push(open.db.name);
    return { open, result: ok(null) };
  };
  await Promise.all([
    connection.replace(async (open) => ({ ...(await keep(open)), open: await next(open) })),
    connection.replace(keep),
  ]);
  expect(names).toEqual(['test', 'test-2']);
});

const replaceElsewhere = async (where: ReturnType<typeof disk>): Promise<void> => {
  const db = await makeDatabase('test-2', { name: 'test', ...where });
  await db.settings.put({ name: 'switches', value: { there: true } });
  await db.settings.delete('unfinished');
  db.close({ disableAutoOpen: true });
  await deleteIn(where.indexedDB, 'test');
};

test('what another part of the extension replaced is read from then on, also in mid-question', async () => {
  const where = disk();
  const connection = connectionOf(await openOn(where));
  let asked = 0;
  const switches = await connection.use(async ({ db }) => {
    asked += 1;
    if (asked === 1) await replaceElsewhere(where);
    return (await db.settings.get('switches'))?.value;
  });
  expect([asked, switches]).toEqual([2, { there: true }]);
  expect(await connection.use(nameOf)).toBe('test-2');
});

test('a connection that was closed opens nothing again', async () => {
  const where = disk();
  const connection = connectionOf(await openOn(where));
  connection.close();
  await replaceElsewhere(where);
  await expect(connection.use(async ({ db }) => db.settings.count())).rejects.toThrow(Dexie.DatabaseClosedError);
});

test('what fails otherwise is asked once', async () => {
  const connection = connectionOf(await openOn());
  let asked = 0;
  const fails = connection.use(async () => {
    asked += 1;
    throw new TypeError('a mistake of ours');
  });
  await expect(fails).rejects.toThrow('a mistake of ours');
  expect(asked).toBe(1);
});

test('newer code that takes the database over is another matter: this one closes and stays closed', async () => {
  const where = disk();
  let told = 0;
  const open = await openDatabase({ name: 'test', ...where, onNewer: () => (told += 1) });
  if (!open.ok) throw new Error(open.failure.reason);
  const connection = connectionOf(open.value);
  const theirs = new Dexie('test', where);
  theirs.version(99).stores({ moods: 'item' });
  await theirs.open();
  await expect(connection.use(async ({ db }) => db.settings.count())).rejects.toThrow(Dexie.DatabaseClosedError);
  expect(told).toBe(1);
});
