import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { State } from '../../../lib/core/item.ts';
import { isOpen, type NetItem, waitedFor } from '../../../lib/core/net/item.ts';
import { buildNet, type Net } from '../../../lib/core/net/net.ts';
import { allWaiters, circleThrough, rootsOf, stepsToWaiters } from '../../../lib/core/net/walk.ts';
import { itemOf, net } from '../../nets.ts';
import { keyOf } from '../../worlds.ts';

const names = (items: readonly NetItem[]) => items.map(({ key }) => key.slice(key.indexOf('#') + 1));

describe('chains', () => {
  const chain = () => net().item('a').item('b').item('c').item('d').waits('b', 'a').waits('c', 'b').waits('d', 'c');
  const waiters = (built: ReturnType<typeof net>, name = 'a') => names(allWaiters(itemOf(built.build(), name)));

  test('[M1] who waits: directly and through a chain, nearest first, with the wait that leads there', () => {
    const steps = stepsToWaiters(itemOf(chain().waits('d', 'a').build(), 'a'));
    expect(steps.map(({ item, distance, over }) => [names([item])[0], distance, names([over.blocker])[0]])).toEqual([
      ['b', 1, 'a'],
      ['d', 1, 'a'],
      ['c', 2, 'b'],
    ]);
  });

  test('reached over two waits at once, the first in order counts', () => {
    const built = net().item('a').item('c').item('b').item('d').waits('d', 'c').waits('d', 'b');
    const steps = stepsToWaiters(itemOf(built.waits('c', 'a').waits('b', 'a').build(), 'a'));
    expect(steps.map(({ over }) => names([over.blocker])[0])).toEqual(['a', 'a', 'b']);
  });

  test('[D2] a closed item in between ends the chain', () => {
    expect(waiters(chain().item('c', { state: 'done' }))).toEqual(['b']);
  });

  test('[D2] nobody waits on a closed item, and an item whose state is not known is not said to wait', () => {
    expect(waiters(chain().item('a', { state: 'dropped' }))).toEqual([]);
    expect(waiters(chain().item('b', { state: 'unknown' }))).toEqual([]);
  });

  test('[M1] soft dependencies make nobody wait', () => {
    expect(waiters(net().item('a').item('b').waits('b', 'a', { hard: false }))).toEqual([]);
  });

  test('[D6] root blockers are the open items of the chain that wait on nothing', () => {
    const built = chain().item('e').waits('c', 'e').build();
    expect(names(rootsOf(itemOf(built, 'd')))).toEqual(['e', 'a']);
    expect(rootsOf(itemOf(built, 'a'))).toEqual([]);
  });

  test('[D6] [K3] what is not known to be open is no root', () => {
    const built = chain().waits('a', 'never-seen').build();
    expect(names(rootsOf(itemOf(built, 'd')))).toEqual(['a']);
  });

  test('[D5] the shortest circle is found from each of its items, and walks end', () => {
    const built = net()
      .item('a')
      .item('b')
      .item('c')
      .item('x')
      .waits('b', 'a')
      .waits('c', 'b')
      .waits('a', 'c')
      .waits('x', 'a')
      .item('d')
      .waits('a', 'd')
      .waits('d', 'c')
      .build();
    expect(names(circleThrough(itemOf(built, 'a')))).toEqual(['a', 'c', 'b']);
    expect(names(circleThrough(itemOf(built, 'b')))).toEqual(['b', 'a', 'c']);
    expect(names(circleThrough(itemOf(built, 'd')))).toEqual(['d', 'c', 'b', 'a']);
    expect(circleThrough(itemOf(built, 'x'))).toEqual([]);
    expect(rootsOf(itemOf(built, 'x'))).toEqual([]);
  });

  test('[D5] a closed item opens the circle', () => {
    const built = net().item('a').item('b', { state: 'done' }).waits('b', 'a').waits('a', 'b').build();
    expect(circleThrough(itemOf(built, 'a'))).toEqual([]);
  });

  test('a chain of 50,000 items is walked', () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => keyOf(String(index)));
    const built = buildNet({
      items: keys.map((key) => ({ key, facts: { state: 'open' } })),
      waits: keys
        .slice(1)
        .map((blocked, index) => ({ blocker: keyOf(String(index)), blocked, wait: { hard: true, since: 0 } })),
    });
    expect(allWaiters(itemOf(built, '0'))).toHaveLength(49_999);
    expect(names(rootsOf(itemOf(built, '49999')))).toEqual(['0']);
  });
});

