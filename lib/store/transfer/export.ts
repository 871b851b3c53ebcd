import type { Table } from 'dexie';
import { canonical } from '../../core/canonical.ts';
import type { OpenStore } from '../database.ts';
import { eachPage } from '../pages.ts';
import { derivedColumns, formatName, type TableName, tableNames } from './format.ts';

/**
 * The whole store as one JSON file, one row a line, always in the same order, so that two exports of the same store are
 * the same text. It holds no token and no password, for there is none in the store. A newer database is written out as
 * it is, under its own version, for the newer Crosstie to restore.
 */
export const exportAll = ({ db, readOnly, schema }: OpenStore): Promise<string> => {
  const names = readOnly ? db.tables.map(({ name }) => name).sort() : tableNames;
  return db.transaction('r', db.tables, async () => {
    const tables: string[] = [];
    for (const name of names)
      tables.push(`${JSON.stringify(name)}:[\n${(await linesOf(db.table(name))).join(',\n')}\n]`);
    return `{"format":${JSON.stringify(formatName)},"version":${schema},"tables":{\n${tables.join(',\n')}\n}}\n`;
  });
};

const linesOf = async (table: Table): Promise<readonly string[]> => {
  const derived = derivedColumns[table.name as TableName];
  const lines: string[] = [];
  await eachPage(table, (rows) => {
    for (const row of rows) lines.push(canonical(derived === undefined ? row : { ...row, [derived]: undefined }));
  });
  return lines;
};
