import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Aside, asideParts, type BackReason, maxAsides, withAside, withoutAside } from '../../lib/core/aside.ts';
import type { Rank, State } from '../../lib/core/item.ts';
import type { Person } from '../../lib/core/person.ts';
import { asideOf, rowId, setAside } from '../../lib/core/set-aside.ts';
import type { AwaitedRow, ItemBrief, OwnerView, Waiter, WaitingRow } from '../../lib/core/view.ts';
import { dana, keyOf, noor } from '../worlds.ts';

const at = 1_000;
const today = '2026-11-19';

const mine: OwnerView = { by: 'assigned', who: [dana], me: true };
const brief = (name: string, more: Partial<ItemBrief> = {}): ItemBrief => ({
  key: keyOf(name),
  title: `Title of ${name}`,
  state: 'open',
  owner: mine,
  ...more,
});
const waiters = (...names: readonly string[]): readonly Waiter[] =>
  names.map((name) => ({ item: brief(name), distance: 1 }));
const awaited = (more: Partial<AwaitedRow> = {}): AwaitedRow => ({
  item: brief('a'),
  why: 'assignee',
  waiters: waiters('b', 'c'),
  people: [noor, { name: 'Mia Sørensen' }],
  since: { at: 1, atLeast: false },
  late: false,
  blockedBy: [],
  next: 'finish',
  reason: { type: 'people', count: 2 },
  ...more,
});
const waiting = (more: Partial<WaitingRow> = {}): WaitingRow => ({
  item: brief('a'),
  on: brief('up', { owner: { by: 'assigned', who: [noor], me: false } }),
  status: 'blocking',
  since: { at: 1, atLeast: true },
  late: false,
  next: 'ask-owner',
  reason: { type: 'age', since: { at: 1, atLeast: true } },
  ...more,
});

/** Why a row that was set aside as `before` is shown as `now`; undefined where it stays away. */
const reasonFor = (
  before: AwaitedRow | WaitingRow,
  now: AwaitedRow | WaitingRow,
  until?: string,
  day = today,
): BackReason | undefined => {
  const { shown, aside } = setAside([now], [asideOf(before, at, until)], day);
  expect(shown.length + aside.length).toBe(1);
  return shown[0]?.back?.why;
};

test('[Q4] a clock that is behind what the row says already brings nothing back', () => {
  const row = awaited({ reopened: at + 5, waiters: [{ item: brief('b'), distance: 1, reopened: at + 9 }] });
  expect(reasonFor(row, row)).toBeUndefined();
  expect(reasonFor(waiting({ reopened: at + 5 }), waiting({ reopened: at + 5 }))).toBeUndefined();
  expect(reasonFor(row, awaited({ ...row, reopened: at + 10 }))).toBe('reopened');
});

