import { describe, expect, test } from 'vitest';
import type { NetFacts, StatedOwner } from '../../lib/core/net/item.ts';
import type { Account } from '../../lib/core/person.ts';
import { ownerConflict } from '../../lib/signals/owner-conflict.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, found, kofi, payments, theOne } from './judging.ts';

const onJira: Account = { tool: 'jira', site: 'acme.atlassian.net', name: 'Dana Reyes' };
const stated = (who: Account, more: Partial<StatedOwner> = {}): StatedOwner => ({
  who,
  accepted: true,
  rivals: [],
  ...more,
});

describe('claimed by two', () => {
  test('[O3] whoever named them had not seen the other word: who, and that one is to be chosen', () => {
    const work = net().item('a', { owner: stated(noor, { rivals: [dana] }), assigned: [ada] });
    expect(theOne(found(ownerConflict, work))).toEqual({
      signal: 'owner-conflict',
      subject: keyOf('a'),
      items: [keyOf('a')],
      concerns: [dana, noor],
      says: { id: 'owner-conflict-two', args: { owner: { people: [noor] }, others: { people: [dana] } } },
      evidence: [{ item: keyOf('a'), fact: 'owner' }],
      next: [
        { type: 'name-owner', item: keyOf('a') },
        { type: 'ask', item: keyOf('a'), who: [dana, noor] },
      ],
      sure: true,
    });
  });

  test('one person in two spellings, or by two accounts of mine, is one', () => {
    const spelled = { tool: 'github', site: 'github.com', handle: 'DANA' };
    expect(found(ownerConflict, net().item('a', { owner: stated(dana, { rivals: [spelled] }) }))).toEqual([]);
    const mine = net().item('a', { owner: stated(dana, { rivals: [onJira] }) });
    expect(found(ownerConflict, mine, { me: { accounts: [dana, onJira] } })).toEqual([]);
    expect(found(ownerConflict, mine)).toHaveLength(1);
  });

  test('[K3] what people stated counts as well of an item that was never seen', () => {
    const unseen = net().item('a', { state: 'unknown', owner: stated(noor, { rivals: [dana] }) });
    expect(found(ownerConflict, unseen)).toHaveLength(1);
  });

  test('[D2] of a closed one it does not matter any more', () => {
    const work = net().item('a', { state: 'done', owner: stated(noor, { rivals: [dana] }) });
    expect(found(ownerConflict, work)).toEqual([]);
  });
});

describe('stated and assigned', () => {
  const differing = (owner: StatedOwner, assigned: readonly Account[] | undefined) =>
    net().item('a', { owner, ...(assigned === undefined ? {} : { assigned }) });

  test('[O3] people say one, the tool another', () => {
    expect(theOne(found(ownerConflict, differing(stated(noor), [dana, ada])))).toMatchObject({
      concerns: [ada, dana, noor],
      says: { id: 'owner-conflict-differs', args: { owner: { people: [noor] }, assigned: { people: [ada, dana] } } },
      evidence: [
        { item: keyOf('a'), fact: 'owner' },
        { item: keyOf('a'), fact: 'assignees' },
      ],
    });
  });

  test('[O2] one who is only proposed differs as well, and is not said to own it', () => {
    const one = theOne(found(ownerConflict, differing(stated(noor, { accepted: false }), [dana])));
    expect(one.says.id).toBe('owner-conflict-proposed');
  });

  test('[O3] one of the assignees is the owner: no conflict', () => {
    expect(found(ownerConflict, differing(stated(noor), [dana, noor]))).toEqual([]);
  });

  test('[O4] [K3] nobody assigned, or never seen, is nobody else', () => {
    expect(found(ownerConflict, differing(stated(noor), []))).toEqual([]);
    expect(found(ownerConflict, differing(stated(noor), undefined))).toEqual([]);
  });

  test('[K3] people who cannot be compared are not called different', () => {
    expect(found(ownerConflict, differing(stated(onJira), [dana]))).toEqual([]);
    const byName = { tool: 'github', site: 'github.com', name: 'Dana Reyes' };
    const byHandle = { tool: 'github', site: 'github.com', handle: 'noor' };
    expect(found(ownerConflict, differing(stated(byName), [byHandle]))).toEqual([]);
    expect(found(ownerConflict, differing(stated(payments), [dana]))).toEqual([]);
  });

  test('[O3] across sites it is known only by which are mine', () => {
    const work = differing(stated(onJira), [dana]);
    expect(found(ownerConflict, work, { me: { accounts: [onJira, dana] } })).toEqual([]);
    expect(found(ownerConflict, work, { me: { accounts: [onJira, noor] } })).toHaveLength(1);
    // Who I am on the other site is not known: it may be me.
    expect(found(ownerConflict, work, { me: { accounts: [onJira] } })).toEqual([]);
  });

  test('[D2] [K3] closed, or not known to be open: quiet', () => {
    for (const state of ['done', 'dropped', 'unknown'] as const)
      expect(found(ownerConflict, net().item('a', { state, owner: stated(noor), assigned: [dana] }))).toEqual([]);
  });
});

