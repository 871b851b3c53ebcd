import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../lib/core/key.ts';
import { allowsPlace, allowsSite, noPolicy, policyKeys } from '../../lib/core/policy.ts';
import { policyIn } from '../../lib/core/policy-schema.ts';

const whole = {
  blockedSites: ['*.corp.example', ' GitHub.com ', 'git.example:8443', 'corp.example/jira', '[::1]:8080'],
  allowedSites: ['*'],
  blockedPlaces: ['github.com/acme/secret', 'acme.atlassian.net/PAY', 'github.com/acme/*', 'jira:a.example:PAY', '*'],
  sessionReads: false,
  tokens: true,
  sharing: false,
  exports: true,
  retentionDays: 30,
  welcomePage: false,
};

test('[P6] what is well formed passes unchanged, and is named as decided', () => {
  expect(policyIn(whole)).toEqual({ ...whole, decided: policyKeys, unreadable: [] });
});

test.each([[{}], [undefined], [null], ['x'], [{ unknown: true, constructor: 1 }]])(
  '[P6] %j decides nothing',
  (stored) => expect(policyIn(stored)).toEqual(noPolicy),
);

test.each([
  ['blockedSites', 'github.com/acme'],
  ['blockedSites', 'acme.atlassian.net/jira'],
  ['allowedSites', 'GitHub.com/acme'],
] as const)('[P6] %s: %s names no site of a tool, and is not taken to cover nothing', (key, pattern) => {
  const own = ['github.com', '*.atlassian.net'];
  expect(policyIn({ [key]: [pattern] }, own).unreadable).toEqual([key]);
  expect(policyIn({ [key]: ['corp.example/jira'] }, own).unreadable).toEqual([]);
});

test('[P6] an empty list of allowed sites allows none; a key that is not there is not decided', () => {
  const policy = policyIn({ allowedSites: [] });
  expect(policy).toMatchObject({ allowedSites: [], decided: ['allowedSites'], unreadable: [] });
  expect(allowsSite(policy, { tool: 'github', site: 'github.com' })).toBe(false);
  expect('allowedSites' in policyIn({ exports: false })).toBe(false);
});

describe('[P6] where a value cannot be read, the strictest counts, and the others are as they were', () => {
  test.each<[keyof typeof whole, unknown, unknown]>([
    ['blockedSites', 'github.com', ['*']],
    ['blockedSites', ['github.com', 5], ['*']],
    ['blockedSites', [''], ['*']],
    ['blockedSites', Array.from({ length: 1_001 }, () => 'a.example'), ['*']],
    ['blockedSites', ['x'.repeat(301)], ['*']],
    ['blockedSites', ['https://github.com'], ['*']],
    ['blockedSites', ['github.com/*'], ['*']],
    ['blockedSites', ['github.*'], ['*']],
    ['blockedSites', ['*github.com'], ['*']],
    ['blockedSites', ['github.com/'], ['*']],
    ['blockedSites', ['*.corp.example:8443'], ['*']],
    ['allowedSites', { 0: 'github.com' }, []],
    ['allowedSites', ['https://github.com'], []],
    ['blockedPlaces', null, ['*']],
    ['blockedPlaces', ['github.com'], ['*']],
    ['blockedPlaces', ['https://github.com/acme/secret'], ['*']],
    ['blockedPlaces', ['*.atlassian.net/PAY'], ['*']],
    ['blockedPlaces', ['github.com/acme/'], ['*']],
    ['blockedPlaces', ['github.com//acme/secret'], ['*']],
    ['blockedPlaces', ['acme/secret'], ['*']],
    ['sessionReads', 'no', false],
    ['tokens', 1, false],
    ['sharing', null, false],
    ['exports', 'true', false],
    ['retentionDays', '30', 1],
    ['retentionDays', 0, 1],
    ['retentionDays', 30.5, 1],
    ['welcomePage', [], false],
  ])('%s: %j', (key, value, expected) => {
    const { [key]: _, ...others } = whole;
    expect(policyIn({ ...whole, [key]: value })).toEqual({
      ...others,
      [key]: expected,
      decided: policyKeys,
      unreadable: [key],
    });
  });

  test('whatever stands there, nothing is allowed that the readable policy forbids', () => {
    const places: readonly Place[] = [
      { tool: 'github', site: 'github.com', name: 'acme/api' },
      { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' },
    ];
    const sites = fc.array(fc.constantFrom('github.com', '*.atlassian.net', '*', 'a.example'), { maxLength: 3 });
    const stored = fc.record(
      { blockedSites: sites, allowedSites: sites, exports: fc.boolean(), retentionDays: fc.integer({ min: 1 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(stored, fc.constantFrom(...policyKeys), fc.jsonValue(), (readable, key, value) => {
        const before = policyIn(readable);
        const after = policyIn({ ...readable, [key]: value });
        if (!after.unreadable.includes(key)) return;
        for (const place of places) {
          if (allowsSite(after, place)) expect(allowsSite(before, place)).toBe(true);
          if (allowsPlace(after, place)) expect(allowsPlace(before, place)).toBe(true);
        }
        for (const one of ['sessionReads', 'tokens', 'sharing', 'exports', 'welcomePage'] as const)
          if (after[one]) expect(before[one]).toBe(true);
        expect(after.retentionDays ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
          before.retentionDays ?? Number.POSITIVE_INFINITY,
        );
      }),
    );
  });
});
