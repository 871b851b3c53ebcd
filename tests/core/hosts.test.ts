import { describe, expect, test } from 'vitest';
import { type Hosts, isServedBy, originsOf, siteIn } from '../../lib/core/hosts.ts';

const one: Hosts = { id: 'one', matches: ['https://one.example/*'], site: ({ host }) => host };
const each: Hosts = { id: 'each', matches: ['https://*.each.example/*'], site: ({ host }) => host };
const everywhere: Hosts = {
  id: 'everywhere',
  matches: ['https://app.every.example/*', 'https://eu.every.example/*'],
  site: () => 'everywhere',
};
const tools = [each, everywhere, one];

test('a match pattern names the site that its tool makes of its host, or many', () => {
  expect(tools.map((tool) => tool.matches.map((match) => siteIn(tool, match)))).toEqual([
    ['*.each.example'],
    ['everywhere', 'everywhere'],
    ['one.example'],
  ]);
});

test.each([
  [one, 'https://one.example/a', true],
  [one, 'https://one.example:8443/a', true],
  [one, 'https://www.one.example/a', true],
  [one, 'https://two.one.example/a', false],
  [one, 'https://one.example.au/a', false],
  [each, 'https://acme.each.example/a', true],
  [each, 'https://evil-each.example/a', false],
  [each, 'https://each.example/a', false],
])('%o serves %s: %s', (tool, address, expected) => {
  expect(isServedBy(tool, new URL(address))).toBe(expected);
});

describe('what the browser is asked for', () => {
  test.each([
    ['all hosts of a site that has several', 'everywhere', 'everywhere', everywhere.matches],
    ['a site below a pattern, alone', 'each', 'acme.each.example', ['https://acme.each.example/*']],
    ['a host that only looks like it', 'each', 'evil-each.example', bothOf('evil-each.example')],
    ['a site of one’s own, without port and path', 'one', 'corp.example:8443/jira', bothOf('corp.example')],
    ['a site of a tool that is none', 'other', 'corp.example', bothOf('corp.example')],
  ])('%s', (_what, tool, site, expected) => {
    expect(originsOf(tools, { tool, site })).toEqual(expected);
  });
});

function bothOf(host: string): readonly string[] {
  return [`https://${host}/*`, `http://${host}/*`];
}
