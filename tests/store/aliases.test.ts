import { expect, test } from 'vitest';
import { aliasKey, siteOf } from '../../lib/core/key.ts';
import { api45, dana, day, eyes, key, minute, must, noon, openOn, pay7, seen } from './fresh.ts';

test('[K2] an alias joins a moved key to its item: facts, links, log and statements are found under both keys', async () => {
  const { store, db } = await openOn();
  const old = pay7;
  const moved = key('jira:acme.atlassian.net:CORE-3');
  const alias = aliasKey(siteOf(pay7), '10012');
  await store.observe([seen(old, { title: 'Old', state: 'open', due: '2026-12-01' }, { aliases: [alias] })], {
    at: noon,
  });
  await store.observe([seen(old, { state: 'in-progress' })], { at: noon + minute });
  await store.observe([seen(api45, { links: { text: [{ kind: 'blocked-by', key: old }] } })], { at: noon });
  await must(
    store.write({ type: 'name-role', item: old, role: 'owner', who: dana, accepted: true }, { id: 'a', at: noon }),
  );

  await store.observe([seen(moved, { title: 'New' }, { aliases: [alias] })], { at: noon + day });
  const byNew = await store.readItem(moved, eyes());
  const byOld = await store.readItem(old, eyes());
  expect({ ...byOld, moved: undefined }).toEqual({ ...byNew, moved: undefined });
  expect([...(byOld.moved ?? [])]).toEqual([[old, moved]]);
  expect([...byNew.items.keys()].sort()).toEqual([api45, moved].sort());
  expect(byNew.items.get(moved)).toMatchObject({
    firstSeen: noon,
    facts: { title: { value: 'New' }, due: { value: '2026-12-01' }, state: { value: 'in-progress' } },
  });
  expect(byNew.links).toMatchObject([{ from: api45, to: moved, since: noon }]);
  expect(byNew.changes.map(({ key: of, field }) => `${of} ${field}`)).toContain(`${moved} state`);
  expect(byNew.ownerships.get(moved)).toMatchObject([{ item: moved, who: dana }]);
  expect(await db.items.count()).toBe(1 + 1);
  expect((await store.coverage()).items).toEqual({ jira: 1, github: 1 });

  // A page that still shows the old key speaks of the same item, and a new word about it goes into the same record.
  await store.observe([seen(old, { due: '2026-12-09' }, { from: 'list' })], { at: noon + 2 * day });
  await must(
    store.write(
      { type: 'name-role', item: moved, role: 'owner', who: null, accepted: false },
      { id: 'b', at: noon + 2 * day },
    ),
  );
  const later = await store.readItem(moved, eyes());
  expect(later.items.get(moved)?.facts.due?.value).toBe('2026-12-09');
  expect(later.ownerships.get(moved)).toMatchObject([{ who: null }]);
  expect(await db.records.count()).toBe(1);
  expect((await store.findItems('pay-7', 5)).map((item) => item.key)).toEqual([moved]);
});

test('[K2] two keys that both had statements are read as one item, nothing is lost', async () => {
  const { store, db } = await openOn();
  const moved = key('jira:acme.atlassian.net:CORE-3');
  const alias = aliasKey(siteOf(pay7), '10012');
  const own = (item: typeof pay7, who: typeof dana, id: string) =>
    store.write({ type: 'name-role', item, role: 'owner', who, accepted: true }, { id, at: noon });
  const other = { ...dana, handle: 'noor', name: 'Noor Haddad' };
  await must(own(pay7, dana, 'a'));
  await must(own(moved, other, 'b'));
  await must(store.write({ type: 'add-dependency', blocker: pay7, blocked: moved }, { id: 'c', at: noon }));
  await store.observe([seen(pay7, { title: 'T' }, { aliases: [alias] })], { at: noon });
  await store.observe([seen(moved, { title: 'T' }, { aliases: [alias] })], { at: noon + day });
  const both = await store.readItem(moved, eyes());
  expect(both.ownerships.get(moved)).toMatchObject([{ who: other, rivals: [dana] }]);
  expect(both.stated).toEqual([]);
  expect(await db.records.count()).toBe(3);
  await must(
    store.write({ type: 'name-role', item: moved, role: 'owner', who: dana, accepted: true }, { id: 'd', at: noon }),
  );
  const [chosen] = (await store.readItem(moved, eyes())).ownerships.get(moved) ?? [];
  expect(chosen).toMatchObject({ who: dana, accepted: true });
  expect(chosen?.rivals).toBeUndefined();
});

