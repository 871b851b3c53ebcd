import { describe, expect, test } from 'vitest';
import type { Aside } from '../../lib/core/aside.ts';
import { mineViewOf } from '../../lib/core/mine.ts';
import type { Account } from '../../lib/core/person.ts';
import { asideOf, rowId } from '../../lib/core/set-aside.ts';
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

test('[Q2] after how many days is a setting', () => {
  const day = 24 * 60 * 60 * 1000;
  const built = world()
    .item('a', my, { lastSeen: worldNow - 10 * day })
    .item('b', theirs)
    .waits('b', 'a')
    .as(dana);
  const after = (fresh: number) => mineViewOf(built.snapshot(), { coverage: { items: {} }, ask: [], fresh });
  expect(after(10)).toMatchObject({ count: 1, check: [], fresh: 10 });
  expect(after(9)).toMatchObject({ count: 0, check: [{ item: { key: keyOf('a') } }], fresh: 9 });
});

describe('set aside', () => {
  const day = 24 * 60 * 60 * 1000;
  const built = () =>
    world()
      .item('a', my)
      .item('b', theirs)
      .waits('b', 'a')
      .item('held', my)
      .waits('b', 'held')
      .item('up', theirs)
      .waits('held', 'up')
      .item('old', my, { lastSeen: worldNow - 8 * day })
      .waits('b', 'old')
      .item('pr', { author: noor, reviewers: [{ handle: 'dana' }, { handle: 'acme/payments', kind: 'team' }] })
      .as(dana, { tool: 'github', site: 'github.com', handle: 'acme/payments', kind: 'team' });
  const view = (of: ReturnType<typeof world>, asides: readonly Aside[] = []) =>
    mineViewOf(of.snapshot(), { coverage: { items: {} }, ask: [], asides });
  const everyRow = (of: ReturnType<typeof world>) => {
    const { awaited, stuck, team, waiting, check = [] } = view(of);
    return [...awaited, ...stuck, ...team, ...waiting, ...check];
  };

  test('[Q4] [M3] it leaves its list and the badge, whichever list that is, and stands in one of its own', () => {
    const rows = everyRow(built());
    expect(view(built())).toMatchObject({ count: 2, aside: [] });
    expect(rows.map(rowId)).toHaveLength(6);
    const asides = rows.map((row) => asideOf(row, worldNow));
    const none = { awaited: [], stuck: [], team: [], waiting: [], check: [], count: 0 };
    expect(view(built(), asides)).toMatchObject(none);
    const ids = (view(built(), asides).aside ?? []).map(({ row }) => rowId(row));
    expect(ids.sort()).toEqual([...new Set(rows.map(rowId))].sort());
    expect(ids).toHaveLength(5);
    const [first] = view(built()).awaited;
    expect(view(built(), first === undefined ? [] : [asideOf(first, worldNow)]).count).toBe(1);
  });

  test('[Q4] what changed in the world brings it back, with the reason and what was set aside', () => {
    const asides = everyRow(built()).map((row) => asideOf(row, worldNow));
    const changed = built()
      .item('c', { assignees: [{ handle: 'ravi' }] })
      .waits('c', 'a')
      .item('up', { ...theirs, state: 'done' });
    const now = view(changed, asides);
    expect(now.awaited.map(({ item, back }) => [short(item.key), back?.why])).toEqual([
      ['a', 'more-people'],
      ['held', 'unblocked'],
    ]);
    expect(now.count).toBe(2);
    expect(asides).toContainEqual(now.awaited[0]?.back?.aside);
    expect(now.aside).toHaveLength(2);
  });

  test('[Q4] closed and opened again in between: it is not the same any more', () => {
    const asides = everyRow(built()).map((row) => asideOf(row, worldNow));
    const reopened = (name: string, at: number) =>
      view(built().changed(name, 'state', 'done', 'open', at), asides)
        .awaited.map(({ item, back }) => [short(item.key), back?.why])
        .filter(([, why]) => why !== undefined);
    expect(reopened('a', worldNow + 1)).toEqual([['a', 'reopened']]);
    expect(reopened('b', worldNow + 1)).toEqual([['a', 'waiter-reopened']]);
    expect(reopened('a', worldNow - 1)).toEqual([]);
    const blocker = view(built().changed('up', 'state', 'done', 'open', worldNow + 1), asides);
    expect(blocker.waiting.map(({ back }) => back?.why)).toEqual(['reopened']);
  });

  test('[Q4] a row on old knowledge that comes back is still to be checked', () => {
    const asides = everyRow(built()).map((row) => asideOf(row, worldNow, '2026-11-22'));
    const now = view(built(), asides);
    expect(now.check).toMatchObject([{ item: { key: keyOf('old') }, back: { why: 'date' } }]);
    expect(now.aside).toEqual([]);
  });

  test('[Q4] the next to come back stands first, what waits for a change last', () => {
    const rows = everyRow(built());
    const untils = ['2026-12-09', undefined, '2026-12-01', undefined, '2026-12-04'];
    const asides = rows.flatMap((row, index) =>
      index < untils.length ? [asideOf(row, worldNow + index, untils[index])] : [],
    );
    expect((view(built(), asides).aside ?? []).map(({ aside }) => aside.until)).toEqual(
      [...new Map(asides.map((aside) => [aside.row, aside.until])).values()].sort((a = '9', b = '9') =>
        a < b ? -1 : Number(a > b),
      ),
    );
  });
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
