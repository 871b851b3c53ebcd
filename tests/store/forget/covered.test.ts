import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import type { Place } from '../../../lib/core/key.ts';
import type { Account, Person } from '../../../lib/core/person.ts';
import type { Json } from '../../../lib/core/record.ts';
import { coveredBy, namesCovered, type PartScope } from '../../../lib/store/forget/covered.ts';
import { api45, dana, key, must, noon, openOn, pay7, seen, task } from '../fresh.ts';

const github = { tool: 'github', site: 'github.com' };
const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const asana = { tool: 'asana', site: 'asana' };

const covering = async (scope: PartScope) => coveredBy((await openOn()).db, scope, toolNeeds.place);
const place = (of: Place): PartScope => ({ type: 'place', place: of });

/** Which of these a deletion is about. */
const among = async (scope: PartScope, keys: readonly string[]) => {
  const { item } = await covering(scope);
  return keys.filter((one) => item(key(one)));
};

describe('[K8] a site', () => {
  test.each([
    ['github', 'github.com', ['github:github.com:acme/api#45']],
    ['jira', 'acme.atlassian.net', ['jira:acme.atlassian.net:PAY-7']],
    ['jira', 'acme.atlassian.net:8443', ['jira:acme.atlassian.net:8443:PAY-7']],
    ['jira', 'acme.atlassian.net/jira', ['jira:acme.atlassian.net/jira:PAY-7']],
    ['asana', 'asana', ['asana:1204', 'asana:9']],
    ['jira', 'atlassian.net', []],
  ])('%s on %s: its items alone', async (tool, site, expected) => {
    const all = [
      'github:github.com:acme/api#45',
      'github:github.com.au:acme/api#45',
      'jira:acme.atlassian.net:PAY-7',
      'jira:acme.atlassian.net:8443:PAY-7',
      'jira:acme.atlassian.net/jira:PAY-7',
      'jira:acme.atlassian.net.au:PAY-7',
      'asana:1204',
      'asana:9',
    ];
    expect(await among({ type: 'site', site: { tool, site } }, all)).toEqual(expected);
  });

  test('its people and places too, and it is to be unknown afterwards', async () => {
    const covered = await covering({ type: 'site', site: jira });
    expect(covered.person({ ...jira, name: 'Anybody' })).toBe(true);
    expect(covered.person({ ...jira, site: 'acme-2.atlassian.net', name: 'Anybody' })).toBe(false);
    expect(covered.place({ ...jira, name: 'PAY' })).toBe(true);
    expect(covered.place({ ...github, name: 'acme/api' })).toBe(false);
    expect(covered).toMatchObject({ site: jira, takesItems: true, takesSite: true });
  });
});

describe('[K8] a place', () => {
  test.each<[string, Place, readonly string[]]>([
    [
      'a repository',
      { ...github, name: 'acme/api' },
      ['github:github.com:acme/api#45', 'github:github.com:acme/api#4'],
    ],
    ['a project', { ...jira, name: 'PAY' }, ['jira:acme.atlassian.net:PAY-7']],
    ['all of a site whose items name no place', { ...asana, name: '*' }, ['asana:1204']],
    [
      'all of a site whose items name theirs',
      { ...jira, name: '*' },
      ['jira:acme.atlassian.net:PAY-7', 'jira:acme.atlassian.net:PAYROLL-7'],
    ],
    ['one that nothing is in', { ...asana, name: 'Payments' }, []],
  ])('%s: its items alone', async (_what, of, expected) => {
    const all = [
      'github:github.com:acme/api#45',
      'github:github.com:acme/api#4',
      'github:github.com:acme/api-2#45',
      'github:github.com:acm/eapi#45',
      'github:git.corp.example:acme/api#45',
      'jira:acme.atlassian.net:PAY-7',
      'jira:acme.atlassian.net:PAYROLL-7',
      'jira:acme-2.atlassian.net:PAY-7',
      'asana:1204',
    ];
    expect(await among(place(of), all)).toEqual(expected);
  });

  test('its name is compared whole, and within its own site', async () => {
    const { place: isThere } = await covering(place({ ...jira, name: 'PAY' }));
    expect(isThere({ ...jira, name: 'PAY' })).toBe(true);
    expect(isThere({ ...jira, name: 'PAYROLL' })).toBe(false);
    expect(isThere({ ...jira, name: '*' })).toBe(false);
    expect(isThere({ ...jira, site: 'acme-2.atlassian.net', name: 'PAY' })).toBe(false);
  });

  test('the whole site takes what is remembered of each of its places', async () => {
    const { place: isThere } = await covering(place({ ...jira, name: '*' }));
    expect(isThere({ ...jira, name: 'PAY' })).toBe(true);
    expect(isThere({ ...github, name: '*' })).toBe(false);
  });

  test('takes nobody, and the site stays known', async () => {
    const covered = await covering(place({ ...jira, name: '*' }));
    expect(covered.person({ ...jira, name: 'Anybody' })).toBe(false);
    expect(covered).toMatchObject({ site: jira, takesItems: true, takesSite: false });
  });
});

