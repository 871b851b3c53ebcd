import { IDBDatabase } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { api45, day, disk, eyes, key, minute, must, noon, openOn, pay7, seen } from './fresh.ts';

const factOf = async (store: Awaited<ReturnType<typeof openOn>>['store'], of = api45) =>
  (await store.readItem(of, eyes())).items.get(of)?.facts;

test('[K3] every fact says where it was seen and when', async () => {
  const { store } = await openOn();
  const changed = await must(store.observe([seen(api45, { title: 'Rate limits', state: 'open' })], { at: noon }));
  expect(changed).toEqual([api45]);
  expect(await factOf(store)).toEqual({
    title: { value: 'Rate limits', at: noon, from: 'item' },
    state: { value: 'open', at: noon, from: 'item' },
  });
});

test('[K4] a page that shows fewer fields erases nothing; one that shows an empty field empties it', async () => {
  const { store } = await openOn();
  await store.observe([seen(api45, { title: 'A', due: '2026-12-01', assignees: [{ handle: 'dana' }] })], { at: noon });
  await store.observe([seen(api45, { title: 'A' }, { from: 'list' })], { at: noon + day });
  expect((await factOf(store))?.due).toEqual({ value: '2026-12-01', at: noon, from: 'item' });
  await store.observe([seen(api45, { due: null, assignees: [] })], { at: noon + 2 * day });
  const facts = await factOf(store);
  expect(facts?.due?.value).toBeNull();
  expect(facts?.assignees?.value).toEqual([]);
});

test('[K4] an older sighting never replaces a newer one, and adds what was not known', async () => {
  const { store } = await openOn();
  await store.observe([seen(api45, { title: 'New', state: 'done' })], { at: noon });
  await store.observe([seen(api45, { title: 'Old', labels: ['bug'] })], { at: noon - day });
  const item = (await store.readItem(api45, eyes())).items.get(api45);
  expect(item?.facts.title?.value).toBe('New');
  expect(item?.facts.labels?.value).toEqual(['bug']);
  expect([item?.firstSeen, item?.lastSeen]).toEqual([noon - day, noon]);
});

test('[K4] a row that says only "not closed" does not take back that the work has begun', async () => {
  const { store } = await openOn();
  await store.observe([seen(api45, { state: 'in-progress', word: 'In Review' })], { at: noon });
  await store.observe([seen(api45, { state: 'open' }, { from: 'list' })], { at: noon + day });
  expect((await factOf(store))?.state?.value).toBe('in-progress');
  await store.observe([seen(api45, { state: 'open', word: 'To Do' }, { from: 'list' })], { at: noon + 2 * day });
  expect((await factOf(store))?.state?.value).toBe('open');
});

test('[K4] a bare name does not erase the account behind it', async () => {
  const { store } = await openOn();
  await store.observe([seen(api45, { assignees: [{ handle: 'dana', name: 'Dana Reyes' }] })], { at: noon });
  await store.observe([seen(api45, { assignees: [{ name: 'Dana Reyes' }] }, { from: 'list' })], { at: noon + minute });
  const snapshot = await store.readItem(api45, eyes());
  expect(snapshot.items.get(api45)?.facts.assignees?.value).toEqual([{ handle: 'dana', name: 'Dana Reyes' }]);
  expect(snapshot.changes).toEqual([]);
});

test('[K4] changes of title, state, assignees, priority, due and links are logged, old and new, with when', async () => {
  const { store } = await openOn();
  const link = (of: string) => ({ kind: 'blocked-by' as const, key: key(of) });
  await store.observe(
    [seen(api45, { title: 'A', state: 'open', labels: ['x'], due: null, links: { relations: [link('asana:1')] } })],
    { at: noon },
  );
  await store.observe(
    [
      seen(api45, {
        title: 'B',
        state: 'done',
        labels: ['y'],
        due: '2026-12-01',
        links: { relations: [link('asana:2')] },
      }),
    ],
    { at: noon + day },
  );
  const { changes } = await store.readItem(api45, eyes());
  expect(changes).toEqual([
    { key: api45, field: 'title', before: 'A', after: 'B', at: noon + day },
    { key: api45, field: 'state', before: 'open', after: 'done', at: noon + day },
    { key: api45, field: 'due', before: null, after: '2026-12-01', at: noon + day },
    {
      key: api45,
      field: 'links.relations',
      before: ['blocked-by asana:1'],
      after: ['blocked-by asana:2'],
      at: noon + day,
    },
  ]);
});

