import { derivedColumns, type TableName } from '../transfer/format.ts';
import { rowSchemas } from '../transfer/row-schema.ts';
import type { Covered } from './covered.ts';

export interface Sorted<Row> {
  readonly readable: readonly Row[];
  /** Nothing is known of what they say; they do not say the name of the site. */
  readonly apart: readonly Row[];
}

/**
 * T17: parts rows that a store can have written from those that it cannot, for which nobody can say what of them stays.
 * One that names the site of what is deleted goes; any other one stays as it is (P5).
 */
export const sorted = <Row extends object>(table: TableName, { site }: Covered, rows: readonly Row[]): Sorted<Row> => {
  const readable = rows.filter((row) => rowSchemas[table].safeParse(withoutDerived(table, row)).success);
  const sound = new Set(readable);
  return { readable, apart: rows.filter((row) => !sound.has(row) && !JSON.stringify(row).includes(site.site)) };
};

const withoutDerived = (table: TableName, row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column !== derivedColumns[table]));