describe('[Q4] until something changes', () => {
  test.each<[BackReason, Partial<AwaitedRow>, Partial<AwaitedRow>]>([
    ['state', {}, { item: brief('a', { state: 'in-progress' }) }],
    [
      'state',
      { item: brief('a', { state: 'in-progress', word: 'In Progress' }) },
      { item: brief('a', { state: 'in-progress', word: 'In Review' }) },
    ],
    ['reopened', {}, { reopened: at + 1 }],
    ['blocked', {}, { blockedBy: [brief('up')] }],
    ['unblocked', { blockedBy: [brief('up')] }, {}],
    ['blockers', { blockedBy: [brief('up')] }, { blockedBy: [brief('other')] }],
    ['blockers', { blockedBy: [brief('up'), brief('other')] }, { blockedBy: [brief('up')] }],
    ['date-set', {}, { by: '2026-12-01' }],
    ['date-gone', { by: '2026-12-01' }, {}],
    ['date-moved', { by: '2026-12-01' }, { by: '2026-11-30' }],
    ['late', { by: '2026-11-20' }, { by: '2026-11-20', late: true }],
    ['more-people', {}, { people: [noor, { name: 'Mia Sørensen' }, { handle: 'new' }] }],
    ['fewer-people', {}, { people: [noor] }],
    ['other-people', {}, { people: [noor, { name: 'Ravi Patel' }] }],
    ['rank-up', { rank: 'normal' }, { rank: 'urgent' }],
    ['rank-down', { rank: 'urgent' }, { rank: 'high' }],
    ['owner', {}, { item: brief('a', { owner: { by: 'assigned', who: [dana, noor], me: true } }) }],
    ['more-waiters', {}, { waiters: waiters('b', 'c', 'd') }],
    ['fewer-waiters', {}, { waiters: waiters('b') }],
    ['other-waiters', {}, { waiters: waiters('b', 'd') }],
    ['waiter-reopened', {}, { waiters: [...waiters('b'), { item: brief('c'), distance: 1, reopened: at + 1 }] }],
  ])('%s', (reason, before, now) => {
    expect(reasonFor(awaited(before), awaited(now))).toBe(reason);
    expect(reasonFor(awaited(before), awaited(now), '2027-01-01')).toBe(reason);
  });

  test('what I wait on: its state, its date and its owner', () => {
    const on = (more: Partial<ItemBrief>): WaitingRow => waiting({ on: brief('up', more) });
    expect(reasonFor(waiting(), waiting())).toBeUndefined();
    expect(reasonFor(waiting(), waiting({ by: '2026-12-01' }))).toBe('date-set');
    expect(reasonFor(waiting(), waiting({ reopened: at + 1 }))).toBe('reopened');
    expect(reasonFor(on({ state: 'unknown' }), on({ state: 'open' }))).toBe('state-known');
    expect(reasonFor(on({ owner: { by: 'unknown' } }), on({ owner: mine }))).toBe('owner-known');
    expect(reasonFor(on({}), on({ owner: { by: 'nobody' } }))).toBe('owner-nobody');
    const stated = { by: 'stated', who: noor, accepted: false, me: false, rivals: [], differs: [] } as const;
    expect(reasonFor(on({ owner: stated }), on({ owner: { ...stated, accepted: true } }))).toBe('owner');
    expect(reasonFor(on({ owner: stated }), on({ owner: { ...stated, rivals: [dana] } }))).toBe('owner');
    expect(reasonFor(on({ owner: stated }), on({ owner: { ...stated } }))).toBeUndefined();
  });

  test('near miss: what is no change brings nothing back', () => {
    const same: readonly Partial<AwaitedRow>[] = [
      { item: brief('a', { title: 'Another title', lastSeen: 9, word: 'Open' }) },
      { why: 'owner' },
      { since: { at: 500, atLeast: true } },
      { next: 'look' },
      { reopened: at },
      { rank: 'normal' },
      { people: [{ name: 'mia sørensen' }, { handle: 'NOOR' }] },
    ];
    for (const more of same) expect(reasonFor(awaited(), awaited(more)), JSON.stringify(more)).toBeUndefined();
    const open = (word: string) => awaited({ item: brief('a', { word }) });
    expect(reasonFor(open('Open'), open('Open issue'))).toBeUndefined();
  });

  test('a name learned of an account, or an account of a name, makes nobody another person', () => {
    const of = (...people: readonly Person[]) => awaited({ people });
    const whole = { handle: 'noor', name: 'Noor Haddad' };
    expect(reasonFor(of({ name: 'Noor Haddad' }), of(whole))).toBeUndefined();
    expect(reasonFor(of({ handle: 'noor' }), of(whole))).toBeUndefined();
    expect(reasonFor(of(whole), of({ handle: 'noor2', name: 'Noor Haddad' }))).toBe('other-people');
    expect(reasonFor(of({ name: 'Platform' }), of({ name: 'Platform', kind: 'team' }))).toBe('other-people');
  });

  test('a part that was not kept is not compared', () => {
    const { was: _, ...rest } = asideOf(awaited(), at);
    const { aside } = setAside([awaited({ people: [] })], [{ ...rest, was: { state: 'open' } }], today);
    expect(aside).toHaveLength(1);
  });
});

