import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SettledPair } from '../../lib/core/annotation.ts';
import { edgesOf } from '../../lib/core/edges.ts';
import { itemViewOf, listedViewsOf } from '../../lib/core/item-view.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { mineRowsOf } from '../../lib/core/mine-rows.ts';
import { ownerOf } from '../../lib/core/owner.ts';
import { mainOf, saidOf, settledOf, withPair, workOf } from '../../lib/core/same-work.ts';
import type { ItemView } from '../../lib/core/view.ts';
import { dana, keyOf, noor, world } from '../worlds.ts';

const pair = (main: string, other: string, said: SettledPair['said'] = 'same'): SettledPair => {
  const [a = keyOf(main), b = keyOf(other)] = [keyOf(main), keyOf(other)].sort();
  return { items: [a, b], said, ...(said === 'same' || said === 'part' ? { main: keyOf(main) } : {}), at: 1 };
};
const works = (...pairs: readonly SettledPair[]) => settledOf(pairs);
const keys = (...names: readonly string[]): readonly ItemKey[] => names.map(keyOf);

describe('[W3] a piece of work', () => {
  test('is what pairs join, one after the other; its main one is behind no other', () => {
    const settled = works(pair('b', 'a'), pair('c', 'b'), pair('x', 'y'));
    expect(workOf(settled, keyOf('a'))).toEqual(keys('c', 'a', 'b'));
    expect(workOf(settled, keyOf('y'))).toEqual(keys('x', 'y'));
    expect(workOf(settled, keyOf('z'))).toEqual(keys('z'));
  });

  test('where pairs disagree about the main one, the first by key of those that are in question', () => {
    expect(mainOf(works(pair('b', 'a'), pair('c', 'a')), keyOf('a'))).toBe(keyOf('b'));
    expect(mainOf(works(pair('a', 'b'), pair('b', 'c'), pair('c', 'a')), keyOf('b'))).toBe(keyOf('a'));
  });

  test('other words about a pair make none', () => {
    const settled = works(pair('a', 'b', 'not'), pair('a', 'c', 'part'), pair('a', 'd', 'related'));
    expect(keys('a', 'b', 'c', 'd').map((key) => mainOf(settled, key))).toEqual(keys('a', 'b', 'c', 'd'));
    expect(saidOf(settled, keyOf('b'), keyOf('a'))?.said).toBe('not');
    expect(saidOf(settled, keyOf('b'), keyOf('c'))).toBeUndefined();
  });

  test('the order of the pairs does not matter, every item of a work has the same one, and it is in it', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const some = fc.array(
      fc.tuple(name, name).filter(([a, b]) => a !== b),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.func(fc.integer()), (named, weight) => {
        const pairs = named.map(([main, other]) => pair(main, other));
        const settled = settledOf(pairs);
        const shuffled = settledOf(pairs.toSorted((a, b) => weight(a) - weight(b)));
        expect(shuffled.works).toEqual(settled.works);
        for (const { items } of pairs) expect(mainOf(settled, items[0])).toBe(mainOf(settled, items[1]));
        for (const [key, work] of settled.works) expect(work).toContain(key);
      }),
    );
  });

  test('what would be settled: a new word takes the place of what was said of the two', () => {
    const before = works(pair('a', 'b', 'not'));
    expect(mainOf(withPair(before, pair('b', 'a')), keyOf('a'))).toBe(keyOf('b'));
    expect(mainOf(before, keyOf('a'))).toBe(keyOf('a'));
  });
});

const other = (list: ItemView['blockers']): readonly ItemKey[] => list.map((row) => row.other.key);

/** A ticket that waits on code, and a task that is the same work and that a launch waits on. */
const twins = () =>
  world()
    .item('ticket', { assignees: [dana] })
    .item('task', { assignees: [] })
    .item('code')
    .item('launch', { assignees: [noor] })
    .waits('ticket', 'code')
    .waits('launch', 'task')
    .same('ticket', 'task');

