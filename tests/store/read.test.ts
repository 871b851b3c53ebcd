import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { itemViewOf } from '../../lib/core/item-view.ts';
import { mineViewOf } from '../../lib/core/mine.ts';
import { api45, dana, day, eyes, key, minute, must, noon, noor, openOn, pay7, seen, task } from './fresh.ts';

const gh = (n: number | string) => key(`github:github.com:acme/api#${n}`);
const open = { state: 'open' } as const;
const waitsOn = (n: number | string) => ({ relations: [{ kind: 'blocked-by' as const, key: gh(n) }] });

/** `1` waits on `2` waits on `3` …, each seen on its own page. */
const chain = async (length: number, state: (n: number) => 'open' | 'done' = () => 'open') => {
  const opened = await openOn();
  const batch = Array.from({ length }, (_, index) =>
    seen(gh(index + 1), { state: state(index + 1), ...(index + 1 < length ? { links: waitsOn(index + 2) } : {}) }),
  );
  await must(opened.store.observe(batch, { at: noon }));
  return opened;
};

describe('an item', () => {
  test('[D6] brings its chain both ways to the ends, across tools', async () => {
    const { store } = await openOn();
    await store.observe(
      [
        seen(pay7, { ...open, links: { relations: [{ kind: 'blocked-by', key: api45 }] } }),
        seen(api45, { ...open, links: { text: [{ kind: 'blocked-by', key: task }] } }),
        seen(task, { ...open, assignees: [] }),
        seen(gh(9), { ...open, links: { relations: [{ kind: 'blocked-by', key: gh(8) }] } }),
      ],
      { at: noon },
    );
    await must(store.write({ type: 'add-dependency', blocker: pay7, blocked: gh(9) }, { id: 'a', at: noon }));
    for (const start of [pay7, api45, task, gh(9)]) {
      const snapshot = await store.readItem(start, eyes());
      for (const part of [pay7, api45, task]) expect([start, snapshot.items.has(part)]).toEqual([start, true]);
    }
    const view = itemViewOf(await store.readItem(gh(9), eyes()), gh(9));
    expect(view.roots.map((root) => root.key)).toEqual([task]);
  });

  test('ends a chain at what is closed, which is still shown', async () => {
    const { store } = await chain(5, (n) => (n === 3 ? 'done' : 'open'));
    const { items, links } = await store.readItem(gh(1), eyes());
    expect([...items.keys()].sort()).toEqual([gh(1), gh(2), gh(3)]);
    expect(links).toHaveLength(2);
  });

  test('does not drag in what only shares a blocker with it', async () => {
    const { store } = await openOn();
    const others = Array.from({ length: 50 }, (_, n) => seen(gh(100 + n), { ...open, links: waitsOn(2) }));
    await store.observe([seen(gh(1), { ...open, links: waitsOn(2) }), seen(gh(2), open), ...others], { at: noon });
    const deep = [seen(gh(500), { ...open, links: waitsOn(100) })];
    await store.observe(deep, { at: noon });
    expect((await store.readItem(gh(1), eyes())).items.has(gh(500))).toBe(false);
  });

  test('[D5] in a cycle is read once', async () => {
    const { store } = await openOn();
    await store.observe(
      [1, 2, 3].map((n) => seen(gh(n), { ...open, links: waitsOn((n % 3) + 1) })),
      { at: noon },
    );
    const snapshot = await store.readItem(gh(1), eyes());
    expect(snapshot.items.size).toBe(3);
    expect(itemViewOf(snapshot, gh(1)).cycle).toEqual(
      [gh(1), gh(2), gh(3)].map((of) => expect.objectContaining({ key: of })),
    );
  });

  test('of a chain without end is cut, and says so', async () => {
    const { store } = await chain(60);
    const snapshot = await store.readItem(gh(1), eyes());
    expect(snapshot.items.size).toBeLessThan(30);
    expect(snapshot.cut).toBe(true);
    expect((await (await chain(10)).store.readItem(gh(1), eyes())).cut).toBeUndefined();
  });

  test('on which thousands wait is cut, and says so', async () => {
    const { store } = await openOn();
    const crowd = Array.from({ length: 1_200 }, (_, n) =>
      seen(gh(n + 1), { ...open, links: waitsOn(0) }, { from: 'list' }),
    );
    await store.observe([seen(gh(0), open), ...crowd], { at: noon });
    const snapshot = await store.readItem(gh(0), eyes());
    expect(snapshot.items.size).toBeLessThanOrEqual(501);
    expect(snapshot.cut).toBe(true);
  });

  test('that was never seen has no facts, what is stated of it is there', async () => {
    const { store } = await openOn();
    await must(store.write({ type: 'add-dependency', blocker: api45, blocked: pay7 }, { id: 'a', at: noon }));
    const snapshot = await store.readItem(api45, eyes());
    expect(snapshot.items.size).toBe(0);
    expect(snapshot.stated).toHaveLength(1);
  });

  test('[D3] a denied dependency is not followed', async () => {
    const { store } = await chain(4);
    await must(store.write({ type: 'deny-dependency', blocker: gh(2), blocked: gh(1) }, { id: 'a', at: noon }));
    const { items, stated } = await store.readItem(gh(1), eyes());
    expect(items.has(gh(3))).toBe(false);
    expect(stated).toMatchObject([{ said: 'no' }]);
  });
});