describe('[Q4] until a day', () => {
  test('it stays away before, and is back on the day itself and after', () => {
    expect(reasonFor(awaited(), awaited(), '2026-11-23', '2026-11-22')).toBeUndefined();
    expect(reasonFor(awaited(), awaited(), '2026-11-23', '2026-11-23')).toBe('date');
    expect(reasonFor(awaited(), awaited(), '2026-11-23', '2027-02-01')).toBe('date');
  });

  test('a change says more than a day that came', () => {
    expect(reasonFor(awaited(), awaited({ people: [] }), today)).toBe('fewer-people');
  });
});

test('[Q4] what is kept of a row holds no title and no name, and is small however long its lists are', () => {
  const many = (length: number) => Array.from({ length }, (_, index) => `n${index}`);
  const row = awaited({
    waiters: waiters(...many(500)),
    people: many(500).map((name) => ({ name: `Person ${name}`, handle: name })),
    blockedBy: many(500).map((name) => brief(name)),
    item: brief('a', {
      word: 'Waiting for the other side '.repeat(3),
      owner: { by: 'stated', who: dana, accepted: true, me: true, rivals: [noor, noor], differs: [noor] },
    }),
  });
  const kept = JSON.stringify(asideOf(row, at, today).was);
  expect(kept.length).toBeLessThan(600);
  expect(kept).not.toMatch(/Dana|Noor|dana|noor|Person|Title|Waiting/u);
});

const people = fc.uniqueArray(fc.constantFrom('ann', 'bob', 'cem', 'dee'), { maxLength: 4 });
const names = fc.uniqueArray(fc.constantFrom('w1', 'w2', 'w3'), { maxLength: 3 });
const day = fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20', '2026-11-25');
const rowArbitrary = (name: string): fc.Arbitrary<AwaitedRow> =>
  fc
    .record({
      state: fc.constantFrom<State>('open', 'in-progress'),
      people,
      waits: names,
      blocks: names,
      by: fc.option(day, { nil: undefined }),
      late: fc.boolean(),
      rank: fc.constantFrom<Rank | undefined>('urgent', 'high', 'low', undefined),
    })
    .map(({ state, people: handles, waits, blocks, by, late, rank }) =>
      awaited({
        item: brief(name, { state }),
        people: handles.map((handle) => ({ handle })),
        waiters: waiters(...waits),
        blockedBy: blocks.map((one) => brief(one)),
        late,
        ...(by === undefined ? {} : { by }),
        ...(rank === undefined ? {} : { rank }),
      }),
    );
const rowsArbitrary = fc.tuple(rowArbitrary('r1'), rowArbitrary('r2'), rowArbitrary('r3'));
const asidesArbitrary = fc
  .array(fc.tuple(fc.nat(2), rowsArbitrary, fc.option(day, { nil: undefined }), fc.nat(9_999)), { maxLength: 6 })
  .map((drawn) =>
    drawn.flatMap(([index, rows, until, when]) => {
      const row = rows[index];
      return row === undefined ? [] : [asideOf(row, when, until)];
    }),
  );

