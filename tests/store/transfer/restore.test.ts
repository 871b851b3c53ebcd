import { expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import { openDatabase } from '../../../lib/store/index.ts';
import { api45, dana, eyes, must, noon, noor, openOn, seen, tablesOf } from '../fresh.ts';
import { filled } from './filled.ts';

test('[P5] export, delete everything, restore gives the same database, table by table', async () => {
  const { store, db, options } = await filled();
  const before = await tablesOf(db);
  for (const [name, rows] of Object.entries(before))
    if (!['told', 'edits', 'findings', 'kept'].includes(name)) expect([name, rows.length > 0]).toEqual([name, true]);
  const text = await store.exportAll();
  await must(store.forget({ type: 'everything' }, toolNeeds.place));
  const present = await openDatabase(options);
  if (!present.ok) throw new Error(present.failure.reason);
  for (const rows of Object.values(await tablesOf(present.value.db))) expect(rows).toEqual([]);
  await must(store.restore(text));
  expect(await tablesOf(present.value.db)).toEqual(before);
});

test('into a new store: everything is there, and what is written next goes on from there', async () => {
  const { store, moved } = await filled();
  const text = await store.exportAll();
  const other = await openOn();
  await must(other.store.restore(text));
  expect(await other.store.readItem(moved, eyes(dana))).toEqual(await store.readItem(moved, eyes(dana)));
  expect(await other.store.settings()).toEqual(await store.settings());
  await must(other.store.undo('f4', { id: 'r1', at: noon + 9 }));
  const seqs = (await other.store.history(100)).entries.map(({ seq }) => seq);
  expect(new Set(seqs).size).toBe(seqs.length);
});

test('a backup brings places, week, ages, thresholds and what was set aside back', async () => {
  const { store } = await filled();
  const { thresholds: before } = await store.settings();
  await must(store.changeSettings({ thresholds: { ...before, stalled: 9 } }));
  const text = await store.exportAll();
  const other = await openOn();
  await must(other.store.restore(text));
  const { places, week, ages, thresholds, asides } = await other.store.settings();
  expect(places.map(({ name, sign, answer }) => [name, sign, answer])).toEqual([
    ['PAY', 'assigned', undefined],
    ['acme/api', undefined, 'later'],
    ['*', undefined, undefined],
  ]);
  expect([week.days, week.holidays, ages]).toEqual([[1, 2, 3, 7], ['2026-12-25'], { kept: 30, fresh: 3 }]);
  expect(thresholds.stalled).toBe(9);
  expect(asides).toHaveLength(2);
});

test('a preview says what comes and what goes, and writes nothing', async () => {
  const { store, db } = await filled();
  const text = await store.exportAll();
  const { entries } = await store.history(100);
  await must(
    store.write(
      { type: 'name-role', item: api45, role: 'owner', who: noor, accepted: true },
      { id: 'x', at: noon + 5 },
    ),
  );
  const before = await tablesOf(db);
  const { brings, replaces } = await must(store.previewRestore(text));
  expect(brings).toEqual({ items: 3, statements: 2, history: entries.length });
  expect(replaces.statements).toBe(3);
  expect(await tablesOf(db)).toEqual(before);
});

test("goes into my own store, or one in which nothing is stated; not over somebody else's words", async () => {
  const { store } = await filled();
  const text = await store.exportAll();
  const others = await openOn();
  await must(others.store.observe([seen(api45, { title: 'Only seen' })], { at: noon }));
  await must(others.store.restore(text));
  const stated = await openOn();
  await must(
    stated.store.write(
      { type: 'name-role', item: api45, role: 'owner', who: noor, accepted: true },
      { id: 'x', at: noon },
    ),
  );
  const before = await tablesOf(stated.db);
  const notMine = { ok: false, failure: { type: 'FileRefused', why: 'not-mine' } };
  expect(await stated.store.restore(text)).toEqual(notMine);
  expect(await stated.store.previewRestore(text)).toEqual(notMine);
  expect(await tablesOf(stated.db)).toEqual(before);
  await must(store.restore(text));
});

test('a file says what is derived from it wrongly in vain: search words, owners and merged records are made anew', async () => {
  const { store } = await filled();
  const file = JSON.parse(await store.exportAll());
  file.tables.records = [];
  const other = await openOn();
  expect(await other.store.restore(JSON.stringify(file))).toMatchObject({
    failure: { why: 'foreign', table: 'records' },
  });
  file.tables.items[0].answers = ['github:github.com:eve'];
  delete file.tables.records;
  expect(await other.store.restore(JSON.stringify(file))).toMatchObject({
    failure: { why: 'bad-row', table: 'items', row: 0 },
  });
});
