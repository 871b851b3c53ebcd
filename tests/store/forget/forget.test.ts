import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import type { Scope } from '../../../lib/core/access.ts';
import type { Observation } from '../../../lib/core/item.ts';
import { type ItemKey, isSite, type Site, siteOf } from '../../../lib/core/key.ts';
import type { Store } from '../../../lib/store/index.ts';
import { openDatabase } from '../../../lib/store/index.ts';
import { api45, dana, day, eyes, key, must, noon, noor, openOn, pay7, seen, tablesOf, task } from '../fresh.ts';
import { generate } from '../generate.ts';
import { filled } from '../transfer/filled.ts';

const { place: placeOf } = toolNeeds;
const jira: Site = { tool: 'jira', site: 'acme.atlassian.net' };
const core3 = key('jira:acme.atlassian.net:CORE-3');

/** As pages show her. */
const danaShown = { handle: 'dana', name: 'Dana Reyes' };

const afterwards = async (opened: Awaited<ReturnType<typeof openOn>>) => {
  const present = await openDatabase(opened.options);
  if (!present.ok) throw new Error(present.failure.reason);
  return tablesOf(present.value.db);
};

const own = (item: ItemKey, who = dana, id = `own ${item}`) =>
  [
    { type: 'name-role', item, role: 'owner', who, accepted: true },
    { id, at: noon },
  ] as const;

test('[K8] everything: no row of any table is left, and the store goes on', async () => {
  const opened = await filled();
  expect(await must(opened.store.forget({ type: 'everything' }, placeOf))).toEqual({ items: 3, statements: 2 });
  for (const [name, rows] of Object.entries(await afterwards(opened))) expect([name, rows]).toEqual([name, []]);
  await must(opened.store.observe([seen(api45, { title: 'Again' })], { at: noon }));
  expect((await opened.store.coverage()).items).toEqual({ github: 1 });
});

/** Three tools, several projects, links between all of them, people of one name everywhere. */
const built = async (seed: number, without?: Site) => {
  const opened = await openOn();
  const world = generate({ items: 90, seed, people: 6 });
  for (const page of world.pages)
    await must(opened.store.observe(without === undefined ? page : pageWithout(page, without), { at: noon }));
  return { opened, world };
};

const pageWithout = (page: readonly Observation[], site: Site): readonly Observation[] =>
  page
    .filter((one) => !isSite(siteOf(one.key), site))
    .map((one) => {
      const relations = (one.facts.links?.relations ?? []).filter((link) => !isSite(siteOf(link.key), site));
      return { ...one, facts: { ...one.facts, links: { relations } } };
    });

const sites: readonly Site[] = [jira, { tool: 'github', site: 'github.com' }, { tool: 'asana', site: 'asana' }];

test('[K8] law: a site that is deleted is as one that was never read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(...sites), async (seed, site) => {
      const { opened } = await built(seed);
      await must(opened.store.forget({ type: 'site', site }, placeOf));
      const { opened: never } = await built(seed, site);
      const [is, wanted] = [await afterwards(opened), await afterwards(never)];
      for (const table of ['items', 'titles', 'links', 'aliases', 'people', 'changes', 'settings'])
        expect([table, is[table]]).toEqual([table, wanted[table]]);
    }),
    { numRuns: 6 },
  );
});

/** Everything that the store would hand out, as one text. */
const allOf = (store: Store): Promise<string> => store.exportAll();

test('[K8] law: after a deletion no word of it is in the store, and of the rest nothing is missing', async () => {
  const { opened, world } = await built(7);
  for (const [n, change] of [...world.changes, ...sites.map((site) => own(keyOn(site))[0])].entries())
    await must(opened.store.write(change, { id: `c${n}`, at: noon + n }));
  const before = JSON.parse(await allOf(opened.store)).tables;
  await must(opened.store.forget({ type: 'site', site: jira }, placeOf));
  const text = await allOf(opened.store);
  expect(text).not.toContain('acme.atlassian.net');
  const after = JSON.parse(text).tables;
  const isTheirs = (row: unknown): boolean => JSON.stringify(row).includes('acme.atlassian.net');
  for (const table of ['items', 'cells', 'operations'] as const) {
    const kept = before[table].filter((row: unknown) => !isTheirs(row));
    expect(kept.length).toBeGreaterThan(0);
    expect([table, after[table]]).toEqual([table, kept]);
  }
});

