import type { Deleted, Scope } from '../core/access.ts';
import type { Change, ChangeRefused } from '../core/change.ts';
import type { Telling } from '../core/daily-word.ts';
import type { KeptFinding } from '../core/findings-view.ts';
import type { Observation } from '../core/item.ts';
import type { ItemKey, Site } from '../core/key.ts';
import type { MineRows } from '../core/mine-rows.ts';
import type { Me } from '../core/person.ts';
import { ok, type Result } from '../core/result.ts';
import type { Settings } from '../core/settings.ts';
import type { Item, Snapshot } from '../core/snapshot.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { TwinIndex } from '../core/twins/twin-index.ts';
import type { Coverage } from '../core/view.ts';
import type { WorldNeeds } from '../core/world.ts';
import { namesOf } from './aliases.ts';
import { type Done, type Operation, write } from './annotate.ts';
import { connectionOf } from './connection.ts';
import type { Database, OpenStore } from './database.ts';
import { dropStale } from './drop-stale.ts';
import { attempt } from './failure.ts';
import { countDeletion } from './forget/count.ts';
import type { PlaceOf } from './forget/covered.ts';
import { forget } from './forget/forget.ts';
import { removeOthers } from './forget/rebuild.ts';
import { type HistoryPage, historyPage } from './history.ts';
import { itemsShowing } from './items-showing.ts';
import { type Joins, readJoins } from './joins.ts';
import { createKeeper, type Judge } from './kept/keep.ts';
import { mineRows } from './kept/kept-mine.ts';
import { createTwinKeeper } from './kept/kept-twins.ts';
import { isAllJudged, type JudgedLikeness, similarTo } from './kept/likeness.ts';
import { findings, findingsOn, type KeptAnswers, keptAnswers, look, noteTold } from './kept/read-kept.ts';
import { observe, type Sighted } from './observe.ts';
import { peopleSeen, type SeenPerson, sitesSeen, teamsSeen } from './people-seen.ts';
import { coverage, readBriefs, readItem, readItems, readMine, recent } from './read.ts';
import { findItems } from './search.ts';
import { readSettings, writeSettings } from './settings.ts';
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
export type { Judge } from './kept/keep.ts';
export type { JudgedLikeness } from './kept/likeness.ts';
export type { KeptAnswers } from './kept/read-kept.ts';
export type { Sighted } from './observe.ts';
export type { SeenPerson } from './people-seen.ts';
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

  /** Sees to it that answers are kept, as these eyes see them. True: they were made anew. `at`: milliseconds. */
  readonly judge: (eyes: WorldNeeds, at: number) => Promise<Result<boolean, StoreFailure>>;
  /** The findings were looked at. `at`: milliseconds. */
  readonly look: (at: number) => Promise<Result<null, StoreFailure>>;
  /** A notification was given. */
  readonly noteTold: (told: Telling) => Promise<Result<null, StoreFailure>>;
  readonly findingsOn: (keys: readonly ItemKey[]) => Promise<readonly KeptFinding[]>;
  readonly findings: () => Promise<readonly KeptFinding[]>;
  readonly keptAnswers: () => Promise<KeptAnswers>;
  /** What everything is like, up to date. It is of the background's memory: ask it and let it go. */
  readonly twinIndex: () => Promise<TwinIndex>;
  readonly similarTo: (key: ItemKey) => Promise<readonly ItemKey[]>;
  /** Judges a few of the items whose likeness may be another one now: ask again while there is more. */
  readonly judgeLikeness: (at: number) => Promise<Result<JudgedLikeness, StoreFailure>>;

  readonly readItem: (key: ItemKey, eyes: Eyes) => Promise<Snapshot>;
  readonly readItems: (keys: readonly ItemKey[], eyes: Eyes) => Promise<Snapshot>;
  readonly readMine: (eyes: Eyes) => Promise<Snapshot>;
  readonly mineRows: (eyes: Eyes) => Promise<MineRows>;
  readonly readBriefs: (keys: readonly ItemKey[], eyes: Eyes) => Promise<Snapshot>;
  readonly findItems: (text: string, limit: number) => Promise<readonly Item[]>;
  readonly recent: (limit: number) => Promise<readonly Item[]>;
  readonly coverage: () => Promise<Coverage>;
  readonly peopleSeen: (site: Site, limit: number) => Promise<readonly SeenPerson[]>;
  readonly teamsSeen: (site: Site, limit: number) => Promise<readonly SeenPerson[]>;
  readonly sitesSeen: () => Promise<readonly Site[]>;
  readonly presentKeys: (keys: readonly ItemKey[]) => Promise<ReadonlyMap<ItemKey, ItemKey>>;
  readonly joinsOf: (keys: readonly ItemKey[]) => Promise<ReadonlyMap<ItemKey, Joins>>;
  readonly itemsShowing: (me: Me, site: Site) => Promise<readonly Item[]>;
  readonly history: (limit: number, before?: number) => Promise<HistoryPage>;

  /** Of the database that counts: another one after each deletion. */
  readonly storeName: () => Promise<string>;
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

  /** K8: drops what was not seen since then (milliseconds), and what else has no use. Gives how many items went. */
  readonly dropStale: (before: number) => Promise<Result<number, StoreFailure>>;
  /** K8: what deleting would take. */
  readonly countDeletion: (scope: Scope, placeOf: PlaceOf) => Promise<Deleted>;
  /** K8: deletes it, here and in the files of the browser's profile. There is no undo. */
  readonly forget: (scope: Scope, placeOf: PlaceOf) => Promise<Result<Deleted, StoreFailure>>;
  readonly close: () => void;
}

