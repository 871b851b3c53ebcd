import type { Observation } from '../../lib/core/item.ts';
import { itemViewOf } from '../../lib/core/item-view.ts';
import { mineViewOf } from '../../lib/core/mine.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import type { WorldNeeds } from '../../lib/core/world.ts';
import { find } from '../../lib/signals/find.ts';
import { signals, twin } from '../../lib/signals/index.ts';
import { createStore, type Judge, type OpenStore, openDatabase, type Store } from '../../lib/store/index.ts';
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
  /** Makes everything that is kept of the net from the rows: after an upgrade, or when it is in doubt. */
  readonly rebuild: () => Promise<number>;
  /** One item changed, by a store that was just opened: the first write after the background was stopped. */
  readonly firstEdit: (run: number) => Promise<number>;
  /** As a file that a store can be restored from. */
  readonly exported: () => Promise<string>;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const judge: Judge = {
  find: (world, about) => find(signals, world, { about }),
  alike: twin.judge,
  weightOf: (id) => signals.find((signal) => signal.id === id)?.weight ?? 3,
  report: (where, error) => {
    throw new Error(where, { cause: error });
  },
};

const now = Date.parse('2026-11-22T12:00:00Z');

const createBench = (): StoreBench => {
  let filled:
    | {
        readonly open: OpenStore;
        readonly store: Store;
        readonly world: ReturnType<typeof generate>;
        readonly page: readonly Observation[];
      }
    | undefined;
  const there = () => {
    if (filled === undefined) throw new Error('The store is not filled yet');
    return filled;
  };
  const looking = (): WorldNeeds => ({
    me: there().world.me,
    today: '2026-11-22',
    dayBegan: Date.parse('2026-11-22T00:00:00Z'),
    settings: defaultSettings,
  });
  const eyes = () => ({ me: there().world.me, now, today: '2026-11-22' });
  return {
    fill: async (items) => {
      const opened = await openDatabase({ name: `bench-${items}` });
      if (!opened.ok) throw new Error(opened.failure.reason);
      const plain = createStore(opened.value);
      const world = generate({ items });
      let last: readonly Observation[] = [];
      const took = await timed(async () => {
        for (const page of world.pages) {
          await plain.observe(page, { at: now });
          last = page;
        }
        for (const [index, change] of world.changes.entries())
          await plain.write(change, { id: `fill-${items}-${index}`, at: now });
        await plain.changeSettings({ me: world.me });
      });
      filled = { open: opened.value, store: createStore(opened.value, judge), world, page: last };
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
    rebuild: () => timed(() => there().store.judge(looking(), now)),
    firstEdit: (run) => {
      const { open, page } = there();
      const [first] = page;
      if (first === undefined) throw new Error('The page is empty');
      const store = createStore(open, judge);
      const due = `2026-12-${String(10 + run)}`;
      return timed(() => store.observe([{ ...first, facts: { ...first.facts, due } }], { at: now + 10_000_000 + run }));
    },
    exported: () => there().store.exportAll(),
  };
};

declare global {
  var storeBench: StoreBench;
}
globalThis.storeBench = createBench();
