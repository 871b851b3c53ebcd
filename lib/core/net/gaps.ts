import type { ItemKey } from '../key.ts';
import { isOpen, isPending, type NetItem } from './item.ts';

/** K3: facts without which signals cannot judge an item that waits or is waited for. */
export const gapFields = ['state', 'due', 'assignees', 'priority'] as const;
export type GapField = (typeof gapFields)[number];

export type Gaps = readonly {
  readonly field: GapField;
  readonly count: number;
  /** The first few. */
  readonly some: readonly ItemKey[];
}[];

/** What was never seen of an item; empty where nobody waits on it and it waits on nothing. */
export const gapsOf = (item: NetItem): readonly GapField[] => {
  const { state, due, owner, assigned, rank } = item.facts;
  if (state === 'unknown') return item.dependents.some(isWaiting) ? ['state'] : [];
  if (!isOpen(item) || !(item.dependents.some(isWaiting) || item.blockers.some(isPending))) return [];
  return [
    ...(due === undefined ? (['due'] as const) : []),
    ...(owner === undefined && assigned === undefined ? (['assignees'] as const) : []),
    ...(rank === undefined ? (['priority'] as const) : []),
  ];
};

const isWaiting = (wait: NetItem['dependents'][number]): boolean => isPending(wait) && isOpen(wait.blocked);

const shown = 3;

/** Counts what is missing, and goes on counting as items change. */
export interface GapCount {
  /** `changed`: items about which something is different, gone ones too. Those next to them are looked at as well. */
  readonly update: (changed: Iterable<NetItem>) => void;
  readonly gaps: () => Gaps;
}

export const countGaps = (items: Iterable<NetItem>, isHere: (item: NetItem) => boolean): GapCount => {
  const missing = new Map<GapField, Set<ItemKey>>(gapFields.map((field) => [field, new Set()]));
  const look = (item: NetItem): void => {
    const gaps = isHere(item) ? gapsOf(item) : [];
    for (const [field, keys] of missing) {
      if (gaps.includes(field)) keys.add(item.key);
      else keys.delete(item.key);
    }
  };
  for (const item of items) look(item);
  return {
    update: (changed) => {
      for (const item of changed) {
        look(item);
        for (const { blocker } of item.blockers) look(blocker);
        for (const { blocked } of item.dependents) look(blocked);
      }
    },
    gaps: () =>
      [...missing].flatMap(([field, keys]) =>
        keys.size === 0 ? [] : [{ field, count: keys.size, some: least(keys, shown) }],
      ),
  };
};

/** The first of them in order, so that the same gaps are always told by the same items. */
const least = (keys: ReadonlySet<ItemKey>, count: number): readonly ItemKey[] => {
  const found: ItemKey[] = [];
  for (const key of keys) {
    const last = found.at(-1);
    if (found.length === count && last !== undefined && key > last) continue;
    found.push(key);
    found.sort();
    if (found.length > count) found.pop();
  }
  return found;
};
