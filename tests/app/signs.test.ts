import { describe, expect, test } from 'vitest';
import { type Shown, shownIn, shownOn, signOn } from '../../lib/app/signs.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Account, Person } from '../../lib/core/person.ts';
import { dana, keyOf, noor, world } from '../worlds.ts';

const team: Account = { tool: 'github', site: 'github.com', handle: 'acme/payments', kind: 'team' };

const sign = (shown: Partial<Shown>, ...accounts: readonly Account[]) =>
  signOn(
    { key: keyOf('1'), assignees: [], reviewers: [], author: undefined, ...shown },
    { accounts: accounts.length === 0 ? [dana] : accounts },
  );

describe('[K7] a place becomes mine', () => {
  test.each<[string, Partial<Shown>, ReturnType<typeof sign>]>([
    ['work assigned to me', { assignees: [noor, dana] }, 'assigned'],
    ['a review asked of me', { reviewers: [noor, dana] }, 'asked'],
    ['an item that I wrote', { author: dana }, 'author'],
    ['the strongest of several signs: assigned', { assignees: [dana], reviewers: [dana], author: dana }, 'assigned'],
    ['the stronger of two signs: asked', { assignees: [noor], reviewers: [dana], author: dana }, 'asked'],
    ['my account in another spelling', { author: { handle: 'Dana' } }, 'author'],
    ['my bare name', { assignees: [{ name: ' dana REYES' }] }, 'assigned'],
  ])('by %s', (_what, shown, expected) => expect(sign(shown)).toBe(expected));

  test('by work of my team, and by a review asked of it', () => {
    const shown: Person = { handle: 'acme/payments', kind: 'team' };
    expect(sign({ assignees: [shown] }, dana, team)).toBe('assigned');
    expect(sign({ reviewers: [shown] }, dana, team)).toBe('asked');
  });

  test('where references are global and the site is named like its tool', () => {
    const mine = { tool: 'asana', site: 'asana', name: 'Dana Reyes' };
    const assignees = [{ name: 'Dana Reyes' }];
    expect(sign({ key: 'asana:1204' as ItemKey, assignees }, mine)).toBe('assigned');
    expect(sign({ assignees }, mine)).toBeUndefined();
  });
});

describe('[K7] no sign is', () => {
  test.each<[string, Partial<Shown>, readonly Account[]]>([
    ['an item that shows nobody', {}, [dana]],
    ['an item of other people', { assignees: [noor], reviewers: [noor], author: noor }, [dana]],
    ['my name on another account', { assignees: [{ handle: 'dana2', name: 'Dana Reyes' }] }, [dana]],
    ['a name that begins like mine', { assignees: [{ name: 'Dana Reyes-Smith' }] }, [dana]],
    ['my account on another site', { assignees: [dana] }, [{ ...dana, site: 'git.corp.example' }]],
    ['my account of another tool', { assignees: [dana] }, [{ ...dana, tool: 'jira' }]],
    ['a team that is called like me', { assignees: [{ handle: 'dana', kind: 'team' }] }, [dana]],
    ['a person who is called like my team', { assignees: [{ handle: 'acme/payments' }] }, [team]],
    ['another team', { reviewers: [{ handle: 'acme/payment', kind: 'team' }] }, [dana, team]],
    ['an agent of another name', { author: { handle: 'dana[bot]', kind: 'agent' } }, [dana]],
    [
      'a name, as long as only my account’s id is known',
      { author: { name: 'Dana Reyes' } },
      [{ tool: 'github', site: 'github.com', handle: 'dana' }],
    ],
  ])('%s', (_what, shown, accounts) => expect(sign(shown, ...accounts)).toBeUndefined());

  test('anything, as long as nobody knows who I am', () => {
    const key = keyOf('1');
    expect(signOn({ key, assignees: [dana], reviewers: [dana], author: dana }, { accounts: [] })).toBeUndefined();
  });
});

describe('whom an item shows', () => {
  test('is read alike from a page and from the store', () => {
    const facts = { assignees: [dana], reviewers: [noor], author: noor };
    const [item] = world().item('1', facts).snapshot().items.values();
    if (item === undefined) throw new Error('no item');
    expect(shownIn(item)).toEqual({ key: keyOf('1'), ...facts });
    expect(shownOn({ key: keyOf('1'), from: 'list', facts })).toEqual(shownIn(item));
  });

  test('is nobody where nobody was seen', () => {
    const nobody = { key: keyOf('1'), assignees: [], reviewers: [], author: undefined };
    expect(shownOn({ key: keyOf('1'), from: 'item', facts: {} })).toEqual(nobody);
    expect(shownIn({ key: keyOf('1'), facts: {}, firstSeen: 1, lastSeen: 2 })).toEqual(nobody);
  });

  test('is not who has reviewed it already', () => {
    const reviews = [{ by: dana, verdict: 'approved' as const }];
    expect(
      signOn(shownOn({ key: keyOf('1'), from: 'item', facts: { reviews } }), { accounts: [dana] }),
    ).toBeUndefined();
  });
});