describe('[Q4] for any rows and any of them set aside', () => {
  test('every row is in exactly one of the lists, in the order given', () => {
    fc.assert(
      fc.property(rowsArbitrary, asidesArbitrary, day, (rows, asides, now) => {
        const { shown, aside } = setAside(rows, asides, now);
        const away = aside.map(({ row }) => row);
        expect([...shown, ...away].map(rowId).sort()).toEqual(rows.map(rowId).sort());
        const order = rows.map(rowId);
        for (const list of [shown, away])
          expect(list.map(rowId)).toEqual(order.filter((id) => list.some((row) => rowId(row) === id)));
      }),
    );
  });

  test('unchanged they stay away until the day, and come back on it', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.option(day, { nil: undefined }), day, (rows, until, now) => {
        const asides = rows.map((row) => asideOf(row, at, until));
        const { shown, aside } = setAside(rows, asides, now);
        const due = until !== undefined && until <= now;
        expect(shown.map(({ back }) => back?.why)).toEqual(due ? rows.map(() => 'date') : []);
        expect(aside.map(({ aside: one }) => one)).toEqual(due ? [] : asides);
      }),
    );
  });

  test('the order of what a row lists makes no difference, nor that of what was set aside', () => {
    fc.assert(
      fc.property(rowsArbitrary, asidesArbitrary, day, (rows, asides, now) => {
        const turned = rows.map((row) => ({
          ...row,
          people: [...row.people].reverse(),
          waiters: [...row.waiters].reverse(),
          blockedBy: [...row.blockedBy].reverse(),
        }));
        const distinct = asides.reduce<readonly Aside[]>(withAside, []);
        const reasons = (of: readonly AwaitedRow[], by: readonly Aside[]) =>
          setAside(of, by, now).shown.map((row) => [rowId(row), row.back?.why]);
        expect(reasons(turned, distinct)).toEqual(reasons(rows, distinct));
        expect(reasons(rows, [...distinct].reverse())).toEqual(reasons(rows, distinct));
        for (const row of rows) {
          const [other] = turned.filter((one) => rowId(one) === rowId(row));
          expect(other && asideOf(other, at)).toEqual(asideOf(row, at));
        }
      }),
    );
  });

  test('asking again of what was answered gives the same, and nothing set aside any more leaves no reason behind', () => {
    fc.assert(
      fc.property(rowsArbitrary, asidesArbitrary, day, (rows, asides, now) => {
        const once = setAside(rows, asides, now);
        expect(setAside(once.shown, asides, now)).toEqual({ shown: once.shown, aside: [] });
        expect(setAside(once.shown, [], now).shown.every((row) => row.back === undefined)).toBe(true);
      }),
    );
  });

  test('a row that was drawn otherwise is back, and says so, or says the same', () => {
    fc.assert(
      fc.property(rowArbitrary('r1'), rowArbitrary('r1'), (before, now) => {
        const same = JSON.stringify(asideOf(before, at).was) === JSON.stringify(asideOf(now, at).was);
        expect(reasonFor(before, now) === undefined).toBe(same);
      }),
    );
  });
});

describe('the list of what is set aside', () => {
  const one = (row: string, when: number): Aside => ({ row, at: when, was: {} });

  test('one for each row, the newest first; taking it out leaves the others', () => {
    const asides = [one('a', 1), one('b', 2), one('a', 3)].reduce<readonly Aside[]>(withAside, []);
    expect(asides).toEqual([one('a', 3), one('b', 2)]);
    expect(withAside(asides, one('a', 3))).toEqual(asides);
    expect(withoutAside(asides, 'a')).toEqual([one('b', 2)]);
    expect(withoutAside(asides, 'none')).toEqual(asides);
  });

  test('what comes in twice counts as it was set aside last', () => {
    const { aside } = setAside([awaited()], [asideOf(awaited(), 9), { ...asideOf(awaited({ people: [] }), 3) }], today);
    expect(aside).toHaveLength(1);
  });

  test('is bounded: the oldest go first', () => {
    const full = Array.from({ length: maxAsides }, (_, index) => one(`r${index}`, index)).reverse();
    const more = withAside(full, one('new', maxAsides));
    expect(more).toHaveLength(maxAsides);
    expect(more[0]?.row).toBe('new');
    expect(more.some(({ row }) => row === 'r0')).toBe(false);
  });

  test('a row keeps its name whether it is mine by assignment or by word; a review is another row', () => {
    expect(rowId(awaited({ why: 'owner' }))).toBe(rowId(awaited({ why: 'assignee' })));
    expect(rowId(awaited({ why: 'review' }))).not.toBe(rowId(awaited()));
    expect(new Set([rowId(awaited()), rowId(waiting())]).size).toBe(2);
  });

  test('every part that is compared is kept of a row', () => {
    const ofRows = asideParts.filter((part) => part !== 'finding');
    expect(Object.keys(asideOf(awaited(), at).was).sort()).toEqual([...ofRows].sort());
  });
});