test('[P5] [T9] a row of a list takes no known item over, with nothing of what is stated about it', async () => {
  const { store } = await openOn();
  const alias = aliasKey(siteOf(pay7), '10012');
  const evil = key('jira:acme.atlassian.net:EVIL-1');
  await must(store.observe([seen(pay7, { title: 'Mine' }, { aliases: [alias] })], { at: noon }));
  await must(
    store.write({ type: 'name-role', item: pay7, role: 'owner', who: dana, accepted: true }, { id: 'a', at: noon }),
  );
  await must(store.observe([seen(evil, { title: 'Evil' }, { from: 'list', aliases: [alias] })], { at: noon + 1 }));
  const { items, ownerships, moved } = await store.readItem(pay7, eyes());
  expect([items.get(pay7)?.facts.title?.value, moved ?? new Map()]).toEqual(['Mine', new Map()]);
  expect(ownerships.get(pay7)).toMatchObject([{ who: dana }]);
  expect((await store.readItem(evil, eyes())).items.get(evil)?.facts.title?.value).toBe('Evil');
});

test("[K2] one id in every row of a page, or another tool's id, joins nothing", async () => {
  const { store, db } = await openOn();
  const alias = aliasKey(siteOf(api45), 'n1');
  const rows = ['1', '2', '3'].map((n) => seen(key(`github:github.com:acme/api#${n}`), {}, { aliases: [alias] }));
  await store.observe(rows, { at: noon });
  await store.observe([seen(pay7, {}, { aliases: [api45] })], { at: noon });
  await store.observe([seen(api45, {})], { at: noon });
  expect(await db.items.count()).toBe(5);
});

test('[K2] an item that moves twice, and keys that move within one page, end at the last key', async () => {
  const { store, db } = await openOn();
  const keys = ['PAY-7', 'CORE-3', 'WEB-9'].map((ref) => key(`jira:acme.atlassian.net:${ref}`));
  const [id, other] = [aliasKey(siteOf(pay7), '1'), aliasKey(siteOf(pay7), '2')];
  for (const [n, at] of keys.entries())
    await must(store.observe([seen(at, { title: `T${n}` }, { aliases: [id] })], { at: noon + n * day }));
  for (const at of keys) expect([...(await store.readItem(at, eyes())).items.keys()]).toEqual([keys[2]]);
  // The next page shows the item under its first key, and a second id of it, while it lists another item as well.
  const page = [
    seen(keys[0] ?? pay7, {}, { aliases: [id, other] }),
    seen(key('jira:acme.atlassian.net:PAY-8'), {}, { from: 'list', aliases: [aliasKey(siteOf(pay7), '3')] }),
  ];
  await must(store.observe(page, { at: noon + 5 * day }));
  expect(await db.items.count()).toBe(2);
  expect((await db.aliases.toArray()).filter(({ key: of }) => of === keys[2])).toHaveLength(4);
});

test('[K1] an address is an item, whatever another page called it', async () => {
  const { store } = await openOn();
  const other = key('github:github.com:acme/api#46');
  await must(store.observe([seen(api45, { title: 'Mine' }, { aliases: [other] })], { at: noon }));
  await must(store.observe([seen(other, { title: 'Other' })], { at: noon + minute }));
  const titleOf = async (of: typeof other) => (await store.readItem(of, eyes())).items.get(of)?.facts.title?.value;
  expect([await titleOf(api45), await titleOf(other)]).toEqual(['Mine', 'Other']);
  await must(store.observe([seen(api45, {}, { aliases: [other] })], { at: noon + 2 * minute }));
  expect([await titleOf(api45), await titleOf(other)]).toEqual(['Mine', 'Other']);
});
