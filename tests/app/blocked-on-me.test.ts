import { describe, expect, test, vi } from 'vitest';
import { blockedOnMe } from '../../lib/app/blocked-on-me.ts';
import { certainMe } from '../../lib/app/who-am-i.ts';
import type { Account, Me } from '../../lib/core/person.ts';
import { noPolicy } from '../../lib/core/policy.ts';
import { dana, noor, world } from '../worlds.ts';
import { needsFor } from './needs.ts';

const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const asks = async (accounts: readonly Account[], site: { tool: string; site: string }, people: readonly Account[]) => {
  const me: Me = { accounts };
  const { needs, knowledge } = needsFor(world(), me);
  knowledge.sitesSeen.mockResolvedValue([site]);
  knowledge.peopleSeen.mockResolvedValue(people.map((account) => ({ account })));
  return (await blockedOnMe(needs)).ask;
};

describe('which of these are you', () => {
  const people = [
    { ...jira, name: 'Dana Reyes' },
    { ...jira, name: 'Mei Lin' },
  ];

  test('is asked where people were seen and I am not known', async () => {
    expect(await asks([], jira, people)).toEqual([{ ...jira, people }]);
  });

  test('is asked where only my id is known and the pages show names', async () => {
    expect(await asks([{ ...jira, handle: '5b1' }], jira, people)).toHaveLength(1);
  });

  test('is not asked where I am known by name, or by an account that pages there show', async () => {
    expect(await asks([{ ...jira, handle: '5b1', name: 'Dana Reyes' }], jira, people)).toEqual([]);
    expect(await asks([dana], { tool: 'github', site: 'github.com' }, [noor])).toEqual([]);
  });

  describe('several of one name', () => {
    const alex = { ...jira, name: 'Alex Kim' };
    const alike = [
      { ...alex, handle: 'alex1' },
      { ...alex, handle: 'alex2' },
      { ...jira, name: 'Mei Lin', handle: 'mei' },
    ];

    test('are asked about, not guessed: nothing of theirs is mine until it is said', async () => {
      expect(await asks([alex], jira, alike)).toEqual([{ ...jira, people: alike.slice(0, 2), namesakes: true }]);
      const { knowledge } = needsFor();
      knowledge.peopleSeen.mockResolvedValue(alike.map((account) => ({ account })));
      expect(await certainMe(knowledge, { accounts: [alex, dana] })).toEqual({ accounts: [dana] });
    });

    test('are asked about no more once I am known by the account', async () => {
      expect(await asks([{ ...alex, handle: 'alex2' }], jira, alike)).toEqual([]);
    });

    test('one account with my name is mine', async () => {
      const { knowledge } = needsFor();
      knowledge.peopleSeen.mockResolvedValue(alike.slice(1).map((account) => ({ account })));
      expect(await certainMe(knowledge, { accounts: [alex] })).toEqual({ accounts: [alex] });
    });
  });

  test('offers no teams and no agents', async () => {
    const others: Account[] = [
      { ...jira, name: 'Payments', kind: 'team' },
      { ...jira, name: 'Bot', kind: 'agent' },
    ];
    expect(await asks([], jira, others)).toEqual([]);
  });
});

test('[K3] how much was looked at is said', async () => {
  const { needs } = needsFor();
  expect((await blockedOnMe(needs)).coverage).toEqual({ items: { github: 3 }, since: 1 });
});

test('[Q3] [P6] nothing of mine is counted on sites that are off', async () => {
  const built = () =>
    world()
      .item('1', { assignees: [dana] })
      .item('2', { assignees: [noor] })
      .waits('2', '1');
  const count = async (more: Parameters<typeof needsFor>[2]) =>
    (await blockedOnMe(needsFor(built(), { accounts: [dana] }, more).needs)).count;
  const seen = async (more: Parameters<typeof needsFor>[2]) => {
    const { needs, knowledge } = needsFor(built(), { accounts: [dana] }, more);
    const mineRows = vi.spyOn(knowledge, 'mineRows');
    await blockedOnMe(needs);
    return mineRows.mock.calls[0]?.at(0);
  };
  expect(await count({})).toBe(1);
  expect(await seen({ switches: { 'site:github:github.com': false } })).toMatchObject({ me: { accounts: [] } });
  expect(await seen({ decided: { ...noPolicy, blockedSites: ['*'] } })).toMatchObject({ me: { accounts: [] } });
});
