import Dexie, { type Table } from 'dexie';
import { fail, ok, type Result } from '../core/result.ts';
import { presentDatabase, unfinishedMark } from './present-database.ts';
import { type Removal, removeDatabase } from './remove-database.ts';
import type {
  AliasRow,
  CellKey,
  CellRow,
  ChangeRow,
  EditRow,
  FindingRow,
  HistoryRow,
  ItemRow,
  KeptRow,
  LinksRow,
  OperationRow,
  PersonRow,
  RecordRow,
  SettingRow,
  TitleRow,
  ToldRow,
} from './rows.ts';
import { schemaNumber, versions } from './versions/index.ts';

export interface Database extends Dexie {
  readonly items: Table<ItemRow, string>;
  readonly titles: Table<TitleRow, string>;
  readonly links: Table<LinksRow, string>;
  readonly changes: Table<ChangeRow, number>;
  readonly aliases: Table<AliasRow, string>;
  readonly people: Table<PersonRow, string>;
  readonly cells: Table<CellRow, CellKey>;
  readonly records: Table<RecordRow, string>;
  readonly history: Table<HistoryRow, number>;
  readonly operations: Table<OperationRow, number>;
  readonly told: Table<ToldRow, readonly [key: string, operation: string]>;
  readonly settings: Table<SettingRow, string>;
  readonly kept: Table<KeptRow, string>;
  readonly edits: Table<EditRow, number>;
  readonly findings: Table<FindingRow, string>;
}

/** A newer database may lack tables that this version knows. */
export const hasTable = (db: Database, name: string): boolean => db.tables.some((table) => table.name === name);

export interface OpenStore {
  readonly db: Database;
  /** What it was opened with. */
  readonly options: DatabaseOptions;
  /** Written by a newer Crosstie: for reading and exporting only. */
  readonly readOnly: boolean;
  /** The number of the schema that the database has. */
  readonly schema: number;
}

/** The browser refuses to open it (R7). Nothing is known about its content: it must never be shown as empty. */
export interface StoreUnavailable {
  readonly type: 'StoreUnavailable';
  readonly reason: string;
}

export interface DatabaseOptions {
  /** Of the store; its database may have a number behind it (`present-database.ts`). */
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
  /** Milliseconds that the browser is given to tidy up before and after a deletion. Absent: as long as it needs. */
  readonly pause?: number;
  /** An older page holds the database and does not let go: the opening waits for it (R12). */
  readonly onBlocked?: () => void;
  /** Newer code wants to upgrade: this connection is closed, its page must be loaded anew (R13). */
  readonly onNewer?: () => void;
}

const storeName = 'crosstie';

/**
 * Opens the database, or makes it. A newer one is opened as it is: Dexie 4 would open it with today's schema, without
 * an error, let old code write into it, and even change its version where a table is missing (`dexie-open.ts`).
 */
export const openDatabase = async (options: DatabaseOptions = {}): Promise<Result<OpenStore, StoreUnavailable>> => {
  try {
    const removal = removalIn(options);
    const { factory, store } = removal;
    const { name, replaced } = await presentDatabase(factory, store);
    // Where that fails, the next opening tries again.
    for (const old of replaced) removeDatabase(removal, old).catch(() => undefined);
    const found = await installedSchema(name, factory);
    if (found > schemaNumber) return ok(await openAsItIs(name, options));
    const db = await connect(name, options);
    if ((await presentDatabase(factory, store)).name !== name) {
      // It was replaced between the look and the opening, which then may have made it anew, empty.
      db.close({ disableAutoOpen: true });
      return openDatabase(options);
    }
    if (nativeSchema(db) <= schemaNumber) return ok({ db, options, readOnly: false, schema: schemaNumber });
    db.close();
    return ok(await openAsItIs(name, options));
  } catch (error) {
    return fail({ type: 'StoreUnavailable', reason: error instanceof Error ? error.message : String(error) });
  }
};

/** A new database beside the one that is open; it does not count before its mark is taken out (`unfinishedMark`). */
export const makeDatabase = (name: string, options: DatabaseOptions): Promise<Database> =>
  connect(name, options, (db) => {
    db.on('populate', (transaction) => transaction.table('settings').add({ name: unfinishedMark, value: true }));
  });

export const removalIn = (options: DatabaseOptions): Removal => ({
  factory: factoryOf(options),
  store: options.name ?? storeName,
  pause: options.pause,
});

export const factoryOf = ({ indexedDB = globalThis.indexedDB }: DatabaseOptions): IDBFactory => indexedDB;

/** Dexie multiplies its version numbers by ten. */
const dexieFactor = 10;

const nativeSchema = (db: Dexie): number => Math.floor(db.backendDB().version / dexieFactor);

/** 0: there is no such database. */
const installedSchema = async (name: string, factory: IDBFactory): Promise<number> => {
  const found = await factory.databases();
  return Math.floor((found.find((one) => one.name === name)?.version ?? 0) / dexieFactor);
};

const connect = async (
  name: string,
  options: DatabaseOptions,
  prepare: (db: Dexie) => void = () => undefined,
): Promise<Database> => {
  const db = withLifetime(
    // What a person states is acknowledged when it is on the disk, not when it is in the system's memory (R11).
    new Dexie(name, { ...engineOf(options), chromeTransactionDurability: 'strict' }),
    options,
  );
  for (const { number, stores, upgrade } of versions) {
    const version = db.version(number).stores({ ...stores });
    if (upgrade !== undefined) version.upgrade(upgrade);
  }
  prepare(db);
  return (await db.open()) as Database;
};

/** Without a version of its own Dexie takes the schema from the database and changes nothing. */
const openAsItIs = async (name: string, options: DatabaseOptions): Promise<OpenStore> => {
  const dynamic = withLifetime(new Dexie(name, engineOf(options)), options);
  await dynamic.open();
  const tables = Object.fromEntries(dynamic.tables.map((table) => [table.name, table]));
  // Dexie gives tables properties of their own only where it was told the schema.
  const db = Object.assign(dynamic, tables) as Dexie as Database;
  return { db, options, readOnly: true, schema: nativeSchema(db) };
};

const engineOf = ({ indexedDB, IDBKeyRange }: DatabaseOptions) => ({
  ...(indexedDB === undefined ? {} : { indexedDB }),
  ...(IDBKeyRange === undefined ? {} : { IDBKeyRange }),
});

/** Dexie would open a closed connection again by itself: after a version change that would be old code in new data. */
const withLifetime = (db: Dexie, { onBlocked, onNewer }: DatabaseOptions): Dexie => {
  db.on('versionchange', ({ newVersion }) => {
    db.close({ disableAutoOpen: true });
    // Without a version it is deleted: what is left of it stands in another one (`connection.ts`).
    if (newVersion !== null) onNewer?.();
    return false;
  });
  if (onBlocked !== undefined) db.on('blocked', onBlocked);
  return db;
};
