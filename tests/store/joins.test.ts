import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../entrypoints/background/tool-needs.ts';
import type { LinkKind } from '../../lib/core/item.ts';
import { aliasKey, type ItemKey, siteOf } from '../../lib/core/key.ts';
import { maxJoined, readJoins, statedAmong } from '../../lib/store/joins.ts';
import { api45, dana, day, key, must, noon, openOn, pay7, seen, task } from './fresh.ts';

type Opened = Awaited<ReturnType<typeof openOn>>;

const other = key('github:github.com:acme/api#46');
const moved = key('jira:acme.atlassian.net:CORE-3');

const link = (kind: LinkKind, to: ItemKey) => ({ relations: [{ kind, key: to }] });
const joinsOf = async ({ db }: Opened, of: ItemKey) => (await readJoins(db, [of])).get(of);

/** PAY-7 moves to CORE-3. */
const move = async ({ store }: Opened): Promise<void> => {
  const aliases = [aliasKey(siteOf(pay7), '10012')];
  await must(store.observe([seen(pay7, {}, { aliases })], { at: noon }));
  await must(store.observe([seen(moved, {}, { aliases })], { at: noon + day }));
};

describe('what an item is linked with', () => {
  test('is what its own pages say and what others say of it, each once, whatever kind of link it is', async () => {
    const opened = await openOn();
    const links = {
      relations: [{ kind: 'blocked-by' as const, key: pay7 }],
      mentions: [{ kind: 'mentions' as const, key: pay7 }],
    };
    await must(
      opened.store.observe([seen(api45, { links }), seen(task, { links: link('relates', api45) })], { at: noon }),
    );
    expect(await joinsOf(opened, api45)).toEqual({ stated: false, others: [pay7, task] });
    expect(await joinsOf(opened, pay7)).toEqual({ stated: false, others: [api45] });
  });

  test('is one item where both say so', async () => {
    const opened = await openOn();
    const both = [seen(api45, { links: link('blocks', pay7) }), seen(pay7, { links: link('blocked-by', api45) })];
    await must(opened.store.observe(both, { at: noon }));
    expect((await joinsOf(opened, api45))?.others).toEqual([pay7]);
  });

  test('is not what its neighbours are linked with', async () => {
    const opened = await openOn();
    const chain = [seen(api45, { links: link('blocks', pay7) }), seen(pay7, { links: link('blocks', task) })];
    await must(opened.store.observe(chain, { at: noon }));
    expect((await joinsOf(opened, api45))?.others).toEqual([pay7]);
  });

  test('is nothing where nothing is known, also of an item whose links went', async () => {
    const opened = await openOn();
    await must(opened.store.observe([seen(api45, { links: link('blocks', pay7) })], { at: noon }));
    await must(opened.store.observe([seen(api45, { links: { relations: [] } })], { at: noon + day }));
    expect(await joinsOf(opened, api45)).toEqual({ stated: false, others: [] });
    expect(await joinsOf(opened, other)).toEqual({ stated: false, others: [] });
  });

  test('is told of the first 500 that point to it', async () => {
    const opened = await openOn();
    const children = Array.from({ length: 510 }, (_, n) =>
      seen(key(`asana:${n + 1}`), { links: link('part-of', api45) }, { from: 'list' }),
    );
    await must(opened.store.observe(children, { at: noon }));
    expect((await joinsOf(opened, api45))?.others).toHaveLength(500);
  });
});

describe('[K2] an item that moved', () => {
  test('is asked about by its old and its present key alike, and answered by the one that was asked', async () => {
    const opened = await openOn();
    const { store, db } = opened;
    await must(store.observe([seen(api45, { links: link('blocked-by', pay7) })], { at: noon }));
    await must(store.write({ type: 'deny-dependency', blocker: pay7, blocked: task }, { id: 'a', at: noon }));
    await move(opened);
    const joins = { stated: true, others: [api45] };
    expect([...(await readJoins(db, [pay7]))]).toEqual([[pay7, joins]]);
    expect([...(await readJoins(db, [moved, pay7]))]).toEqual([
      [moved, joins],
      [pay7, joins],
    ]);
  });

  test('is no neighbour of itself', async () => {
    const opened = await openOn();
    await must(opened.store.observe([seen(pay7, { links: link('relates', moved) })], { at: noon }));
    await move(opened);
    expect((await joinsOf(opened, pay7))?.others).toEqual([]);
    await opened.db.links.put({ from: moved, groups: {}, to: [api45, moved] });
    expect((await joinsOf(opened, pay7))?.others).toEqual([api45]);
  });
});

