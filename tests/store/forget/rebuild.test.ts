import { expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import { copyWhatStays } from '../../../lib/store/forget/copy.ts';
import { coveredBy } from '../../../lib/store/forget/covered.ts';
import { rebuild } from '../../../lib/store/forget/rebuild.ts';
import { createStore, openDatabase } from '../../../lib/store/index.ts';
import { databasesOf } from '../../../lib/store/present-database.ts';
import { api45, disk, eyes, must, noon, openOn, pay7, seen, tablesOf } from '../fresh.ts';

const jira = { type: 'site', site: { tool: 'jira', site: 'acme.atlassian.net' } } as const;

/** Two items of two sites, in a browser whose storage can be told to refuse. */
const twoSites = async (factory: (real: IDBFactory) => IDBFactory = (real) => real) => {
  const real = disk();
  const where = { ...real, indexedDB: factory(real.indexedDB) };
  const opened = await openOn(where);
  await must(opened.store.observe([seen(api45, { title: 'Stays' }), seen(pay7, { title: 'Goes' })], { at: noon }));
  return { ...opened, real };
};

const titlesIn = async (where: ReturnType<typeof disk>): Promise<readonly unknown[]> => {
  const open = await openDatabase({ name: 'test', ...where });
  if (!open.ok) throw new Error(open.failure.reason);
  const items = await open.value.db.items.toArray();
  return items.map(({ facts }) => facts.title?.value);
};

/** The browser's storage, with one of its functions replaced. */
const with_ = (real: IDBFactory, replaced: Partial<IDBFactory>): IDBFactory =>
  new Proxy(real, {
    get: (target, name) => {
      const found = Reflect.get(replaced, name) ?? Reflect.get(target, name);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });

test('the new database has what stays, the old one is gone, and the next opening finds the new one', async () => {
  const { real, options, ...open } = await twoSites();
  const next = await rebuild({ ...open, options }, async (to) =>
    copyWhatStays(open.db, to, await coveredBy(open.db, jira, toolNeeds.place)),
  );
  expect(next.db.name).toBe('test-2');
  expect(await databasesOf(real.indexedDB, 'test')).toEqual(['test-2']);
  expect(await titlesIn(real)).toEqual(['Stays']);
  const again = await rebuild(next, async (to) =>
    to.items.bulkPut(await next.db.items.toArray()).then(() => undefined),
  );
  expect([again.db.name, await databasesOf(real.indexedDB, 'test')]).toEqual(['test-3', ['test-3']]);
});

test('[P5] killed while it is copied: the old one is there whole, and the half-made one never counts', async () => {
  const { real, ...open } = await twoSites();
  let half = (): void => undefined;
  const isHalf = new Promise<void>((resolve) => {
    half = resolve;
  });
  // The browser ends here: nothing of this goes on.
  void rebuild(open, async (to) => {
    await to.items.bulkPut(await open.db.items.where('key').equals(api45).toArray());
    half();
    await new Promise(() => undefined);
  });
  await isHalf;
  expect(await databasesOf(real.indexedDB, 'test')).toEqual(['test-2', 'test']);
  expect(await titlesIn(real)).toEqual(['Stays', 'Goes']);
});

test('[P5] what fails while it is copied leaves the old one as it was, and the store goes on with it', async () => {
  const { real, store, ...open } = await twoSites();
  const before = await tablesOf(open.db);
  const full = rebuild(open, async (to) => {
    await to.items.bulkPut(await open.db.items.toArray());
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(full).rejects.toThrow('no room');
  expect(await databasesOf(real.indexedDB, 'test')).toEqual(['test']);
  expect(await tablesOf(open.db)).toEqual(before);
  await must(store.observe([seen(pay7, { title: 'Goes on' })], { at: noon + 1 }));
  expect(await titlesIn(real)).toEqual(['Stays', 'Goes on']);
});

test('[P5] a full disk is told as such, and nothing is deleted', async () => {
  let isFull = false;
  const { store, real } = await twoSites((factory) =>
    with_(factory, {
      open: (...asked: Parameters<IDBFactory['open']>) => {
        if (isFull && asked[0] === 'test-2') throw new DOMException('no room', 'QuotaExceededError');
        return factory.open(...asked);
      },
    }),
  );
  isFull = true;
  expect(await store.forget(jira, toolNeeds.place)).toEqual({ ok: false, failure: { type: 'StoreFull' } });
  expect(await titlesIn(real)).toEqual(['Stays', 'Goes']);
});

test('killed before the old one is deleted: the new one counts already, and the next opening deletes the old one', async () => {
  let isKilled = false;
  const { store, real } = await twoSites((factory) =>
    with_(factory, {
      deleteDatabase: (name) => {
        if (isKilled && name === 'test') throw new DOMException('gone', 'AbortError');
        return factory.deleteDatabase(name);
      },
    }),
  );
  isKilled = true;
  await must(store.forget(jira, toolNeeds.place));
  expect(await databasesOf(real.indexedDB, 'test')).toEqual(['test-2', 'test']);
  expect(await titlesIn(real)).toEqual(['Stays']);
  await expect.poll(() => databasesOf(real.indexedDB, 'test')).toEqual(['test-2']);
});

test('another part of the extension that reads goes on in the new one', async () => {
  const { store, real } = await twoSites();
  const open = await openDatabase({ name: 'test', ...real });
  if (!open.ok) throw new Error(open.failure.reason);
  const panel = createStore(open.value);
  expect((await panel.readItem(pay7, eyes())).items.has(pay7)).toBe(true);
  await must(store.forget(jira, toolNeeds.place));
  expect((await panel.readItem(pay7, eyes())).items.has(pay7)).toBe(false);
  expect((await panel.readItem(api45, eyes())).items.get(api45)?.facts.title?.value).toBe('Stays');
});
