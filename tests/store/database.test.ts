import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { toolNeeds } from '../../entrypoints/background/tool-needs.ts';
import { createStore, openDatabase } from '../../lib/store/index.ts';
import { schemaNumber, versions } from '../../lib/store/versions/index.ts';
import { api45, dana, disk, eyes, must, noon, openOn, pay7, seen, tablesOf } from './fresh.ts';
import frozen1 from './frozen/v1.json' with { type: 'json' };
import frozen2 from './frozen/v2.json' with { type: 'json' };
import frozen3 from './frozen/v3.json' with { type: 'json' };

const newer = async (where: ReturnType<typeof disk>): Promise<Dexie> => {
  const db = new Dexie('test', where);
  for (const { number, stores } of versions) db.version(number).stores({ ...stores });
  db.version(schemaNumber + 1).stores({ people: null, moods: 'item' });
  await db.open();
  return db;
};

test('a fresh database has the schema of this version, and is written', async () => {
  const open = await openOn();
  expect([open.readOnly, open.schema]).toEqual([false, schemaNumber]);
  expect(open.db.backendDB().version).toBe(schemaNumber * 10);
});

test('[R13] a database of a newer version is read, exported, and never written', async () => {
  const where = disk();
  const first = await openOn(where);
  await must(first.store.observe([seen(api45, { title: 'Kept', state: 'open' })], { at: noon }));
  await must(
    first.store.write(
      { type: 'name-role', item: api45, role: 'owner', who: dana, accepted: true },
      { id: 'a', at: noon },
    ),
  );
  first.store.close();
  const theirs = await newer(where);
  await theirs.table('moods').put({ item: api45, mood: 'calm' });
  theirs.close();

  const { store, db, readOnly, schema } = await openOn(where);
  expect([readOnly, schema, store.readOnly]).toEqual([true, schemaNumber + 1, true]);
  const snapshot = await store.readItem(api45, eyes(dana));
  expect(snapshot.items.get(api45)?.facts.title?.value).toBe('Kept');
  expect(snapshot.ownerships.get(api45)).toMatchObject([{ who: dana }]);
  expect((await store.readMine(eyes(dana))).items.has(api45)).toBe(true);
  const file = JSON.parse(await store.exportAll());
  expect(file.version).toBe(schemaNumber + 1);
  expect(file.tables.moods).toEqual([{ item: api45, mood: 'calm' }]);

  const before = await tablesOf(db);
  const readOnlyFailure = { ok: false, failure: { type: 'ReadOnly' } };
  const operation = { id: 'b', at: noon };
  expect(await store.observe([seen(api45, { title: 'X' })], { at: noon })).toEqual(readOnlyFailure);
  expect(await store.write({ type: 'deny-dependency', blocker: api45, blocked: pay7 }, operation)).toEqual(
    readOnlyFailure,
  );
  expect(await store.undo('a', operation)).toEqual(readOnlyFailure);
  expect(await store.changeSettings({ sites: [] })).toEqual(readOnlyFailure);
  expect(await store.restore('{}')).toEqual(readOnlyFailure);
  expect(await store.addColleague('{}', operation)).toEqual(readOnlyFailure);
  expect(await store.forget({ type: 'everything' }, toolNeeds.place)).toEqual(readOnlyFailure);
  expect(await store.dropStale(noon)).toEqual(readOnlyFailure);
  expect(await tablesOf(db)).toEqual(before);
  expect(db.backendDB().version).toBe((schemaNumber + 1) * 10);
});

test('[R13] when newer code takes over, an open store closes, says so, and writes nothing more', async () => {
  const where = disk();
  let told = 0;
  const open = await openDatabase({ name: 'test', ...where, onNewer: () => (told += 1) });
  if (!open.ok) throw new Error(open.failure.reason);
  const store = createStore(open.value);
  await must(store.observe([seen(api45, { title: 'A' })], { at: noon }));
  const theirs = await newer(where);
  expect(told).toBe(1);
  expect(await store.observe([seen(api45, { title: 'B' })], { at: noon + 1 })).toEqual({
    ok: false,
    failure: { type: 'StoreClosed' },
  });
  expect(await store.write({ type: 'deny-dependency', blocker: api45, blocked: pay7 }, { id: 'a', at: noon })).toEqual({
    ok: false,
    failure: { type: 'StoreClosed' },
  });
  expect((await theirs.table('items').toArray())[0].facts.title.value).toBe('A');
});

