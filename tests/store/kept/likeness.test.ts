import { describe, expect, test, vi } from 'vitest';
import type { ItemKey } from '../../../lib/core/key.ts';
import { sayingLikes } from '../../../lib/core/likes.ts';
import { signals, twin } from '../../../lib/signals/index.ts';
import { createStore, type Judge, type Store } from '../../../lib/store/index.ts';
import { readKept } from '../../../lib/store/kept/kept-net.ts';
import { linkedWith } from '../../../lib/store/linked.ts';
import { readSettled } from '../../../lib/store/pairs.ts';
import { api45, day, disk, key, minute, must, noon, openOn, pay7, seen, task } from '../fresh.ts';
import { monthOf } from './month.ts';

const judge: Judge = {
  find: () => ({ findings: [] }),
  alike: twin.judge,
  weightOf: (id) => [...signals, twin].find((signal) => signal.id === id)?.weight ?? 3,
  report: (_where, error) => {
    throw error;
  },
};

const title = 'Webhook deliveries are retried without a backoff';
const text = 'A delivery that fails is tried again at once until the endpoint answers 503 for good.';
const reading = { title, description: text, state: 'open' } as const;
const other = key('jira:acme.atlassian.net:PAY-99');

const opened = async () => {
  const open = await openOn(disk());
  const again = (): Store => createStore(open, judge);
  const store = again();
  await must(
    store.observe([seen(api45, { title: 'Rate limits of the public interface', state: 'open' })], { at: noon }),
  );
  return { db: open.db, store, again };
};

/** Judges until nothing is left; gives how often something had changed. */
const judgeAll = async (store: Store, at = noon): Promise<number> => {
  let changes = 0;
  for (let left = true; left; ) {
    const judged = await must(store.judgeLikeness(at));
    changes += Number(judged.changed);
    left = judged.left;
  }
  return changes;
};

const likes = async (store: Store, at: ItemKey): Promise<readonly (readonly [string, readonly string[]])[]> =>
  (await store.findingsOn([at])).map(({ items: [of], likes: all = [] }) => [of, all.map((one) => one.key)] as const);

const settle = (store: Store, said: 'not' | 'same', id = 'settle') =>
  must(
    store.write(
      { type: 'settle-pair', items: [pay7, task], said, ...(said === 'same' ? { main: pay7 } : {}) },
      { id, at: noon },
    ),
  );

