import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { State } from '../../../lib/core/item.ts';
import type { NetEdit } from '../../../lib/core/net/edit.ts';
import { isActive, isOpen, isReady, type NetFacts } from '../../../lib/core/net/item.ts';
import { buildNet, type Net } from '../../../lib/core/net/net.ts';
import { answersOf, anyEdit } from '../../nets.ts';
import { dana, keyOf, noor } from '../../worlds.ts';

const names = Array.from({ length: 9 }, (_, at) => String.fromCharCode(97 + at));
const name = fc.constantFrom(...names);
const states: readonly State[] = ['open', 'open', 'in-progress', 'done', 'dropped', 'unknown'];
const day = fc.constantFrom('2026-11-20', '2026-11-27', '2026-12-04', '2026-12-11');

const facts: fc.Arbitrary<NetFacts> = fc
  .record({
    state: fc.constantFrom(...states),
    due: fc.option(fc.option(day), { nil: undefined }),
    assigned: fc.option(fc.subarray([dana, noor]), { nil: undefined }),
  })
  .map(({ state, due, assigned }) => ({
    state,
    seen: 0,
    ...(due === undefined ? {} : { due }),
    ...(assigned === undefined ? {} : { assigned }),
  }));

const wait = fc.record({ hard: fc.boolean(), needed: fc.option(day, { nil: undefined }) }).map(({ hard, needed }) => ({
  hard: hard || needed !== undefined,
  since: 0,
  ...(needed === undefined ? {} : { needed }),
}));

const edit = anyEdit({ name, facts, wait });
const edits = fc.array(edit, { maxLength: 60, size: 'max' });

/** What stands after all edits, as one. */
const last = (all: readonly NetEdit[]): NetEdit => {
  const items = new Map(all.flatMap((one) => one.items ?? []).map((one) => [one.key, one]));
  const waits = new Map(
    all.flatMap((one) => one.waits ?? []).map((one) => [`${one.blocker}|${one.blocked}`, one] as const),
  );
  const code = new Map(all.flatMap((one) => one.code ?? []).map((one) => [`${one.code}|${one.ticket}`, one] as const));
  return {
    items: [...items.values()].filter(({ facts: put }) => put !== null),
    waits: [...waits.values()].filter((one) => one.wait !== null),
    code: [...code.values()].filter(({ stands }) => stands),
  };
};

const grown = (all: readonly NetEdit[]): Net => {
  const built = buildNet({});
  for (const one of all) built.apply(one);
  return built;
};

describe('the net', () => {
  test('changed edit by edit it says what building it anew says, at every step', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const built = buildNet({});
        for (const [at, one] of all.entries()) {
          built.apply(one);
          expect(answersOf(built)).toEqual(answersOf(buildNet(last(all.slice(0, at + 1)))));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('an edit tells every item about which something is different', () => {
    fc.assert(
      fc.property(edits, edit, (all, one) => {
        const [before, after] = [grown(all), grown(all)];
        const changed = new Set([...after.apply(one).items].map(({ key }) => key));
        const was = new Map((answersOf(before) as { key: string }[]).map((said) => [said.key, said]));
        const is = new Map((answersOf(after) as { key: string }[]).map((said) => [said.key, said]));
        for (const key of new Set([...was.keys(), ...is.keys()]))
          if (!changed.has(key as never)) expect(is.get(key)).toEqual(was.get(key));
      }),
    );
  });

  test('the result does not depend on the order of the input', () => {
    fc.assert(
      fc.property(edits, fc.integer(), (all, seed) => {
        const whole = last(all);
        const shuffled = <Value>(values: readonly Value[] = []): Value[] =>
          values
            .map((value, at) => [Math.sin(seed + at * 7), value] as const)
            .sort(([a], [b]) => a - b)
            .map(([, value]) => value);
        const mixed = { items: shuffled(whole.items), waits: shuffled(whole.waits), code: shuffled(whole.code) };
        expect(answersOf(buildNet(mixed))).toEqual(answersOf(buildNet(whole)));
      }),
    );
  });

  test('[M5] the order respects every open hard wait', () => {
    fc.assert(
      fc.property(edits, (all) => {
        for (const item of grown(all).items())
          for (const one of item.blockers)
            if (isActive(one))
              expect(item.wave === Number.POSITIVE_INFINITY || item.wave > one.blocker.wave).toBe(true);
      }),
    );
  });

  test('[D5] a circle is found wherever one starts', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const built = grown(all);
        for (const start of built.items()) {
          const seen = new Set<unknown>();
          const ahead = start.blockers.filter(isActive).map(({ blocker }) => blocker);
          for (let item = ahead.pop(); item !== undefined; item = ahead.pop()) {
            if (seen.has(item)) continue;
            seen.add(item);
            ahead.push(...item.blockers.filter(isActive).map(({ blocker }) => blocker));
          }
          expect(start.cycle !== undefined).toBe(seen.has(start));
        }
      }),
    );
  });

  test('[D1] one more wait never makes a blocked item ready', () => {
    fc.assert(
      fc.property(edits, name, name, wait, (all, blocker, blocked, put) => {
        const built = grown(all);
        const blockedBefore = [...built.items()].filter((item) => isOpen(item) && !isReady(item)).map(({ key }) => key);
        const there = built.item(keyOf(blocked))?.blockers.some((one) => one.blocker.key === keyOf(blocker));
        if (there === true) return;
        built.apply({ waits: [{ blocker: keyOf(blocker), blocked: keyOf(blocked), wait: put }] });
        for (const key of blockedBefore) expect(isReady(built.item(key) as never)).toBe(false);
      }),
    );
  });

  test('[D2] closing a blocker never blocks anything', () => {
    fc.assert(
      fc.property(edits, name, fc.constantFrom('done' as const, 'dropped' as const), (all, closing, state) => {
        const built = grown(all);
        const ready = [...built.items()].filter(isReady).map(({ key }) => key);
        built.apply({ items: [{ key: keyOf(closing), facts: { state, seen: 0 } }] });
        for (const key of ready) if (key !== keyOf(closing)) expect(isReady(built.item(key) as never)).toBe(true);
      }),
    );
  });

  test('[K3] what is not known is never taken for done: what waits on it is not ready', () => {
    fc.assert(
      fc.property(edits, (all) => {
        for (const item of grown(all).items())
          if (item.blockers.some(({ hard, blocker }) => hard && blocker.facts.state === 'unknown'))
            expect(isReady(item)).toBe(false);
      }),
    );
  });
});
