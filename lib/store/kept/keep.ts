import type { Table } from 'dexie';
import { same } from '../../core/canonical.ts';
import type { Judgement } from '../../core/finding.ts';
import type { NetChange, NetEdit } from '../../core/net/edit.ts';
import type { TwinIndex } from '../../core/twins/twin-index.ts';
import type { World, WorldNeeds } from '../../core/world.ts';
import type { Database } from '../database.ts';
import { editFor, isEmpty, keysOf, type Touched } from './edit-for.ts';
import { keepFindings } from './kept-findings.ts';
import { keepMine, reachesMine } from './kept-mine.ts';
import { type KeptNet, keepEdit, loadNet, packWhenLong, readKept, replaceNet, worldMemory } from './kept-net.ts';
import { noteRetold } from './kept-twins.ts';
import { dropSettled, type JudgedLikeness, type JudgeLikeness, judgeLikeness, noteUnjudged } from './likeness.ts';
import { wholeEdit } from './rebuild.ts';

/** How findings are made; the store knows no signal. */
export interface Judge extends JudgeLikeness {
  /** A bug, where it was met. What was to be written is written all the same. */
  readonly report: (where: string, error: unknown) => void;
  /** `about`: only what this reached. */
  readonly find: (world: World, about?: NetChange) => Judgement;
}

/** Within a transaction over `keptTables`, after the write. `at`: milliseconds. */
export type Follow = (db: Database, touched: Touched, at: number) => Promise<void>;

/**
 * Keeps answers with what they are made of: whatever a write touches, the net, the findings and what is mine follow in the
 * same transaction, so that nobody ever reads one without the other.
 */
export interface Keeper {
  readonly follow: Follow;
  /** Sees to it that everything is kept, and judged with these eyes. True: something was made anew. */
  readonly judge: (db: Database, eyes: WorldNeeds, at: number) => Promise<boolean>;
  /** Judges a few of the items whose likeness may be another one now. */
  readonly judgeLikeness: (db: Database, index: TwinIndex, at: number) => Promise<JudgedLikeness>;
}

/** Everything that following a write reads and writes. */
const keptTables = (db: Database): readonly Table[] => [
  db.items,
  db.aliases,
  db.links,
  db.records,
  db.cells,
  db.changes,
  db.told,
  db.kept,
  db.edits,
  db.findings,
];

const isEmptyStore = async (db: Database): Promise<boolean> =>
  (await Promise.all([db.items, db.records, db.told].map((table) => table.count()))).every((count) => count === 0);

/** The tables of a write, and what following it needs. */
export const tablesWith = (db: Database, tables: readonly Table[], follow: Follow | undefined): Table[] =>
  follow === undefined ? [...tables] : [...new Set<Table>([...tables, ...keptTables(db)])];

export const createKeeper = ({ find, weightOf, report, alike }: Judge): Keeper => {
  let memory: KeptNet | undefined;
  const worldFor = worldMemory();

  const putGaps = async (db: Database, { gaps }: KeptNet): Promise<void> => {
    const now = gaps.gaps();
    if (!same(now, await readKept(db, 'gaps'))) await db.kept.put({ name: 'gaps', value: now });
  };

  const follow = async (db: Database, touched: Touched, at: number): Promise<void> => {
    const kept = await loadNet(db, memory);
    if (kept === undefined) {
      // Nothing is kept yet. What is being made of what was there before is not taken.
      await db.kept.delete('making');
      return;
    }
    const eyes = await readKept(db, 'eyes');
    const edit = await editFor(db, kept.net, touched);
    memory = kept;
    if (!isEmpty(edit)) {
      // What is in memory counts again when its edit is stored as well: a transaction that fails leaves none.
      memory = undefined;
      const change = kept.net.apply(edit);
      kept.gaps.update(change.items);
      memory = await keepEdit(kept, edit);
      if (eyes !== undefined) await keepFindings(db, find(worldFor(kept.net, eyes), change), at, weightOf);
      await putGaps(db, memory);
    }
    // An item that was only seen again says nothing new of the net, but a row of mine says when it was seen.
    if (eyes !== undefined && (await reachesMine(db, eyes, keysOf(touched, edit)))) await keepMine(db, eyes);
  };

  const judgeAll = async (kept: KeptNet, eyes: WorldNeeds, at: number): Promise<void> => {
    const { db } = kept;
    memory = kept;
    await db.kept.put({ name: 'eyes', value: eyes });
    await keepFindings(db, find(worldFor(kept.net, eyes)), at, weightOf);
    await putGaps(db, kept);
    await keepMine(db, eyes);
  };

  return {
    follow: async (db, touched, at) => {
      const old = [...(touched.moved?.keys() ?? [])];
      await noteRetold(db, [...touched.items, ...old]);
      await noteUnjudged(db, [...touched.items, ...touched.joined, ...old]);
      try {
        await dropSettled(db, [...touched.joined, ...old], at, weightOf);
        await follow(db, touched, at);
      } catch (error) {
        // What people state is worth more than what is made of it (P5): that is in doubt now, and is made anew.
        memory = undefined;
        // Where the whole transaction has failed, it is that which is told, and there is nothing to be in doubt of.
        await db.kept.delete('head').catch(() => {
          throw error;
        });
        report('keeping answers', error);
      }
    },
    judgeLikeness: (db, index, at) => judgeLikeness(db, index, { alike, weightOf }, at),
    judge: async (db, eyes, at) => {
      const judged = await db.transaction('rw', keptTables(db), async () => {
        const loaded = await loadNet(db, memory);
        if (loaded === undefined) return undefined;
        if (same(eyes, await readKept(db, 'eyes'))) {
          memory = await packWhenLong(loaded);
          return false;
        }
        await judgeAll(loaded, eyes, at);
        return true;
      });
      return judged ?? makeNet(db, (made) => judgeAll(made, eyes, at));
    },
  };
};

/** So often it is tried to read everything without making anybody wait. */
const tries = 3;

/**
 * Makes a net of everything that is stored, and gives it to be judged. To read it takes seconds where much is known, in which
 * others read as well, and write: what was written meanwhile takes the mark away (`making`), and it is read again; at last
 * while nobody can write. False: nothing is stored, of which nothing is kept; what was deleted leaves no trace of when.
 */
const makeNet = async (db: Database, judge: (kept: KeptNet) => Promise<void>): Promise<boolean> => {
  if (await isEmptyStore(db)) return false;
  const take = async (edit: NetEdit): Promise<true> => {
    await judge(await replaceNet(db, edit));
    await db.kept.delete('making');
    return true;
  };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const mark = crypto.randomUUID();
    await db.kept.put({ name: 'making', value: mark });
    const edit = await db.transaction('r', keptTables(db), async () => wholeEdit(db));
    const taken = await db.transaction('rw', keptTables(db), async () =>
      (await readKept(db, 'making')) === mark ? take(edit) : undefined,
    );
    if (taken !== undefined) return taken;
  }
  return db.transaction('rw', keptTables(db), async () => take(await wholeEdit(db)));
};