describe('code and its ticket', () => {
  const tied = (code: readonly Account[] | undefined, ticket: readonly Account[] | undefined) =>
    net()
      .item('pr', code === undefined ? {} : { assigned: code })
      .item('t', ticket === undefined ? {} : { assigned: ticket })
      .codeFor('pr', 't');

  test('[O5] the code is one’s and the ticket another’s; said of the code', () => {
    expect(theOne(found(ownerConflict, tied([dana], [noor])))).toEqual({
      signal: 'owner-conflict',
      subject: keyOf('pr'),
      items: [keyOf('pr'), keyOf('t')],
      concerns: [dana, noor],
      says: {
        id: 'owner-conflict-code',
        args: {
          owner: { people: [dana] },
          ticket: { item: keyOf('t') },
          others: { people: [noor] },
          count: { count: 1 },
        },
      },
      evidence: [
        { item: keyOf('pr'), fact: 'assignees' },
        { item: keyOf('t'), fact: 'assignees' },
      ],
      next: [
        { type: 'name-owner', item: keyOf('pr') },
        { type: 'ask', item: keyOf('pr'), who: [dana, noor] },
      ],
      sure: true,
    });
  });

  test('[O5] somebody who is in both is enough', () => {
    expect(found(ownerConflict, tied([dana, noor], [noor, ada]))).toEqual([]);
  });

  test('[K3] an end that is nobody’s, or not known, or of people who cannot be compared', () => {
    expect(found(ownerConflict, tied([dana], []))).toEqual([]);
    expect(found(ownerConflict, tied(undefined, [noor]))).toEqual([]);
    expect(found(ownerConflict, tied([dana], [onJira]))).toEqual([]);
    expect(found(ownerConflict, tied([dana, onJira], [noor]))).toEqual([]);
  });

  test('[D2] either end closed: quiet', () => {
    expect(found(ownerConflict, tied([dana], [noor]).item('t', { assigned: [noor], state: 'done' }))).toEqual([]);
    expect(found(ownerConflict, tied([dana], [noor]).item('pr', { assigned: [dana], state: 'done' }))).toEqual([]);
  });

  test('[O3] the stated owner of an end counts, not its assignee', () => {
    const work = tied([dana], [noor]).item('t', { assigned: [noor], owner: stated(noor) });
    expect(theOne(found(ownerConflict, work)).evidence[1]).toEqual({ item: keyOf('t'), fact: 'owner' });
    const agreed = tied([dana], [noor, dana]).item('t', { assigned: [noor, dana], owner: stated(dana) });
    expect(found(ownerConflict, agreed)).toEqual([]);
  });

  test('of several tickets those that differ, and the first in order is named', () => {
    const work = tied([dana], [noor])
      .item('s', { assigned: [kofi] })
      .item('u', { assigned: [dana] })
      .codeFor('pr', 's')
      .codeFor('pr', 'u');
    expect(theOne(found(ownerConflict, work))).toMatchObject({
      items: [keyOf('pr'), keyOf('s'), keyOf('t')],
      says: { args: { ticket: { item: keyOf('s') }, others: { people: [kofi] }, count: { count: 2 } } },
      concerns: [dana, kofi, noor],
    });
  });
});

test('of several conflicts of one item: claimed by two, then what the tool says, then its ticket', () => {
  const ids = (owner: StatedOwner) =>
    found(
      ownerConflict,
      net()
        .item('pr', { owner, assigned: [dana] })
        .item('t', { assigned: [kofi] })
        .codeFor('pr', 't'),
    ).map(({ says }) => says.id);
  expect(ids(stated(noor, { rivals: [ada] }))).toEqual(['owner-conflict-two']);
  expect(ids(stated(noor))).toEqual(['owner-conflict-differs']);
  expect(ids(stated(dana))).toEqual(['owner-conflict-code']);
});

describe('items that are the same work', () => {
  const behind = (own: readonly Account[], work: readonly Account[], more: Partial<NetFacts> = {}) =>
    net().item('task', {
      ...more,
      sameWork: { main: keyOf('t'), own: { who: own, fact: 'assignees' }, work: { who: work, fact: 'owner' } },
    });

  test('[O5] the task is one’s and the work another’s; said of the task', () => {
    expect(theOne(found(ownerConflict, behind([dana], [noor])))).toMatchObject({
      subject: keyOf('task'),
      items: [keyOf('task'), keyOf('t')],
      concerns: [dana, noor],
      says: { id: 'owner-conflict-same', args: { main: { item: keyOf('t') }, owner: { people: [dana] } } },
      evidence: [
        { item: keyOf('task'), fact: 'assignees' },
        { item: keyOf('t'), fact: 'owner' },
      ],
    });
  });

  test('[O5] somebody in both, people who cannot be compared, nobody on one side, or closed: quiet', () => {
    expect(found(ownerConflict, behind([dana, noor], [noor]))).toEqual([]);
    expect(found(ownerConflict, behind([dana], [onJira]))).toEqual([]);
    expect(found(ownerConflict, behind([], [noor]))).toEqual([]);
    expect(found(ownerConflict, behind([dana], [noor], { state: 'done' }))).toEqual([]);
  });
});
