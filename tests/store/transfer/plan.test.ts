import { expect, test } from 'vitest';
import { readFile } from '../../../lib/store/transfer/parse.ts';
import { planOf, sameFacts } from '../../../lib/store/transfer/plan.ts';
import { must, openOn } from '../fresh.ts';
import { filled } from './filled.ts';

const file = async () => must(Promise.resolve(readFile(await (await filled()).store.exportAll())));

test('what is new, what it would say, and what it tells; nothing where everything is known', async () => {
  const tables = await file();
  const { db, store } = await openOn();
  const planned = () => db.transaction('r', db.tables, async () => planOf(db, tables.cells, tables, 'p'));
  const { fresh, statements, told } = await planned();
  expect([fresh.length, statements.length, told.length]).toEqual([2, 2, 2]);
  expect(statements.every(({ before, after }) => before === undefined && !after.deleted)).toBe(true);
  await must(store.restore(await (await filled()).store.exportAll()));
  expect((await planned()).fresh).toHaveLength(2);
});

test('cells of this very device are never taken from a file', async () => {
  const { store, db } = await filled();
  const tables = await must(Promise.resolve(readFile(await store.exportAll())));
  const plan = await db.transaction('r', db.tables, async () => planOf(db, tables.cells, tables, 'p'));
  expect([plan.fresh, plan.statements, plan.told]).toEqual([[], [], []]);
});

test('two states say the same whenever and by whom they were said', () => {
  const field = { value: 'yes', clock: 'a', author: 'x', device: 'd' };
  const state = { rec: 'r', k: ['dep', 'asana:1', 'asana:2'], deleted: false, fields: { said: field } } as const;
  expect(sameFacts(state, { ...state, fields: { said: { ...field, clock: 'b', device: 'e' } } })).toBe(true);
  expect(sameFacts(state, { ...state, fields: { said: { ...field, value: 'no' } } })).toBe(false);
  expect(sameFacts(state, { ...state, deleted: true })).toBe(false);
});
