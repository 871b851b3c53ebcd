import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import type { Scope } from '../../../lib/core/access.ts';
import type { Change } from '../../../lib/core/change.ts';
import { aliasKey, type ItemKey, siteOf } from '../../../lib/core/key.ts';
import type { Account } from '../../../lib/core/person.ts';
import { countDeletion } from '../../../lib/store/forget/count.ts';
import { api45, dana, day, key, must, noon, noor, openOn, pay7, seen, tablesOf, task } from '../fresh.ts';

type Opened = Awaited<ReturnType<typeof openOn>>;

const github = { tool: 'github', site: 'github.com' };
const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const asana = { tool: 'asana', site: 'asana' };
const core3 = key('jira:acme.atlassian.net:CORE-3');

const site = (of: typeof github): Scope => ({ type: 'site', site: of });
const place = (of: typeof github, name: string): Scope => ({ type: 'place', place: { ...of, name } });
const person = (of: Account): Scope => ({ type: 'person', person: of });

const count = async ({ db }: Opened, scope: Scope): Promise<readonly [items: number, statements: number]> => {
  const { items, statements } = await countDeletion(db, scope, toolNeeds.place);
  return [items, statements];
};

const own = (item: ItemKey, who: Account | null): Change => ({
  type: 'name-role',
  item,
  role: 'owner',
  who,
  accepted: true,
});

const state = async ({ store }: Opened, ...changes: readonly Change[]): Promise<void> => {
  for (const [n, change] of changes.entries()) await must(store.write(change, { id: `c${n}`, at: noon + n }));
};

/** Five items of three tools and five statements about them. */
const stated = async (): Promise<Opened> => {
  const opened = await openOn();
  const next = key('github:github.com:acme/api-2#45');
  const payroll = key('jira:acme.atlassian.net:PAYROLL-7');
  await must(
    opened.store.observe(
      [
        seen(api45, { assignees: [dana] }),
        seen(next, { author: dana }),
        seen(pay7, { assignees: [noor] }),
        seen(payroll, { title: 'Dana Reyes' }),
        seen(task, { assignees: [{ name: 'Dana Reyes' }] }),
      ],
      { at: noon },
    ),
  );
  await state(
    opened,
    own(api45, dana),
    own(pay7, dana),
    own(task, null),
    { type: 'add-dependency', blocker: api45, blocked: pay7 },
    { type: 'deny-dependency', blocker: next, blocked: task },
  );
  return opened;
};

describe('[K8] what a deletion would take', () => {
  test.each<[string, Scope, readonly [number, number]]>([
    ['everything', { type: 'everything' }, [5, 5]],
    ['a site, with the words about its items and those that name its people', site(github), [2, 4]],
    ['a site whose items others wait on', site(jira), [2, 2]],
    ['a site that is named like its tool', site(asana), [1, 2]],
    ['a site that nobody ever saw', site({ ...jira, site: 'acme.atlassian.net.au' }), [0, 0]],
    ['a repository, and not its neighbour', place(github, 'acme/api'), [1, 2]],
    ['a project, and not the one that begins like it', place(jira, 'PAY'), [1, 2]],
    ['all of a site as one place', place(asana, '*'), [1, 2]],
    ['all places of a site, and nobody of its people', place(github, '*'), [2, 3]],
    ['a place that was never seen', place(github, 'acme/ap'), [0, 0]],
    ['a person: what shows them and what names them', person(dana), [2, 2]],
    ['their account, whose name pages told', person({ ...github, handle: 'dana' }), [2, 2]],
    ['an account of the same name on another site', person({ ...asana, name: 'Dana Reyes' }), [1, 0]],
    ['somebody whom nothing shows', person({ ...github, handle: 'dan', name: 'Dan' }), [0, 0]],
  ])('%s', async (_what, scope, expected) => expect(await count(await stated(), scope)).toEqual(expected));

  test('and nothing of it is touched', async () => {
    const opened = await stated();
    const before = await tablesOf(opened.db);
    for (const scope of [{ type: 'everything' } as const, site(github), place(jira, 'PAY'), person(dana)])
      await count(opened, scope);
    expect(await tablesOf(opened.db)).toEqual(before);
  });
});

describe('which statements count', () => {
  test('those that stand: not what was undone or withdrawn', async () => {
    const opened = await openOn();
    await state(
      opened,
      own(api45, dana),
      { type: 'add-dependency', blocker: api45, blocked: pay7 },
      { type: 'withdraw-dependency', blocker: api45, blocked: pay7 },
    );
    await must(opened.store.undo('c0', { id: 'undo', at: noon + day }));
    expect(await opened.db.records.count()).toBe(2);
    expect(await count(opened, { type: 'everything' })).toEqual([0, 0]);
    expect(await count(opened, site(github))).toEqual([0, 0]);
  });

  test('one that named them before somebody else does not', async () => {
    const opened = await openOn();
    await state(opened, own(pay7, dana), own(pay7, noor));
    expect(await count(opened, person(dana))).toEqual([0, 0]);
    expect(await count(opened, person(noor))).toEqual([0, 1]);
  });

  test('one that names them beside somebody else does', async () => {
    const [opened, colleague] = [await openOn(), await openOn()];
    await state(opened, own(pay7, noor));
    await state(colleague, own(pay7, dana));
    await must(opened.store.addColleague(await colleague.store.exportAll(), { id: 'file', at: noon + day }));
    expect(await count(opened, person(dana))).toEqual([0, 1]);
    expect(await count(opened, person(noor))).toEqual([0, 1]);
  });

  test('one about two items of the place counts once', async () => {
    const opened = await openOn();
    await state(opened, { type: 'add-dependency', blocker: pay7, blocked: key('jira:acme.atlassian.net:PAY-8') });
    expect(await count(opened, place(jira, 'PAY'))).toEqual([0, 1]);
  });
});

test('[K2] an item that moved counts where it is now, with what was stated of it before', async () => {
  const opened = await openOn();
  const aliases = [aliasKey(siteOf(pay7), '10012')];
  await must(opened.store.observe([seen(pay7, {}, { aliases })], { at: noon }));
  await state(opened, own(pay7, noor));
  await must(opened.store.observe([seen(core3, {}, { aliases })], { at: noon + day }));
  expect(await count(opened, place(jira, 'PAY'))).toEqual([0, 0]);
  expect(await count(opened, place(jira, 'CORE'))).toEqual([1, 1]);
});

test('an item that cannot be read is no reason to stop counting', async () => {
  const opened = await stated();
  await opened.db.items.update(api45, { facts: null as never });
  expect(await count(opened, site(github))).toEqual([1, 4]);
  expect(await count(opened, person(dana))).toEqual([1, 2]);
});

test('what stands behind the first page counts as well', async () => {
  const opened = await openOn();
  await must(opened.store.observe([seen(task, { author: { name: 'Dana Reyes' } })], { at: noon }));
  const item = await opened.db.items.get(task);
  if (item === undefined) throw new Error('no item');
  await opened.db.items.bulkAdd(Array.from({ length: 1_000 }, (_, n) => ({ ...item, key: key(`asana:5${n}`) })));
  expect(await count(opened, site(asana))).toEqual([1_001, 0]);
  expect(await count(opened, person({ ...asana, name: 'Dana Reyes' }))).toEqual([1_001, 0]);
});
