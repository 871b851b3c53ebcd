import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../lib/core/item.ts';
import type { Item } from '../../lib/core/snapshot.ts';
import { answersOf, joinFacts, joinItems, updateFacts } from '../../lib/store/facts.ts';
import { api45, minute, noon, task } from './fresh.ts';

const see = (known: Item['facts'], facts: Facts, at: number, from: 'item' | 'list' = 'item') =>
  updateFacts(known, { key: api45, facts, from }, at);

test('[K4] what the own page says outranks a row of the same page; a later row outranks it again', () => {
  const own = see({}, { title: 'Whole title' }, noon).facts;
  expect(see(own, { title: 'Whole…' }, noon, 'list').facts.title?.value).toBe('Whole title');
  expect(see(own, { title: 'New title' }, noon + 1, 'list').facts.title).toMatchObject({
    value: 'New title',
    from: 'list',
  });
});

test('people in another order are no change; somebody else is one', () => {
  const [a, b] = [{ handle: 'a' }, { handle: 'b' }];
  const known = see({}, { assignees: [a, b] }, noon).facts;
  expect(see(known, { assignees: [b, a] }, noon + 1).changes).toEqual([]);
  expect(see(known, { assignees: [b] }, noon + 1).changes).toMatchObject([{ before: [a, b], after: [b] }]);
});

test('what becomes known for the first time is no change', () => {
  expect(see({}, { state: 'open', due: null }, noon)).toMatchObject({ changed: true, changes: [] });
});

test('an account that becomes known behind a name changes the fact, and nothing is logged', () => {
  const known = see({}, { assignees: [{ name: 'Dana' }] }, noon).facts;
  const next = see(known, { assignees: [{ name: 'Dana', handle: 'dana' }] }, noon + 1);
  expect(next).toMatchObject({
    changed: true,
    changes: [],
    facts: { assignees: { value: [{ handle: 'dana' }], since: noon } },
  });
});

describe('who may answer for an item', () => {
  const known = (facts: Facts) => see({}, facts, noon).facts;

  test("assignees and requested reviewers, by account and by name, on the item's site", () => {
    expect(
      answersOf(
        api45,
        known({ assignees: [{ handle: 'dana', name: 'Dana R' }], reviewers: [{ handle: 'core', kind: 'team' }] }),
      ),
    ).toEqual(['github:github.com:dana', 'github:github.com:~dana r', 'github:github.com:team:core']);
    expect(answersOf(task, known({ assignees: [{ name: 'Kim' }] }))).toEqual(['asana:asana:~kim']);
  });

  test('nobody, once it is closed; not known whether it is: they still may', () => {
    expect(answersOf(api45, known({ state: 'dropped', assignees: [{ handle: 'dana' }] }))).toEqual([]);
    expect(answersOf(api45, known({ state: 'unknown', assignees: [{ handle: 'dana' }] }))).toHaveLength(1);
  });
});

describe('two readings of one item', () => {
  const factsArbitrary = fc
    .dictionary(
      fc.constantFrom('title', 'word', 'branch'),
      fc.record({
        value: fc.constantFrom('a', 'b'),
        at: fc.integer({ min: 0, max: 2 }),
        from: fc.constantFrom('item', 'list'),
      }),
    )
    .map((facts) => facts as Item['facts']);

  test('join to the same whatever the order, and once is enough', () => {
    fc.assert(
      fc.property(factsArbitrary, factsArbitrary, factsArbitrary, (a, b, c) => {
        expect(joinFacts(a, b)).toEqual(joinFacts(b, a));
        expect(joinFacts(joinFacts(a, b), c)).toEqual(joinFacts(a, joinFacts(b, c)));
        expect(joinFacts(a, a)).toEqual(a);
      }),
    );
  });

  test('keep the first and the last sighting, and the latest drift', () => {
    const item = (at: number, drift?: Item['drift']): Item => ({
      key: api45,
      facts: {},
      firstSeen: at,
      lastSeen: at + minute,
      ...(drift === undefined ? {} : { drift }),
    });
    const old = item(noon, { at: 1, missing: ['a'] });
    const late = item(noon + minute, { at: 2, missing: ['b'] });
    expect(joinItems(api45, late, old)).toEqual({
      key: api45,
      facts: {},
      firstSeen: noon,
      lastSeen: noon + 2 * minute,
      drift: { at: 2, missing: ['b'] },
    });
  });
});
