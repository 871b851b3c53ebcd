import { describe, expect, test } from 'vitest';
import { mineViewOf } from '../../lib/core/mine.ts';
import type { Account } from '../../lib/core/person.ts';
import type { AwaitedRow } from '../../lib/core/view.ts';
import { dana, keyOf, noor, world, worldNow, worldStart } from '../worlds.ts';

const mine = (built: ReturnType<typeof world>) =>
  mineViewOf(built.as(dana).snapshot(), { coverage: { items: {} }, ask: [] });
const short = (key: string) => key.slice(key.indexOf('#') + 1);
const awaited = (rows: readonly AwaitedRow[]) =>
  rows.map((row) => [short(row.item.key), row.waiters.map(({ item }) => short(item.key))]);
const my = { assignees: [{ handle: 'dana' }] };
const theirs = { assignees: [{ handle: 'noor', name: 'Noor Haddad' }] };

describe('blocked on me', () => {
  test('[M1] an item of somebody else waits on an item that is mine by assignment', () => {
    const view = mine(world().item('a', my).item('b', theirs).waits('b', 'a'));
    expect(awaited(view.awaited)).toEqual([['a', ['b']]]);
    expect(view.awaited[0]).toMatchObject({ why: 'assignee', people: [{ handle: 'noor' }], next: 'finish' });
    expect(view.count).toBe(1);
  });

  test('[M1] through a chain, each person once', () => {
    const view = mine(world().item('a', my).item('b', theirs).item('c', theirs).waits('b', 'a').waits('c', 'b'));
    expect(awaited(view.awaited)).toEqual([['a', ['b', 'c']]]);
    expect(view.awaited[0]?.people).toHaveLength(1);
  });

  test('[M1] what only I wait for is not counted', () => {
    expect(mine(world().item('a', my).item('b', my).waits('b', 'a')).awaited).toEqual([]);
  });

  test('[M1] soft, closed and not known do not wait', () => {
    const built = world()
      .item('a', my)
      .item('soft', theirs)
      .item('done', { ...theirs, state: 'done' })
      .item('what', { ...theirs, state: 'unknown' });
    expect(mine(built.waits('soft', 'a', { hard: false }).waits('done', 'a').waits('what', 'a')).awaited).toEqual([]);
  });

  test('[M1] a stated owner answers, not the assignee', () => {
    const built = () => world().item('a', my).item('b', theirs).waits('b', 'a');
    expect(mine(built().owned('a', noor)).count).toBe(0);
    expect(mine(built().owned('a', dana)).awaited[0]?.why).toBe('owner');
    expect(mine(built().owned('a', dana, { accepted: false })).count).toBe(0);
  });

  test('[M1] a waiter nobody owns comes last', () => {
    const view = mine(
      world().item('a', my).item('b', { assignees: [] }).item('c', theirs).waits('b', 'a').waits('c', 'a'),
    );
    expect(awaited(view.awaited)).toEqual([['a', ['c', 'b']]]);
  });

  test('[M1] a review asked of me is a wait of its author, whether or not another item waits', () => {
    const view = mine(world().item('pr', { author: noor, reviewers: [{ handle: 'dana' }] }));
    expect(view.awaited).toMatchObject([{ why: 'review', people: [{ handle: 'noor' }], waiters: [], next: 'review' }]);
    expect(mine(world().item('pr', { author: dana, reviewers: [{ handle: 'dana' }] })).awaited).toEqual([]);
    expect(mine(world().item('pr', { author: noor, reviewers: [{ handle: 'noor' }] })).awaited).toEqual([]);
  });

  test('[M1] asked of my team and taken by nobody: apart, with a step to take it', () => {
    const team: Account = { tool: 'github', site: 'github.com', handle: 'acme/payments', kind: 'team' };
    const built = world().item('pr', { author: noor, reviewers: [{ handle: 'acme/payments', kind: 'team' }] });
    const view = mineViewOf(built.as(dana, team).snapshot(), { coverage: { items: {} }, ask: [] });
    expect(view.awaited).toEqual([]);
    expect(view.team).toMatchObject([{ next: 'claim', why: 'review' }]);
    expect(view.count).toBe(0);
  });

  test('[M2] what I cannot act on stands apart, with the one who can, and leaves the badge', () => {
    const view = mine(world().item('a', my).item('b', theirs).item('up', theirs).waits('b', 'a').waits('a', 'up'));
    expect(view.awaited).toEqual([]);
    expect(view.stuck).toMatchObject([{ next: 'ask-owner', blockedBy: [{ key: keyOf('up') }] }]);
    expect(view.count).toBe(0);
  });

  test('[M2] since: the latest of the wait, my becoming the owner, a reopening; at least where only sighted', () => {
    const built = () =>
      world()
        .item('a', my)
        .item('b', theirs)
        .waits('b', 'a', { since: worldStart + 1000 });
    expect(mine(built()).awaited[0]?.since).toEqual({ at: worldStart + 1000, atLeast: true });
    expect(mine(built().owned('a', dana, { at: worldStart + 5000 })).awaited[0]?.since).toEqual({
      at: worldStart + 5000,
      atLeast: false,
    });
    expect(mine(built().changed('a', 'state', 'done', 'open', worldStart + 9000)).awaited[0]?.since).toEqual({
      at: worldStart + 9000,
      atLeast: false,
    });
    expect(mine(built().changed('a', 'state', 'open', 'in-progress', worldStart + 9000)).awaited[0]?.since.at).toBe(
      worldStart + 1000,
    );
    expect(mine(world().item('a', my).item('b', theirs).states('b', 'a', { at: 7 })).awaited[0]?.since).toEqual({
      at: 7,
      atLeast: false,
    });
  });

  test('[M3] order: date passed, nearest date, priority, people, age; the badge counts items', () => {
    const built = world().item('w', theirs);
    const row = (name: string, waiter: object, since: number, more = {}) =>
      built
        .item(name, my)
        .item(`${name}w`, { ...theirs, ...waiter })
        .waits(`${name}w`, name, { since, ...more });
    row('old', {}, 1);
    row('young', {}, 2);
    row('urgent', { rank: 'urgent' }, 9);
    row('far', { due: '2027-01-01' }, 9);
    row('near', { due: '2026-12-01' }, 9);
    row('late', {}, 9, { needed: '2026-11-20' });
    row('crowd', { assignees: [{ handle: 'x' }, { handle: 'y' }] }, 9);
    const view = mine(built);
    expect(view.awaited.map(({ item }) => short(item.key))).toEqual([
      'late',
      'near',
      'far',
      'urgent',
      'crowd',
      'old',
      'young',
    ]);
    expect(view.awaited[0]).toMatchObject({ late: true, by: '2026-11-20' });
    expect(view.count).toBe(7);
  });

  test('[M3] an item that several wait on counts once', () => {
    expect(mine(world().item('a', my).item('b', theirs).item('c', theirs).waits('b', 'a').waits('c', 'a')).count).toBe(
      1,
    );
  });
});