describe('[W3] what is known of one item of a work is shown on each', () => {
  test('owner, what it waits on and what waits on it', () => {
    for (const name of ['ticket', 'task']) {
      const view = itemViewOf(twins().snapshot(), keyOf(name));
      expect(view.item.key).toBe(keyOf(name));
      expect(view.item.owner).toMatchObject({ by: 'assigned', who: [{ handle: 'dana' }] });
      expect([other(view.blockers), other(view.dependents)]).toEqual([keys('code'), keys('launch')]);
      expect(view.chain.waitsFor.map(({ item }) => item.key)).toEqual(keys('code'));
      expect(listedViewsOf(twins().snapshot())(keyOf(name)).blockers).toHaveLength(1);
    }
  });

  test('where it comes from another item, that is said; the account stays that of its own site', () => {
    const snapshot = twins().item('asana:1', { assignees: [] }).same('ticket', 'asana:1').snapshot();
    expect(ownerOf(snapshot, keyOf('asana:1'))).toMatchObject({ of: keyOf('ticket'), who: [dana] });
    expect(ownerOf(snapshot, keyOf('ticket'))).not.toHaveProperty('of');
    expect(itemViewOf(snapshot, keyOf('task')).dependents[0]?.origins[0]).toMatchObject({
      ends: { blocker: keyOf('task'), blocked: keyOf('launch') },
    });
    expect(itemViewOf(snapshot, keyOf('task')).blockers[0]?.origins[0]).not.toHaveProperty('ends');
  });

  test('what was stated of either outranks what tools show, the main one’s word before the other’s', () => {
    const stated = twins().owned('task', noor);
    expect(ownerOf(stated.snapshot(), keyOf('ticket'))).toMatchObject({ by: 'stated', who: noor, of: keyOf('task') });
    expect(ownerOf(stated.owned('ticket', dana).snapshot(), keyOf('task'))).toMatchObject({ who: dana });
  });

  test('[O4] nobody’s only where the main one was seen without anybody, and no other has somebody', () => {
    const nobody = world().item('a', { assignees: [] }).item('b').same('a', 'b');
    expect(ownerOf(nobody.snapshot(), keyOf('b')).by).toBe('nobody');
    expect(ownerOf(world().item('a').item('b', { assignees: [] }).same('a', 'b').snapshot(), keyOf('b')).by).toBe(
      'unknown',
    );
  });

  test('the others of the work are named, the main one as such; a link between them is not shown as well', () => {
    const view = itemViewOf(twins().link('task', 'relates', 'ticket').snapshot(), keyOf('task'));
    expect(view.sameWork).toMatchObject([
      { other: { key: keyOf('ticket') }, main: true, pair: keys('task', 'ticket') },
    ]);
    expect(view.related).toEqual([]);
  });
});

describe('[W3] edges of a work', () => {
  test('the same edge of two of its items is one, with both origins; what would join it with itself is none', () => {
    const { links, stated, settled } = twins()
      .waits('task', 'code')
      .waits('task', 'ticket')
      .states('launch', 'ticket')
      .snapshot();
    const { edges } = edgesOf(links, stated, settled);
    expect(edges.map(({ blocker, blocked, origins }) => [blocker, blocked, origins.length])).toEqual([
      [keyOf('code'), keyOf('ticket'), 2],
      [keyOf('ticket'), keyOf('launch'), 2],
    ]);
  });

  test('[D3] the latest word about any of its items decides; a denial says of which it was said', () => {
    const said = twins().states('launch', 'task', { at: 5 }).states('launch', 'ticket', { said: 'no', at: 9 });
    const view = itemViewOf(said.snapshot(), keyOf('task'));
    expect(view.dependents).toEqual([]);
    expect(view.denied).toMatchObject([{ blocker: { key: keyOf('ticket') }, blocked: { key: keyOf('launch') } }]);
    const taken = said.states('launch', 'task', { said: 'no', at: 12 });
    expect(itemViewOf(taken.snapshot(), keyOf('ticket')).denied[0]?.ends).toEqual({
      blocker: keyOf('task'),
      blocked: keyOf('launch'),
    });
    expect(itemViewOf(said.states('launch', 'task', { at: 13 }).snapshot(), keyOf('ticket')).dependents).toHaveLength(
      1,
    );
  });
});

test('[M1] [W3] what waits on either item waits on the one who answers for the work; it is one row', () => {
  const rows = mineRowsOf(twins().as(dana).snapshot());
  expect(rows.me.map(({ item, waiters }) => [item.key, waiters.map((one) => one.item.key)])).toEqual([
    [keyOf('ticket'), keys('launch')],
  ]);
  expect(rows.waiting.map(({ item, on }) => [item.key, on.key])).toEqual([[keyOf('ticket'), keyOf('code')]]);
  expect(mineRowsOf(twins().as(noor).snapshot()).waiting.map(({ on }) => on.key)).toEqual(keys('ticket'));
});

test('[M1] [W3] mine through an item that is not the main one, whose main one was never seen', () => {
  const built = world()
    .item('task', { assignees: [dana] })
    .item('launch', { assignees: [noor] });
  const rows = mineRowsOf(built.waits('launch', 'task').same('ticket', 'task').as(dana).snapshot());
  expect(rows.waiting).toEqual([]);
  expect(mineRowsOf(built.as(noor).snapshot()).waiting.map(({ on, status }) => [on.key, status])).toEqual([
    [keyOf('ticket'), 'unknown'],
  ]);
});

test('[W2] part, related and not the same are shown as such', () => {
  const built = world().item('a').item('b').item('c').item('d');
  const snapshot = built
    .settled('a', 'part', 'b')
    .settled('a', 'related', 'c')
    .settled('a', 'not', 'd')
    .link('a', 'mentions', 'c')
    .snapshot();
  const view = itemViewOf(snapshot, keyOf('a'));
  expect(view.related.map(({ kind, other: item, stated }) => [kind, item.key, stated])).toEqual([
    ['has-part', keyOf('b'), true],
    ['relates', keyOf('c'), true],
  ]);
  expect(view.apart?.map(({ key }) => key)).toEqual(keys('d'));
  expect(itemViewOf(snapshot, keyOf('b')).related.map(({ kind }) => kind)).toEqual(['part-of']);
});
