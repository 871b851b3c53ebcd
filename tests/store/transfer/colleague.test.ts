import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../lib/core/change.ts';
import { defaultSettings } from '../../../lib/core/settings.ts';
import type { Snapshot } from '../../../lib/core/snapshot.ts';
import type { Store } from '../../../lib/store/index.ts';
import { api45, dana, day, eyes, key, must, noon, noor, openOn, pay7, seen, tablesOf, task } from '../fresh.ts';
import { filled } from './filled.ts';

const own = (who: typeof dana | null, item = api45): Change => ({
  type: 'name-role',
  item,
  role: 'owner',
  who,
  accepted: true,
});
const waits = (more: object = {}): Change => ({ type: 'add-dependency', blocker: api45, blocked: pay7, ...more });
const items = [api45, pay7, task];

const statedIn = ({ stated, ownerships, items: known }: Snapshot): unknown => ({
  stated: stated.map(({ at: _at, ...one }) => one).sort((a, b) => (a.blocker < b.blocker ? -1 : 1)),
  ownerships: [...ownerships]
    .map(([of, all]) => [
      of,
      all.map(({ at: _at, rivals, ...one }) => ({ ...one, rivals: rivals?.map((who) => who.handle).sort() })),
    ])
    .sort(),
  items: [...known].sort(),
});

const facts = async (store: Store) => statedIn(await store.readBriefs(items, eyes()));

/** Somebody who states some things, alone. */
const person = async (changes: readonly Change[], start = noon) => {
  const opened = await openOn();
  for (const [n, change] of changes.entries()) await must(opened.store.write(change, { id: `w${n}`, at: start + n }));
  return { ...opened, file: await opened.store.exportAll() };
};

const add = (store: Store, file: string, id: string, at = noon + day / 2) => store.addColleague(file, { id, at });

test('what a colleague stated is there, with the items it is about, and nothing else of the file', async () => {
  const ann = await filled();
  const me = await openOn();
  await must(me.store.changeSettings({ me: { accounts: [noor] } }));
  const done = await must(add(me.store, await ann.store.exportAll(), 'a'));
  expect([...done.keys].sort()).toEqual([api45, pay7].sort());
  const snapshot = await me.store.readBriefs([api45, pay7], eyes());
  expect(snapshot.stated).toMatchObject([{ blocker: api45, reason: 'limit', needed: '2026-12-04' }]);
  expect(snapshot.ownerships.get(pay7)).toMatchObject([{ who: noor, accepted: true }]);
  expect(snapshot.items.get(api45)?.facts.title?.value).toBe('Rate limits');
  // It has moved over there; the statement, and so this store, knows it by the key it had.
  expect(snapshot.items.get(pay7)?.facts.state?.value).toBe('in-progress');
  const mine = await tablesOf(me.db);
  const theirs = await tablesOf(ann.db);
  for (const table of ['items', 'titles', 'links', 'changes', 'aliases', 'people'])
    expect([table, mine[table]]).toEqual([table, []]);
  expect(await me.store.settings()).toEqual({ ...defaultSettings, me: { accounts: [noor] } });
  const setting = (tables: Record<string, unknown[]>, name: string) =>
    (tables['settings'] as { name: string; value: unknown }[]).find((row) => row.name === name)?.value;
  expect(setting(mine, 'device')).not.toEqual(setting(theirs, 'device'));
  expect(setting(mine, 'space')).not.toEqual(setting(theirs, 'space'));
});

test('an item that I see myself is as I see it', async () => {
  const ann = await filled();
  const me = await openOn();
  await must(add(me.store, await ann.store.exportAll(), 'a'));
  await must(me.store.observe([seen(api45, { state: 'done' })], { at: noon - 30 * day }));
  const item = (await me.store.readItem(api45, eyes())).items.get(api45);
  expect(item?.facts).toEqual({ state: { value: 'done', at: noon - 30 * day, from: 'item' } });
});

test('a preview counts and lists what is claimed by two, and writes nothing', async () => {
  const ann = await person([own(dana), waits({ needed: '2026-12-04' }), own(dana, task)]);
  const me = await person([own(noor), waits({ needed: '2026-12-09' })]);
  const before = await tablesOf(me.db);
  const preview = await must(me.store.previewColleague(ann.file, noon + day));
  expect(preview).toMatchObject({ added: 1, changed: 2, told: 0, claimed: 2 });
  expect(preview.claims).toContainEqual({
    k: ['own', api45, 'owner'],
    field: 'who',
    values: expect.arrayContaining([dana, noor]),
  });
  expect(preview.claims).toContainEqual({
    k: ['dep', api45, pay7],
    field: 'needed',
    values: ['2026-12-04', '2026-12-09'],
  });
  expect(await tablesOf(me.db)).toEqual(before);
  const fresh = await openOn();
  expect(await must(fresh.store.previewColleague(ann.file, noon + day))).toMatchObject({
    added: 3,
    changed: 0,
    claimed: 0,
  });
  expect(await fresh.db.settings.count()).toBe(0);
});