/** Whom a deletion of `person` is about, where pages showed these people. */
const isThem = async (person: Account, shown: readonly Person[]) => {
  const { store, db } = await openOn();
  const batch = shown.map((one, n) => seen(key(`github:github.com:acme/api#${n + 1}`), { author: one }));
  await must(store.observe(batch, { at: noon }));
  const covered = await coveredBy(db, { type: 'person', person }, toolNeeds.place);
  return (one: Person, site: { readonly tool: string; readonly site: string } = github) =>
    covered.person({ ...site, ...one });
};

const handle: Account = { ...github, handle: 'dana' };
const named: Person = { handle: 'dana', name: 'Dana Reyes' };
const bare: Person = { name: 'Dana Reyes' };
const namesake: Person = { handle: 'dana2', name: 'Dana Reyes' };

describe('[K8] a person', () => {
  test('an account, and the name that pages showed with it', async () => {
    const them = await isThem(handle, [named]);
    expect([them({ handle: 'DANA' }), them({ name: 'dana reyes' })]).toEqual([true, true]);
    expect([them({ handle: 'dan' }), them({ name: 'Dana' })]).toEqual([false, false]);
  });

  test('a name that no page showed with the account is not theirs', async () => {
    const them = await isThem(handle, [{ handle: 'dana' }, bare]);
    expect([them({ handle: 'dana' }), them(bare)]).toEqual([true, false]);
  });

  test('a bare name, and the one account that is called so', async () => {
    const them = await isThem({ ...github, ...bare }, [named, bare]);
    expect([them(bare), them(named), them({ handle: 'dana', name: 'D. R.' })]).toEqual([true, true, false]);
  });

  test('a bare name that two accounts have: neither of them', async () => {
    const them = await isThem({ ...github, ...bare }, [named, namesake, bare]);
    expect([them(bare), them(named), them(namesake)]).toEqual([true, false, false]);
  });

  test.each([
    ['', [named, namesake]],
    [', also where pages showed the name alone', [named, namesake, bare]],
  ])('another account of the same name is somebody else%s', async (_how, shown) => {
    for (const person of [handle, dana]) {
      const them = await isThem(person, shown);
      expect([them(named), them(namesake)]).toEqual([true, false]);
    }
  });

  test('the account that another site knows by this name is not theirs', async () => {
    const them = await isThem(dana, [named]);
    expect(them(named, { tool: 'github', site: 'git.corp.example' })).toBe(false);
    expect(them(named, { tool: 'gitlab', site: 'github.com' })).toBe(false);
  });

  test('a team is no person, and a person is no team', async () => {
    const team = { handle: 'dana', kind: 'team' as const };
    expect((await isThem(handle, [team]))(team)).toBe(false);
    const them = await isThem({ ...github, ...team }, [named, team]);
    expect([them(team), them(named)]).toEqual([true, false]);
  });

  test('an agent is the one of its account', async () => {
    const them = await isThem({ ...github, handle: 'copilot', kind: 'agent' }, []);
    expect([them({ handle: 'Copilot' }), them({ handle: 'copilot-2' })]).toEqual([true, false]);
  });

  test('takes no item and no place', async () => {
    const covered = await covering({ type: 'person', person: dana });
    expect([api45, pay7, task].filter(covered.item)).toEqual([]);
    expect(covered.place({ ...github, name: 'acme/api' })).toBe(false);
    expect(covered).toMatchObject({ site: github, takesItems: false, takesSite: false });
  });
});

describe('a stated value names who is covered', () => {
  const account = { ...github, handle: 'dana' };

  test.each<[string, Json, boolean]>([
    ['the account', account, true],
    ['the account with another name', { ...account, name: 'D. R.' }, true],
    ['the account with something that nobody knows yet', { ...account, since: 7 }, true],
    ['their name alone', { ...github, name: 'Dana Reyes' }, true],
    ['another account', { ...account, handle: 'dana2', name: 'Dana Reyes' }, false],
    ['the account on another site', { ...account, site: 'git.corp.example' }, false],
    ['a site without anybody', { ...github }, false],
    ['nobody', null, false],
    ['a text', 'dana', false],
    ['a list with the account', [account], false],
    ['an account that is none', { ...github, handle: 7 }, false],
    ['a name without a site', { handle: 'dana' }, false],
  ])('%s', async (_what, value, expected) => {
    expect(namesCovered(await covering({ type: 'person', person: dana }), value)).toBe(expected);
  });

  test('where a place goes nobody is', async () => {
    expect(namesCovered(await covering(place({ ...github, name: '*' })), account)).toBe(false);
  });
});
