import type { SettledPair } from './annotation.ts';
import type { ItemKey } from './key.ts';

/** The items of one piece of work, the main one first. */
export type Work = readonly [ItemKey, ...ItemKey[]];

/** What people said of pairs, and what follows from it. */
export interface Settled {
  readonly pairs: readonly SettledPair[];
  /** Of each item that is the same work as others, its work. */
  readonly works: ReadonlyMap<ItemKey, Work>;
}

export const nothingSettled: Settled = { pairs: [], works: new Map() };

/**
 * W3: items that pairs join, one after the other, are one piece of work. Its main one is that which no pair puts behind
 * another; where pairs disagree, the first of those by key. The order of the pairs does not matter.
 */
export const settledOf = (pairs: readonly SettledPair[]): Settled =>
  pairs.length === 0 ? nothingSettled : { pairs, works: worksOf(pairs.filter(({ said }) => said === 'same')) };

const worksOf = (pairs: readonly SettledPair[]): ReadonlyMap<ItemKey, Work> => {
  const members = new Map<ItemKey, Set<ItemKey>>();
  const behind = new Set<ItemKey>();
  for (const { items, main } of pairs) {
    const [a, b] = items;
    const joined = new Set([...(members.get(a) ?? [a]), ...(members.get(b) ?? [b])]);
    for (const key of joined) members.set(key, joined);
    behind.add(main === a ? b : a);
  }
  const works = new Map<ItemKey, Work>();
  for (const all of new Set(members.values())) {
    const inOrder = [...all].sort();
    const main = inOrder.find((key) => !behind.has(key)) ?? (inOrder[0] as ItemKey);
    const work: Work = [main, ...inOrder.filter((key) => key !== main)];
    for (const key of work) works.set(key, work);
  }
  return works;
};

/** The item's work: most items are one of their own. */
export const workOf = ({ works }: Settled, key: ItemKey): Work => works.get(key) ?? [key];

/** The main item of its work, at which everything stands that joins any of them with others. */
export const mainOf = (settled: Settled, key: ItemKey): ItemKey => workOf(settled, key)[0];

export const isMain = (settled: Settled, key: ItemKey): boolean => mainOf(settled, key) === key;

/** What would be settled if this were said of a pair; what was said of it before is not any more. */
export const withPair = ({ pairs }: Settled, pair: SettledPair): Settled =>
  settledOf([...pairs.filter((one) => !isOfPair(one, pair.items)), pair]);

/** What people said of these two, in either order. */
export const saidOf = ({ pairs }: Settled, a: ItemKey, b: ItemKey): SettledPair | undefined =>
  pairs.find((one) => isOfPair(one, [a, b]));

const isOfPair = ({ items }: SettledPair, [a, b]: readonly [ItemKey, ItemKey]): boolean =>
  (items[0] === a && items[1] === b) || (items[0] === b && items[1] === a);
