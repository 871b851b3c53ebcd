import { describe, expect, test } from 'vitest';
import { mineViewOf } from '../../lib/core/mine.ts';
import { maxNext } from '../../lib/core/next-in-order.ts';
import { asideOf } from '../../lib/core/set-aside.ts';
import { dana, noor, world, worldNow } from '../worlds.ts';

const mine = (built: ReturnType<typeof world>) =>
  mineViewOf(built.as(dana).snapshot(), { coverage: { items: {} }, ask: [] });
const short = (key: string) => key.slice(key.indexOf('#') + 1);
const my = { assignees: [{ handle: 'dana' }] };
const theirs = { assignees: [{ handle: 'noor', name: 'Noor Haddad' }] };

describe('next in order', () => {
  const next = (built: ReturnType<typeof world>) => mine(built).next;
  const order = (built: ReturnType<typeof world>) => next(built).map(({ item }) => short(item.key));
  const day = 24 * 60 * 60 * 1000;

  test('[M5] first the one that frees most: what waits on nothing else when it is done', () => {
    const built = world().item('a', my).item('b', my).item('up', theirs);
    for (const name of ['x', 'y', 'z']) built.item(name, theirs);
    built.waits('x', 'a').waits('y', 'a').waits('y', 'up').waits('z', 'b').waits('x', 'b', { hard: false });
    built.item('two', my).item('p', my).item('q', my).waits('p', 'two').waits('q', 'two');
    expect(order(built)).toEqual(['two', 'a', 'b']);
    expect(next(built).map(({ frees, waiting, people }) => [frees, waiting, people])).toEqual([
      [2, 2, 0],
      [1, 2, 1],
      [1, 1, 1],
    ]);
  });

  test('[M5] then what most waits for down the chain, then the nearest date, the priority, what is begun', () => {
    const built = world()
      .item('up', theirs)
      .item('plain', my)
      .item('under way', { ...my, state: 'in-progress' });
    built.item('far', { ...my, due: '2027-01-01' }).item('near', { ...my, due: '2026-12-01' });
    built.item('urgent', { ...my, rank: 'urgent' });
    built.item('deep', my).item('d', theirs).item('e', theirs).waits('d', 'deep').waits('d', 'up').waits('e', 'd');
    expect(order(built)).toEqual(['deep', 'near', 'far', 'urgent', 'under way', 'plain']);
  });

  test('[M5] each says what its place rests on', () => {
    const built = world().item('up', theirs).item('x', theirs).item('y', theirs);
    built.item('frees', my).waits('x', 'frees').item('waited', my).waits('y', 'waited').waits('y', 'up');
    built
      .item('dated', { ...my, due: '2026-12-01' })
      .item('high', { ...my, rank: 'high' })
      .item('plain', my);
    expect(next(built).map(({ reason }) => reason)).toEqual([
      { type: 'frees', count: 1 },
      { type: 'waiting', count: 1 },
      { type: 'date', by: '2026-12-01' },
      { type: 'rank', rank: 'high' },
      { type: 'nothing' },
    ]);
  });

  test('[M5] the nearest date of what waits down the chain counts, and the highest priority', () => {
    const built = world().item('a', { ...my, due: '2026-12-20', rank: 'low' });
    built
      .item('b', theirs)
      .item('c', { ...theirs, due: '2026-11-20', rank: 'high' })
      .waits('b', 'a')
      .waits('c', 'b');
    expect(next(built)).toMatchObject([{ by: '2026-11-20', late: true, rank: 'high' }]);
  });

  test('[M5] near miss: what is blocked, waits on what is not known, is closed or not mine, is not next', () => {
    const built = world()
      .item('up', theirs)
      .item('done', { ...theirs, state: 'done' });
    built.item('blocked', my).waits('blocked', 'up').item('what', my).waits('what', 'never-seen');
    built.item('closed', { ...my, state: 'done' }).item('unknown', { ...my, state: 'unknown' });
    built.item('ready', my).waits('ready', 'done').waits('ready', 'up', { hard: false });
    expect(order(built)).toEqual(['ready']);
    expect(order(built.owned('ready', noor))).toEqual([]);
  });

  test('[Q2] what rests on old knowledge is left out', () => {
    const built = world()
      .item('a', my)
      .item('old', my, { lastSeen: worldNow - 8 * day });
    built
      .item('b', my)
      .item('w', theirs, { lastSeen: worldNow - 8 * day })
      .waits('w', 'b');
    expect(order(built)).toEqual(['a']);
  });

  test('[Q4] what is set aside in its own list still counts', () => {
    const built = world().item('a', my).item('b', theirs).waits('b', 'a').as(dana);
    const [row] = mine(built).awaited;
    const asides = row === undefined ? [] : [asideOf(row, worldNow)];
    const view = mineViewOf(built.snapshot(), { coverage: { items: {} }, ask: [], asides });
    expect(view.awaited).toEqual([]);
    expect(view.next.map(({ item }) => short(item.key))).toEqual(['a']);
  });

  test('[M5] the first twenty', () => {
    const built = world();
    for (let at = 0; at < maxNext + 10; at += 1) built.item(String(at).padStart(2, '0'), my);
    built.item('zz', { ...my, rank: 'urgent' });
    expect(order(built)).toHaveLength(maxNext);
    expect(order(built).slice(0, 2)).toEqual(['zz', '00']);
  });

  test('[M5] people beside me: an account that is mine is not another person', () => {
    const both = { assignees: [{ handle: 'dana' }, { handle: 'noor' }] };
    const built = world().item('a', my).item('x', both).item('y', theirs).item('z', my);
    expect(next(built.waits('x', 'a').waits('y', 'a').waits('z', 'a'))[0]).toMatchObject({ frees: 3, people: 1 });
  });
});
