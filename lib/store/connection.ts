import Dexie from 'dexie';
import type { Result } from '../core/result.ts';
import { type OpenStore, openDatabase } from './database.ts';

/** The way to the database that counts at present: a deletion puts another one in its place. */
export interface Connection {
  /** Reads or writes; while the database is being replaced, afterwards and in the new one. */
  readonly use: <Value>(work: (open: OpenStore) => Promise<Value>) => Promise<Value>;
  /**
   * Runs when everything that was begun is done, and nothing else meanwhile; gives the database to go on with. Where it
   * fails, the one before is gone on with.
   */
  readonly replace: <Value, Failure extends { readonly type: string }>(
    work: Replacing<Value, Failure>,
  ) => Promise<Result<Value, Failure>>;
  readonly close: () => void;
}

export type Replacing<Value, Failure extends { readonly type: string }> = (
  open: OpenStore,
) => Promise<{ readonly open: OpenStore; readonly result: Result<Value, Failure> }>;

export const connectionOf = (first: OpenStore): Connection => {
  let latest = first;
  let present = async (): Promise<OpenStore> => latest;
  let isClosed = false;
  const running = new Set<Promise<unknown>>();

  /** Another part of the extension put a new database in its place: this one hears of it when the old one goes. */
  const follow = (open: OpenStore): OpenStore => {
    latest = open;
    open.db.on('versionchange', ({ newVersion }) => {
      if (newVersion === null && !isClosed) present = once(() => reopen(open));
    });
    return open;
  };
  const reopen = async ({ options }: OpenStore): Promise<OpenStore> => {
    const opened = await openDatabase(options);
    if (!opened.ok) throw new Dexie.DatabaseClosedError(opened.failure.reason);
    return follow(opened.value);
  };
  follow(first);

  return {
    use: async (work) => {
      for (;;) {
        const asked = present;
        const job = work(await asked());
        running.add(job);
        try {
          return await job;
        } catch (error) {
          // It went while it was read: what is asked is asked of the one in its place. Who writes replaces it himself.
          if (!(error instanceof Dexie.DatabaseClosedError) || present === asked || isClosed) throw error;
        } finally {
          running.delete(job);
        }
      }
    },
    replace: async (work) => {
      const before = present();
      const replacing = before.then(async (open) => {
        await Promise.allSettled(running);
        const { open: next, result } = await work(open);
        return { next: next === open ? open : follow(next), result };
      });
      const after = replacing.then(
        ({ next }) => next,
        () => before,
      );
      present = () => after;
      return (await replacing).result;
    },
    close: () => {
      isClosed = true;
      latest.db.close({ disableAutoOpen: true });
    },
  };
};

/** Begun when it is first asked for; what failed is tried again. */
const once = <Value>(begin: () => Promise<Value>): (() => Promise<Value>) => {
  let begun: Promise<Value> | undefined;
  return () => {
    begun ??= begin().catch((error: unknown) => {
      begun = undefined;
      throw error;
    });
    return begun;
  };
};
