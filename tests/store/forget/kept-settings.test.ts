import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import type { Account } from '../../../lib/core/person.ts';
import type { KnownPlace } from '../../../lib/core/places.ts';
import { coveredBy, type PartScope } from '../../../lib/store/forget/covered.ts';
import { keptSettings, keysInAside } from '../../../lib/store/forget/kept-settings.ts';
import { sieveOf } from '../../../lib/store/forget/sieve.ts';
import type { SettingName, SettingRow, SettingValues } from '../../../lib/store/rows.ts';
import { api45, dana, key, noon, noor, openOn, pay7, task } from '../fresh.ts';

const github = { tool: 'github', site: 'github.com' };
const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const asana = { tool: 'asana', site: 'asana' };
const core3 = key('jira:acme.atlassian.net:CORE-3');

const moved = new Map<ItemKey, ItemKey>([[pay7, core3]]);

const keep = async (scope: PartScope, rows: readonly SettingRow[]) => {
  const covered = await coveredBy((await openOn()).db, scope, toolNeeds.place);
  return keptSettings(sieveOf(covered, { nowOf: (of) => moved.get(of) ?? of }), rows);
};

/** What is left of one setting. */
const left = async <Name extends SettingName>(scope: PartScope, name: Name, value: SettingValues[Name]) =>
  (await keep(scope, [{ name, value }]))[0]?.value;

const site = (of: typeof github): PartScope => ({ type: 'site', site: of });
const place = (of: typeof github, name: string): PartScope => ({ type: 'place', place: { ...of, name } });
const person = (of: Account): PartScope => ({ type: 'person', person: of });

describe('[K8] my accounts', () => {
  const me = { accounts: [dana, noor, { ...dana, site: 'git.corp.example' }] };
  const names = async (scope: PartScope) => {
    const { accounts } = (await left(scope, 'me', me)) as typeof me;
    return accounts.map((account) => `${account.handle} ${account.site}`);
  };

  test('go with their site', async () => {
    expect(await names(site(github))).toEqual(['5b10 acme.atlassian.net', 'dana git.corp.example']);
  });

  test('go one by one', async () => {
    expect(await names(person({ ...github, handle: 'dana' }))).toEqual([
      '5b10 acme.atlassian.net',
      'dana git.corp.example',
    ]);
    expect(await names(person({ ...github, handle: 'noor' }))).toHaveLength(3);
  });

  test('stay where a place goes', async () => {
    expect(await names(place(github, '*'))).toHaveLength(3);
  });
});

describe('[K8] what is remembered of sites and places', () => {
  const sites = [
    { tool: 'github', site: 'git.corp.example' },
    { tool: 'github', site: 'git.corp.example:8443' },
  ];
  const places: readonly KnownPlace[] = [
    { ...jira, name: 'PAY', sign: 'assigned' },
    { ...jira, name: 'PAYROLL', answer: 'no', answeredAt: noon },
    { ...jira, name: '*', answer: 'yes', answeredAt: noon },
    { ...jira, site: 'acme-2.atlassian.net', name: 'PAY' },
    { ...asana, name: '*', answer: 'yes', answeredAt: noon },
  ];
  const namesLeft = async (scope: PartScope) =>
    ((await left(scope, 'places', places)) as typeof places).map((one) => `${one.site} ${one.name}`);

  test('a site goes, and not the one with another port', async () => {
    expect(await left(site({ tool: 'github', site: 'git.corp.example' }), 'sites', sites)).toEqual([sites[1]]);
    expect(await left(site({ tool: 'jira', site: 'git.corp.example' }), 'sites', sites)).toEqual(sites);
  });

  test('a site stays known where all of its places go', async () => {
    expect(await left(place({ tool: 'github', site: 'git.corp.example' }, '*'), 'sites', sites)).toEqual(sites);
  });

  test('a site takes its places with it, whatever was said of them', async () => {
    expect(await namesLeft(site(jira))).toEqual(['acme-2.atlassian.net PAY', 'asana *']);
  });

  test('a place goes alone', async () => {
    expect(await namesLeft(place(jira, 'PAY'))).toEqual([
      'acme.atlassian.net PAYROLL',
      'acme.atlassian.net *',
      'acme-2.atlassian.net PAY',
      'asana *',
    ]);
  });

  test('the whole site as a place goes with each of its places', async () => {
    expect(await namesLeft(place(asana, '*'))).toHaveLength(4);
    // "Never" stays said, or its pages would be read anew.
    expect(await namesLeft(place(jira, '*'))).toEqual([
      'acme.atlassian.net PAYROLL',
      'acme-2.atlassian.net PAY',
      'asana *',
    ]);
  });

  test('a person takes none', async () => {
    expect(await left(person(noor), 'places', places)).toEqual(places);
    expect(await left(person(dana), 'sites', sites)).toEqual(sites);
  });
});

describe('[K8] rows that are set aside', () => {
  const rows = [`work ${api45}`, `review ${pay7}`, `${core3} ${api45}`, `promise ${task}`, `${task} ${pay7}`];
  const rowsLeft = async (scope: PartScope) => {
    const asides = rows.map((row) => ({ row, at: noon, was: {} }));
    const kept = (await left(scope, 'asides', asides)) as typeof asides;
    return kept.map(({ row }) => rows.indexOf(row));
  };

  test.each<[string, PartScope, readonly number[]]>([
    ['go with a place that either of their items is in', place(github, 'acme/api'), [1, 3, 4]],
    ['go with the place that an item moved to, under its old key too', place(jira, 'CORE'), [0, 3]],
    ['go with the place that their old key names', place(jira, 'PAY'), [0, 2, 3]],
    ['go with all of a tool whose items name no place', place(asana, '*'), [0, 1, 2]],
    ['go with a site', site(jira), [0, 3]],
    ['stay where a place with a similar name goes', place(github, 'acme/ap'), [0, 1, 2, 3, 4]],
    ['stay where a person goes', person(dana), [0, 1, 2, 3, 4]],
  ])('%s', async (_what, scope, expected) => expect(await rowsLeft(scope)).toEqual(expected));

  test('name one item or two', () => {
    expect(rows.map((row) => keysInAside({ row }))).toEqual([[api45], [pay7], [core3, api45], [task], [task, pay7]]);
    expect(keysInAside({ row: 'work' })).toEqual([]);
  });
});

describe('the other settings', () => {
  test('stay as they are, the switch of the site that goes too: it is what keeps its pages from being read', async () => {
    const rows: readonly SettingRow[] = [
      { name: 'switches', value: { 'site:github:github.com': false, 'overlays-hidden': true } },
      { name: 'week', value: { days: [1, 2, 3], holidays: ['2026-12-25'] } },
      { name: 'ages', value: { kept: 30, fresh: 3 } },
      { name: 'device', value: 'd1' },
      { name: 'clock', value: '0mwryu0g80000' },
      { name: 'space', value: { id: 's', key: '00' } },
    ];
    expect(await keep(site(github), rows)).toEqual(rows);
  });

  test('but how many items there are is counted anew', async () => {
    const rows: readonly SettingRow[] = [
      { name: 'counts', value: { github: 3 } },
      { name: 'sites', value: [] },
    ];
    expect(await keep(person(dana), rows)).toEqual([{ name: 'sites', value: [] }]);
  });

  test('what was never set is not set now', async () => expect(await keep(site(github), [])).toEqual([]));
});
