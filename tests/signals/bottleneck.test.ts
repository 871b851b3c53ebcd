import { describe, expect, test } from 'vitest';
import type { Account } from '../../lib/core/person.ts';
import { bottleneck } from '../../lib/signals/bottleneck.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, found, kofi, mei, namesOf, payments, theOne } from './judging.ts';

/** `a` of Dana's, and as many items of others that wait on it as there are people. */
const waiting = (people: readonly Account[]) => {
  const work = net().item('a', { assigned: [dana] });
  for (const [at, who] of people.entries()) work.item(`w${at}`, { assigned: [who] }).waits(`w${at}`, 'a');
  return work;
};
const four = [noor, ada, kofi, mei];

describe('bottleneck', () => {
  test('four people wait on one person’s work', () => {
    expect(theOne(found(bottleneck, waiting(four)))).toEqual({
      signal: 'bottleneck',
      subject: 'person:github:github.com:dana',
      items: [keyOf('a')],
      concerns: [dana],
      says: { id: 'bottleneck', args: { count: { count: 4 }, people: { count: 4 } } },
      evidence: [
        { item: keyOf('a'), fact: 'assignees' },
        ...[0, 1, 2, 3].map((at) => ({ item: keyOf(`w${at}`), fact: 'waits', on: keyOf('a') })),
      ],
      next: [
        { type: 'name-owner', item: keyOf('a') },
        { type: 'look', item: keyOf('a') },
      ],
      sure: true,
    });
  });

  test('three are few, and one who waits with two items is one', () => {
    expect(found(bottleneck, waiting([noor, ada, kofi]))).toEqual([]);
    expect(found(bottleneck, waiting([noor, ada, kofi, kofi]))).toEqual([]);
  });

  test('people are counted over all of the person’s items, the one that most waits on first', () => {
    const work = waiting([noor, ada, kofi])
      .item('b', { assigned: [dana] })
      .item('x', { assigned: [mei] })
      .waits('x', 'b');
    expect(namesOf(theOne(found(bottleneck, work)).items)).toEqual(['a', 'b']);
  });

  test('what is the person’s own as well keeps nobody waiting', () => {
    const own = waiting(four)
      .item('o', { assigned: [dana] })
      .waits('o', 'a');
    expect(theOne(found(bottleneck, own)).says.args).toEqual({ count: { count: 4 }, people: { count: 4 } });
    expect(found(bottleneck, waiting([noor, ada, kofi, dana]))).toEqual([]);
  });

  test('[D1] [D2] who waits softly, is done, or waits on what is done, does not wait', () => {
    const soft = waiting([noor, ada, kofi])
      .item('s', { assigned: [mei] })
      .waits('s', 'a', { hard: false });
    expect(found(bottleneck, soft)).toEqual([]);
    expect(found(bottleneck, waiting(four).item('w0', { state: 'done', assigned: [noor] }))).toEqual([]);
    expect(found(bottleneck, waiting(four).item('a', { state: 'done', assigned: [dana] }))).toEqual([]);
  });

  test('[K3] whoever is not known is nobody', () => {
    expect(found(bottleneck, waiting([noor, ada, kofi]).item('x').waits('x', 'a'))).toEqual([]);
  });

  test('[O3] the stated owner counts, not the assignee', () => {
    const owner = { who: ada, accepted: true, rivals: [] };
    expect(found(bottleneck, waiting([noor, ada, kofi, mei]).item('a', { assigned: [dana], owner }))).toEqual([]);
    const work = waiting([dana, noor, kofi, mei]).item('a', { assigned: [dana], owner });
    expect(theOne(found(bottleneck, work))).toMatchObject({
      concerns: [ada],
      evidence: [{ item: keyOf('a'), fact: 'owner' }, {}, {}, {}, {}],
    });
  });

  test('all accounts of mine are one person, who does not wait for himself under another of them', () => {
    const onJira: Account = { tool: 'jira', site: 'acme.atlassian.net', name: 'Dana Reyes' };
    const me = { accounts: [dana, onJira] };
    const two = waiting([noor, ada])
      .item('jira:acme.atlassian.net:PAY-1', { assigned: [{ ...onJira, handle: '5b1' }] })
      .item('y', { assigned: [kofi] })
      .waits('y', 'jira:acme.atlassian.net:PAY-1')
      .item('jira:acme.atlassian.net:PAY-2', { assigned: [{ ...onJira, handle: '5b1' }] })
      .waits('jira:acme.atlassian.net:PAY-2', 'a');
    expect(found(bottleneck, two, { me })).toEqual([]);
    const one = theOne(found(bottleneck, two.item('z', { assigned: [mei] }).waits('z', 'a'), { me }));
    expect(one).toMatchObject({
      subject: 'person:me',
      concerns: me.accounts,
      says: { args: { people: { count: 4 }, count: { count: 4 } } },
    });
  });

  test('a team waits like somebody, also where it is mine', () => {
    const work = waiting([noor, ada, kofi, payments]);
    expect(theOne(found(bottleneck, work, { me: { accounts: [dana, payments] } })).says.args).toMatchObject({
      people: { count: 4 },
    });
  });

  test('a team is asked to take it, and is no person', () => {
    expect(found(bottleneck, waiting(four).item('a', { assigned: [payments] }))).toEqual([]);
  });
});
