import { expect, test } from 'vitest';
import { day, key, must, noon, openOn, pay7, seen } from './fresh.ts';

test('people are counted once for each item that shows them', async () => {
  const { store } = await openOn();
  for (const n of [1, 2, 3]) {
    const one = seen(key(`github:github.com:acme/api#${n}`), {
      assignees: [{ handle: 'dana', name: 'Dana Reyes' }],
      reviewers: [{ handle: n === 1 ? 'noor' : 'dana' }, { handle: 'acme/web', kind: 'team' }],
    });
    await store.observe([one], { at: noon });
    await store.observe([one], { at: noon + day });
  }
  const people = await store.peopleSeen({ tool: 'github', site: 'github.com' }, 10);
  expect(people.map(({ account, count }) => `${account.handle} ${count}`)).toEqual(['dana 3', 'noor 1']);
  expect(await store.sitesSeen()).toEqual([{ tool: 'github', site: 'github.com' }]);
  expect(await store.peopleSeen({ tool: 'github', site: 'ghe.example.com' }, 10)).toEqual([]);
});

test('a bare name of somebody whose account is known is not offered a second time', async () => {
  const { store } = await openOn();
  const noor = { handle: '5b10', name: 'Noor Haddad' };
  const first = seen(pay7, { assignees: [noor] });
  const third = seen(key('jira:acme.atlassian.net:PAY-9'), { assignees: [noor] });
  const second = seen(key('jira:acme.atlassian.net:PAY-8'), { assignees: [{ name: 'Noor Haddad' }, { name: 'Kim' }] });
  await must(store.observe([first, second, third], { at: noon }));
  const people = await store.peopleSeen({ tool: 'jira', site: 'acme.atlassian.net' }, 10);
  expect(people.map(({ account }) => account.name)).toEqual(['Noor Haddad', 'Kim']);
});

test('every site is found once, in one look each', async () => {
  const { store } = await openOn();
  const keys = [
    'asana:1',
    'asana:2',
    'github:github.com:a/b#1',
    'github:git.corp.example:8443:a/b#1',
    'jira:x.example/jira:P-1',
  ];
  const batch = keys.map((of) => seen(key(of), { assignees: [{ name: 'Kim' }, { name: 'Lee' }] }));
  await must(store.observe(batch, { at: noon }));
  expect(await store.sitesSeen()).toEqual([
    { tool: 'asana', site: 'asana' },
    { tool: 'github', site: 'git.corp.example:8443' },
    { tool: 'github', site: 'github.com' },
    { tool: 'jira', site: 'x.example/jira' },
  ]);
});