test.each([
  ['mine', noon + 5, noor, dana],
  ['theirs', noon - 5, dana, noor],
])(
  '[O1] two who named different owners, %s last: both are kept and shown, and choosing settles it',
  async (_who, at, shown, other) => {
    const ann = await person([own(dana)]);
    const me = await person([own(noor)], at);
    await must(add(me.store, ann.file, 'a'));
    const owner = async () => (await me.store.readItem(api45, eyes())).ownerships.get(api45)?.[0];
    const claimed = await owner();
    expect(claimed).toMatchObject({ who: shown, rivals: [other] });
    for (const who of [shown, other]) {
      await must(me.store.write(own(who), { id: `choose ${who.handle}`, at: noon + day }));
      expect(await owner()).toMatchObject({ who, accepted: true });
      expect((await owner())?.rivals).toBeUndefined();
      await must(me.store.undo(`choose ${who.handle}`, { id: `undo ${who.handle}`, at: noon + day + 1 }));
      expect(await owner()).toEqual(claimed);
    }
  },
);

test('a file is not undone over a later one that brought later words of the same people', async () => {
  const ann = await person([own(dana)]);
  const me = await openOn();
  await must(add(me.store, ann.file, 'a1'));
  await must(ann.store.write(waits(), { id: 'more', at: noon + 9 }));
  await must(ann.store.write(own(noor), { id: 'other', at: noon + 10 }));
  await must(add(me.store, await ann.store.exportAll(), 'a2'));
  const before = await facts(me.store);
  expect(await me.store.undo('a1', { id: 'u', at: noon + day })).toMatchObject({
    failure: { why: 'overwritten', by: 'a2' },
  });
  expect(await facts(me.store)).toEqual(before);
  await must(me.store.undo('a2', { id: 'u2', at: noon + day }));
  expect(await facts(me.store)).toMatchObject({ stated: [], ownerships: [[api45, [{ who: dana }]]] });
  await must(me.store.undo('a1', { id: 'u3', at: noon + day }));
  expect(await facts(me.store)).toMatchObject({ stated: [], ownerships: [] });
});

test('[E4] a file is undone as one change, and the undo undone', async () => {
  const ann = await person([own(dana), waits({ needed: '2026-12-04', reason: 'x' }), own(null, task)]);
  const bob = await person([own(noor), waits({ needed: '2026-12-01' }), own(dana, pay7)]);
  const me = await person([own(noor), waits({ needed: '2026-12-09' })]);
  const states = [await facts(me.store)];
  for (const [name, { file }] of [
    ['ann', ann],
    ['bob', bob],
  ] as const) {
    await must(add(me.store, file, name));
    states.push(await facts(me.store));
  }
  expect(states[0]).not.toEqual(states[1]);
  await must(me.store.undo('bob', { id: 'u1', at: noon + day }));
  expect(await facts(me.store)).toEqual(states[1]);
  await must(me.store.undo('ann', { id: 'u2', at: noon + day + 1 }));
  expect(await facts(me.store)).toEqual(states[0]);
  await must(me.store.undo('u2', { id: 'u3', at: noon + day + 2 }));
  await must(me.store.undo('u1', { id: 'u4', at: noon + day + 3 }));
  expect(await facts(me.store)).toEqual(states[2]);
  expect(await me.store.undo('u1', { id: 'u5', at: noon + day + 4 })).toMatchObject({
    failure: { why: 'already-undone' },
  });
});

test('[E4] what a file told of items goes with it', async () => {
  const ann = await filled();
  const me = await openOn();
  const nothing = await facts(me.store);
  await must(add(me.store, await ann.store.exportAll(), 'a'));
  const told = await facts(me.store);
  await must(me.store.undo('a', { id: 'u', at: noon + day }));
  expect(await facts(me.store)).toEqual(nothing);
  await must(me.store.undo('u', { id: 'v', at: noon + day }));
  expect(await facts(me.store)).toEqual(told);
});

test('adding it twice is adding it once', async () => {
  const ann = await filled();
  const file = await ann.store.exportAll();
  const me = await person([own(noor)]);
  await must(add(me.store, file, 'a'));
  const once = await tablesOf(me.db);
  await must(add(me.store, file, 'b'));
  await must(add(me.store, file, 'a'));
  expect(await tablesOf(me.db)).toEqual(once);
});

