import type { Observation } from '../../lib/core/item.ts';
import { itemViewOf } from '../../lib/core/item-view.ts';
import { mineViewOf } from '../../lib/core/mine.ts';
import { createStore, openDatabase, type Store } from '../../lib/store/index.ts';
import { generate } from '../store/generate.ts';

/** Runs in a page of a real browser, so that the figures are its IndexedDB's. Results are milliseconds. */
export interface StoreBench {
  /** Fills a new store with so many items. Gives how long it took. */
  readonly fill: (items: number) => Promise<number>;
  readonly thisItem: () => Promise<number>;
  readonly mine: () => Promise<number>;
  /** A page of 100 items of which one field changed. */
  readonly writePage: (run: number) => Promise<number>;
  readonly annotate: (run: number) => Promise<number>;
  /** As a file that a store can be restored from. */
  readonly exported: () => Promise<string>;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const now = Date.parse('2026-11-22T12:00:00Z');

const createBench = (): StoreBench => {
  let filled:
    | { readonly store: Store; readonly world: ReturnType<typeof generate>; readonly page: readonly Observation[] }
    | undefined;
  const there = () => {
    if (filled === undefined) throw new Error('The store is not filled yet');
    return filled;
  };
  const eyes = () => ({ me: there().world.me, now, today: '2026-11-22' });
  return {
    fill: async (items) => {
      const opened = await openDatabase({ name: `bench-${items}` });
      if (!opened.ok) throw new Error(opened.failure.reason);
      const store = createStore(opened.value);
      const world = generate({ items });
      let last: readonly Observation[] = [];
      const took = await timed(async () => {
        for (const page of world.pages) {
          await store.observe(page, { at: now });
          last = page;
        }
        for (const [index, change] of world.changes.entries())
          await store.write(change, { id: `fill-${items}-${index}`, at: now });
        await store.changeSettings({ me: world.me });
      });
      filled = { store, world, page: last };
      return took;
    },
    thisItem: () =>
      timed(async () => itemViewOf(await there().store.readItem(there().world.item, eyes()), there().world.item)),
    mine: () =>
      timed(async () =>
        mineViewOf(await there().store.readMine(eyes()), { coverage: await there().store.coverage(), ask: [] }),
      ),
    writePage: (run) => {
      const changed = there().page.map((one) => ({
        ...one,
        facts: { ...one.facts, title: `${one.facts.title ?? ''} ${run}` },
      }));
      return timed(() => there().store.observe(changed, { at: now + 1_000 * (run + 1) }));
    },
    annotate: (run) => {
      const { store, world } = there();
      const [who = null] = world.me.accounts;
      return timed(() =>
        store.write(
          { type: 'name-role', item: world.item, role: 'owner', who, accepted: run % 2 === 0 },
          { id: `bench-write-${run}`, at: now + run },
        ),
      );
    },
    exported: () => there().store.exportAll(),
  };
};

declare global {
  var storeBench: StoreBench;
}
globalThis.storeBench = createBench();
