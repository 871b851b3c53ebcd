import type { Change, ChangeRefused } from '../core/change.ts';
import type { Observation } from '../core/item.ts';
import type { ItemKey, Site } from '../core/key.ts';
import { ok, type Result } from '../core/result.ts';
import type { Item, Snapshot } from '../core/snapshot.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { Coverage } from '../core/view.ts';
import { type Done, type Operation, write } from './annotate.ts';
import type { OpenStore } from './database.ts';
import { attempt } from './failure.ts';
import { type HistoryPage, historyPage } from './history.ts';
import { observe, type Sighted } from './observe.ts';
import { peopleSeen, type SeenPerson, sitesSeen } from './people-seen.ts';
import { coverage, readBriefs, readItem, readMine, recent } from './read.ts';
import { findItems } from './search.ts';
import { readSettings, type Settings, writeSettings } from './settings.ts';
import type { Eyes } from './snapshot.ts';
import { addColleague, type ColleaguePreview, previewColleague } from './transfer/colleague.ts';
import { exportAll } from './transfer/export.ts';
import type { FileRefused } from './transfer/format.ts';
import type { FileContent } from './transfer/parse.ts';
import { previewRestore, type RestorePreview, restore, type StoreCounts } from './transfer/restore.ts';
import { type UndoRefused, undo } from './undo.ts';

export type { Done, Operation } from './annotate.ts';
export { type DatabaseOptions, type OpenStore, openDatabase, type StoreUnavailable } from './database.ts';
export type { HistoryPage } from './history.ts';
export type { Sighted } from './observe.ts';
export type { SeenPerson } from './people-seen.ts';
export type { Settings } from './settings.ts';
export type { Eyes } from './snapshot.ts';
export type { Claim, ColleaguePreview } from './transfer/colleague.ts';
export type { FileRefused } from './transfer/format.ts';
export type { FileContent } from './transfer/parse.ts';
export type { RestorePreview, StoreCounts } from './transfer/restore.ts';
export type { UndoRefused } from './undo.ts';

/**
 * What is kept, and everything that can be asked of it. Writes belong to one context, the background; reads are plain
 * functions over the database, so that a live query may run them anywhere. What they mean stands where they are made.
 */
export interface Store {
  /** Written by a newer Crosstie: reading and exporting only. */
  readonly readOnly: boolean;

  readonly observe: (
    batch: readonly Observation[],
    sighted: Sighted,
  ) => Promise<Result<readonly ItemKey[], StoreFailure>>;
  readonly write: (change: Change, operation: Operation) => Promise<Result<Done, ChangeRefused | StoreFailure>>;
  readonly undo: (change: string, operation: Operation) => Promise<Result<Done, UndoRefused | StoreFailure>>;

  readonly readItem: (key: ItemKey, eyes: Eyes) => Promise<Snapshot>;
  readonly readMine: (eyes: Eyes) => Promise<Snapshot>;
  readonly readBriefs: (keys: readonly ItemKey[], eyes: Eyes) => Promise<Snapshot>;
  readonly findItems: (text: string, limit: number) => Promise<readonly Item[]>;
  readonly recent: (limit: number) => Promise<readonly Item[]>;
  readonly coverage: () => Promise<Coverage>;
  readonly peopleSeen: (site: Site, limit: number) => Promise<readonly SeenPerson[]>;
  readonly sitesSeen: () => Promise<readonly Site[]>;
  readonly history: (limit: number, before?: number) => Promise<HistoryPage>;

  readonly settings: () => Promise<Settings>;
  readonly changeSettings: (
    change: Partial<Settings> | ((now: Settings) => Partial<Settings>),
  ) => Promise<Result<null, StoreFailure>>;

  readonly exportAll: () => Promise<string>;
  readonly previewRestore: (file: FileContent) => Promise<Result<RestorePreview, FileRefused>>;
  readonly restore: (file: FileContent) => Promise<Result<StoreCounts, FileRefused | StoreFailure>>;
  /** `at`: milliseconds, now. */
  readonly previewColleague: (file: FileContent, at: number) => Promise<Result<ColleaguePreview, FileRefused>>;
  readonly addColleague: (file: FileContent, operation: Operation) => Promise<Result<Done, FileRefused | StoreFailure>>;

  /** Deletes everything, settings too. */
  readonly wipe: () => Promise<Result<null, StoreFailure>>;
  readonly close: () => void;
}

export const createStore = (open: OpenStore): Store => {
  const { db, readOnly } = open;
  return {
    readOnly,

    observe: (batch, sighted) => attempt(readOnly, () => observe(db, batch, sighted)),
    write: (change, operation) => attempt(readOnly, () => write(db, change, operation)),
    undo: (change, operation) => attempt(readOnly, () => undo(db, change, operation)),

    readItem: (key, eyes) => readItem(db, key, eyes),
    readMine: (eyes) => readMine(db, eyes),
    readBriefs: (keys, eyes) => readBriefs(db, keys, eyes),
    findItems: (text, limit) => findItems(db, text, limit),
    recent: (limit) => recent(db, limit),
    coverage: () => coverage(db),
    peopleSeen: (site, limit) => peopleSeen(db, site, limit),
    sitesSeen: () => sitesSeen(db),
    history: (limit, before) => historyPage(db, limit, before),

    settings: () => readSettings(db),
    changeSettings: (change) =>
      attempt(readOnly, async () => {
        await writeSettings(db, change);
        return ok(null);
      }),

    exportAll: () => exportAll(open),
    previewRestore: (file) => previewRestore(db, file),
    restore: (file) => attempt(readOnly, () => restore(db, file)),
    previewColleague: (file, at) => previewColleague(db, file, at),
    addColleague: (file, operation) => attempt(readOnly, () => addColleague(db, file, operation)),

    wipe: () =>
      attempt(readOnly, async () => {
        await db.transaction('rw', db.tables, async () => Promise.all(db.tables.map((table) => table.clear())));
        return ok(null);
      }),
    close: () => db.close({ disableAutoOpen: true }),
  };
};
