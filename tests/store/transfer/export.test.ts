import { expect, test } from 'vitest';
import { schemaNumber } from '../../../lib/store/versions/index.ts';
import { must, noon, openOn, tablesOf } from '../fresh.ts';
import { generate } from '../generate.ts';
import { filled } from './filled.ts';

test('two exports of one store are the same text, and one row stands on one line', async () => {
  const { store } = await filled();
  const text = await store.exportAll();
  expect(await store.exportAll()).toBe(text);
  expect(JSON.parse(text)).toMatchObject({ format: 'crosstie', version: schemaNumber });
  for (const line of text.split('\n').filter((one) => one.startsWith('{"key"')))
    expect(() => JSON.parse(line.replace(/,$/u, ''))).not.toThrow();
});

test('a store of several pages is exported whole', async () => {
  const { store, db } = await openOn();
  for (const page of generate({ items: 2_500 }).pages) await must(store.observe(page, { at: noon }));
  const { tables } = JSON.parse(await store.exportAll());
  expect(tables.items).toHaveLength(2_500);
  expect(new Set(tables.items.map(({ key }: { key: string }) => key)).size).toBe(await db.items.count());
});

test('what can be derived is not in the file', async () => {
  const { store, db } = await filled();
  const { tables } = JSON.parse(await store.exportAll());
  expect(
    Object.keys(await tablesOf(db))
      .filter((name) => !(name in tables))
      .sort(),
  ).toEqual(['edits', 'findings', 'kept', 'records', 'titles']);
  expect(tables.items[0]).not.toHaveProperty('answers');
  expect(tables.links[0]).not.toHaveProperty('to');
});

test('an empty store has an export', async () => {
  const { store } = await openOn();
  const other = await openOn();
  expect((await must(other.store.restore(await store.exportAll()))).items).toBe(0);
});