describe('mine', () => {
  test('[M1] what I am assigned, what I own, what I review, and who waits down the chain', async () => {
    const { store } = await openOn();
    await store.observe(
      [
        seen(gh(1), { ...open, assignees: [{ handle: 'dana' }] }),
        seen(gh(2), { ...open, assignees: [{ handle: 'sam' }], links: waitsOn(1) }),
        seen(pay7, {
          ...open,
          assignees: [{ handle: '5b10' }],
          links: { relations: [{ kind: 'blocked-by', key: gh(2) }] },
        }),
        seen(gh(4), { ...open, assignees: [{ handle: 'sam' }] }),
        seen(gh(5), { ...open, reviewers: [{ handle: 'dana' }], author: { handle: 'sam' } }),
        seen(gh(6), { state: 'done', assignees: [{ handle: 'dana' }] }),
        seen(gh(7), { ...open, assignees: [{ handle: 'sam' }] }),
      ],
      { at: noon },
    );
    await must(
      store.write({ type: 'name-role', item: gh(4), role: 'owner', who: dana, accepted: true }, { id: 'a', at: noon }),
    );
    await must(store.write({ type: 'add-dependency', blocker: gh(4), blocked: task }, { id: 'b', at: noon }));
    await store.observe([seen(task, { ...open, assignees: [{ name: 'Kim' }] })], { at: noon });
    const snapshot = await store.readMine(eyes(dana));
    expect([...snapshot.items.keys()].sort()).toEqual([gh(1), gh(2), pay7, gh(4), gh(5), task].sort());
    const view = mineViewOf(snapshot, { coverage: await store.coverage(), ask: [] });
    expect(view.awaited.map(({ item, why, waiters }) => [item.key, why, waiters.length])).toEqual(
      expect.arrayContaining([
        [gh(1), 'assignee', 2],
        [gh(4), 'owner', 1],
        [gh(5), 'review', 0],
      ]),
    );
    expect(view.count).toBe(3);
  });

  test('[M4] what I wait on, and what that waits on', async () => {
    const { store } = await chain(4);
    await store.observe([seen(gh(1), { assignees: [{ handle: 'dana' }] })], { at: noon + day });
    expect((await store.readMine(eyes(dana))).items.size).toBe(4);
  });

  test('is found by the name alone where a page shows no account, and never on another site', async () => {
    const { store } = await openOn();
    await store.observe(
      [
        seen(gh(1), { ...open, assignees: [{ name: 'Dana Reyes' }] }),
        seen(gh(2), { ...open, assignees: [{ handle: 'dana2', name: 'Dana Reyes' }] }),
        seen(pay7, { ...open, assignees: [{ name: 'Dana Reyes' }] }),
      ],
      { at: noon },
    );
    expect([...(await store.readMine(eyes(dana))).items.keys()]).toEqual([gh(1)]);
  });

  test('a closed item is no longer mine to answer, a reopened one is again', async () => {
    const { store } = await openOn();
    const at = (n: number) => ({ at: noon + n * day });
    const assigned = { assignees: [{ handle: 'dana' }] };
    await store.observe([seen(gh(1), { ...open, ...assigned })], at(0));
    await store.observe([seen(gh(1), { state: 'done' })], at(1));
    expect((await store.readMine(eyes(dana))).items.size).toBe(0);
    await store.observe([seen(gh(1), open)], at(2));
    const snapshot = await store.readMine(eyes(dana));
    expect(snapshot.items.size).toBe(1);
    expect(snapshot.changes.map(({ before, after }) => [before, after])).toEqual([
      ['open', 'done'],
      ['done', 'open'],
    ]);
  });

  test('nobody known: nothing', async () => {
    const { store } = await chain(3);
    expect((await store.readMine(eyes())).items.size).toBe(0);
  });
});

