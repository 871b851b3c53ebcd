import { expect, test } from 'vitest';
import { startLinks } from '../../lib/app/start-links.ts';
import type { Site } from '../../lib/core/key.ts';
import { defaultSettings, type Settings } from '../../lib/core/settings.ts';
import { guides } from '../../lib/tools/guides.ts';

const jira = { tool: 'jira', site: 'acme.atlassian.net' };

const hosts = (settings: Partial<Settings> = {}, opened: readonly Site[] = []) =>
  startLinks(guides, { ...defaultSettings, ...settings }, opened).map(({ tool, to }) => [tool, to.host]);

const always = [
  ['asana', 'app.asana.com'],
  ['github', 'github.com'],
];

test('a tool with one host has its page at once; one with a host for every company waits until one is known', () => {
  expect(hosts()).toEqual(always);
});

test.each<[string, Partial<Settings>, readonly Site[]]>([
  ['a tab is open there', {}, [jira]],
  ['I said who I am there', { me: { accounts: [{ ...jira, name: 'Dana' }] } }, []],
  ['a place of it is known', { places: [{ ...jira, name: 'PAY' }] }, []],
  [
    'all of that, and it is one link',
    {
      places: [
        { ...jira, name: 'PAY' },
        { ...jira, name: 'CORE' },
      ],
    },
    [jira, jira],
  ],
])('a site is known where %s', (_why, settings, opened) => {
  expect(hosts(settings, opened)).toEqual([...always, ['jira', jira.site]]);
});

test('a site of one’s own stands beside the tool’s', () => {
  expect(hosts({ sites: [{ tool: 'github', site: 'git.corp.example' }] })).toEqual([
    ...always,
    ['github', 'git.corp.example'],
  ]);
});

test('a site of no tool has no page', () => {
  expect(hosts({}, [{ tool: 'none', site: 'none.example' }])).toEqual(always);
});
