import type {
  AliasRow,
  CellRow,
  ChangeRow,
  HistoryRow,
  ItemRow,
  LinksRow,
  OperationRow,
  PersonRow,
  SettingRow,
  ToldRow,
} from '../rows.ts';

export const formatName = 'crosstie';

/** What a file holds: everything that cannot be derived. Search words, merged records and index columns are made anew. */
export interface FileTables {
  readonly items: readonly FileItem[];
  readonly links: readonly FileLinks[];
  readonly changes: readonly ChangeRow[];
  readonly aliases: readonly AliasRow[];
  readonly people: readonly PersonRow[];
  readonly cells: readonly CellRow[];
  readonly history: readonly HistoryRow[];
  readonly operations: readonly OperationRow[];
  readonly told: readonly ToldRow[];
  readonly settings: readonly SettingRow[];
}

export type FileItem = Omit<ItemRow, 'answers'>;
export type FileLinks = Omit<LinksRow, 'to'>;

export type TableName = keyof FileTables;

/** In the order in which they stand in a file. */
export const tableNames: readonly TableName[] = [
  'settings',
  'operations',
  'cells',
  'history',
  'aliases',
  'items',
  'links',
  'changes',
  'people',
  'told',
];

/** Columns that are left out of a file, since they are made from the others. */
export const derivedColumns: { readonly [Table in TableName]?: string } = { items: 'answers', links: 'to' };

/** Why a file is refused. Nothing was changed. */
export interface FileRefused {
  readonly type: 'FileRefused';
  readonly why:
    | 'too-large'
    /** Not UTF-8: UTF-16, or no text at all. */
    | 'not-utf8'
    | 'truncated'
    | 'not-json'
    | 'too-deep'
    | 'too-many-rows'
    /** JSON, but no Crosstie file. */
    | 'foreign'
    /** Written by a newer Crosstie. */
    | 'newer'
    | 'bad-row'
    /** A clock more than a day ahead of now. */
    | 'clock-ahead'
    /** A whole store goes into an empty one or into the one it came from; this is neither. */
    | 'not-mine';
  /** Characters (bytes where it is not UTF-8) from the start. */
  readonly at?: number;
  readonly table?: string;
  /** From 0. */
  readonly row?: number;
  /** Where in the row: `facts.due.value`. */
  readonly field?: string;
  /** How many: bytes, rows, or bad rows. */
  readonly count?: number;
  /** The version the file says. */
  readonly version?: number;
}
