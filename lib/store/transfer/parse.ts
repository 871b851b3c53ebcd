import { fail, ok, type Result } from '../../core/result.ts';
import { schemaNumber } from '../versions/index.ts';
import { type FileRefused, type FileTables, formatName, type TableName, tableNames } from './format.ts';
import { rowSchemas } from './row-schema.ts';

/** A file as it was read from the disk, or its text. */
export type FileContent = string | Uint8Array;

export interface FileLimits {
  /** Bytes, or characters of a text. */
  readonly size: number;
  readonly rows: number;
}

export const fileLimits: FileLimits = { size: 200 * 1024 * 1024, rows: 900_000 };

/** Deeper than any row is; far less than what makes validators and `structuredClone` run out of stack. */
const maxDepth = 24;

/**
 * Reads a file as far as it can be trusted: size, encoding, depth and count before it is parsed, then every row
 * against its schema. It is right as a whole, or refused with the reason and the place.
 */
export const readFile = (content: FileContent, limits = fileLimits): Result<FileTables, FileRefused> => {
  const text = textOf(content, limits);
  if (!text.ok) return text;
  const shape = shapeOf(text.value, limits);
  if (!shape.ok) return shape;
  const root = parse(text.value);
  if (!root.ok) return root;
  const tables = tablesOf(root.value);
  return tables.ok ? rowsOf(tables.value) : tables;
};

const refuse = (why: FileRefused['why'], details: Omit<FileRefused, 'type' | 'why'> = {}) =>
  fail<FileRefused>({ type: 'FileRefused', why, ...details });

const textOf = (content: FileContent, { size }: FileLimits): Result<string, FileRefused> => {
  if (content.length > size) return refuse('too-large', { count: content.length });
  if (typeof content === 'string') {
    const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
    // UTF-16 that somebody decoded as UTF-8 has zeros between its letters.
    const zero = text.slice(0, 1_000).search(/[\0\uFFFD]/u);
    return zero === -1 ? ok(text) : refuse('not-utf8', { at: zero });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    const zero = text.slice(0, 1_000).indexOf('\0');
    return zero === -1 ? ok(text) : refuse('not-utf8', { at: zero });
  } catch (error) {
    if (error instanceof TypeError) return refuse('not-utf8', { at: 0 });
    throw error;
  }
};

/** Root, tables, a table, a row. */
const rowDepth = 4;

/** Walks the brackets with a counter instead of recursion, before anything that recurses sees the text. */
const shapeOf = (text: string, { rows: maxRows }: FileLimits): Result<null, FileRefused> => {
  let depth = 0;
  let rows = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (inText) {
      if (unit === backslash) at += 1;
      else if (unit === quote) inText = false;
    } else if (unit === quote) inText = true;
    else if (unit === openBrace || unit === openBracket) {
      depth += 1;
      if (depth > maxDepth) return refuse('too-deep', { at });
      if (depth === rowDepth) rows += 1;
      if (rows > maxRows) return refuse('too-many-rows', { at, count: rows });
    } else if (unit === closeBrace || unit === closeBracket) depth -= 1;
  }
  return inText || depth > 0 ? refuse('truncated', { at: text.length }) : ok(null);
};

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

const parse = (text: string): Result<unknown, FileRefused> => {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /position (\d+)/u.exec(error.message)?.[1];
    return refuse('not-json', at === undefined ? {} : { at: Number(at) });
  }
};

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const tablesOf = (root: unknown): Result<{ readonly [table: string]: unknown }, FileRefused> => {
  if (!isObject(root) || root['format'] !== formatName) return refuse('foreign');
  const { version, tables, format: _format, ...others } = root;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return refuse('foreign');
  if (version > schemaNumber) return refuse('newer', { version });
  if (!isObject(tables) || Object.keys(others).length > 0) return refuse('foreign', { version });
  const stranger = Object.keys(tables).find((name) => !tableNames.some((known) => known === name));
  return stranger === undefined ? ok(tables) : refuse('foreign', { version, table: stranger.slice(0, 40) });
};

const rowsOf = (tables: { readonly [table: string]: unknown }): Result<FileTables, FileRefused> => {
  const read: { [Table in TableName]?: readonly unknown[] } = {};
  for (const table of tableNames) {
    const rows = tableRows(table, tables[table]);
    if (!rows.ok) return rows;
    read[table] = rows.value;
  }
  // Each table's rows were parsed by the schema of that table.
  return ok(read as unknown as FileTables);
};

const tableRows = (table: TableName, rows: unknown): Result<readonly unknown[], FileRefused> => {
  if (!Array.isArray(rows)) return refuse('bad-row', { table });
  const schema = rowSchemas[table];
  const parsed: unknown[] = [];
  let bad: Omit<FileRefused, 'type' | 'why'> | undefined;
  let count = 0;
  for (const [row, value] of rows.entries()) {
    const result = schema.safeParse(value);
    if (result.success) {
      parsed.push(result.data);
      continue;
    }
    count += 1;
    bad ??= { table, row, field: (result.error.issues[0]?.path ?? []).map(String).join('.').slice(0, 100) };
  }
  return bad === undefined ? ok(parsed) : refuse('bad-row', { ...bad, count });
};
