import { canonical, same } from '../core/canonical.ts';
import type { Facts, Observation } from '../core/item.ts';
import { isClosed } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import { accountOn } from '../core/owner.ts';
import { type Account, accountId, enrichPeople, type Person, samePerson } from '../core/person.ts';
import type { FactChange, FactName, Item, Known } from '../core/snapshot.ts';
import type { ItemRow } from './rows.ts';
import { spellingsOn } from './spelling.ts';

/** Facts whose changes are logged (K4); links are logged where they are kept. */
const loggedFacts: ReadonlySet<FactName> = new Set(['title', 'state', 'assignees', 'priority', 'due']);

type KnownFacts = Item['facts'];

export interface FactsUpdate {
  readonly facts: KnownFacts;
  readonly changes: readonly FactChange[];
  /** A value is new, not only seen again. */
  readonly changed: boolean;
}

/**
 * K4: the latest value of each field. A field that was not seen erases nothing; one that was seen and is empty
 * replaces; an older sighting never replaces a newer one.
 */
export const updateFacts = (
  known: KnownFacts,
  { key, facts, from }: Pick<Observation, 'key' | 'facts' | 'from'>,
  at: number,
): FactsUpdate => {
  const next: { [name: string]: Known<unknown> } = { ...known };
  const changes: FactChange[] = [];
  let changed = false;
  for (const [name, seen] of seenFacts(facts)) {
    const before = known[name] as Known<unknown> | undefined;
    if (before !== undefined && isFresher(before, from, at)) continue;
    const value = isOnlyNotClosed(name, facts, from, before?.value)
      ? before?.value
      : enriched(name, seen, before?.value);
    const equal = before !== undefined && equalFact(name, value, before.value);
    next[name] = {
      // An equal list in another order stays as it was, so that nothing looks changed.
      value: equal && same(value, before.value) ? before.value : value,
      at,
      from,
      ...sinceOf(before, equal, at),
    };
    if (equal && same(value, before.value)) continue;
    changed = true;
    if (!equal && before !== undefined && loggedFacts.has(name))
      changes.push({ key, field: name, before: before.value, after: value, at });
  }
  return { facts: next as KnownFacts, changes, changed };
};

/** What an item's own page says outranks a row that lists the item on that same page. */
const isFresher = (before: Known<unknown>, from: Observation['from'], at: number): boolean =>
  before.at > at || (before.at === at && before.from === 'item' && from === 'list');

/** A row that tells "not closed yet" and no word of its tool does not take back that the work has begun. */
const isOnlyNotClosed = (name: FactName, { state, word }: Facts, from: Observation['from'], before: unknown): boolean =>
  name === 'state' && from === 'list' && state === 'open' && word === undefined && before === 'in-progress';

/** Everything but links. */
const seenFacts = ({ links: _links, ...facts }: Facts): readonly (readonly [FactName, unknown])[] =>
  Object.entries(facts).filter(([, value]) => value !== undefined) as [FactName, unknown][];

const sinceOf = (before: Known<unknown> | undefined, equal: boolean, at: number): { since?: number } => {
  if (before === undefined || !equal) return {};
  const since = before.since ?? before.at;
  return since === at ? {} : { since };
};

const enriched = (name: FactName, value: unknown, before: unknown): unknown => {
  switch (name) {
    case 'assignees':
    case 'reviewers':
      return enrichPeople(value as readonly Person[], before as readonly Person[] | undefined);
    case 'author':
      return enrichPeople([value as Person], before === undefined ? undefined : [before as Person])[0];
    default:
      return value;
  }
};

/** People are the same in any order, and also where one page shows less of them. */
const equalFact = (name: FactName, a: unknown, b: unknown): boolean => {
  if (name !== 'assignees' && name !== 'reviewers') return same(a, b);
  const [people, others] = [a as readonly Person[], b as readonly Person[]];
  return people.length === others.length && people.every((one) => others.some((other) => samePerson(one, other)));
};

/** Assignees and requested reviewers of an item that is not closed. */
export const answersOf = (key: ItemKey, { state, assignees, reviewers }: KnownFacts): readonly string[] =>
  state !== undefined && isClosed(state.value)
    ? []
    : spellingsOn(key, [...(assignees?.value ?? []), ...(reviewers?.value ?? [])]);

/** Everybody that an item shows, each account once. */
export const peopleOn = ({ assignees, author, reviewers }: KnownFacts): readonly Person[] => [
  ...(assignees?.value ?? []),
  ...(author === undefined ? [] : [author.value]),
  ...(reviewers?.value ?? []),
];

/** The accounts that people have on the site of an item, by id, each once. */
export const accountsOn = (key: ItemKey, people: readonly Person[]): ReadonlyMap<string, Account> =>
  new Map(people.map((person) => accountOn(key, person)).map((account) => [accountId(account), account]));

/** The latest value of each field, whichever of two readings it stands in; equal times are decided by the value alone. */
export const joinFacts = (a: KnownFacts, b: KnownFacts): KnownFacts => {
  const joined: { [name: string]: Known<unknown> } = { ...a };
  for (const [name, known] of Object.entries(b) as [string, Known<unknown>][]) {
    const there = joined[name];
    joined[name] = there === undefined || isLater(known, there) ? known : there;
  }
  return joined as KnownFacts;
};

const isLater = (a: Known<unknown>, b: Known<unknown>): boolean =>
  a.at !== b.at ? a.at > b.at : canonical(a) > canonical(b);

export const joinItems = (key: ItemKey, a: Item, b: Item): Item => {
  const drift = [a.drift, b.drift].filter((one) => one !== undefined).sort((x, y) => y.at - x.at)[0];
  return {
    key,
    facts: joinFacts(a.facts, b.facts),
    firstSeen: Math.min(a.firstSeen, b.firstSeen),
    lastSeen: Math.max(a.lastSeen, b.lastSeen),
    ...(drift === undefined ? {} : { drift }),
  };
};

/** An item's row, with what is derived from its facts. */
export const itemRow = (item: Item, { opened, logged }: Pick<ItemRow, 'opened' | 'logged'>): ItemRow => ({
  key: item.key,
  facts: item.facts,
  firstSeen: item.firstSeen,
  lastSeen: item.lastSeen,
  ...(item.drift === undefined ? {} : { drift: item.drift }),
  ...(opened === undefined ? {} : { opened }),
  ...(logged === undefined ? {} : { logged }),
  answers: answersOf(item.key, item.facts),
});
