import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../lib/core/key.ts';
import { allowsPlace, allowsSite, keptDays, noPolicy, type Policy } from '../../lib/core/policy.ts';

const at = (site: string): Place => ({ tool: 'jira', site, name: 'PAY' });
const blocking = (...blockedSites: readonly string[]): Policy => ({ ...noPolicy, blockedSites });
const allowing = (...allowedSites: readonly string[]): Policy => ({ ...noPolicy, allowedSites });

test('[P6] where the organisation decided nothing, everything is allowed', () => {
  expect(allowsSite(noPolicy, at('github.com'))).toBe(true);
  expect(allowsPlace(noPolicy, at('github.com'))).toBe(true);
  expect(keptDays(noPolicy, 90)).toBe(90);
});

describe('[P6] a pattern of a site', () => {
  test.each([
    ['*', 'github.com'],
    ['github.com', 'github.com'],
    [' GitHub.COM ', 'github.com'],
    ['*.github.com', 'github.com'],
    ['*.github.com', 'api.github.com'],
    ['*.atlassian.net', 'acme.atlassian.net'],
    ['git.corp.example', 'git.corp.example:8443'],
    ['git.corp.example:8443', 'git.corp.example:8443'],
    ['corp.example', 'corp.example/jira'],
    ['corp.example:8443', 'corp.example:8443/jira'],
    ['corp.example/jira', 'corp.example/jira'],
    ['*.corp.example', 'git.corp.example:8443/jira'],
    ['github.com:443', 'github.com'],
    ['github.com.', 'github.com'],
    ['jira.corp.example', 'jira.corp.example.'],
    ['*.atlassian.net', 'acme.atlassian.net.'],
  ])('%j covers %s', (pattern, site) => {
    expect(allowsSite(blocking(pattern), at(site))).toBe(false);
    expect(allowsSite(allowing(pattern), at(site))).toBe(true);
  });

  test.each([
    ['github.com', 'notgithub.com'],
    ['*.github.com', 'notgithub.com'],
    ['github.com', 'github.com.evil.example'],
    ['*.github.com', 'github.com.evil.example'],
    ['github.com', 'api.github.com'],
    ['github.com', 'evil.example/github.com'],
    ['*.github.com', 'evil.example/x.github.com'],
    ['github.com', 'githubxcom'],
    ['*.github.com', 'apixgithub.com'],
    ['git.corp.example:8443', 'git.corp.example:9443'],
    ['git.corp.example:8443', 'git.corp.example'],
    ['corp.example/jira', 'corp.example/jira2'],
    ['acme.atlassian.net', 'acme2.atlassian.net'],
    ['', 'github.com'],
  ])('%j does not cover %s', (pattern, site) => {
    expect(allowsSite(blocking(pattern), at(site))).toBe(true);
    expect(allowsSite(allowing(pattern), at(site))).toBe(false);
  });
});

describe('[P6] a pattern of a place', () => {
  const secret: Place = { tool: 'github', site: 'github.com', name: 'acme/secret' };
  const allows = (pattern: string, place: Place): boolean =>
    allowsPlace({ ...noPolicy, blockedPlaces: [pattern] }, place);

  test.each([
    'github.com/acme/secret',
    'GitHub.com/Acme/Secret',
    'github:github.com:acme/secret',
    'github.com/acme/*',
    'github.com/acme',
    'github.com:443/acme/secret',
    'github.com./acme/secret',
    'github.com/acme/secret/issues',
  ])('%s covers it', (pattern) => expect(allows(pattern, secret)).toBe(false));

  test('a host without a port covers its places on all of them', () => {
    expect(allows('jira.corp.example/PAY', at('jira.corp.example:8443'))).toBe(false);
    expect(allows('jira.corp.example:8443/PAY', at('jira.corp.example:9443'))).toBe(true);
  });

  test('`*` covers every place', () => {
    expect(allows('*', secret)).toBe(false);
    expect(allows('*', at('acme.atlassian.net'))).toBe(false);
  });

  test.each([
    'github.com/acme/secrets',
    'github.com/acme/secre',
    'evil.example/github.com/acme/secret',
    'acme/secret',
    'jira:github.com:acme/secret',
    'github.com/acme-labs/*',
  ])('%s does not', (pattern) => expect(allows(pattern, secret)).toBe(true));

  test('a place of a site that is blocked is blocked, whatever is said of places', () => {
    expect(allowsPlace(blocking('github.com'), secret)).toBe(false);
    expect(allowsPlace(allowing('acme.atlassian.net'), secret)).toBe(false);
  });
});

describe('[P6] nothing loosens', () => {
  const label = fc.constantFrom('acme', 'github', 'notgithub', 'corp', 'git', 'x');
  const host = fc.tuple(label, fc.constantFrom('com', 'example', 'atlassian.net')).map((parts) => parts.join('.'));
  const site = fc.tuple(host, fc.constantFrom('', ':8443', '/jira')).map((parts) => parts.join(''));
  const pattern = fc.oneof(
    site,
    host,
    host.map((one) => `*.${one}`),
    fc.constant('*'),
    fc.string({ maxLength: 12 }),
  );
  const patterns = fc.array(pattern, { maxLength: 4 });
  const policies = fc
    .tuple(patterns, fc.option(patterns, { nil: undefined }), patterns, fc.option(fc.nat(400), { nil: undefined }))
    .map(
      ([blockedSites, allowedSites, blockedPlaces, days]): Policy => ({
        ...noPolicy,
        blockedSites,
        blockedPlaces,
        ...(allowedSites === undefined ? {} : { allowedSites }),
        ...(days === undefined ? {} : { retentionDays: days }),
      }),
    );
  const places = fc.tuple(site, label).map(([one, name]): Place => ({ tool: 'jira', site: one, name }));

  test('one more that is blocked, or one less that is allowed, allows nothing that was not allowed', () => {
    fc.assert(
      fc.property(policies, places, pattern, fc.nat(), (policy, place, more, which) => {
        const { allowedSites = ['*'] } = policy;
        const stricter: readonly Policy[] = [
          { ...policy, blockedSites: [...policy.blockedSites, more] },
          { ...policy, blockedPlaces: [...policy.blockedPlaces, more] },
          { ...policy, allowedSites: allowedSites.filter((_, index) => index !== which % allowedSites.length) },
        ];
        for (const one of stricter) {
          if (allowsSite(one, place)) expect(allowsSite(policy, place)).toBe(true);
          if (allowsPlace(one, place)) expect(allowsPlace(policy, place)).toBe(true);
        }
        if (allowsPlace(policy, place)) expect(allowsSite(policy, place)).toBe(true);
      }),
    );
  });

  test('[K8] what the person wants is shortened and never lengthened', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 3_650 }), (policy, wanted) => {
        const days = keptDays(policy, wanted);
        expect(days).toBeLessThanOrEqual(wanted);
        expect(days).toBe(policy.retentionDays === undefined ? wanted : Math.min(policy.retentionDays, wanted));
      }),
    );
  });

  test('a pattern of a host covers no host that only looks like it', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/u);
    fc.assert(
      fc.property(host, name, name, (real, before, after) => {
        for (const like of [`${before}${real}`, `${real}.${after}`, `${before}-${real}`, `${after}.example/${real}`]) {
          expect(allowsSite(blocking(real, `*.${real}`), at(like))).toBe(true);
          expect(allowsSite(allowing(real, `*.${real}`), at(like))).toBe(false);
        }
        expect(allowsSite(blocking(`*.${real}`), at(`${before}.${real}`))).toBe(false);
      }),
    );
  });
});
