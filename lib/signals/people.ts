import type { NetItem } from '../core/net/item.ts';
import { answerers } from '../core/net/own-net.ts';
import { type Account, accountId, fuller } from '../core/person.ts';

/** Each account once, in the order of their ids: what a finding says does not depend on the order of what it was found in. */
export const everybody = (...lists: readonly (readonly Account[])[]): readonly Account[] => joined(lists);

/** Who answers for any of them. */
export const answering = (items: readonly NetItem[]): readonly Account[] =>
  joined(items.map(({ facts }) => answerers(facts)));

const joined = (lists: readonly (readonly Account[])[]): readonly Account[] => {
  const byId = new Map<string, Account>();
  for (const list of lists) {
    for (const account of list) {
      const id = accountId(account);
      const there = byId.get(id);
      byId.set(id, there === undefined ? account : fuller(there, account));
    }
  }
  if (byId.size < 2) return [...byId.values()];
  return [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? []);
};

/** Who should act, or know: who answers for any of these, else who wrote them; where nobody is known, the same of others. */
export const concerned = (items: readonly NetItem[], others: readonly NetItem[] = []): readonly Account[] => {
  const people = answering(items);
  if (people.length > 0) return people;
  const wrote = authors(items);
  if (wrote.length > 0) return wrote;
  const theirs = answering(others);
  return theirs.length > 0 ? theirs : authors(others);
};

const authors = (items: readonly NetItem[]): readonly Account[] =>
  everybody(items.flatMap(({ facts: { author } }) => author ?? []));
