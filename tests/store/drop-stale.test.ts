import { expect, test } from 'vitest';
import { aliasKey, siteOf } from '../../lib/core/key.ts';
import { makeDatabase } from '../../lib/store/database.ts';
import { databasesOf } from '../../lib/store/present-database.ts';
import { api45, dana, day, disk, eyes, key, must, noon, noor, openOn, pay7, seen, tablesOf, task } from './fresh.ts';

const old = noon - 100 * day;
const cutoff = noon - 90 * day;
const other = key('github:github.com:acme/api#46');
const reviewer = { handle: 'rae', name: 'Rae' };

test('[K8] what nobody saw for so long goes, with all that pages said of it; what was seen since stays', async () => {
  const { store, db } = await openOn();
  await must(store.observe([seen(other, { title: 'Fresh', state: 'open' })], { at: noon }));
  const before = await tablesOf(db);
  const alias = aliasKey(siteOf(pay7), '10012');
  await must(store.observe([seen(pay7, { title: 'Old', state: 'open' }, { aliases: [alias] })], { at: old - day }));
  await must(
    store.observe([seen(pay7, { state: 'done', assignees: [{ handle: '5b10' }], links: { mentions: [] } })], {
      at: old,
    }),
  );
  await must(store.observe([], { at: old, drift: { key: task, missing: ['title'] } }));
  expect(await must(store.dropStale(cutoff))).toBe(2);
  const after = await tablesOf(db);
  const counts = (tables: typeof after) =>
    (tables['settings'] as { name: string; value: unknown }[]).find(({ name }) => name === 'counts')?.value;
  expect(counts(after)).toEqual({ github: 1, jira: 0, asana: 0 });
  expect({ ...after, settings: [] }).toEqual({ ...before, settings: [] });
  expect(await must(store.dropStale(cutoff))).toBe(0);
});

test('[K8] the moment itself is not before it', async () => {
  const { store } = await openOn();
  await must(store.observe([seen(api45, { title: 'A' })], { at: cutoff }));
  expect(await must(store.dropStale(cutoff))).toBe(0);
  expect(await must(store.dropStale(cutoff + 1))).toBe(1);
});

test.each([
  ['its own page says that it waits', api45, pay7, 'blocked-by'],
  ['its own page says that it blocks', api45, pay7, 'blocks'],
  ['another page says that it is waited on', pay7, api45, 'blocked-by'],
] as const)('[K8] what is in a chain stays: %s', async (_how, from, to, kind) => {
  const { store, db } = await openOn();
  await must(store.observe([seen(from, { links: { relations: [{ kind, key: to }] } }), seen(to)], { at: old }));
  expect(await must(store.dropStale(cutoff))).toBe(0);
  expect(await db.items.count()).toBe(2);
});

test('[K8] what is only named by another item is in no chain', async () => {
  const { store, db } = await openOn();
  await must(store.observe([seen(api45, { title: 'Named' })], { at: old }));
  await must(store.observe([seen(pay7, { links: { mentions: [{ kind: 'mentions', key: api45 }] } })], { at: noon }));
  expect(await must(store.dropStale(cutoff))).toBe(1);
  // What the other page says of it is that page's.
  expect((await db.links.get(pay7))?.to).toEqual([api45]);
});

test('[K8] what people stated stays, with what it is about, and what they withdrew too', async () => {
  const { store, db } = await openOn();
  await must(store.observe([seen(api45, { title: 'Owned' }), seen(pay7), seen(task), seen(other)], { at: old }));
  await must(
    store.write({ type: 'name-role', item: api45, role: 'owner', who: dana, accepted: true }, { id: 'a', at: old }),
  );
  await must(store.write({ type: 'deny-dependency', blocker: pay7, blocked: task }, { id: 'b', at: old }));
  await must(store.undo('b', { id: 'c', at: old }));
  expect(await must(store.dropStale(cutoff))).toBe(1);
  expect(await db.items.toCollection().primaryKeys()).toEqual([task, api45, pay7].sort());
  expect((await store.readItem(api45, eyes(dana))).items.get(api45)?.facts.title?.value).toBe('Owned');
});

