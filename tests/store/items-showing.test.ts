import { describe, expect, test } from 'vitest';
import type { Facts } from '../../lib/core/item.ts';
import type { Account } from '../../lib/core/person.ts';
import { itemsShowing } from '../../lib/store/items-showing.ts';
import { api45, dana, key, must, noon, noor, openOn, pay7, seen, task } from './fresh.ts';

type Opened = Awaited<ReturnType<typeof openOn>>;

const github = { tool: 'github', site: 'github.com' };
const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const gh = (n: number) => key(`github:github.com:acme/api#${n}`);

const found = async ({ db }: Opened, accounts: readonly Account[], site = github) =>
  (await itemsShowing(db, { accounts }, site)).map((item) => item.key);

const showing = async (facts: readonly Facts[]): Promise<Opened> => {
  const opened = await openOn();
  await must(
    opened.store.observe(
      facts.map((one, n) => seen(gh(n + 1), one)),
      { at: noon },
    ),
  );
  return opened;
};

test('[K7] items that show me as assignee, as asked or as author, open and closed, in the order of their keys', async () => {
  const other = { handle: 'noor', name: 'Noor Haddad' };
  const opened = await showing([
    { state: 'open', assignees: [other, dana] },
    { state: 'done', assignees: [other], reviewers: [dana] },
    { state: 'dropped', author: dana },
    { state: 'open', assignees: [other], reviewers: [other], author: other },
    { title: 'Dana Reyes was here' },
  ]);
  expect(await found(opened, [dana])).toEqual([gh(1), gh(2), gh(3)]);
  expect(await found(opened, [])).toEqual([]);
});

test('an item that shows me twice is found once, and as it is known', async () => {
  const opened = await openOn();
  const assignees = [{ handle: 'dana' }];
  await must(opened.store.observe([seen(api45, { assignees, author: { handle: 'dana' } })], { at: noon }));
  expect(await itemsShowing(opened.db, { accounts: [dana] }, github)).toEqual([
    {
      key: api45,
      facts: {
        assignees: { value: assignees, at: noon, from: 'item' },
        author: { value: { handle: 'dana' }, at: noon, from: 'item' },
      },
      firstSeen: noon,
      lastSeen: noon,
    },
  ]);
});

describe('who is me', () => {
  test.each<[string, Facts, boolean]>([
    ['my bare name', { author: { name: 'dana reyes' } }, true],
    ['my account under another name', { author: { handle: 'dana', name: 'D. R.' } }, true],
    ['my name on another account', { author: { handle: 'dana2', name: 'Dana Reyes' } }, false],
    ['a team that is called like me', { assignees: [{ handle: 'dana', kind: 'team' }] }, false],
    ['who reviewed already', { reviews: [{ by: dana, verdict: 'approved' }] }, false],
  ])('%s', async (_who, facts, isFound) => {
    expect(await found(await showing([facts]), [dana])).toEqual(isFound ? [gh(1)] : []);
  });

  test('my team, as long as it is asked for', async () => {
    const team = { handle: 'acme/payments', kind: 'team' as const };
    const opened = await showing([{ reviewers: [team] }, { reviewers: [{ handle: 'acme/payments' }] }]);
    expect(await found(opened, [{ ...github, ...team }])).toEqual([gh(1)]);
    expect(await found(opened, [dana])).toEqual([]);
  });
});

describe('which site', () => {
  test('one alone, although I have accounts on others that begin like it', async () => {
    const opened = await openOn();
    const sites = ['acme.atlassian.net', 'acme.atlassian.net:8443', 'acme.atlassian.net/jira', 'acme.atlassian.net.au'];
    const batch = sites.map((site) => seen(key(`jira:${site}:PAY-7`), { assignees: [noor] }));
    await must(opened.store.observe(batch, { at: noon }));
    const me = sites.map((site) => ({ ...noor, site }));
    expect(await found(opened, me, jira)).toEqual([pay7]);
    expect(await found(opened, me, { ...jira, site: 'acme.atlassian.net:8443' })).toEqual([
      key('jira:acme.atlassian.net:8443:PAY-7'),
    ]);
  });

  test('the whole tool, where its site is named like it', async () => {
    const opened = await openOn();
    const asana = { tool: 'asana', site: 'asana' };
    const assignees = [{ name: 'Dana Reyes' }];
    await must(opened.store.observe([seen(task, { assignees }), seen(api45, { assignees })], { at: noon }));
    expect(await found(opened, [{ ...asana, name: 'Dana Reyes' }], asana)).toEqual([task]);
  });

  test('not one where the account is another’s', async () => {
    const opened = await showing([{ assignees: [{ handle: 'dana' }] }]);
    expect(await found(opened, [{ ...dana, site: 'git.corp.example' }])).toEqual([]);
  });
});

test('a row that cannot be read hides no other', async () => {
  const opened = await showing([{ author: dana }, { author: dana }, { author: dana }]);
  await opened.db.items.update(gh(1), { facts: null as never });
  await opened.db.items.update(gh(2), { facts: { author: { at: noon } } as never });
  expect(await found(opened, [dana])).toEqual([gh(3)]);
});

test('an item behind a thousand others is found', async () => {
  const opened = await openOn();
  const many = Array.from({ length: 1_000 }, (_, n) => ({
    key: key(`asana:1${String(n).padStart(4, '0')}`),
    facts: {},
    firstSeen: noon,
    lastSeen: noon,
    answers: [],
  }));
  await opened.db.items.bulkAdd(many);
  const last = key('asana:2');
  await must(opened.store.observe([seen(last, { author: { name: 'Dana Reyes' } })], { at: noon }));
  const asana = { tool: 'asana', site: 'asana' };
  expect(await found(opened, [{ ...asana, name: 'Dana Reyes' }], asana)).toEqual([last]);
});
