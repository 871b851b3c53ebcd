import { describe, expect, test } from 'vitest';
import { noChain } from '../../lib/core/chain-tree.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { cardOf, markOf, stripOf, withholdFrom } from '../../lib/core/page-view.ts';
import type { DependencyView, ItemBrief, ItemView, OwnerView } from '../../lib/core/view.ts';

const here = 'jira:acme.atlassian.net:PAY-1' as ItemKey;
const there = 'github:github.com:acme/api#45' as ItemKey;
const me = { tool: 'jira', site: 'acme.atlassian.net', handle: 'me' };
const stated: OwnerView = { by: 'stated', who: me, accepted: true, me: true, rivals: [], differs: [] };

const brief = (key: ItemKey, more: Partial<ItemBrief> = {}): ItemBrief => ({
  key,
  state: 'open',
  owner: { by: 'nobody' },
  ...more,
});
const dependency = (more: Partial<DependencyView> & { readonly item?: Partial<ItemBrief> } = {}): DependencyView => ({
  other: brief(there, more.item),
  status: 'blocking',
  hard: true,
  since: 1,
  origins: [],
  ...more,
});
const view = (more: Partial<ItemView> = {}, item: Partial<ItemBrief> = {}): ItemView => ({
  item: brief(here, item),
  blockers: [],
  dependents: [],
  denied: [],
  related: [],
  roots: [],
  cycle: [],
  chain: noChain,
  ...more,
});
const naming = {
  name: (key: ItemKey) => ({ tool: key.slice(0, 4), short: key.slice(-2) }),
  withhold: () => false,
  signals: [],
  likes: [],
  speaks: () => true,
};
const types = (of: ItemView, context = {}) => stripOf(of, { ...naming, ...context }).parts.map(({ type }) => type);

describe('the strip', () => {
  test('[W1] names what the item may be the same work as, with the words that speak for the surest', () => {
    const likes = [
      {
        item: { ...brief('x' as ItemKey), tool: 'Jira' },
        reasons: [
          { type: 'close-in-time', days: 1 },
          { type: 'rare-words', words: ['webhook'] },
        ],
      },
      { item: { ...brief('y' as ItemKey), tool: 'Asana' }, reasons: [{ type: 'same-title' }] },
    ] as const;
    const { parts } = stripOf(view(), { ...naming, signals: ['twin'], likes });
    expect(parts.map(({ type }) => type)).toEqual(['owner', 'likes']);
    expect(parts[1]).toMatchObject({
      items: [{ key: 'x' }, { key: 'y' }],
      why: { id: 'twinRareWords', words: ['webhook'] },
    });
    const [, unexplained] = stripOf(view(), { ...naming, signals: ['twin'], likes: likes.slice(1) }).parts;
    expect(unexplained).not.toHaveProperty('why');
  });

  test('has nothing to say about an item without dependency and declared owner, assigned or not', () => {
    expect(types(view())).toEqual([]);
    expect(types(view({}, { owner: { by: 'assigned', who: [{ name: 'Sam' }], me: false } }))).toEqual([]);
  });

  test('says who was declared to own it', () => {
    expect(types(view({}, { owner: stated }))).toEqual(['owner']);
  });

  test('[D2] names the first open blocker and counts the others; done ones do not count', () => {
    const { parts } = stripOf(
      view({
        blockers: [
          dependency({ status: 'cleared' }),
          dependency({ status: 'unknown', item: { title: 'unknown' } }),
          dependency({ item: { title: 'first' } }),
          dependency({ hard: false, item: { title: 'soft' } }),
        ],
      }),
      naming,
    );
    expect(parts[1]).toMatchObject({ type: 'blocked', by: { title: 'first' }, status: 'blocking', more: 2 });
  });

  test('[D2] a dropped blocker is said aloud, and does not make it free', () => {
    expect(types(view({ blockers: [dependency({ status: 'dropped' }), dependency({ status: 'cleared' })] }))).toEqual([
      'owner',
      'not-done',
    ]);
  });

  test('says that nothing blocks it any more', () => {
    expect(types(view({ blockers: [dependency({ status: 'cleared' })] }))).toEqual(['owner', 'free']);
  });

  test('[T1] counts who waits, and who is due before it; the same day is fine, a missing date too', () => {
    const dependents = [
      dependency({ item: { due: '2026-12-01' } }),
      dependency({ item: { due: '2026-12-02' } }),
      dependency({ needed: '2026-12-01', item: { due: '2026-12-09' } }),
      dependency(),
      dependency({ hard: false }),
      dependency({ item: { state: 'done', due: '2026-11-01' } }),
    ];
    const { parts } = stripOf(view({ dependents }, { due: '2026-12-02' }), naming);
    expect(parts.at(-1)).toEqual({ type: 'waiting', count: 4, early: 2 });
    expect(stripOf(view({ dependents }), naming).parts.at(-1)).toEqual({ type: 'waiting', count: 4, early: 0 });
  });

  test('offers "I\'ll take it" where nobody is known to own it and I am known here', () => {
    const open = view({ blockers: [dependency()] });
    expect(stripOf(open, { ...naming, me }).parts[0]).toMatchObject({ type: 'owner', claimAs: me });
    expect(stripOf(open, naming).parts[0]).not.toHaveProperty('claimAs');
    const owned = view({ blockers: [dependency()] }, { owner: stated });
    expect(stripOf(owned, { ...naming, me }).parts[0]).not.toHaveProperty('claimAs');
  });

  test('a closed item waits on nothing', () => {
    expect(types(view({ blockers: [dependency()], dependents: [dependency()] }, { state: 'done' }))).toEqual([]);
  });

  test('says the most pressing of what needs a look, and how many others do', () => {
    const { parts } = stripOf(view(), { ...naming, signals: ['blocked-cycle', 'stalled'] });
    expect(parts).toEqual([
      { type: 'owner', owner: { by: 'nobody' } },
      { type: 'finding', title: 'checkBlockedCycle', more: 1 },
    ]);
  });

  test('does not say twice what its other parts say: that nobody owns it, that it is free', () => {
    expect(types(view(), { signals: ['unowned'] })).toEqual(['owner']);
    const free = view({ blockers: [dependency({ status: 'cleared' })] });
    expect(types(free, { signals: ['unblocked', 'stalled'] })).toEqual(['owner', 'finding', 'free']);
    expect(stripOf(free, { ...naming, signals: ['unblocked', 'stalled'] }).parts[1]).toMatchObject({
      title: 'checkStalled',
    });
  });

  test('[Q3] of a signal that is switched off it says nothing, in any of its words', () => {
    const free = view({ blockers: [dependency({ status: 'cleared' })] });
    expect(types(free, { speaks: (signal: string) => signal !== 'unblocked' })).toEqual([]);
    const early = view({ dependents: [dependency({ item: { due: '2026-12-01' } })] }, { due: '2026-12-02' });
    expect(stripOf(early, { ...naming, speaks: () => false }).parts.at(-1)).toMatchObject({ early: 0 });
  });

  test('[K5] an unreadable page is said first', () => {
    expect(types(view({ blockers: [dependency()] }, { drift: ['title'] }))[0]).toBe('drift');
  });
});

