import { describe, expect, test, vi } from 'vitest';
import { twinItemOf } from '../../../lib/core/twins/of-item.ts';
import { createTwinIndex, type TwinIndex } from '../../../lib/core/twins/twin-index.ts';
import type { Database } from '../../../lib/store/database.ts';
import { createStore, type Judge } from '../../../lib/store/index.ts';
import { readKept } from '../../../lib/store/kept/kept-net.ts';
import { api45, day, disk, key, must, noon, openOn, pay7, seen, task } from '../fresh.ts';
import { monthOf } from './month.ts';

const judge: Judge = {
  find: () => ({ findings: [] }),
  alike: () => undefined,
  weightOf: () => 3,
  report: (_where, error) => {
    throw error;
  },
};

const opened = async () => {
  const open = await openOn(disk());
  const stored = () => createStore(open, judge);
  return { db: open.db, store: stored(), again: stored };
};

/** What an index holds, whatever the order in which it came. */
const holds = (index: TwinIndex) =>
  [...index.entries()].map(({ item }) => item).sort((a, b) => (a.key < b.key ? -1 : 1));

const anew = async (db: Database): Promise<TwinIndex> => {
  const index = createTwinIndex();
  for (const row of await db.items.toArray()) {
    const text = twinItemOf(row);
    if (text !== undefined) index.put(text);
  }
  return index;
};

describe('what everything is like', () => {
  test.each([11, 12, 13])('a month of work, seed %i: kept is what making it anew gives', async (seed) => {
    const { db, store: first, again } = await opened();
    let store = first;
    for (const [at, event] of monthOf(seed, 60).entries()) {
      if (event.type === 'page') await must(store.observe(event.batch, { at: event.at }));
      if (event.type === 'change') await store.write(event.change, { id: `o-${seed}-${at}`, at: event.at });
      if (event.type === 'worker-stopped') store = again();
      if (event.type === 'drop-stale') await must(store.dropStale(event.before));
      if (at % 3 === 0) expect(holds(await store.twinIndex())).toEqual(holds(await anew(db)));
    }
    expect((await store.twinIndex()).size()).toBeGreaterThan(5);
  });

  test('after the worker was stopped it is unpacked, and only what was written since is read again', async () => {
    const { db, store, again } = await opened();
    await must(store.observe([seen(api45, { title: 'Rate limits' }), seen(pay7, { title: 'Refunds' })], { at: noon }));
    await store.twinIndex();
    await must(store.observe([seen(task, { title: 'Webhook' })], { at: noon }));
    const read = vi.spyOn(db.items, 'bulkGet');
    const after = again();
    expect((await after.twinIndex()).size()).toBe(3);
    expect(read.mock.calls).toEqual([[[task]]]);
    await after.twinIndex();
    expect(read.mock.calls.at(-1)).toEqual([[]]);
  });

  test('[K8] of what is gone no word is left in what is kept', async () => {
    const { db, store } = await opened();
    await must(store.observe([seen(api45, { title: 'Quokka' })], { at: noon }));
    await must(store.observe([seen(pay7, { title: 'Refunds' })], { at: noon + 9 * day }));
    await store.twinIndex();
    expect(JSON.stringify(await readKept(db, 'twins'))).toContain('Quokka');
    await must(store.dropStale(noon + day));
    expect(JSON.stringify(await db.kept.toArray())).not.toContain('Quokka');
    expect(holds(await store.twinIndex()).map((one) => one.title)).toEqual(['Refunds']);
  });

  test('what many writes have changed is packed anew, once it is asked', async () => {
    const { db, store } = await opened();
    await must(store.observe([seen(api45, { title: 'Rate limits' })], { at: noon }));
    await store.twinIndex();
    const many = Array.from({ length: 310 }, (_, at) => seen(key(`asana:${at}`), { title: `Work ${at}` }));
    await must(store.observe(many, { at: noon }));
    expect(await readKept(db, 'retold')).toHaveLength(310);
    expect((await store.twinIndex()).size()).toBe(311);
    expect(await readKept(db, 'retold')).toEqual([]);
    expect((await readKept(db, 'twins'))?.titles).toHaveLength(311);
  });

  test('two that ask at once get the same', async () => {
    const { store } = await opened();
    await must(store.observe([seen(api45, { title: 'Rate limits' })], { at: noon }));
    const [one, other] = await Promise.all([store.twinIndex(), store.twinIndex()]);
    expect(one).toBe(other);
  });

  test('of a store in which nobody asked, nothing is kept', async () => {
    const { db, store } = await opened();
    await must(store.observe([seen(api45, { title: 'Rate limits' })], { at: noon }));
    expect([await readKept(db, 'twins'), await readKept(db, 'retold')]).toEqual([undefined, undefined]);
  });
});
