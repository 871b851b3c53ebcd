import { describe, expect, test } from 'vitest';
import { blockedOnMe } from '../../lib/app/blocked-on-me.ts';
import type { Account, Me } from '../../lib/core/person.ts';
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
