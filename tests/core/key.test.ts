import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isItemKey, makeKey, siteOf, splitKey } from '../../lib/core/key.ts';

describe('keys', () => {
  test.each([
    ['jira:acme.atlassian.net:PAY-7', { tool: 'jira', site: 'acme.atlassian.net', ref: 'PAY-7' }],
    ['jira:issues.example.org:8443/jira:PAY-7', { tool: 'jira', site: 'issues.example.org:8443/jira', ref: 'PAY-7' }],
    ['github:github.com:acme/api#45', { tool: 'github', site: 'github.com', ref: 'acme/api#45' }],
    ['asana:1204', { tool: 'asana', ref: '1204' }],
  ])('[K2] %s', (text, parts) => {
    expect(isItemKey(text) && splitKey(text)).toEqual(parts);
    expect(makeKey(parts)).toBe(text);
  });

  test.each([
    '',
    'asana',
    'asana:',
    ':1',
    'jira:a b:C-1',
    'JIRA:x:Y-1',
    `asana:${'1'.repeat(300)}`,
    'https://github.com/a/b/issues/1',
  ])('not a key: %s', (text) => {
    expect(isItemKey(text)).toBe(false);
  });

  test('taking apart and putting together is the same key', () => {
    const word = fc.stringMatching(/^[a-z0-9.-]{1,12}$/);
    fc.assert(
      fc.property(
        word,
        fc.option(fc.integer({ min: 1, max: 65535 })),
        fc.option(word),
        word,
        (host, port, context, ref) => {
          const site = `${host}${port === null ? '' : `:${port}`}${context === null ? '' : `/${context}`}`;
          const parts = { tool: 'some', site, ref };
          expect(splitKey(makeKey(parts))).toEqual(parts);
        },
      ),
    );
  });

  test('people of a tool with global references are on one site', () => {
    expect(siteOf(makeKey({ tool: 'asana', ref: '1' }))).toEqual({ tool: 'asana', site: 'asana' });
  });
});
