import type { Ownership, SettledPair, StatedDependency } from '../lib/core/annotation.ts';
import type { Day, LinkGroup, LinkKind, Rank, State } from '../lib/core/item.ts';
import type { ItemKey } from '../lib/core/key.ts';
import type { Account, Person } from '../lib/core/person.ts';
import { settledOf } from '../lib/core/same-work.ts';
import type { FactChange, Item, Known, SightedLink, Snapshot } from '../lib/core/snapshot.ts';

/** A short name in a test's world: `a` is an item of GitHub, unless it is a whole key. */
export const keyOf = (name: string): ItemKey =>
  (name.includes(':') ? name : `github:github.com:acme/web#${name}`) as ItemKey;

export const dana: Account = { tool: 'github', site: 'github.com', handle: 'dana', name: 'Dana Reyes' };
export const noor: Account = { tool: 'github', site: 'github.com', handle: 'noor', name: 'Noor Haddad' };

export interface ItemFacts {
  readonly title?: string;
  readonly state?: State;
  readonly assignees?: readonly Person[];
  readonly author?: Person;
  readonly reviewers?: readonly Person[];
  readonly due?: Day | null;
  readonly rank?: Rank;
}

const start = Date.parse('2026-11-01T09:00:00Z');
const now = Date.parse('2026-11-22T12:00:00Z');

/** Builds a small snapshot: `world().item('a', {assignees: [dana]}).waits('b', 'a').as(dana).snapshot()`. */
export const world = () => {
  const items = new Map<ItemKey, Item>();
  const links: SightedLink[] = [];
  const stated: StatedDependency[] = [];
  const ownerships = new Map<ItemKey, Ownership[]>();
  const changes: FactChange[] = [];
  const pairs: SettledPair[] = [];
  let me: readonly Account[] = [];
  const known = <Value>(value: Value): Known<Value> => ({ value, at: start, from: 'item' });

  const builder = {
    item: (name: string, { rank, ...facts }: ItemFacts = {}, more: Partial<Item> = {}) => {
      const all = {
        state: 'open' as State,
        ...facts,
        ...(rank === undefined ? {} : { priority: { word: rank, rank } }),
      };
      items.set(keyOf(name), {
        key: keyOf(name),
        facts: Object.fromEntries(Object.entries(all).map(([field, value]) => [field, known(value)])),
        firstSeen: start,
        lastSeen: now,
        ...more,
      });
      return builder;
    },
    /** `blocked` waits on `blocker`, as its page shows. */
    waits: (blocked: string, blocker: string, more: Partial<SightedLink> = {}) =>
      builder.link(blocked, 'blocked-by', blocker, 'relations', more),
    link: (
      from: string,
      kind: LinkKind,
      to: string,
      group: LinkGroup = 'relations',
      more: Partial<SightedLink> = {},
    ) => {
      links.push({ from: keyOf(from), kind, to: keyOf(to), group, since: start, at: start, ...more });
      return builder;
    },
    states: (blocked: string, blocker: string, more: Partial<StatedDependency> = {}) => {
      stated.push({ blocker: keyOf(blocker), blocked: keyOf(blocked), said: 'yes', hard: true, at: start, ...more });
      return builder;
    },
    /** W3: the same work, the first of the two is the main one. */
    same: (main: string, other: string) => builder.settled(main, 'same', other),
    settled: (main: string, said: SettledPair['said'], other: string) => {
      const isOfOne = said === 'same' || said === 'part';
      const [a = keyOf(main), b = keyOf(other)] = [keyOf(main), keyOf(other)].sort();
      pairs.push({ items: [a, b], said, ...(isOfOne ? { main: keyOf(main) } : {}), at: start });
      return builder;
    },
    owned: (name: string, who: Account | null, more: Partial<Ownership> = {}) => {
      ownerships.set(keyOf(name), [{ item: keyOf(name), role: 'owner', who, accepted: true, at: start, ...more }]);
      return builder;
    },
    changed: (name: string, field: FactChange['field'], before: unknown, after: unknown, at: number) => {
      changes.push({ key: keyOf(name), field, before, after, at });
      return builder;
    },
    as: (...accounts: readonly Account[]) => {
      me = accounts;
      return builder;
    },
    snapshot: (): Snapshot => ({
      me: { accounts: me },
      now,
      today: '2026-11-22',
      items,
      links,
      stated,
      ownerships,
      changes,
      settled: settledOf(pairs),
    }),
  };
  return builder;
};

export const worldStart = start;
export const worldNow = now;
