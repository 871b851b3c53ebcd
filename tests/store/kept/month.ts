import type { Change } from '../../../lib/core/change.ts';
import type { Facts, Link, Observation, State } from '../../../lib/core/item.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import type { Account, Person } from '../../../lib/core/person.ts';
import { randomFrom } from '../../work/random.ts';
import { day, noon } from '../fresh.ts';

/** One thing that happens to the store. `at`: milliseconds. */
export type MonthEvent = { readonly at: number } & (
  | { readonly type: 'page'; readonly batch: readonly Observation[] }
  | { readonly type: 'change'; readonly change: Change }
  /** Of the last change that is not undone. */
  | { readonly type: 'undo' }
  | { readonly type: 'worker-stopped' }
  | { readonly type: 'drop-stale'; readonly before: number }
  | { readonly type: 'new-day' }
);

const people: readonly Person[] = ['dana', 'noor', 'priya', 'tom', 'mika'].map((handle) => ({ handle, name: handle }));
const sites = [
  { tool: 'github', site: 'github.com', key: (n: number) => `github:github.com:acme/api#${n}` },
  { tool: 'jira', site: 'acme.atlassian.net', key: (n: number) => `jira:acme.atlassian.net:PAY-${n}` },
  { tool: 'asana', site: 'asana', key: (n: number) => `asana:${9000 + n}` },
] as const;
const keyAt = (n: number): ItemKey => (sites[n % 3] ?? sites[0]).key(n) as ItemKey;
const dates = ['2026-11-20', '2026-11-25', '2026-12-01', '2026-12-07'];
const states: readonly State[] = ['open', 'open', 'in-progress', 'in-progress', 'done', 'dropped', 'unknown'];

export const monthMe: readonly Account[] = sites.map(({ tool, site }) => ({
  tool,
  site,
  handle: 'dana',
  name: 'dana',
}));

/** A month of work on a few items of three tools, as pages and people tell it: seeded, `events` long. */
export const monthOf = (seed: number, events: number, items = 24): readonly MonthEvent[] => {
  const { chance, pick } = randomFrom(seed);
  const places = Array.from({ length: items }, (_, at) => at + 1);
  const anyKey = (): ItemKey => keyAt(pick(places));
  const maybe = <Value>(share: number, value: () => Value): Value | undefined => (chance(share) ? value() : undefined);
  const some = (share: number): readonly Person[] => people.filter(() => chance(share));
  const links = (kinds: readonly Link['kind'][]): readonly Link[] =>
    Array.from({ length: pick([0, 1, 1, 2, 3]) }, () => ({
      kind: pick(kinds),
      key: anyKey(),
      ...(chance(0.2) ? { needed: pick(dates) } : {}),
      ...(chance(0.1) ? { hard: false } : {}),
    }));
  const facts = (): Facts => {
    const told = {
      state: maybe(0.8, () => pick(states)),
      title: maybe(0.5, () => `Work ${pick(places)}`),
      assignees: maybe(0.6, () => some(0.25)),
      due: maybe(0.5, () => pick([...dates, null])),
      reviewers: maybe(0.2, () => some(0.3)),
      author: maybe(0.2, () => pick(people)),
      priority: maybe(0.3, () =>
        pick([null, { word: 'High', rank: 'high' as const }, { word: 'Low', rank: 'low' as const }]),
      ),
      links: maybe(0.6, () => ({
        relations: links(['blocked-by', 'blocks', 'relates']),
        ...(chance(0.3) ? { code: links(['implements']) } : {}),
      })),
    };
    return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  };
  const page = (): readonly Observation[] =>
    chance(0.6)
      ? [
          {
            key: anyKey(),
            from: 'item',
            facts: facts(),
            // Two keys for one item now and then: it was moved.
            ...(chance(0.06) ? { aliases: [`github:github.com:id=${pick([1, 2, 3])}`] } : {}),
          },
        ]
      : [...new Set(Array.from({ length: 5 }, anyKey))].map((key) => ({ key, from: 'list', facts: facts() }));
  const change = (): Change => {
    const [blocker, blocked] = [anyKey(), anyKey()];
    if (chance(0.25)) {
      // One that cannot be joined with itself is refused.
      const items = [blocker, blocked] as const;
      if (chance(0.2)) return { type: 'withdraw-pair', items };
      const said = pick(['same', 'same', 'same', 'part', 'related', 'not'] as const);
      return { type: 'settle-pair', items, said, main: pick(items) };
    }
    if (chance(0.35)) {
      const { tool, site } = pick(sites);
      const who = chance(0.2) ? null : { ...pick(people), tool, site };
      return { type: 'name-role', item: blocker, role: chance(0.8) ? 'owner' : 'backup', who, accepted: chance(0.5) };
    }
    if (chance(0.6) && blocker !== blocked)
      return {
        type: 'add-dependency',
        blocker,
        blocked,
        hard: chance(0.8),
        ...(chance(0.3) ? { needed: pick(dates) } : {}),
      };
    return {
      type: chance(0.5) ? 'deny-dependency' : 'withdraw-dependency',
      blocker,
      blocked: blocked === blocker ? keyAt(99) : blocked,
    };
  };
  return Array.from({ length: events }, (_, index): MonthEvent => {
    const at = noon + Math.floor((index / events) * 30 * day);
    if (chance(0.6)) return { type: 'page', at, batch: page() };
    if (chance(0.55)) return { type: 'change', at, change: change() };
    if (chance(0.4)) return { type: 'undo', at };
    if (chance(0.4)) return { type: 'worker-stopped', at };
    return chance(0.25) ? { type: 'drop-stale', at, before: at - 4 * day } : { type: 'new-day', at };
  });
};
