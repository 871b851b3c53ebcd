import { describe, expect, test } from 'vitest';
import type { ItemKey } from '../../lib/core/key.ts';
import { expand, linkTo, locate, toolFor, toolOf } from '../../lib/tools/index.ts';

const key = (text: string): ItemKey => text as ItemKey;

describe('locate', () => {
  test('[K1] asks every tool', () => {
    expect(locate(new URL('https://github.com/acme/api/issues/45'), [])).toBe('github:github.com:acme/api#45');
    expect(locate(new URL('https://acme.atlassian.net/browse/PAY-7'), [])).toBe('jira:acme.atlassian.net:PAY-7');
    expect(locate(new URL('https://app.asana.com/0/1/222'), [])).toBe('asana:222');
    expect(locate(new URL('https://example.com/acme/api/issues/45'), [])).toBeUndefined();
  });

  test.each([
    'javascript:alert("https://github.com/acme/api/issues/45")',
    'ftp://github.com/acme/api/issues/45',
    'chrome-extension://abc/acme/api/issues/45',
    'https://ada@github.com/acme/api/issues/45',
    'https://:secret@acme.atlassian.net/browse/PAY-7',
  ])('names nothing by %s', (address) => expect(locate(new URL(address), [])).toBeUndefined());
});

describe('the tool', () => {
  test('of a key, and of a page that is no item', () => {
    expect(toolOf(key('asana:1'))?.id).toBe('asana');
    expect(toolOf(key('gitlab:gitlab.com:1'))).toBeUndefined();
    expect(toolFor(new URL('https://github.com/pulls'), [])?.id).toBe('github');
    expect(toolFor(new URL('https://example.com/pulls'), [])).toBeUndefined();
    expect(toolFor(new URL('https://git.corp.example/pulls'), [{ tool: 'github', site: 'git.corp.example' }])?.id).toBe(
      'github',
    );
  });

  test('builds the address to open; a key of no tool has none', () => {
    expect(linkTo(key('asana:222'))?.href).toBe('https://app.asana.com/0/0/222');
    expect(linkTo(key('gitlab:gitlab.com:1'))).toBeUndefined();
  });
});

describe('expand', () => {
  const pay = { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' };
  const here = key('github:github.com:acme/api#1');

  test('[D8] a short form means an item of the place it is written in, or of a known project', () => {
    expect(expand('#45', here, [])).toBe('github:github.com:acme/api#45');
    expect(expand('acme/web#2', here, [])).toBe('github:github.com:acme/web#2');
    expect(expand('PAY-7', here, [pay])).toBe('jira:acme.atlassian.net:PAY-7');
  });

  test('[D8] nothing is believed for projects that are not known, or known twice', () => {
    expect(expand('UTF-8', here, [pay])).toBeUndefined();
    expect(expand('PAY-7', here, [])).toBeUndefined();
    expect(expand('PAY-7', here, [pay, { ...pay, site: 'other.atlassian.net' }])).toBeUndefined();
    expect(expand('45', here, [pay])).toBeUndefined();
  });
});