test('[Q2] a row that rests on knowledge older than seven days goes to "check these" and leaves the badge', () => {
  const day = 24 * 60 * 60 * 1000;
  const seen = (mineDays: number, waiterDays: number) =>
    mine(
      world()
        .item('a', my, { lastSeen: worldNow - mineDays * day })
        .item('b', theirs, { lastSeen: worldNow - waiterDays * day })
        .waits('b', 'a'),
    );
  expect(seen(7, 7)).toMatchObject({ count: 1, check: [] });
  expect(seen(8, 1)).toMatchObject({ count: 0, awaited: [], check: [{ item: { key: keyOf('a') } }] });
  expect(seen(1, 8)).toMatchObject({ count: 0, awaited: [], check: [{ item: { key: keyOf('a') } }] });
});

describe('I wait on', () => {
  test('[M4] the mirror; a blocker that nobody owns is said as such', () => {
    const view = mine(world().item('a', my).item('up', { assignees: [] }).waits('a', 'up'));
    expect(view.waiting).toMatchObject([
      { item: { key: keyOf('a') }, on: { key: keyOf('up') }, status: 'blocking', next: 'find-owner' },
    ]);
  });

  test('[M4] [K3] a blocker whose state was never seen is said to be not known', () => {
    expect(mine(world().item('a', my).waits('a', 'up')).waiting).toMatchObject([{ status: 'unknown', next: 'look' }]);
  });

  test('[M4] what is done, soft or my own is not waited for', () => {
    const built = world()
      .item('a', my)
      .item('done', { ...theirs, state: 'done' })
      .item('soft', theirs)
      .item('own', my);
    expect(mine(built.waits('a', 'done').waits('a', 'soft', { hard: false }).waits('a', 'own')).waiting).toEqual([]);
  });
});

test('[K3] nobody known as me: said, not shown as nothing', () => {
  const view = mineViewOf(world().item('a', my).snapshot(), { coverage: { items: { github: 1 }, since: 1 }, ask: [] });
  expect(view).toMatchObject({ meKnown: false, awaited: [], count: 0, coverage: { items: { github: 1 } } });
});
