import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgesOf } from '../../lib/core/edges.ts';
import {
  cycleThrough,
  graphOf,
  openBlockers,
  rootBlockers,
  statusOf,
  waitersOf,
  waitsOn,
} from '../../lib/core/graph.ts';
import type { State } from '../../lib/core/item.ts';
import { stateIn } from '../../lib/core/item-view.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Edge } from '../../lib/core/snapshot.ts';
import { keyOf, world } from '../worlds.ts';

const graph = (built: ReturnType<typeof world>) => {
  const snapshot = built.snapshot();
  return graphOf(edgesOf(snapshot.links, snapshot.stated).edges, stateIn(snapshot));
};
const names = (keys: readonly ItemKey[]) => keys.map((key) => key.slice(key.indexOf('#') + 1));

describe('statusOf', () => {
  test.each([
    ['open', 'blocking'],
    ['in-progress', 'blocking'],
    ['done', 'cleared'],
    ['dropped', 'dropped'],
    ['unknown', 'unknown'],
  ] as const)('[D2] a blocker that is %s: %s', (state, status) => {
    expect(statusOf(state)).toBe(status);
  });
});

describe('chains', () => {
  const chain = () => world().item('a').item('b').item('c').item('d').waits('b', 'a').waits('c', 'b').waits('d', 'c');

  test('[M1] who waits: directly and through a chain, nearest first', () => {
    expect(waitersOf(graph(chain()), keyOf('a')).map(({ key, distance }) => [names([key])[0], distance])).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ]);
  });

  test('[D2] a closed item in between ends the chain', () => {
    expect(names(waitersOf(graph(chain().item('c', { state: 'done' })), keyOf('a')).map(({ key }) => key))).toEqual([
      'b',
    ]);
  });

  test('[D2] nobody waits on a closed item, and an item whose state is not known is not said to wait', () => {
    expect(waitersOf(graph(chain().item('a', { state: 'dropped' })), keyOf('a'))).toEqual([]);
    expect(waitersOf(graph(chain().item('b', { state: 'unknown' })), keyOf('a'))).toEqual([]);
  });

  test('[M1] soft dependencies make nobody wait', () => {
    expect(waitersOf(graph(world().item('a').item('b').waits('b', 'a', { hard: false })), keyOf('a'))).toEqual([]);
  });

  test('[D6] root blockers are the open items of the chain that wait on nothing', () => {
    const built = chain().item('e').waits('c', 'e');
    expect(names(rootBlockers(graph(built), keyOf('d')))).toEqual(['e', 'a']);
    expect(rootBlockers(graph(built), keyOf('a'))).toEqual([]);
  });

  test('[D5] a cycle is found from each of its items, and walks end', () => {
    const built = world()
      .item('a')
      .item('b')
      .item('c')
      .item('x')
      .waits('b', 'a')
      .waits('c', 'b')
      .waits('a', 'c')
      .waits('x', 'a');
    expect(names(cycleThrough(graph(built), keyOf('a')))).toEqual(['a', 'c', 'b']);
    expect(names(cycleThrough(graph(built), keyOf('b')))).toEqual(['b', 'a', 'c']);
    expect(cycleThrough(graph(built), keyOf('x'))).toEqual([]);
    expect(rootBlockers(graph(built), keyOf('x'))).toEqual([]);
    expect(waitsOn(graph(built), keyOf('x'))).toHaveLength(3);
  });

  test('[D5] a closed item opens the cycle', () => {
    const built = world().item('a').item('b', { state: 'done' }).waits('b', 'a').waits('a', 'b');
    expect(cycleThrough(graph(built), keyOf('a'))).toEqual([]);
  });

  test('a chain of 50,000 items is walked', () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => keyOf(String(index)));
    const edges = keys
      .slice(1)
      .map((blocked, index) => ({ blocker: keys[index], blocked, hard: true }) as unknown as Edge);
    const found = waitersOf(
      graphOf(edges, () => 'open'),
      keyOf('0'),
    );
    expect(found).toHaveLength(49_999);
  });
});

describe('laws', () => {
  const nets = fc.record({
    pairs: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 30 }),
    states: fc.array(fc.constantFrom<State>('open', 'in-progress', 'done', 'dropped', 'unknown'), {
      minLength: 10,
      maxLength: 10,
    }),
  });
  const netOf = ({ pairs, states }: { pairs: [number, number][]; states: State[] }) => {
    const built = world();
    for (const [index, state] of states.entries()) built.item(String(index), { state });
    for (const [blocked, blocker] of pairs) built.waits(String(blocked), String(blocker));
    return graph(built);
  };
  const all = Array.from({ length: 10 }, (_, index) => keyOf(String(index)));

  test('[M1] waiting is symmetric: b waits for a exactly where a is in what b waits on, for open ends', () => {
    fc.assert(
      fc.property(nets, (net) => {
        const built = netOf(net);
        for (const a of all) {
          const waiters = new Set(waitersOf(built, a).map(({ key }) => key));
          for (const b of all) {
            const open =
              ['open', 'in-progress'].includes(built.stateOf(b)) && ['open', 'in-progress'].includes(built.stateOf(a));
            const waits = open && a !== b && waitsOn(built, b).some(({ key }) => key === a);
            expect(waiters.has(b)).toBe(waits);
          }
        }
      }),
    );
  });

  test('[D5] a cycle is found wherever one starts in it', () => {
    fc.assert(
      fc.property(nets, (net) => {
        const built = netOf(net);
        for (const key of all) {
          const cycle = cycleThrough(built, key);
          for (const [index, at] of cycle.entries()) {
            const next = cycle[(index + 1) % cycle.length];
            expect(openBlockers(built, at).map(({ blocker }) => blocker)).toContain(next);
            expect(cycleThrough(built, at).length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  test('[D2] closing a blocker never blocks anything', () => {
    fc.assert(
      fc.property(nets, fc.integer({ min: 0, max: 9 }), (net, closed) => {
        const before = netOf(net);
        const after = netOf({ ...net, states: net.states.map((state, index) => (index === closed ? 'done' : state)) });
        for (const key of all)
          expect(openBlockers(after, key).length).toBeLessThanOrEqual(openBlockers(before, key).length);
      }),
    );
  });
});
