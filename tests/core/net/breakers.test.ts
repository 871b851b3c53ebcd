import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Breakers, breakersOf } from '../../../lib/core/net/breakers.ts';
import type { Cycle, Wait } from '../../../lib/core/net/item.ts';
import type { Net } from '../../../lib/core/net/net.ts';
import { buildNet } from '../../../lib/core/net/net.ts';
import { itemOf, net } from '../../nets.ts';
import { keyOf, worldStart } from '../../worlds.ts';

const named = ({ waits }: Breakers) => waits.map((wait) => `${nameOf(wait.blocked)} on ${nameOf(wait.blocker)}`);
const nameOf = ({ key }: Wait['blocker']): string => key.slice(keyOf('').length);
const cycleAt = (built: Net, name: string): Cycle => {
  const { cycle } = itemOf(built, name);
  if (cycle === undefined) throw new Error(`no circle at ${name}`);
  return cycle;
};
const open = (...names: readonly string[]) => {
  const work = net();
  for (const name of names) work.item(name);
  return work;
};

describe('breakersOf', () => {
  test('[D5] each wait of a plain circle opens it; the youngest first, of one age in order', () => {
    const built = open('a', 'b', 'c')
      .waits('a', 'b')
      .waits('b', 'c', { since: worldStart + 2 })
      .waits('c', 'a')
      .build();
    const breakers = breakersOf(cycleAt(built, 'b'));
    expect(breakers.cut).toBe('any');
    expect(named(breakers)).toEqual(['b on c', 'c on a', 'a on b']);
  });

  test('[D5] where two circles share one wait, that one opens both', () => {
    const built = open('a', 'b', 'c', 'd')
      .waits('a', 'b')
      .waits('b', 'c')
      .waits('c', 'a')
      .waits('b', 'd')
      .waits('d', 'a')
      .build();
    const breakers = breakersOf(cycleAt(built, 'a'));
    expect(breakers.cut).toBe('any');
    expect(named(breakers)).toEqual(['a on b']);
  });

  test('[D5] where none alone opens it, those that do together, of each circle the youngest', () => {
    const built = open('a', 'b', 'c')
      .waits('a', 'b')
      .waits('b', 'a', { since: worldStart + 1 })
      .waits('b', 'c', { since: worldStart + 2 })
      .waits('c', 'b')
      .build();
    const breakers = breakersOf(cycleAt(built, 'c'));
    expect(breakers.cut).toBe('all');
    expect(named(breakers)).toEqual(['b on c', 'b on a']);
  });

  test('[D5] of many that open it three are told', () => {
    const names = Array.from({ length: 40 }, (_, at) => String(at));
    const work = open(...names);
    for (const [at, name] of names.entries()) work.waits(name, names[(at + 1) % 40] ?? '');
    expect(breakersOf(cycleAt(work.build(), '7')).waits).toHaveLength(3);
  });

  test('[D5] of large knots as well, only together what is told opens them', () => {
    const work = net();
    const at = (number: number): string => String(number).padStart(3, '0');
    for (let number = 1; number < 150; number += 1)
      work
        .item(at(number))
        .waits(at(number), at(number - 1))
        .waits(at(number - 1), at(number));
    const breakers = breakersOf(cycleAt(work.item(at(0)).build(), at(5)));
    expect(breakers.cut).toBe('all');
    expect(named(breakers).sort()).toEqual(
      Array.from({ length: 149 }, (_, number) => `${at(number + 1)} on ${at(number)}`),
    );
  });

  test('[D5] a circle too large to try each wait is opened all the same, and one cut that opens it is told as such', () => {
    const size = 30_000;
    const built = buildNet({
      items: Array.from({ length: size }, (_, at) => ({ key: keyOf(String(at)), facts: { state: 'open' as const } })),
      waits: Array.from({ length: size }, (_, at) => ({
        blocker: keyOf(String((at + 1) % size)),
        blocked: keyOf(String(at)),
        wait: { hard: true, since: 0 },
      })),
    });
    const breakers = breakersOf(cycleAt(built, '5'));
    expect(breakers).toMatchObject({ cut: 'any', waits: { length: 1 } });
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const pairs = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.boolean(), fc.integer({ min: 0, max: 3 })),
  { selector: ([blocked, blocker]) => `${blocked} ${blocker}`, maxLength: 20, size: 'max' },
);
type Pairs = readonly (readonly [blocked: string, blocker: string, hard: boolean, since: number])[];

const built = (all: Pairs): Net => {
  const work = open(...names);
  for (const [blocked, blocker, hard, since] of all) work.waits(blocked, blocker, { hard, since });
  return work.build();
};

/** What is left of the net without some waits. */
const without = (all: Pairs, cut: readonly Wait[]): Net =>
  built(
    all.filter(
      ([blocked, blocker]) => !cut.some((wait) => nameOf(wait.blocked) === blocked && nameOf(wait.blocker) === blocker),
    ),
  );

/** Of the items that were in the circle, whether any is in one. */
const isStillClosed = (net: Net, { members }: Cycle): boolean =>
  members.some(({ key }) => net.item(key)?.cycle !== undefined);

const eachCycle = (holds: (cycle: Cycle, all: Pairs) => void): void => {
  fc.assert(
    fc.property(pairs, (all) => {
      const cycles = new Set([...built(all).items()].flatMap(({ cycle }) => cycle ?? []));
      for (const cycle of cycles) holds(cycle, all);
    }),
  );
};

describe('laws', () => {
  test('[D5] any: each alone opens the circle. all: no single wait does, and of these none may be left', () => {
    eachCycle((cycle, all) => {
      const { cut, waits } = breakersOf(cycle);
      expect(waits.length).toBeGreaterThan(0);
      if (cut === 'any') {
        for (const wait of waits) expect(isStillClosed(without(all, [wait]), cycle)).toBe(false);
        return;
      }
      expect(isStillClosed(without(all, waits), cycle)).toBe(false);
      for (const left of waits) {
        const others = waits.filter((wait) => wait !== left);
        expect(isStillClosed(without(all, others), cycle)).toBe(true);
      }
      const inside = cycle.members.flatMap(({ blockers }) => blockers.filter((wait) => wait.hard));
      for (const wait of inside) expect(isStillClosed(without(all, [wait]), cycle)).toBe(true);
    });
  });

  test('[D5] they are waits within the circle, and the same in any order of the waits', () => {
    eachCycle((cycle, all) => {
      const breakers = breakersOf(cycle);
      for (const { hard, blocker, blocked } of breakers.waits)
        expect([hard, cycle.members.includes(blocker), cycle.members.includes(blocked)]).toEqual([true, true, true]);
      const [first] = cycle.members;
      const again = breakersOf(cycleAt(built([...all].reverse()), nameOf(first)));
      expect([again.cut, named(again)]).toEqual([breakers.cut, named(breakers)]);
    });
  });
});