describe('whether somebody stated something about it', () => {
  test.each([
    ['who owns it', { type: 'name-role', item: api45, role: 'owner', who: dana, accepted: false }],
    ['that nobody owns it', { type: 'name-role', item: api45, role: 'owner', who: null, accepted: false }],
    ['that it waits', { type: 'add-dependency', blocker: task, blocked: api45 }],
    ['that it blocks', { type: 'add-dependency', blocker: api45, blocked: task }],
    ['that it does not wait', { type: 'deny-dependency', blocker: task, blocked: api45 }],
  ] as const)('yes: %s', async (_what, change) => {
    const opened = await openOn();
    await must(opened.store.write(change, { id: 'a', at: noon }));
    expect((await joinsOf(opened, api45))?.stated).toBe(true);
    expect((await joinsOf(opened, other))?.stated).toBe(false);
  });

  test('no: what was undone, and what was withdrawn', async () => {
    const opened = await openOn();
    const { store, db } = opened;
    const owner = { type: 'name-role', item: api45, role: 'owner', who: dana, accepted: true } as const;
    await must(store.write(owner, { id: 'a', at: noon }));
    await must(store.undo('a', { id: 'b', at: noon + 1 }));
    await must(store.write({ type: 'add-dependency', blocker: pay7, blocked: task }, { id: 'c', at: noon }));
    await must(store.write({ type: 'withdraw-dependency', blocker: pay7, blocked: task }, { id: 'd', at: noon + 1 }));
    expect(await db.records.count()).toBe(2);
    expect([...(await statedAmong(db, [api45, pay7, task]))]).toEqual([]);
  });

  test('yes: of two words about it one still stands', async () => {
    const { store, db } = await openOn();
    const owner = { type: 'name-role', item: api45, role: 'backup', who: dana, accepted: true } as const;
    await must(store.write(owner, { id: 'a', at: noon }));
    await must(store.undo('a', { id: 'b', at: noon + 1 }));
    await must(store.write({ ...owner, role: 'owner' }, { id: 'c', at: noon + 2 }));
    expect([...(await statedAmong(db, [api45, other]))]).toEqual([api45]);
  });
});

describe('many keys at once', () => {
  test('are each answered once, in the order in which they were asked', async () => {
    const { store, db } = await openOn();
    await must(store.observe([seen(api45, { links: link('blocks', pay7) })], { at: noon }));
    expect([...(await readJoins(db, [pay7, task, pay7, api45])).keys()]).toEqual([pay7, task, api45]);
    expect([...(await readJoins(db, []))]).toEqual([]);
  });

  test('are answered as far as one question reaches', async () => {
    const { db } = await openOn();
    const keys = Array.from({ length: maxJoined + 1 }, (_, n) => key(`asana:${n + 1}`));
    const joins = await readJoins(db, keys);
    expect([joins.size, joins.has(keys[maxJoined - 1] ?? task), joins.has(keys[maxJoined] ?? task)]).toEqual([
      maxJoined,
      true,
      false,
    ]);
  });
});

test('[T17] a record that cannot be read says nothing, and takes nothing from the others', async () => {
  const { store, db } = await openOn();
  await must(
    store.write({ type: 'name-role', item: api45, role: 'owner', who: dana, accepted: true }, { id: 'a', at: noon }),
  );
  await db.records.toCollection().modify({ merged: null as never });
  expect((await readJoins(db, [api45])).get(api45)).toEqual({ stated: false, others: [] });
  const scope = { type: 'site', site: { tool: 'github', site: 'github.com' } } as const;
  expect((await store.countDeletion(scope, toolNeeds.place)).statements).toBe(0);
  expect(await must(store.forget(scope, toolNeeds.place))).toEqual({ items: 0, statements: 0 });
});