test('briefs bring the items, what joins them directly, and who owns both ends', async () => {
  const { store } = await chain(5);
  await must(
    store.write({ type: 'name-role', item: gh(3), role: 'owner', who: noor, accepted: true }, { id: 'a', at: noon }),
  );
  const snapshot = await store.readBriefs([gh(2), gh(77)], eyes());
  expect([...snapshot.items.keys()].sort()).toEqual([gh(1), gh(2), gh(3)]);
  expect(snapshot.links).toHaveLength(2);
  expect(snapshot.ownerships.get(gh(3))).toMatchObject([{ who: noor }]);
});

test('more than 200 briefs are not read at once', async () => {
  const { store } = await chain(250);
  const asked = Array.from({ length: 250 }, (_, n) => gh(n + 1));
  const snapshot = await store.readBriefs(asked, eyes());
  expect([snapshot.items.size, snapshot.cut]).toEqual([201, true]);
});

test('recent: whose own pages were seen last, latest first; what was only listed is not among them', async () => {
  const { store } = await openOn();
  await store.observe([seen(gh(1)), seen(gh(2), {}, { from: 'list' })], { at: noon });
  await store.observe([seen(gh(3))], { at: noon + minute });
  await store.observe([seen(gh(1))], { at: noon + 2 * minute });
  expect((await store.recent(5)).map((item) => item.key)).toEqual([gh(1), gh(3)]);
  expect(await store.recent(1)).toHaveLength(1);
});

test('[T17] one row that cannot be read is left out and counted; the others are shown', async () => {
  const { store, db } = await chain(6);
  for (const n of [1, 2, 3])
    await must(
      store.write(
        { type: 'name-role', item: gh(n), role: 'owner', who: dana, accepted: true },
        { id: `a${n}`, at: noon },
      ),
    );
  await db.items.update(gh(2), { facts: 'broken' as never });
  await db.links.update(gh(3), { groups: { relations: 7 } as never });
  const [row] = (await db.records.toArray()).filter(({ about }) => about.includes(gh(1)));
  await db.records.update(row?.rec ?? '', { merged: null as never });
  const snapshot = await store.readBriefs([1, 2, 3, 4, 5, 6].map(gh), eyes());
  expect([...snapshot.items.keys()]).toEqual([1, 3, 4, 5, 6].map(gh));
  expect(snapshot.ownerships.size).toBe(2);
  expect(snapshot.unreadable).toBe(3);
  expect((await store.readMine(eyes(dana))).unreadable).toBeGreaterThan(0);
});

test('[T17] 999 of 1,000 records are shown where one says nonsense; one of a later type is only not shown', async () => {
  const { store, db } = await openOn();
  for (let n = 0; n < 100; n += 1)
    await must(store.write({ type: 'add-dependency', blocker: gh(n + 1), blocked: gh(0) }, { id: `d${n}`, at: noon }));
  const rows = await db.records.toArray();
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('no rows');
  await db.records.put({
    ...first,
    merged: { ...first.merged, fields: { said: { value: 7, clock: 'x', author: 'a', device: 'd' } } },
  });
  await db.records.put({ ...second, merged: { ...second.merged, k: ['mood', gh(0)] }, now: ['mood', gh(0)] });
  const snapshot = await store.readBriefs([gh(0)], eyes());
  expect(snapshot.stated).toHaveLength(98);
  expect(snapshot.unreadable).toBe(1);
});

test('every write is announced, so that whoever shows what was read can ask again', async () => {
  const { store } = await chain(3);
  let told = 0;
  const hear = (): void => {
    told += 1;
  };
  Dexie.on('storagemutated', hear);
  await store.readItem(gh(1), eyes());
  expect(told).toBe(0);
  await must(store.write({ type: 'add-dependency', blocker: gh(1), blocked: task }, { id: 'a', at: noon }));
  expect(told).toBeGreaterThan(0);
  Dexie.on.storagemutated.unsubscribe(hear);
});