/** `judge`: absent where nothing is written; a store that is written without it keeps no answers. */
export const createStore = (first: OpenStore, judge?: Judge): Store => {
  const keeper = judge === undefined ? undefined : createKeeper(judge);
  const follow = keeper?.follow;
  const twins = createTwinKeeper();
  const connection = connectionOf(first);
  const read = <Value>(from: (db: Database) => Promise<Value>): Promise<Value> => connection.use(({ db }) => from(db));
  const written = <Value, Failure extends { readonly type: string }>(
    write: (db: Database) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | StoreFailure>> => attempt(first.readOnly, () => read(write));
  return {
    readOnly: first.readOnly,

    observe: (batch, sighted) => written((db) => observe(db, batch, sighted, follow)),
    write: (change, operation) => written((db) => write(db, change, operation, follow)),
    undo: (change, operation) => written((db) => undo(db, change, operation, follow)),
    judge: (eyes, at) => written(async (db) => ok(keeper === undefined ? false : await keeper.judge(db, eyes, at))),
    look: (at) =>
      written(async (db) => {
        await look(db, at);
        return ok(null);
      }),
    noteTold: (told) =>
      written(async (db) => {
        await noteTold(db, told);
        return ok(null);
      }),

    findingsOn: (keys) => read((db) => findingsOn(db, keys)),
    findings: () => read(findings),
    keptAnswers: () => read(keptAnswers),
    twinIndex: () => read(twins.index),
    similarTo: (key) => read(async (db) => similarTo(db, await twins.index(db), key)),
    judgeLikeness: (at) =>
      written(async (db) =>
        ok(
          keeper === undefined || (await isAllJudged(db))
            ? { left: false, changed: false }
            : await keeper.judgeLikeness(db, await twins.index(db), at),
        ),
      ),

    readItem: (key, eyes) => read((db) => readItem(db, key, eyes)),
    readItems: (keys, eyes) => read((db) => readItems(db, keys, eyes)),
    readMine: (eyes) => read((db) => readMine(db, eyes)),
    mineRows: (eyes) => read((db) => mineRows(db, eyes)),
    readBriefs: (keys, eyes) => read((db) => readBriefs(db, keys, eyes)),
    findItems: (text, limit) => read((db) => findItems(db, text, limit)),
    recent: (limit) => read((db) => recent(db, limit)),
    coverage: () => read(coverage),
    peopleSeen: (site, limit) => read((db) => peopleSeen(db, site, limit)),
    teamsSeen: (site, limit) => read((db) => teamsSeen(db, site, limit)),
    sitesSeen: () => read(sitesSeen),
    presentKeys: (keys) =>
      read(async (db) => {
        const { nowOf } = await namesOf(db, keys);
        return new Map(keys.flatMap((key) => (nowOf(key) === key ? [] : [[key, nowOf(key)] as const])));
      }),
    joinsOf: (keys) => read((db) => readJoins(db, keys)),
    itemsShowing: (me, site) => read((db) => itemsShowing(db, me, site)),
    history: (limit, before) => read((db) => historyPage(db, limit, before)),

    storeName: () => read(async ({ name }) => name),
    settings: () => read(readSettings),
    changeSettings: (change) =>
      written(async (db) => {
        await writeSettings(db, change);
        return ok(null);
      }),

    exportAll: () => connection.use(exportAll),
    previewRestore: (file) => read((db) => previewRestore(db, file)),
    restore: (file) => written((db) => restore(db, file)),
    previewColleague: (file, at) => read((db) => previewColleague(db, file, at)),
    addColleague: (file, operation) => written((db) => addColleague(db, file, operation, follow)),

    dropStale: async (before) => {
      const tidied = await attempt<null, StoreFailure>(first.readOnly, () =>
        connection.replace(async (open) => {
          await removeOthers(open);
          return { open, result: ok(null) };
        }),
      );
      return tidied.ok ? written((db) => dropStale(db, before, follow)) : tidied;
    },
    countDeletion: (scope, placeOf) => read((db) => countDeletion(db, scope, placeOf)),
    forget: (scope, placeOf) =>
      attempt(first.readOnly, () => connection.replace((open) => forget(open, scope, placeOf))),
    close: connection.close,
  };
};
