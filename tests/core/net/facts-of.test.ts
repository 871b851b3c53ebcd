import { describe, expect, test } from 'vitest';
import type { Ownership } from '../../../lib/core/annotation.ts';
import { netFactsOf } from '../../../lib/core/net/facts-of.ts';
import type { Account } from '../../../lib/core/person.ts';
import type { FactChange, Item, Known } from '../../../lib/core/snapshot.ts';
import { dana, keyOf, noor } from '../../worlds.ts';

const first = Date.parse('2026-11-02T09:00Z');
const second = Date.parse('2026-11-10T09:00Z');
const third = Date.parse('2026-11-20T09:00Z');

/** Seen once, or first and last. */
const known = <Value>(value: Value, at: number = third, since?: number): Known<Value> => ({
  value,
  at,
  from: 'item',
  ...(since === undefined ? {} : { since }),
});
const item = (facts: Item['facts'], lastSeen: number = third): Item => ({
  key: keyOf('a'),
  facts,
  firstSeen: first,
  lastSeen,
});
const changed = (field: FactChange['field'], before: unknown, after: unknown, at: number): FactChange => ({
  key: keyOf('a'),
  field,
  before,
  after,
  at,
});
const owned = (who: Account | null, more: Partial<Ownership> = {}): Ownership => ({
  item: keyOf('a'),
  role: 'owner',
  who,
  accepted: true,
  at: first,
  ...more,
});
const factsOf = (facts: Item['facts'], changes: readonly FactChange[] = []) => netFactsOf(item(facts), [], changes);

describe('what was seen', () => {
  test('[K3] nothing is known of what was never seen, and of what was seen only that', () => {
    expect(netFactsOf(undefined, [], [])).toBeUndefined();
    expect(Object.keys(factsOf({}) ?? {}).sort()).toEqual(['seen', 'state']);
    expect(factsOf({})?.state).toBe('unknown');
  });

  test('[K4] seen to be empty is not unknown', () => {
    expect(factsOf({ due: known(null), priority: known(null), assignees: known([]) })).toMatchObject({
      due: null,
      rank: null,
      assigned: [],
    });
    expect(factsOf({ priority: known({ word: 'Customer escalation' }) })?.rank).toBeNull();
  });

  test('people have their accounts on the item’s site', () => {
    const { tool, site } = dana;
    expect(
      factsOf({
        assignees: known([{ handle: 'dana' }]),
        author: known({ name: 'Noor' }),
        reviewers: known([{ handle: 'noor' }]),
      }),
    ).toMatchObject({
      assigned: [{ tool, site, handle: 'dana' }],
      author: { tool, site, name: 'Noor' },
      reviewers: [{ tool, site, handle: 'noor' }],
    });
  });

  test('a review is asked for since these people were first seen to be asked; of nobody it is not', () => {
    expect(factsOf({ reviewers: known([{ handle: 'noor' }], third, second) })?.asked).toBe(second);
    expect(factsOf({ reviewers: known([{ handle: 'noor' }]) })?.asked).toBe(third);
    expect(factsOf({ reviewers: known([]) })).not.toHaveProperty('asked');
  });

  test('seen counts by the day, which is the same one in Berlin and in Seattle', () => {
    const at = (text: string) => netFactsOf(item({}, Date.parse(text)), [], [])?.seen ?? 0;
    expect(at('2026-11-20T08:00Z')).toBe(at('2026-11-20T17:30Z'));
    const dayIn = (timeZone: string) => new Date(at('2026-11-20T17:00Z')).toLocaleDateString('sv', { timeZone });
    expect(['Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo'].map(dayIn)).toEqual(Array(3).fill('2026-11-20'));
  });
});

describe('who owns it', () => {
  test('[O2] [O3] as stated, with whether it is accepted and who else was named', () => {
    expect(netFactsOf(undefined, [owned(noor, { accepted: false, rivals: [dana] })], [])).toEqual({
      state: 'unknown',
      owner: { who: noor, accepted: false, rivals: [dana] },
    });
  });

  test('[O1] other roles are none, and neither is a word that was taken back', () => {
    expect(netFactsOf(item({}), [owned(noor, { role: 'backup' }), owned(null)], [])).not.toHaveProperty('owner');
    expect(netFactsOf(undefined, [owned(null)], [])).toBeUndefined();
  });
});

describe('when it moved', () => {
  const at = (text: string) => ({ value: text, at: third, from: 'item' }) as const;

  test('the tool’s own word counts, not when we first looked', () => {
    const facts = { updated: at('2026-10-01T08:00:00Z'), state: known('in-progress' as const), title: known('Pay') };
    expect(factsOf(facts)?.moved).toBe(Date.parse('2026-10-01T08:00:00Z'));
  });

  test('what was first seen after the tool’s word is a later sign', () => {
    const told = { ...at('2026-10-01T08:00:00Z'), at: second };
    expect(factsOf({ updated: told, state: known('in-progress' as const) })?.moved).toBe(third);
    expect(factsOf({ updated: told, state: known('in-progress' as const, third, first) })?.moved).toBe(
      Date.parse(told.value),
    );
  });

  test('without its word, the first sighting of the newest of what it says', () => {
    const state = known('in-progress' as const, third, second);
    expect(factsOf({ state, title: known('Pay', third, first) })?.moved).toBe(second);
    expect(factsOf({ state, updated: at('yesterday') })?.moved).toBe(second);
  });

  test('[K3] what is no sign of work does not count, and without any sign it is not known', () => {
    expect(factsOf({ labels: known(['x']), author: known({ handle: 'dana' }) })).not.toHaveProperty('moved');
  });
});

