import type { Day, Facts } from '../core/item.ts';
import { type ItemKey, siteOf } from '../core/key.ts';
import { accountOn } from '../core/owner.ts';
import type { Person } from '../core/person.ts';
import type { Item, Known, SightedLink, Snapshot } from '../core/snapshot.ts';

/** When the example takes place: now, so that its dates read like a day at work. */
export interface ExampleTime {
  /** Milliseconds. */
  readonly now: number;
  readonly today: Day;
}

const day = 24 * 60 * 60 * 1000;

const key = (text: string): ItemKey => text as ItemKey;

/** The item that the example is about. */
export const exampleItem = key('jira:example.atlassian.net:SHOP-12');
const form = key('github:github.com:example/shop#45');
const review = key('github:github.com:example/shop#52');
const signOff = key('asana:1200000000000012');
const announcement = key('asana:1200000000000031');
const prices = key('jira:example.atlassian.net:SHOP-9');

const amira: Person = { name: 'Amira Haddad' };
const jonas: Person = { name: 'Jonas Berg' };

/**
 * Made-up work over three tools, as a snapshot that is only ever held in memory: what the welcome page shows as an
 * example. `name`: what the person is called in it, in their language.
 */
export const exampleSnapshot = ({ now, today }: ExampleTime, name: string): Snapshot => {
  const seen = <Value>(value: Value, ago = 1): Known<Value> => ({
    value,
    at: now - 60_000,
    since: now - ago * day,
    from: 'item',
  });
  const inDays = (days: number): Day =>
    new Date(Date.parse(`${today}T12:00:00Z`) + days * day).toISOString().slice(0, 10);
  const me: Person = { name };
  const item = (at: ItemKey, facts: Omit<Facts, 'links'>): Item => ({
    key: at,
    facts: Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, seen(value, 4)])),
    firstSeen: now - 9 * day,
    lastSeen: now - 60_000,
  });
  const blocks = (blocker: ItemKey, blocked: ItemKey, ago: number): SightedLink => ({
    from: blocked,
    kind: 'blocked-by',
    to: blocker,
    group: 'relations',
    since: now - ago * day,
    at: now - 60_000,
  });
  const items = [
    item(exampleItem, {
      kind: 'issue',
      title: 'Open the new shop',
      state: 'in-progress',
      assignees: [jonas],
      due: inDays(6),
      priority: { word: 'High', rank: 'high' },
    }),
    item(prices, { kind: 'issue', title: 'Final price list', state: 'open', assignees: [me], due: inDays(2) }),
    item(form, { kind: 'issue', title: 'Order form keeps its content', state: 'open', assignees: [] }),
    item(review, {
      kind: 'pull-request',
      title: 'Read prices from the list',
      state: 'open',
      author: amira,
      assignees: [amira],
      reviewers: [me],
    }),
    item(signOff, { kind: 'task', title: 'Legal signs the terms off', state: 'done', assignees: [amira] }),
    item(announcement, {
      kind: 'task',
      title: 'Announce the opening',
      state: 'open',
      assignees: [amira],
      due: inDays(5),
    }),
  ];
  return {
    me: { accounts: [accountOn(prices, me), accountOn(review, me), accountOn(announcement, me)] },
    now,
    today,
    items: new Map(items.map((one) => [one.key, one])),
    links: [
      blocks(form, exampleItem, 9),
      blocks(signOff, exampleItem, 8),
      blocks(prices, exampleItem, 4),
      blocks(exampleItem, announcement, 3),
      blocks(prices, review, 2),
    ],
    stated: [],
    ownerships: new Map(),
    changes: [],
  };
};

/** How much the example pretends to have read, by tool. */
export const exampleCounts = (snapshot: Snapshot): { readonly [tool: string]: number } => {
  const counts: { [tool: string]: number } = {};
  for (const at of snapshot.items.keys()) counts[siteOf(at).tool] = (counts[siteOf(at).tool] ?? 0) + 1;
  return counts;
};