const keyOn = ({ tool }: Site): ItemKey => ({ github: api45, jira: pay7, asana: task })[tool] ?? task;

test('[K8] a place: its items alone, and what others say of them; its sister with a similar name stays', async () => {
  const opened = await openOn();
  const { store } = opened;
  const sister = key('github:github.com:acme/api-docs#45');
  await must(
    store.observe(
      [
        seen(api45, { title: 'Gone', assignees: [{ handle: 'only-there' }, danaShown] }),
        seen(sister, {
          title: 'Stays',
          assignees: [danaShown],
          links: { relations: [{ kind: 'blocked-by', key: api45 }], mentions: [{ kind: 'mentions', key: pay7 }] },
        }),
      ],
      { at: noon },
    ),
  );
  await must(store.write(...own(api45)));
  await must(store.write(...own(sister)));
  await must(store.write({ type: 'add-dependency', blocker: api45, blocked: sister }, { id: 'dep', at: noon }));
  const scope: Scope = { type: 'place', place: { tool: 'github', site: 'github.com', name: 'acme/api' } };
  expect(await store.countDeletion(scope, placeOf)).toEqual({ items: 1, statements: 2 });
  expect(await must(store.forget(scope, placeOf))).toEqual({ items: 1, statements: 2 });
  const text = await store.exportAll();
  for (const word of ['acme/api#45', 'Gone', 'only-there']) expect(text).not.toContain(word);
  const snapshot = await store.readItem(sister, eyes(dana));
  expect(snapshot.items.get(sister)?.facts.title?.value).toBe('Stays');
  expect(snapshot.links.map(({ to }) => to)).toEqual([pay7]);
  expect(snapshot.stated).toEqual([]);
  expect(snapshot.ownerships.get(sister)).toMatchObject([{ who: dana }]);
  expect((await store.peopleSeen({ tool: 'github', site: 'github.com' }, 9)).map(({ account }) => account)).toEqual([
    dana,
  ]);
});

test('[K8] a person: gone from items, logs, statements, history and accounts; their namesake is not', async () => {
  const opened = await openOn();
  const { store } = opened;
  const namesake = { handle: 'dana-2', name: 'Dana Reyes' };
  await must(store.observe([seen(api45, { title: 'A', author: danaShown, assignees: [danaShown] })], { at: noon }));
  await must(store.observe([seen(api45, { assignees: [namesake, { name: 'Dana Reyes' }] })], { at: noon + day }));
  await must(store.observe([seen(pay7, { assignees: [{ handle: 'dana', name: 'Dana Reyes' }] })], { at: noon }));
  await must(store.write(...own(api45, dana, 'a')));
  await must(store.write(...own(pay7, noor, 'b')));
  await must(store.changeSettings({ me: { accounts: [dana, noor] } }));
  const scope: Scope = { type: 'person', person: { tool: 'github', site: 'github.com', handle: 'dana' } };
  expect(await must(store.forget(scope, placeOf))).toEqual({ items: 1, statements: 1 });
  const { tables } = JSON.parse(await store.exportAll());
  const rows = (Object.values(tables) as unknown[][]).flat().map((row) => JSON.stringify(row));
  expect(rows.filter((row) => row.includes('"dana"') && !row.includes('acme.atlassian.net'))).toEqual([]);
  const { items, ownerships } = await store.readItem(api45, eyes());
  expect(items.get(api45)?.facts).toMatchObject({ title: { value: 'A' }, assignees: { value: [namesake] } });
  expect(items.get(api45)?.facts.author).toBeUndefined();
  expect(ownerships.get(api45) ?? []).toEqual([]);
  expect((await store.settings()).me).toEqual({ accounts: [noor] });
  // Another site's people are other people, whatever they are called.
  const other = await store.readItem(pay7, eyes());
  expect(other.items.get(pay7)?.facts.assignees?.value).toEqual([{ handle: 'dana', name: 'Dana Reyes' }]);
  expect(other.ownerships.get(pay7)).toMatchObject([{ who: noor }]);
});

