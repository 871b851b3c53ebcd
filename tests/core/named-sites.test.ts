import { expect, test } from 'vitest';
import type { Place } from '../../lib/core/key.ts';
import { withNamedSites } from '../../lib/core/named-sites.ts';
import { allowsPlace, allowsSite, noPolicy, type Policy } from '../../lib/core/policy.ts';

const named = [{ site: 'board', hosts: ['app.board.example'] }];
const place: Place = { tool: 'board', site: 'board', name: '*' };
const policy = (part: Partial<Policy>): Policy => withNamedSites({ ...noPolicy, ...part }, named);

test.each(['app.board.example', '*.board.example', '*', 'board', ' APP.board.example '])(
  '[P6] a site that is called otherwise than its host is blocked and allowed by its host: %j',
  (pattern) => {
    expect(allowsSite(policy({ blockedSites: [pattern] }), place)).toBe(false);
    expect(allowsSite(policy({ allowedSites: [pattern] }), place)).toBe(true);
  },
);

test.each(['board.example', 'notapp.board.example', 'app.board.example.evil.example'])(
  '[P6] and not by %s',
  (pattern) => {
    expect(allowsSite(policy({ blockedSites: [pattern] }), place)).toBe(true);
    expect(allowsSite(policy({ allowedSites: [pattern] }), place)).toBe(false);
  },
);

test('[P6] its places are blocked by its host', () => {
  expect(allowsPlace(policy({ blockedPlaces: ['app.board.example/*'] }), place)).toBe(false);
  // What it calls its places is in no key: then all of it is meant.
  expect(allowsPlace(policy({ blockedPlaces: ['app.board.example/0/123'] }), place)).toBe(false);
  expect(allowsPlace(policy({ blockedPlaces: ['other.example/*'] }), place)).toBe(true);
});

test('[P6] of several hosts one is enough to block it, and all are needed to allow it', () => {
  const both = [{ site: 'board', hosts: ['app.board.example', 'eu.board.example'] }];
  const one = { ...noPolicy, blockedSites: ['eu.board.example'] };
  expect(allowsSite(withNamedSites(one, both), place)).toBe(false);
  const half = { ...noPolicy, allowedSites: ['eu.board.example'] };
  expect(allowsSite(withNamedSites(half, both), place)).toBe(false);
  const all = { ...noPolicy, allowedSites: ['*.board.example'] };
  expect(allowsSite(withNamedSites(all, both), place)).toBe(true);
});

test('a policy that says nothing of it stays as it was', () => {
  expect(policy({})).toEqual(noPolicy);
  expect(policy({ blockedSites: ['github.com'] })).toEqual({ ...noPolicy, blockedSites: ['github.com'] });
});