test('[K2] a word about the old key of an item that moved holds it under its present one', async () => {
  const { store, db } = await openOn();
  const moved = key('jira:acme.atlassian.net:CORE-3');
  const aliases = [aliasKey(siteOf(pay7), '10012')];
  await must(store.observe([seen(pay7, { title: 'Moved' }, { aliases })], { at: old - day }));
  await must(
    store.write({ type: 'name-role', item: pay7, role: 'owner', who: noor, accepted: true }, { id: 'a', at: old }),
  );
  await must(store.observe([seen(moved, {}, { aliases })], { at: old }));
  expect(await must(store.dropStale(cutoff))).toBe(0);
  expect(await db.items.toCollection().primaryKeys()).toEqual([moved]);
});

test('who was shown on what goes is counted down, and goes where nothing else shows them', async () => {
  const { store, db } = await openOn();
  const shown = { assignees: [dana], reviewers: [reviewer], author: dana };
  await must(store.observe([seen(api45, shown)], { at: old }));
  await must(store.observe([seen(other, { assignees: [dana] })], { at: noon }));
  await must(store.dropStale(cutoff));
  expect((await db.people.toArray()).map(({ handle, count }) => [handle, count])).toEqual([['dana', 1]]);
});

test('who was taken off an item and put on it again is gone with it', async () => {
  const { store, db } = await openOn();
  for (const [n, handle] of ['dana', 'noor', 'dana'].entries())
    await must(store.observe([seen(api45, { assignees: [{ handle }] })], { at: old + n }));
  expect((await db.people.toArray()).map(({ handle, count }) => [handle, count])).toEqual([['dana', 1]]);
  await must(store.dropStale(cutoff));
  expect(await db.people.toArray()).toEqual([]);
});

test('a row that cannot be read goes as well', async () => {
  const { store, db } = await openOn();
  await must(store.observe([seen(api45, { title: 'A' })], { at: old }));
  await db.items.update(api45, { facts: null as never });
  expect(await must(store.dropStale(cutoff))).toBe(1);
});

test('many go in several turns, and each is counted once', async () => {
  const { store, db } = await openOn();
  const all = Array.from({ length: 450 }, (_, n) => seen(key(`asana:${n + 1}`), { title: `Task ${n}` }));
  await must(store.observe(all, { at: old }));
  expect(await must(store.dropStale(cutoff))).toBe(450);
  expect([await db.items.count(), await db.titles.count()]).toEqual([0, 0]);
  expect((await store.coverage()).items).toEqual({ asana: 0 });
});

test('what a colleague’s file told goes with its undoing, once that is as old', async () => {
  const ann = await openOn();
  await must(ann.store.observe([seen(api45, { title: 'Told' }), seen(pay7)], { at: old }));
  await must(ann.store.write({ type: 'add-dependency', blocker: api45, blocked: pay7 }, { id: 'dep', at: old }));
  const { store, db } = await openOn();
  await must(store.addColleague(await ann.store.exportAll(), { id: 'file', at: old }));
  await must(store.dropStale(cutoff));
  expect(await db.told.count()).toBe(2);
  await must(store.undo('file', { id: 'undo', at: old }));
  await must(store.dropStale(old));
  expect(await db.told.count()).toBe(2);
  await must(store.dropStale(cutoff));
  expect(await db.told.count()).toBe(0);
});

test('[K8] a copy that a deletion left half made goes as well', async () => {
  const where = disk();
  const { store } = await openOn(where);
  const half = await makeDatabase('test-2', { name: 'test', ...where });
  half.close({ disableAutoOpen: true });
  await must(store.observe([seen(api45, { title: 'Fresh' })], { at: noon }));
  expect(await must(store.dropStale(cutoff))).toBe(0);
  expect(await databasesOf(where.indexedDB, 'test')).toEqual(['test']);
  expect((await store.readItem(api45, eyes())).items.get(api45)?.facts.title?.value).toBe('Fresh');
});