test('[R7] a browser that refuses to open is a failure by value, never an empty store', async () => {
  const refusing = {
    databases: async () => [],
    open: () => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    },
  };
  const { IDBKeyRange } = disk();
  const open = await openDatabase({ name: 'test', indexedDB: refusing as never, IDBKeyRange });
  expect(open).toMatchObject({ ok: false, failure: { type: 'StoreUnavailable' } });
  expect(JSON.stringify(open)).toContain('Internal error opening backing store');
});

test('[R6] a full disk is a failure by value, and nothing is half written', async () => {
  const { store, db } = await openOn();
  await must(store.observe([seen(api45, { title: 'A' })], { at: noon }));
  const before = await tablesOf(db);
  db.use({
    stack: 'dbcore',
    name: 'full',
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate: async (request) => {
          if (name !== 'history') return core.table(name).mutate(request);
          throw new Dexie.AbortError('aborted', new DOMException('full', 'QuotaExceededError'));
        },
      }),
    }),
  });
  db.close();
  await db.open();
  const written = await store.write({ type: 'deny-dependency', blocker: api45, blocked: pay7 }, { id: 'a', at: noon });
  expect(written).toEqual({ ok: false, failure: { type: 'StoreFull' } });
  const after = await tablesOf(db);
  // The device and its space were named before; nothing was stated.
  expect({ ...after, settings: [] }).toEqual({ ...before, settings: [] });
});

test.each([
  [1, frozen1],
  [2, frozen2],
  [3, frozen3],
] as const)('a database of version %i is opened, upgraded and read', async (number, tables) => {
  const where = disk();
  const old = new Dexie('test', where);
  for (const version of versions.filter((one) => one.number <= number))
    old.version(version.number).stores({ ...version.stores });
  await old.open();
  for (const [name, rows] of Object.entries(tables)) await old.table(name).bulkAdd(rows);
  old.close();

  const { store, schema, readOnly } = await openOn(where);
  expect([schema, readOnly]).toEqual([schemaNumber, false]);
  const snapshot = await store.readItem(pay7, eyes(dana));
  expect(snapshot.unreadable).toBeUndefined();
  expect(snapshot.items.get(pay7)?.facts.title?.value).toBe('Pay by card');
  expect(snapshot.links).toMatchObject([{ from: pay7, kind: 'blocked-by', to: api45 }]);
  expect(snapshot.ownerships.get(api45)).toMatchObject([{ who: dana, accepted: true }]);
  expect(snapshot.stated).toMatchObject([{ blocker: api45, blocked: pay7, needed: '2026-12-04' }]);
  // What people say of pairs came with the third.
  expect(snapshot.settled?.pairs.map(({ said }) => said) ?? []).toEqual(number < 3 ? [] : ['part']);
  expect((await store.history(20)).entries.length).toBeGreaterThan(0);
  expect((await store.findItems('pay', 5)).map(({ key }) => key)).toEqual([pay7]);
  const copy = await openOn();
  await must(copy.store.restore(await store.exportAll()));
});

test('versions stand in order, each once', () => {
  const numbers = versions.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

test('[P5] a page that opens while a deletion replaces the database reads the new one, and makes no empty one', async () => {
  const where = disk();
  const first = await openOn(where);
  await must(first.store.observe([seen(api45, { title: 'Stays' }), seen(pay7, { title: 'Goes' })], { at: noon }));
  let looks = 0;
  const slow = new Proxy(where.indexedDB, {
    get: (target, name) => {
      const found = Reflect.get(target, name);
      if (name !== 'databases') return typeof found === 'function' ? found.bind(target) : found;
      return async () => {
        const names = await target.databases();
        looks += 1;
        // It has looked; before it opens what it saw, that is gone.
        if (looks === 1)
          await must(
            first.store.forget({ type: 'site', site: { tool: 'jira', site: 'acme.atlassian.net' } }, toolNeeds.place),
          );
        return names;
      };
    },
  });
  const open = await openDatabase({ name: 'test', ...where, indexedDB: slow });
  if (!open.ok) throw new Error(open.failure.reason);
  expect(open.value.db.name).toBe('test-2');
  const titles = (await open.value.db.items.toArray()).map(({ facts }) => facts.title?.value);
  expect(titles).toEqual(['Stays']);
  expect(looks).toBeGreaterThan(1);
});
