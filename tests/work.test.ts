import { describe, expect, test } from 'vitest';
import { isClosed } from '../lib/core/item.ts';
import { isItemKey, splitKey } from '../lib/core/key.ts';
import type { NetEdit } from '../lib/core/net/edit.ts';
import { type Cycle, isActive, isOpen, isReady } from '../lib/core/net/item.ts';
import { buildNet, type Net } from '../lib/core/net/net.ts';
import { answerers } from '../lib/core/net/own-net.ts';
import { accountId } from '../lib/core/person.ts';
import { generateMonth, generateWork } from './work.ts';

const size = { items: 6_000, dependencies: 18_000, seed: 3 };
const work = generateWork(size);
const net = buildNet(work);
const items = [...net.items()];

const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length;
const cyclesOf = (one: Net): readonly Cycle[] => [...new Set([...one.items()].flatMap(({ cycle }) => cycle ?? []))];

describe('generated work', () => {
  test('has so many items and waits, each pair once, and all keys are spelled as keys', () => {
    expect(net.size()).toBe(size.items);
    expect(work.waits).toHaveLength(size.dependencies);
    expect(new Set(work.waits?.map(({ blocker, blocked }) => `${blocker} ${blocked}`)).size).toBe(size.dependencies);
    expect(items.filter(({ key }) => !isItemKey(key))).toEqual([]);
    expect(new Set(items.map(({ key }) => splitKey(key).tool))).toEqual(new Set(['jira', 'github', 'asana']));
  });

  test('is the same for the same seed, and another for another one', () => {
    expect(generateWork(size)).toEqual(work);
    expect(generateWork({ ...size, seed: 4 })).not.toEqual(work);
    const days = { days: 3, seed: 1 };
    expect(generateMonth(work, days)).toEqual(generateMonth(work, days));
  });

  test('is closed where it is old, and has an open part in which work waits', () => {
    const closed = items.filter(({ facts }) => isClosed(facts.state));
    expect(share(closed, items)).toBeGreaterThan(0.5);
    expect(share(closed, items)).toBeLessThan(0.65);
    const open = items.filter(isOpen);
    const waiting = open.filter(({ blockers }) => blockers.some(isActive));
    expect(share(waiting, open)).toBeGreaterThan(0.5);
    expect(share(open.filter(isReady), open)).toBeGreaterThan(0.03);
    expect(Math.max(...open.map(({ wave }) => wave).filter(Number.isFinite))).toBeGreaterThan(5);
  });

  test('closes hardly anything before what it waits on', () => {
    const closed = items.filter(({ facts }) => isClosed(facts.state));
    const early = closed.filter(({ blockers }) => blockers.some(({ hard, blocker }) => hard && isOpen(blocker)));
    expect(early.length).toBeGreaterThan(0);
    expect(share(early, closed)).toBeLessThan(0.03);
  });

  test('names some items that were never seen, by waits only', () => {
    const unseen = items.filter(({ facts }) => facts.seen === undefined);
    expect(share(unseen, items)).toBeGreaterThan(0.01);
    expect(unseen.every(({ facts, dependents }) => facts.state === 'unknown' && dependents.length > 0)).toBe(true);
  });

  test('has a few small circles, and items that hundreds wait on', () => {
    const cycles = cyclesOf(net);
    expect(cycles.length).toBeGreaterThan(0);
    expect(cycles.every(({ members }) => members.length >= 2 && members.length <= 6)).toBe(true);
    const most = Math.max(...items.map(({ dependents }) => dependents.filter(isActive).length));
    expect(most).toBeGreaterThan(100);
  });

  test('is dated in half, mostly in the order of the waits', () => {
    const dated = items.filter(({ facts }) => facts.due != null);
    expect(share(dated, items)).toBeGreaterThan(0.4);
    const waits = items
      .flatMap((item) => item.blockers.filter(isActive))
      .filter(({ blocker, blocked }) => blocker.facts.due != null && blocked.facts.due != null);
    const conflicts = waits.filter(({ blocker, blocked }) => (blocker.facts.due ?? '') > (blocked.facts.due ?? ''));
    expect(conflicts.length).toBeGreaterThan(0);
    expect(share(conflicts, waits)).toBeLessThan(0.25);
  });

  test('is done by as many people as would, a few of whom answer for much', () => {
    const people = new Set(items.flatMap(({ facts }) => answerers(facts).map((account) => account.handle)));
    expect(people.size).toBeGreaterThan(size.items / 120);
    expect(people.size).toBeLessThan(size.items / 50);
    const loads = [...net.answeredFor.values()].map((one) => one.items.size).sort((a, b) => b - a);
    expect(loads[0]).toBeGreaterThan(4 * (loads[loads.length >> 1] ?? 0));
    const open = items.filter(isOpen);
    expect(
      share(
        open.filter(({ facts }) => facts.assigned?.length === 0),
        open,
      ),
    ).toBeGreaterThan(0.07);
    for (const { facts } of items) {
      const ids = answerers(facts).map(accountId);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('has no time after the day on which it stands, and tells only what fits its state', () => {
    const day = Math.max(...items.map(({ facts }) => facts.seen ?? 0));
    for (const item of items) {
      const { facts } = item;
      for (const at of [facts.moved, facts.closed, facts.reopened, facts.asked, facts.slipped?.at])
        if (at !== undefined) expect(at).toBeLessThan(day + 24 * 60 * 60 * 1000);
      if (facts.closed !== undefined) expect(isClosed(facts.state)).toBe(true);
      if (facts.reopened !== undefined) expect(isOpen(item)).toBe(true);
    }
  });

  test('a size that no pairs are left for is refused, not looped over', () => {
    expect(() => generateWork({ items: 10, dependencies: 100, seed: 1 })).toThrow('not so many pairs');
  });
});

describe('a generated month', () => {
  const month = generateMonth(work, { days: 30, seed: 1 });

  test('goes from day to day', () => {
    const days = month.map(({ day }) => day);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(new Set(days).size).toBe(30);
  });

  test('is made of single changes that each change something', () => {
    const changed = buildNet(work);
    for (const { edit } of month) {
      expect((edit.items ?? []).length + (edit.waits ?? []).length).toBeGreaterThan(0);
      expect((edit.items ?? []).length).toBeLessThan(2);
      const before = toldBy(changed, edit);
      expect(changed.apply(edit).items.size).toBeGreaterThan(0);
      expect(toldBy(changed, edit)).not.toEqual(before);
    }
  });

  test('has every kind of event in it, and circles come and go', () => {
    const changed = buildNet(work);
    const seen = new Set<string>();
    for (const { edit } of month) {
      for (const { key, facts } of edit.items ?? []) {
        const before = changed.item(key)?.facts;
        if (before === undefined) seen.add('new');
        else if (before.state !== facts?.state) seen.add(`${before.state} to ${facts?.state}`);
        else if (before.due !== facts.due) seen.add((facts.due ?? '') > (before.due ?? '') ? 'later' : 'earlier');
        else seen.add('assigned');
      }
      for (const { wait } of edit.waits ?? []) seen.add(wait === null ? 'wait removed' : 'wait added');
      const before = cyclesOf(changed).length;
      changed.apply(edit);
      const after = cyclesOf(changed).length;
      if (after !== before) seen.add(after > before ? 'circle closed' : 'circle opened');
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'assigned',
        'circle closed',
        'circle opened',
        'done to open',
        'earlier',
        'in-progress to done',
        'in-progress to dropped',
        'later',
        'new',
        'open to in-progress',
        'wait added',
        'wait removed',
      ]),
    );
  });
});

/** What the net knows of everything that an edit names. */
const toldBy = (one: Net, { items: put = [], waits = [] }: NetEdit): unknown => [
  ...put.map(({ key }) => one.item(key)?.facts),
  ...waits.map(({ blocker, blocked }) => one.item(blocked)?.blockers.some((wait) => wait.blocker.key === blocker)),
];