test('[K4] a group of links that was seen replaces, one that was not seen stays, a partial one adds', async () => {
  const { store } = await openOn();
  const blocked = { kind: 'blocked-by' as const, key: pay7 };
  const mention = { kind: 'mentions' as const, key: key('asana:9') };
  await store.observe([seen(api45, { links: { relations: [blocked], mentions: [mention] } })], { at: noon });
  await store.observe([seen(api45, { links: { relations: [] } })], { at: noon + day });
  const kinds = async () => (await store.readItem(api45, eyes())).links.map(({ kind, to }) => `${kind} ${to}`);
  expect(await kinds()).toEqual(['mentions asana:9']);
  const more = { kind: 'mentions' as const, key: key('asana:10') };
  await store.observe([seen(api45, { links: { mentions: [more] } }, { partial: ['mentions'] })], {
    at: noon + 2 * day,
  });
  expect((await kinds()).sort()).toEqual(['mentions asana:10', 'mentions asana:9']);
});

test('[M2] a link keeps its first sighting', async () => {
  const { store } = await openOn();
  const links = { relations: [{ kind: 'blocked-by' as const, key: pay7 }] };
  await store.observe([seen(api45, { links })], { at: noon });
  await store.observe([seen(api45, { links })], { at: noon + day });
  const [link] = (await store.readItem(pay7, eyes())).links;
  expect(link).toMatchObject({ from: api45, to: pay7, since: noon, at: noon + day });
});

test('a link from an item to itself is left out', async () => {
  const { store } = await openOn();
  await store.observe([seen(api45, { links: { text: [{ kind: 'blocks', key: api45 }] } })], { at: noon });
  expect((await store.readItem(api45, eyes())).links).toEqual([]);
});

test('a field that is seen again keeps since when it has this value', async () => {
  const { store } = await openOn();
  for (const at of [noon, noon + day, noon + 2 * day])
    await store.observe([seen(api45, { reviewers: [{ handle: 'dana' }] })], { at });
  expect((await factOf(store))?.reviewers).toMatchObject({ at: noon + 2 * day, since: noon });
});

test('[K5] a page that cannot be read is drift; its own page, read again, clears it and a list does not', async () => {
  const { store } = await openOn();
  const drift = { key: api45, missing: ['title'] };
  expect(await must(store.observe([], { at: noon, drift }))).toEqual([api45]);
  expect(await must(store.observe([], { at: noon + 2 * minute, drift }))).toEqual([]);
  const driftOf = async () => (await store.readItem(api45, eyes())).items.get(api45)?.drift;
  await store.observe([seen(api45, { title: 'A' }, { from: 'list' })], { at: noon + 3 * minute });
  expect(await driftOf()).toEqual({ at: noon + 2 * minute, missing: ['title'] });
  expect(await must(store.observe([seen(api45, { title: 'A' })], { at: noon + 4 * minute }))).toEqual([api45]);
  expect(await driftOf()).toBeUndefined();
});

test('a page of 100 observations is one transaction', async () => {
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const { store } = await openOn();
  begin.mockClear();
  const batch = Array.from({ length: 100 }, (_, index) =>
    seen(
      key(`github:github.com:acme/api#${index}`),
      {
        title: `Item ${index}`,
        assignees: [{ handle: `p${index % 7}` }],
        links: { relations: [{ kind: 'blocked-by', key: key(`github:github.com:acme/api#${index + 1}`) }] },
      },
      { from: 'list', aliases: [`github:github.com:node-${index}`] },
    ),
  );
  expect(await must(store.observe(batch, { at: noon }))).toHaveLength(100);
  expect(begin.mock.calls.map(([, mode]) => mode)).toEqual(['readwrite']);
  begin.mockRestore();
});

test('what says nothing new within a minute is not written at all', async () => {
  const { store, db } = await openOn();
  const one = seen(api45, { title: 'A', links: { relations: [{ kind: 'blocked-by', key: pay7 }] } });
  await store.observe([one], { at: noon });
  const writes: string[] = [];
  for (const table of db.tables) {
    table.hook('updating', () => void writes.push(table.name));
    table.hook('creating', () => void writes.push(table.name));
  }
  expect(await must(store.observe([one], { at: noon + minute - 1 }))).toEqual([]);
  expect(writes).toEqual([]);
  expect(await must(store.observe([one], { at: noon + minute }))).toEqual([]);
  expect(writes.sort()).toEqual(['items', 'links']);
});

test('[K3] coverage says how much was looked at, by tool, and the oldest reading', async () => {
  const { store } = await openOn();
  expect(await store.coverage()).toEqual({ items: {} });
  await store.observe([seen(api45), seen(key('asana:1'))], { at: noon });
  await store.observe([seen(api45)], { at: noon + day });
  await store.observe([seen(pay7)], { at: noon + 2 * day });
  expect(await store.coverage()).toEqual({ items: { github: 1, asana: 1, jira: 1 }, since: noon });
});

test('[R15] three stores that observe at once count every item', async () => {
  const where = disk();
  const stores = await Promise.all([openOn(where), openOn(where), openOn(where)]);
  await Promise.all(
    stores.flatMap(({ store }, s) =>
      Array.from({ length: 30 }, (_, n) => store.observe([seen(key(`asana:${s}${n}`))], { at: noon })),
    ),
  );
  expect((await stores[0].store.coverage()).items).toEqual({ asana: 90 });
});