describe('likeness that is kept', () => {
  test('[W1] of two items the newer one is told to be like the older, with reasons, once, on both', async () => {
    const { store } = await opened();
    await must(store.observe([seen(pay7, { ...reading, created: '2026-11-01T09:00:00Z' })], { at: noon }));
    await must(store.observe([seen(task, { ...reading, created: '2026-11-02T09:00:00Z' })], { at: noon }));
    expect(await judgeAll(store)).toBe(1);
    for (const at of [pay7, task]) expect(await likes(store, at)).toEqual([[task, [pay7]]]);
    const [finding] = await store.findingsOn([task]);
    expect(finding?.likes?.[0].reasons.map(({ type }) => type)).toContain('rare-words');
    expect(await judgeAll(store)).toBe(0);
  });

  test('what both link to speaks for it', async () => {
    const { store } = await opened();
    const mentions = [{ kind: 'mentions', key: api45 } as const];
    await must(
      store.observe(
        [seen(task, { ...reading, links: { mentions } }), seen(pay7, { ...reading, links: { mentions } })],
        {
          at: noon,
        },
      ),
    );
    await judgeAll(store);
    const [finding] = await store.findingsOn([task]);
    expect(finding?.likes?.[0].reasons).toContainEqual({ type: 'shared-link', key: api45 });
  });

  test('an older item that is seen later is found by what was there before it', async () => {
    const { store } = await opened();
    await must(store.observe([seen(task, { ...reading, created: '2026-11-02T09:00:00Z' })], { at: noon }));
    await judgeAll(store);
    await must(store.observe([seen(pay7, { ...reading, created: '2026-11-01T09:00:00Z' })], { at: noon }));
    await judgeAll(store);
    expect(await likes(store, pay7)).toEqual([[task, [pay7]]]);
  });

  test('another text, a closed item, a dropped one: it is told no more', async () => {
    for (const change of ['retitled', 'closed', 'dropped'] as const) {
      const { store } = await opened();
      await must(store.observe([seen(task, reading), seen(pay7, reading)], { at: noon }));
      await judgeAll(store);
      expect(await likes(store, task)).toEqual([[pay7, [task]]]);
      const later = noon + day;
      if (change === 'retitled')
        await must(
          store.observe([seen(task, { title: 'Order new chairs', description: 'Six of them' })], { at: later }),
        );
      if (change === 'closed') await must(store.observe([seen(pay7, { state: 'done' })], { at: later }));
      if (change === 'dropped') {
        await must(store.observe([seen(pay7, {})], { at: later }));
        await must(store.dropStale(later));
      }
      await judgeAll(store, later);
      expect(await likes(store, pay7), change).toEqual([]);
    }
  });

  test('[W2] "not the same" and "same work" take it away at once, and for good', async () => {
    for (const said of ['not', 'same'] as const) {
      const { db, store, again } = await opened();
      await must(store.observe([seen(task, reading), seen(pay7, reading)], { at: noon }));
      await judgeAll(store);
      await settle(store, said);
      expect(await likes(store, task), said).toEqual([]);
      // Loaded again, judged again, the index made anew.
      await must(store.observe([seen(task, { ...reading, priority: null })], { at: noon + 5 * minute }));
      await db.kept.bulkDelete(['twins', 'retold', 'unjudged']);
      await judgeAll(again());
      expect(await likes(store, task), said).toEqual([]);
    }
  });

  test('[W3] undone, it is told again once it is judged', async () => {
    const { store } = await opened();
    await must(store.observe([seen(task, reading), seen(pay7, reading)], { at: noon }));
    await judgeAll(store);
    const { change } = await settle(store, 'same');
    await must(store.undo(change, { id: 'undo', at: noon + minute }));
    await judgeAll(store, noon + minute);
    expect(await likes(store, task)).toEqual([[pay7, [task]]]);
  });

  test('[D8] what is linked by any page is not told', async () => {
    const { store } = await opened();
    await must(store.observe([seen(task, reading), seen(pay7, reading)], { at: noon }));
    await judgeAll(store);
    const mentions = [{ kind: 'mentions', key: pay7 } as const];
    await must(store.observe([seen(task, { ...reading, links: { mentions } })], { at: noon + minute }));
    expect(await likes(store, pay7)).toEqual([]);
    await judgeAll(store);
    expect(await likes(store, pay7)).toEqual([]);
  });

  test('of several it loses the one that is settled, and tells the others', async () => {
    const { store } = await opened();
    await must(
      store.observe(
        [seen(task, reading), seen(pay7, reading), seen(other, { ...reading, title: `${title} or pause` })],
        {
          at: noon,
        },
      ),
    );
    await judgeAll(store);
    expect((await likes(store, other)).find(([of]) => of === other)?.[1]).toContain(task);
    await must(
      store.write({ type: 'settle-pair', items: [other, task], said: 'not' }, { id: 'settle', at: noon + minute }),
    );
    expect((await likes(store, other)).find(([of]) => of === other)?.[1] ?? []).not.toContain(task);
  });

  test('[K8] of what is gone no word of a reason is left', async () => {
    const { db, store } = await opened();
    await must(store.observe([seen(task, reading), seen(pay7, reading)], { at: noon }));
    await judgeAll(store);
    expect(JSON.stringify(await db.findings.toArray())).toContain('deliveries');
    await must(store.dropStale(noon + day));
    expect(JSON.stringify(await db.findings.toArray())).not.toContain('deliveries');
  });

  test('what was judged is not judged again; after a stop it goes on where it was', async () => {
    const { db, store, again } = await opened();
    const many = Array.from({ length: 25 }, (_, n) => seen(key(`asana:${100 + n}`), { title: `Errand number ${n}` }));
    await must(store.observe(many, { at: noon }));
    expect(await must(store.judgeLikeness(noon))).toMatchObject({ left: true });
    expect(await readKept(db, 'unjudged')).toEqual({ keys: [], after: 'asana:109' });
    await judgeAll(again());
    expect(await readKept(db, 'unjudged')).toEqual({ keys: [] });
    // After another stop there is nothing to do, and the index is not waited for.
    const read = vi.spyOn(db.kept, 'get');
    expect(await must(again().judgeLikeness(noon))).toEqual({ left: false, changed: false });
    expect(read.mock.calls).toEqual([['unjudged']]);
    await must(store.observe([seen(task, reading)], { at: noon }));
    expect(await readKept(db, 'unjudged')).toEqual({ keys: [task] });
  });

  test('a row that cannot be read is passed over, and what comes after it is judged', async () => {
    const { db, store } = await opened();
    const many = Array.from({ length: 12 }, (_, n) => seen(key(`asana:${100 + n}`), { title: `Errand number ${n}` }));
    await must(store.observe([...many, seen(task, reading), seen(pay7, reading)], { at: noon }));
    await db.items.update('asana:101', { facts: 'broken' as never });
    await judgeAll(store);
    expect(await likes(store, task)).toEqual([[pay7, [task]]]);
  });

  test('[P5] a bug in taking away what is settled loses no word', async () => {
    const { db, store } = await opened();
    await must(store.observe([seen(task, reading), seen(pay7, reading)], { at: noon }));
    await judgeAll(store);
    const reports: string[] = [];
    const broken = createStore(
      { db, options: {}, readOnly: false, schema: 3 },
      {
        ...judge,
        weightOf: () => {
          throw new Error('a bug');
        },
        report: (where) => reports.push(where),
      },
    );
    await must(broken.observe([seen(other, { title: 'Another' })], { at: noon }));
    // Of two that it is like one is settled: what is left is written anew.
    const [row] = await db.findings.toArray();
    const [like] = row?.likes ?? [];
    if (row === undefined || like === undefined) throw new Error('nothing is told');
    await db.findings.put({ ...row, ...sayingLikes(row.items[0], [like, { ...like, key: other }]) });
    await settle(broken, 'not');
    expect(reports).toEqual(['keeping answers']);
    expect((await readSettled(db)).pairs).toHaveLength(1);
  });

  test('an empty store keeps nothing', async () => {
    const { db, store } = await openOn();
    expect(await must(store.judgeLikeness(noon))).toEqual({ left: false, changed: false });
    expect(await db.kept.count()).toBe(0);
  });

  test.each([21, 22, 23])(
    'a month of work, seed %i: nothing is told that is settled, linked, closed or gone',
    async (seed) => {
      const { db, store: first, again } = await opened();
      let store = first;
      let told = 0;
      for (const [at, event] of monthOf(seed, 80).entries()) {
        if (event.type === 'page') {
          // Few words, so that much reads alike.
          const batch = event.batch.map((one) => ({
            ...one,
            facts: {
              ...one.facts,
              title: `${title} of ${['orders', 'refunds', 'invoices'][at % 3]}`,
              description: text,
            },
          }));
          await must(store.observe(batch, { at: event.at }));
        }
        if (event.type === 'change') await store.write(event.change, { id: `o-${seed}-${at}`, at: event.at });
        if (event.type === 'worker-stopped') store = again();
        if (event.type === 'drop-stale') await must(store.dropStale(event.before));
        if (at % 4 === 0) await judgeAll(store, event.at);
        const settled = await readSettled(db);
        for (const finding of await store.findings()) {
          const [item] = finding.items;
          const linked = await linkedWith(db, settled, item);
          told += 1;
          for (const like of finding.likes ?? []) {
            expect(linked.has(like.key)).toBe(false);
            expect(await db.items.get(like.key)).toBeDefined();
          }
          expect(await db.items.get(item)).toBeDefined();
        }
      }
      expect(told).toBeGreaterThan(0);
    },
  );
});
