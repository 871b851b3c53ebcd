import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { FileTables, TableName } from '../../../lib/store/transfer/format.ts';
import { tableNames } from '../../../lib/store/transfer/format.ts';
import { rowSchemas } from '../../../lib/store/transfer/row-schema.ts';
import { must, noon } from '../fresh.ts';
import { filled } from './filled.ts';

test('every row that a store writes is one that it reads back, unchanged', async () => {
  const [mine, other] = [await filled(), await filled()];
  await must(mine.store.addColleague(await other.store.exportAll(), { id: 'file', at: noon }));
  const { tables } = JSON.parse(await mine.store.exportAll());
  for (const name of tableNames) {
    if (name !== 'told') expect([name, tables[name].length > 0]).toEqual([name, true]);
    for (const row of tables[name]) expect(rowSchemas[name].parse(row)).toEqual(row);
  }
});

test('what the schemas let through is what the store takes', () => {
  type Parsed = { [Table in TableName]: z.infer<(typeof rowSchemas)[Table]>[] };
  expectTypeOf<Parsed>().toExtend<FileTables>();
});