describe('the mark', () => {
  test('stands only at what is blocked, blocks others, or is awaited and unowned', () => {
    const assigned: OwnerView = { by: 'assigned', who: [{ name: 'Sam' }], me: false };
    expect(markOf(view())).toBeUndefined();
    expect(markOf(view({ blockers: [dependency({ status: 'cleared' })] }))).toBeUndefined();
    expect(markOf(view({ blockers: [dependency({ status: 'unknown' })] }))).toBeUndefined();
    expect(markOf(view({ blockers: [dependency({ hard: false })] }))).toBeUndefined();
    expect(markOf(view({ blockers: [dependency()] }))).toMatchObject({ level: 'blocked', blockers: 1 });
    expect(markOf(view({ dependents: [dependency()] }, { owner: assigned }))).toMatchObject({ level: 'blocking' });
    expect(markOf(view({ dependents: [dependency()] }))).toMatchObject({ level: 'awaited-unowned', waiting: 1 });
    expect(markOf(view({ dependents: [dependency()] }, { state: 'done' }))).toBeUndefined();
  });

  test('[Q1] one mark, which names the most pressing of what needs a look', () => {
    expect(markOf(view(), 'stalled')).toMatchObject({ level: 'finding', title: 'checkStalled' });
    expect(markOf(view({ blockers: [dependency()] }), 'blocked-cycle')).toMatchObject({
      level: 'blocked',
      title: 'checkBlockedCycle',
    });
  });

  test('[O4] an owner who was never seen is not known, which is not nobody', () => {
    expect(markOf(view({ dependents: [dependency()] }, { owner: { by: 'unknown' } }))).toMatchObject({
      level: 'blocking',
    });
  });
});

describe('[P3] where strangers read along', () => {
  const discreet = { ...naming, withhold: withholdFrom(here, true) };
  const told = { title: 'secret plan', word: 'Weird', due: '2026-12-01', state: 'in-progress' as const, lastSeen: 5 };

  test("of another tool's item only key, state and owner are given out", () => {
    const { parts } = stripOf(view({ blockers: [dependency({ item: told })] }), discreet);
    expect(parts[1]).toMatchObject({
      by: { key: there, state: 'in-progress', owner: { by: 'nobody' }, lastSeen: 5, tool: 'gith', short: '45' },
    });
    expect(JSON.stringify(parts)).not.toMatch(/secret|Weird|2026/u);
  });

  test('a card says no more either', () => {
    const card = cardOf(view({ dependents: [dependency({ item: told })] }, { ...told, key: there }), discreet);
    expect(JSON.stringify(card)).not.toMatch(/secret|Weird|2026/u);
  });

  test("items of the page's own tool are shown as they are, and so is everything where strangers do not read", () => {
    const own = dependency({ other: brief(here, told) });
    expect(JSON.stringify(stripOf(view({ blockers: [own] }), discreet))).toContain('secret');
    expect(JSON.stringify(stripOf(view({ blockers: [dependency({ item: told })] }), naming))).toContain('secret');
  });
});

test('a card names three blockers, counts the rest, and speaks where there is something to say', () => {
  const blockers = Array.from({ length: 5 }, () => dependency());
  expect(cardOf(view({ blockers }), naming)).toMatchObject({ moreBlockers: 2, speaks: true });
  expect(cardOf(view({ blockers }), naming).blockers).toHaveLength(3);
  expect(cardOf(view(), naming)).toMatchObject({ speaks: false, waiting: 0, blockers: [] });
});