test("my own words that come back in a colleague's file change nothing, and nobody can write them for me", async () => {
  const me = await person([own(noor)]);
  const ann = await openOn();
  await must(add(ann.store, me.file, 'a'));
  await must(me.store.write(own(dana), { id: 'later', at: noon + 10 }));
  const before = await tablesOf(me.db);
  await must(add(me.store, await ann.store.exportAll(), 'b'));
  expect(await tablesOf(me.db)).toEqual(before);
  const forged = JSON.parse(me.file);
  forged.tables.cells[0].lm = `z${forged.tables.cells[0].lm.slice(1)}`;
  expect(await add(me.store, JSON.stringify(forged), 'c')).toMatchObject({ ok: false });
  expect(await tablesOf(me.db)).toEqual(before);
});

test('[T18] a clock more than a day ahead is refused, one that is a little ahead is adopted', async () => {
  const ahead = await person([own(dana)], noon + 3 * day);
  const me = await openOn();
  expect(await add(me.store, ahead.file, 'a', noon)).toMatchObject({
    ok: false,
    failure: { type: 'FileRefused', why: 'clock-ahead', table: 'cells', row: 0 },
  });
  await must(add(me.store, ahead.file, 'b', noon + 2.5 * day));
  await must(me.store.write(own(noor), { id: 'c', at: noon + 2.5 * day }));
  const owner = (await me.store.readItem(api45, eyes())).ownerships.get(api45)?.[0];
  expect(owner).toMatchObject({ who: noor });
  expect(owner?.rivals).toBeUndefined();
});

test('[K2] a colleague who knows an item by its old key speaks of the same item', async () => {
  const { store, moved } = await filled();
  const ann = await person([own(dana, pay7), { type: 'deny-dependency', blocker: task, blocked: pay7 }]);
  await must(add(store, ann.file, 'a'));
  const snapshot = await store.readItem(moved, eyes());
  expect(snapshot.ownerships.get(moved)).toMatchObject([{ item: moved }]);
  expect(snapshot.stated).toContainEqual(expect.objectContaining({ blocker: task, blocked: moved, said: 'no' }));
});

describe('laws', () => {
  const change = fc.oneof<fc.Arbitrary<Change>[]>(
    fc.record({
      type: fc.constant('name-role'),
      item: fc.constantFrom(...items),
      role: fc.constant('owner'),
      who: fc.constantFrom(dana, noor, null),
      accepted: fc.boolean(),
    }),
    fc.constantFrom<Change>(
      waits(),
      waits({ needed: '2026-12-04', hard: false }),
      waits({ needed: '2026-12-01', reason: 'x' }),
      { type: 'deny-dependency', blocker: api45, blocked: pay7 },
      { type: 'withdraw-dependency', blocker: api45, blocked: pay7 },
    ),
  );
  const script = fc.array(change, { minLength: 1, maxLength: 5 });

  test('A + B = B + A, whoever adds whose, and twice is once', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(script, script, script, async (mine, ann, bob) => {
        const [a, b] = [await person(ann, noon), await person(bob, noon + 50)];
        const [first, second] = [await person(mine, noon + 20), await openOn()];
        await must(second.store.restore(first.file));
        await must(add(first.store, a.file, 'a'));
        await must(add(first.store, b.file, 'b'));
        await must(add(second.store, b.file, 'b'));
        await must(add(second.store, a.file, 'a'));
        await must(add(second.store, b.file, 'b2'));
        expect(await second.db.cells.toArray()).toEqual(await first.db.cells.toArray());
        expect(await second.db.records.toArray()).toEqual(await first.db.records.toArray());
        expect(await facts(second.store)).toEqual(await facts(first.store));
        // The other way round: Ann adds mine, then Bob's; the same is stated, under her own space's names.
        await must(add(a.store, b.file, 'b'));
        await must(add(a.store, first.file, 'm'));
        expect(await facts(a.store)).toEqual(await facts(first.store));
      }),
      { numRuns: 12 },
    );
  });

  test('a file added and undone leaves the facts as they were', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(script, script, async (mine, ann) => {
        const a = await person(ann, noon);
        const me = await person(mine, noon + 20);
        const before = await facts(me.store);
        await must(add(me.store, a.file, 'a'));
        await must(me.store.undo('a', { id: 'u', at: noon + day }));
        expect(await facts(me.store)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });
});

test('a key of another sort in a file is no key', async () => {
  const ann = await person([own(dana)]);
  const file = JSON.parse(ann.file);
  file.tables.cells[0].body.k = ['own', '', 'owner'];
  const me = await openOn();
  expect(await add(me.store, JSON.stringify(file), 'a')).toMatchObject({ failure: { why: 'bad-row', table: 'cells' } });
  file.tables.cells[0].body.k = ['own', 'not a key', 'owner'];
  await must(add(me.store, JSON.stringify(file), 'b'));
  expect(await facts(me.store)).toMatchObject({ ownerships: [] });
  expect(key('asana:1')).toBe('asana:1');
});
