import { describe, expect, test, vi } from 'vitest';
import { mineRowsOf } from '../../../lib/core/mine-rows.ts';
import { defaultSettings } from '../../../lib/core/settings.ts';
import { createStore, type Judge, type Store } from '../../../lib/store/index.ts';
import { mineRows } from '../../../lib/store/kept/kept-mine.ts';
import { readKept } from '../../../lib/store/kept/kept-net.ts';
import { api45, dana, day, disk, eyes, key, minute, must, noon, openOn, pay7, seen, task } from '../fresh.ts';

/** No finding is of interest here. */
const judge: Judge = {
  find: () => ({ findings: [] }),
  alike: () => undefined,
  weightOf: () => 3,
  report: (_where, error) => {
    throw error;
  },
};

const my = { state: 'open' as const, assignees: [{ handle: 'dana' }] };
const waitsFor = (...keys: (typeof api45)[]) => ({
  state: 'open' as const,
  links: { relations: keys.map((on) => ({ kind: 'blocked-by' as const, key: on })) },
});

const judged = (store: Store, at = noon, ...accounts: (typeof dana)[]) =>
  must(
    store.judge(
      {
        me: eyes(...(accounts.length === 0 ? [dana] : accounts)).me,
        today: new Date(at).toISOString().slice(0, 10),
        dayBegan: Date.parse('2026-11-22T00:00:00Z'),
        settings: defaultSettings,
      },
      at,
    ),
  );

const opened = async () => {
  const open = await openOn(disk());
  const store = createStore(open, judge);
  await must(store.observe([seen(api45, my), seen(pay7, waitsFor(api45))], { at: noon }));
  await judged(store);
  const awaited = async () =>
    (await readKept(open.db, 'mine'))?.rows.me.map(({ item, waiters }) => [
      item.key,
      ...waiters.map((waiter) => waiter.item.key),
    ]);
  return { db: open.db, store, awaited };
};

describe('what is mine is kept with each write', () => {
  test('[M1] something that was never heard of begins to wait for it, and stops', async () => {
    const { store, awaited } = await opened();
    expect(await awaited()).toEqual([[api45, pay7]]);
    await must(store.observe([seen(task, waitsFor(api45))], { at: noon }));
    expect(await awaited()).toEqual([[api45, task, pay7]]);
    await must(store.observe([seen(task, waitsFor())], { at: noon + minute }));
    expect(await awaited()).toEqual([[api45, pay7]]);
  });

  test('[M1] at the far end of a chain something closes', async () => {
    const { store, awaited } = await opened();
    await must(store.observe([seen(task, waitsFor(pay7))], { at: noon }));
    expect(await awaited()).toEqual([[api45, pay7, task]]);
    await must(store.observe([seen(task, { state: 'done' })], { at: noon + minute }));
    expect(await awaited()).toEqual([[api45, pay7]]);
  });

  test('[M1] an item that was in nobody of mine is said to be mine', async () => {
    const { store, awaited } = await opened();
    const [other, waiter] = [key('github:github.com:acme/api#46'), key('github:github.com:acme/api#47')];
    await must(store.observe([seen(other, { state: 'open' }), seen(waiter, waitsFor(other))], { at: noon }));
    expect(await awaited()).toHaveLength(1);
    await must(
      store.write(
        { type: 'name-role', item: other, role: 'owner', who: dana, accepted: true },
        { id: 'one-claim', at: noon },
      ),
    );
    expect(await awaited()).toContainEqual([other, waiter]);
    await must(store.undo('one-claim', { id: 'its-undo', at: noon + 1 }));
    expect(await awaited()).toHaveLength(1);
  });

  test('[Q2] an item that is only seen again is known to be seen', async () => {
    const { db, store } = await opened();
    await must(store.observe([seen(pay7)], { at: noon + 5 * minute }));
    expect((await readKept(db, 'mine'))?.rows.me[0]?.waiters[0]?.item.lastSeen).toBe(noon + 5 * minute);
  });

  test('near miss: what has nothing to do with me makes nothing be read again', async () => {
    const { db, store } = await opened();
    const put = vi.spyOn(db.kept, 'put');
    await must(store.observe([seen(task, waitsFor(key('asana:77')))], { at: noon }));
    expect(put.mock.calls.map(([row]) => row.name)).not.toContain('mine');
    await must(store.observe([seen(pay7, { due: '2026-12-01' })], { at: noon }));
    expect(put.mock.calls.map(([row]) => row.name)).toContain('mine');
  });
});

describe('what is mine is read', () => {
  const reads = async (run: () => Promise<unknown>, db: Awaited<ReturnType<typeof opened>>['db']): Promise<number> => {
    const bulkGet = vi.spyOn(db.items, 'bulkGet');
    await run();
    const { calls } = bulkGet.mock;
    bulkGet.mockRestore();
    return calls.length;
  };

  test('from what is kept, without reading an item', async () => {
    const { db, store } = await opened();
    expect(await reads(async () => expect((await store.mineRows(eyes(dana))).me).toHaveLength(1), db)).toBe(0);
  });

  test.each([
    ['for somebody else', eyes({ ...dana, handle: 'noor', name: 'Noor' })],
    ['on another day', { ...eyes(dana), now: noon + day, today: '2026-11-23' }],
  ])('[P5] %s it is read from what is known', async (_how, as) => {
    const { db, store } = await opened();
    const whole = mineRowsOf(await store.readMine(as));
    await must(store.observe([seen(task, waitsFor(api45))], { at: noon }));
    expect(await mineRows(db, as)).toEqual(mineRowsOf(await store.readMine(as)));
    expect(whole.me.length).toBe(as.today === '2026-11-23' ? 1 : 0);
  });

  test('[P5] where what is kept is in doubt, and where nothing is kept', async () => {
    const { db, store } = await opened();
    await db.kept.delete('head');
    expect(await reads(async () => expect((await store.mineRows(eyes(dana))).me).toHaveLength(1), db)).toBeGreaterThan(
      0,
    );
    const bare = await openOn(disk());
    await must(bare.store.observe([seen(api45, my), seen(pay7, waitsFor(api45))], { at: noon }));
    expect((await bare.store.mineRows(eyes(dana))).me).toHaveLength(1);
  });
});
