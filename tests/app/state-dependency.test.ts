import { describe, expect, test } from 'vitest';
import { stateDependency } from '../../lib/app/state-dependency.ts';
import { noPolicy } from '../../lib/core/policy.ts';
import { fail } from '../../lib/core/result.ts';
import { needsFor } from './needs.ts';

const ticket = 'https://acme.atlassian.net/browse/PAY-7';
const issue = 'https://github.com/acme/api/issues/45';
const [pay7, api45] = ['jira:acme.atlassian.net:PAY-7', 'github:github.com:acme/api#45'];
const operation = 'operation-1';

describe('[D1] on a link', () => {
  test.each([
    ['waits-on', { blocker: api45, blocked: pay7 }],
    ['blocks', { blocker: pay7, blocked: api45 }],
  ] as const)('"%s" is said of the item of the page', async (says, ends) => {
    const { needs, knowledge } = needsFor();
    expect(await stateDependency(needs, { says, page: ticket, link: issue, operation })).toBeUndefined();
    expect(knowledge.write.mock.calls).toEqual([
      [
        { type: 'add-dependency', ...ends },
        { id: operation, at: 1_000 },
      ],
    ]);
  });

  test.each([
    ['the page is none', 'https://github.com/acme/api', issue, 'no-item'],
    ['the link leads nowhere', ticket, undefined, 'no-item'],
    ['the link is no address', ticket, 'javascript:alert(1)', 'no-item'],
    ['both are the same', ticket, `${ticket}?focused=1`, 'no-item'],
  ] as const)('nothing is stated where %s', async (_why, page, link, outcome) => {
    const { needs, knowledge } = needsFor();
    expect(await stateDependency(needs, { says: 'blocks', page, link, operation })).toBe(outcome);
    expect(knowledge.write).not.toHaveBeenCalled();
  });

  test.each([
    ['[Q3] the site is off', { switches: { 'site:github:github.com': false } }],
    ['[P6] the organisation blocks the site', { decided: { ...noPolicy, blockedSites: ['github.com'] } }],
    ['[P6] the organisation blocks the place', { decided: { ...noPolicy, blockedPlaces: ['github.com/acme/*'] } }],
  ])('nothing is stated where %s, whichever end it is', async (_why, more) => {
    for (const [page, link] of [
      [ticket, issue],
      [issue, ticket],
    ] as const) {
      const { needs, knowledge } = needsFor(undefined, undefined, more);
      expect(await stateDependency(needs, { says: 'blocks', page, link, operation })).toBe('blocked');
      expect(knowledge.write).not.toHaveBeenCalled();
    }
  });

  test('a store that takes nothing is told', async () => {
    const { needs, knowledge } = needsFor();
    knowledge.write.mockResolvedValue(fail({ type: 'StoreFull' }));
    expect(await stateDependency(needs, { says: 'blocks', page: ticket, link: issue, operation })).toBe('not-stored');
  });
});
