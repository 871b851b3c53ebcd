import { expect, test } from 'vitest';
import type { Change } from '../../lib/core/change.ts';
import {
  api45,
  dana,
  day,
  disk,
  eyes,
  key,
  minute,
  must,
  noon,
  noor,
  openOn,
  pay7,
  seen,
  tablesOf,
  task,
} from './fresh.ts';

const own = (who: typeof dana | null, accepted = true): Change => ({
  type: 'name-role',
  item: api45,
  role: 'owner',
  who,
  accepted,
});
const waits = (more: object = {}): Change => ({ type: 'add-dependency', blocker: api45, blocked: pay7, ...more });

test('[O1] [O2] an owner is stated, replaced and accepted; there is one for each role', async () => {
  const { store } = await openOn();
  const done = await must(store.write(own(dana, false), { id: 'a', at: noon }));
  expect(done).toEqual({ change: 'a', keys: [api45] });
  await must(store.write(own(noor, false), { id: 'b', at: noon + minute }));
  await must(store.write(own(noor, true), { id: 'c', at: noon + 2 * minute }));
  await must(store.write({ ...own(dana), role: 'backup' } as Change, { id: 'd', at: noon }));
  const owners = (await store.readItem(api45, eyes())).ownerships.get(api45);
  expect(owners).toHaveLength(2);
  expect(owners).toContainEqual({ item: api45, role: 'owner', who: noor, accepted: true, at: noon + 2 * minute });
});

test('[D1] [D3] a dependency joins items of any tools; a denial is kept; a withdrawal leaves what pages show', async () => {
  const { store } = await openOn();
  await must(store.write(waits({ needed: '2026-12-04', reason: 'limit' }), { id: 'a', at: noon }));
  expect((await store.readItem(pay7, eyes())).stated).toEqual([
    { blocker: api45, blocked: pay7, said: 'yes', hard: true, reason: 'limit', needed: '2026-12-04', at: noon },
  ]);
  await must(store.write({ type: 'deny-dependency', blocker: api45, blocked: pay7 }, { id: 'b', at: noon + 1 }));
  await store.observe([seen(pay7, { links: { relations: [{ kind: 'blocked-by', key: api45 }] } })], { at: noon + day });
  expect((await store.readItem(pay7, eyes())).stated).toMatchObject([{ said: 'no' }]);
  await must(store.write({ type: 'withdraw-dependency', blocker: api45, blocked: pay7 }, { id: 'c', at: noon + 2 }));
  const after = await store.readItem(pay7, eyes());
  expect(after.stated).toEqual([]);
  expect(after.links).toHaveLength(1);
});

test.each<[Change, string]>([
  [{ type: 'add-dependency', blocker: api45, blocked: api45 }, 'same-item'],
  [waits({ reason: 'x'.repeat(501) }), 'text-too-long'],
  [own({ tool: 'github', site: 'github.com' } as typeof dana), 'no-person'],
])('%j is refused by value, and nothing is written', async (change, why) => {
  const { store, db } = await openOn();
  expect(await store.write(change, { id: 'a', at: noon })).toMatchObject({
    ok: false,
    failure: { type: 'ChangeRefused', why },
  });
  expect(await tablesOf(db)).toEqual(await tablesOf((await openOn()).db));
});

test('[R2] the same operation id twice is done once, even if something was written in between', async () => {
  const { store, db } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  await must(store.write(own(noor), { id: 'b', at: noon + 1 }));
  const before = await tablesOf(db);
  expect(await must(store.write(own(dana), { id: 'a', at: noon + 2 }))).toEqual({ change: 'a', keys: [api45] });
  expect(await tablesOf(db)).toEqual(before);
  await Promise.all([1, 2, 3].map(() => store.write(waits(), { id: 'c', at: noon + 3 })));
  expect(
    (await store.history(50)).entries.filter(({ change, field }) => change === 'c' && field === 'said'),
  ).toHaveLength(1);
});

test('saying again what is said already writes no cell and no history', async () => {
  const { store, db } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  const [cells, history] = [await db.cells.toArray(), await db.history.toArray()];
  await must(store.write(own(dana), { id: 'b', at: noon + 1 }));
  expect([await db.cells.toArray(), await db.history.toArray()]).toEqual([cells, history]);
});

test('[R15] three stores with 100 concurrent writes each lose nothing', async () => {
  const where = disk();
  const opened = await Promise.all([openOn(where), openOn(where), openOn(where)]);
  const item = (n: number) => key(`asana:${n % 20}`);
  const results = await Promise.all(
    opened.flatMap(({ store }, s) =>
      Array.from({ length: 100 }, (_, n) =>
        store.write(
          n % 2 === 0
            ? {
                type: 'name-role',
                item: item(n),
                role: 'owner',
                who: { ...dana, handle: `p${s}-${n}` },
                accepted: true,
              }
            : { type: 'add-dependency', blocker: key(`asana:b${s}-${n}`), blocked: item(n) },
          { id: `${s}-${n}`, at: noon },
        ),
      ),
    ),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  const { db, store } = opened[0];
  const changes = new Set((await db.history.toArray()).map(({ change }) => change));
  expect(changes.size).toBe(300);
  const [devices, clocks] = [await db.cells.toArray(), await db.history.toArray()];
  expect(new Set(devices.map(({ device }) => device)).size).toBe(1);
  expect(clocks.map(({ seq }) => seq)).toEqual([...new Set(clocks.map(({ seq }) => seq))]);
  const stated = await Promise.all(Array.from({ length: 20 }, (_, n) => store.readItem(item(n), eyes())));
  expect(stated.flatMap((snapshot) => snapshot.stated)).toHaveLength(150);
});

test('the clock rises with every write, also when the wall clock is set back', async () => {
  const { store, db } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  const first = (await db.cells.toArray())[0]?.lm ?? '';
  await must(store.write(own(noor), { id: 'b', at: noon - day }));
  const [cell] = await db.cells.toArray();
  expect((cell?.lm ?? '') > first).toBe(true);
  expect((await store.readItem(api45, eyes())).ownerships.get(api45)).toMatchObject([{ who: noor }]);
});

test('a record has an id that tells nothing, made from its natural key', async () => {
  const { store, db } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  await must(store.write({ ...own(dana), item: task } as Change, { id: 'b', at: noon }));
  const ids = (await db.cells.toArray()).map(({ rec }) => rec);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[a-z2-7]{26}$/u);
  const other = await openOn();
  await must(other.store.write(own(dana), { id: 'a', at: noon }));
  expect(ids).not.toContain((await other.db.cells.toArray())[0]?.rec);
});

test("[P5] fields of a later version in one's own cell outlive a write", async () => {
  const { store, db } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  const [cell] = await db.cells.toArray();
  if (cell === undefined) throw new Error('no cell');
  const mood = [cell.lm, 'calm', {}] as const;
  await db.cells.put({ ...cell, body: { ...cell.body, f: { ...cell.body.f, mood } } });
  await must(store.write(own(noor), { id: 'b', at: noon + 1 }));
  expect((await db.cells.toArray())[0]?.body.f['mood']).toEqual(mood);
});