test('[O4] an item that showed that person alone is not unowned afterwards: its assignee is not known', async () => {
  const { store } = await openOn();
  await must(store.observe([seen(api45, { state: 'open', assignees: [danaShown] })], { at: noon }));
  await must(store.forget({ type: 'person', person: dana }, placeOf));
  expect((await store.readItem(api45, eyes())).items.get(api45)?.facts.assignees).toBeUndefined();
});

test('what nobody says any more is not said again: an older word does not come back from under a deleted one', async () => {
  const { store } = await openOn();
  await must(store.write(...own(pay7, noor, 'a')));
  await must(store.write(...own(pay7, dana, 'b')));
  await must(store.forget({ type: 'person', person: dana }, placeOf));
  expect((await store.readItem(pay7, eyes())).ownerships.get(pay7) ?? []).toEqual([]);
});

test('[K2] an item that moved to another project is not of the one it left', async () => {
  const { store } = await filled();
  const left: Scope = { type: 'place', place: { ...jira, name: 'PAY' } };
  await must(store.forget(left, placeOf));
  expect((await store.readItem(core3, eyes())).items.get(core3)?.facts.title?.value).toBe('Pay by card');
  expect(await store.exportAll()).not.toContain('PAY-7');
  await must(store.forget({ type: 'place', place: { ...jira, name: 'CORE' } }, placeOf));
  expect((await store.readItem(core3, eyes())).items.get(core3)).toBeUndefined();
});

test('a backup can be restored afterwards, and what is written next goes on from there', async () => {
  const { store, moved } = await filled();
  const text = await store.exportAll();
  await must(store.forget({ type: 'site', site: jira }, placeOf));
  await must(store.restore(text));
  expect(await store.exportAll()).toBe(text);
  await must(store.write(...own(moved, noor, 'later')));
  expect((await store.readItem(moved, eyes())).ownerships.get(moved)).toMatchObject([{ who: noor }]);
});

test('deleting twice is deleting once', async () => {
  const { store } = await filled();
  const scope: Scope = { type: 'site', site: jira };
  await must(store.forget(scope, placeOf));
  const once = await store.exportAll();
  expect(await must(store.forget(scope, placeOf))).toEqual({ items: 0, statements: 0 });
  expect(await store.exportAll()).toBe(once);
});

test('[T17] one row of any table that cannot be read does not keep the rest from being deleted, and stays if it may', async () => {
  const { store, db, options } = await filled();
  const broken = { nonsense: 'a row of nobody' };
  const theirs = { nonsense: 'acme.atlassian.net' };
  const keys: { readonly [table: string]: object } = {
    cells: { space: 's', rec: 'r', author: 'a', device: 'd' },
    aliases: { alias: 'x', key: 'y' },
    told: { key: 'x', operation: 'y' },
    items: { key: 'x' },
    links: { from: 'x' },
    people: { id: 'x' },
    operations: { id: 'x' },
    settings: { name: 'asides' },
  };
  for (const table of ['cells', 'history', 'operations', 'aliases', 'told', 'changes', 'items', 'links', 'people'])
    for (const [n, row] of [broken, theirs].entries())
      await db
        .table(table)
        .put({ ...keys[table], ...(n === 0 ? {} : { id: 'z', device: 'z', alias: 'z', key: 'z', from: 'z' }), ...row });
  await db.table('settings').put({ name: 'asides', value: null });
  await must(store.forget({ type: 'site', site: jira }, placeOf));
  const present = await openDatabase(options);
  if (!present.ok) throw new Error(present.failure.reason);
  const left = JSON.stringify(await tablesOf(present.value.db));
  expect(left).not.toContain('acme.atlassian.net');
  expect(left.match(/a row of nobody/gu)).toHaveLength(9);
  expect((await store.settings()).asides).toEqual([]);
});