describe('when it was closed, and open again', () => {
  const done = { state: known('done' as const) };
  const open = { state: known('open' as const) };
  const told = (value: string, seen: number = third) => ({ closed: known(value, seen) });

  test('[D2] closed: the tool’s own word, else when that was seen', () => {
    const turn = [changed('state', 'open', 'done', second)];
    expect(factsOf({ ...done, ...told('2026-11-09T10:00:00Z') }, turn)?.closed).toBe(
      Date.parse('2026-11-09T10:00:00Z'),
    );
    expect(factsOf(done, turn)?.closed).toBe(second);
    expect(factsOf({ ...done, closed: known(null) }, turn)?.closed).toBe(second);
  });

  test('[K3] one that was closed when it was first seen has no such time, nor has one that was not known before', () => {
    expect(factsOf(done)).not.toHaveProperty('closed');
    expect(factsOf(done, [changed('state', 'unknown', 'done', second)])).not.toHaveProperty('closed');
    expect(factsOf(done, [changed('state', 'dropped', 'done', second)])).not.toHaveProperty('closed');
  });

  test('the word of an earlier time does not count once it was seen to be closed again', () => {
    const again = [
      changed('state', 'open', 'done', first),
      changed('state', 'done', 'open', first + 1),
      changed('state', 'in-progress', 'dropped', second),
    ];
    expect(factsOf({ ...done, ...told('2026-11-01T10:00:00Z', first) }, again)?.closed).toBe(second);
  });

  test('an open one is not closed, whatever the page still says', () => {
    expect(factsOf({ ...open, ...told('2026-11-09T10:00:00Z') })).not.toHaveProperty('closed');
  });

  test('[D2] reopened: the last time that it was seen to turn, as long as it is open', () => {
    const changes = [
      changed('state', 'done', 'open', first),
      changed('state', 'open', 'dropped', first + 1),
      changed('state', 'dropped', 'in-progress', second),
      changed('state', 'in-progress', 'open', third),
    ];
    expect(factsOf(open, changes)?.reopened).toBe(second);
    expect(factsOf(done, changes)).not.toHaveProperty('reopened');
    expect(factsOf({}, changes)).not.toHaveProperty('reopened');
  });

  test('[K3] one that was not known in between was not seen to reopen', () => {
    const changes = [changed('state', 'done', 'unknown', first), changed('state', 'unknown', 'open', second)];
    expect(factsOf(open, changes)).not.toHaveProperty('reopened');
    expect(factsOf({ state: known('unknown' as const) }, changes)).not.toHaveProperty('reopened');
  });
});

describe('a date that slipped', () => {
  const due = (value: string | null, changes: readonly FactChange[]) =>
    factsOf({ state: known('open' as const), due: known(value) }, changes)?.slipped;

  test('moved later: from where, and when that was seen', () => {
    expect(due('2026-12-04', [changed('due', '2026-11-27', '2026-12-04', second)])).toEqual({
      from: '2026-11-27',
      at: second,
    });
  });

  test('of several moves the last', () => {
    const moves = [
      changed('due', '2026-11-20', '2026-11-27', first),
      changed('title', 'a', 'b', second),
      changed('due', '2026-11-27', '2026-12-04', third),
    ];
    expect(due('2026-12-04', moves)).toEqual({ from: '2026-11-27', at: third });
  });

  test('moved earlier, or back, it did not slip', () => {
    expect(due('2026-11-20', [changed('due', '2026-11-27', '2026-11-20', second)])).toBeUndefined();
    const back = [
      changed('due', '2026-11-20', '2026-12-04', first),
      changed('due', '2026-12-04', '2026-11-20', second),
    ];
    expect(due('2026-11-20', back)).toBeUndefined();
  });

  test('[K3] one that was given, taken away or never seen before did not slip', () => {
    expect(due('2026-12-04', [changed('due', null, '2026-12-04', second)])).toBeUndefined();
    expect(due(null, [changed('due', '2026-11-27', null, second)])).toBeUndefined();
    expect(due('2026-12-04', [])).toBeUndefined();
  });

  test('[D2] of a closed one it does not matter any more', () => {
    const slip = [changed('due', '2026-11-27', '2026-12-04', second)];
    expect(factsOf({ state: known('done' as const), due: known('2026-12-04') }, slip)).not.toHaveProperty('slipped');
  });
});