describe('laws', () => {
  const nets = fc
    .record({
      pairs: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 30 }),
      states: fc.array(fc.constantFrom<State>('open', 'in-progress', 'done', 'dropped', 'unknown'), {
        minLength: 10,
        maxLength: 10,
      }),
    })
    .map(({ pairs, states }): Net => {
      const built = net();
      for (const [index, state] of states.entries()) built.item(String(index), { state });
      const distinct = new Map(pairs.map(([blocked, blocker]) => [`${blocked}|${blocker}`, [blocked, blocker]]));
      for (const [blocked, blocker] of distinct.values()) built.waits(String(blocked), String(blocker));
      return built.build();
    });

  /** What the definition says, one step at a time: b waits for a. */
  const waitsFor = (b: NetItem, a: NetItem): boolean => {
    const reached = new Set<NetItem>([b]);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const at of [...reached]) for (const { blocker } of waitedFor(at)) reached.add(blocker);
    }
    return a !== b && reached.has(a);
  };

  test('[M1] the waiters of an item are those that wait for it, each once', () => {
    fc.assert(
      fc.property(nets, (built) => {
        const all = [...built.items()];
        for (const a of all) {
          const waiters = allWaiters(a);
          expect(new Set(waiters).size).toBe(waiters.length);
          expect(new Set(waiters)).toEqual(new Set(all.filter((b) => waitsFor(b, a))));
        }
      }),
    );
  });

  test('[D6] roots are open, waited for, and wait on nothing; an item that waits has one, or waits in or on a circle', () => {
    fc.assert(
      fc.property(nets, (built) => {
        for (const item of built.items()) {
          const roots = rootsOf(item);
          for (const root of roots) {
            expect(isOpen(root) && waitsFor(item, root)).toBe(true);
            expect(waitedFor(root)).toEqual([]);
          }
          if (waitedFor(item).length === 0 || roots.length > 0) continue;
          expect([...built.items()].some((at) => at.cycle !== undefined && (at === item || waitsFor(item, at)))).toBe(
            true,
          );
        }
      }),
    );
  });

  test('[D5] a circle is found wherever one starts in it, and each of it waits on the next', () => {
    fc.assert(
      fc.property(nets, (built) => {
        for (const item of built.items()) {
          const circle = circleThrough(item);
          expect(circle.length > 0).toBe(item.cycle !== undefined);
          for (const [index, at] of circle.entries()) {
            const next = circle[(index + 1) % circle.length];
            expect(waitedFor(at).map(({ blocker }) => blocker)).toContain(next);
          }
        }
      }),
    );
  });

  test('[M1] each is as far as its shortest chain, one farther than where it was reached from, nearest first', () => {
    fc.assert(
      fc.property(nets, (built) => {
        for (const item of built.items()) {
          const distances = new Map([[item, 0]]);
          for (const { item: at, distance, over } of stepsToWaiters(item)) {
            expect(over.blocked).toBe(at);
            expect(distances.get(over.blocker)).toBe(distance - 1);
            // None that waits for it was nearer.
            for (const { blocker } of waitedFor(at))
              expect(distances.get(blocker) ?? distance).toBeGreaterThanOrEqual(distance - 1);
            distances.set(at, distance);
          }
          const order = [...distances.values()];
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('[D5] no circle through an item is shorter than the one that is told', () => {
    fc.assert(
      fc.property(nets, (built) => {
        for (const item of built.items()) {
          const ahead = waitedFor(item).map(({ blocker }) =>
            stepsToWaiters(item).find((step) => step.item === blocker),
          );
          const back = ahead.flatMap((step) => step?.distance ?? []);
          if (back.length > 0) expect(circleThrough(item)).toHaveLength(Math.min(...back) + 1);
        }
      }),
    );
  });

  test('what is told does not depend on the order in which waits are told', () => {
    fc.assert(
      fc.property(nets, (built) => {
        const other = buildNet({
          items: [...built.items()].reverse().map(({ key, facts }) => ({ key, facts })),
          waits: [...built.items()].reverse().flatMap(({ blockers }) =>
            [...blockers].reverse().map(({ blocker, blocked, ...wait }) => ({
              blocker: blocker.key,
              blocked: blocked.key,
              wait,
            })),
          ),
        });
        for (const item of built.items()) {
          const again = other.item(item.key);
          if (again === undefined) throw new Error(`no ${item.key}`);
          expect(stepsToWaiters(again).map(told)).toEqual(stepsToWaiters(item).map(told));
          expect(names(rootsOf(again))).toEqual(names(rootsOf(item)));
          expect(names(circleThrough(again))).toEqual(names(circleThrough(item)));
        }
      }),
    );
  });
});

const told = ({ item, distance, over }: ReturnType<typeof stepsToWaiters>[number]) => [
  ...names([item, over.blocker]),
  distance,
];
