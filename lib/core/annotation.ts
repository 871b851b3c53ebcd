import type { Day } from './item.ts';
import type { ItemKey } from './key.ts';
import type { Account } from './person.ts';

/** O1: an item has at most one accountable owner; the others are separate roles. */
export const roles = ['owner', 'backup', 'reviewer', 'approver'] as const;
export type Role = (typeof roles)[number];

/** Who answers for an item, as stated by a person. */
export interface Ownership {
  readonly item: ItemKey;
  readonly role: Role;
  /** Null: stated that nobody does. */
  readonly who: Account | null;
  /** O2: proposed until the named person accepts. */
  readonly accepted: boolean;
  /** Milliseconds. */
  readonly at: number;
  /** Named by others who had not seen this: "claimed by two". */
  readonly rivals?: readonly Account[];
}

/** A dependency as stated by a person (D1), or its denial (D3), which outlives every later sighting. */
export interface StatedDependency {
  readonly blocker: ItemKey;
  readonly blocked: ItemKey;
  readonly said: 'yes' | 'no';
  readonly hard: boolean;
  readonly reason?: string;
  readonly needed?: Day;
  readonly promised?: Day;
  /** Milliseconds. */
  readonly at: number;
}

/**
 * What a person can say of two items that read alike: the same work; one is part of the other; related; or not the same,
 * which outlives every later likeness (W2).
 */
export const pairWords = ['same', 'part', 'related', 'not'] as const;
export type PairWord = (typeof pairWords)[number];

/** What a person said of a pair of items. */
export interface SettledPair {
  /** In order. */
  readonly items: readonly [ItemKey, ItemKey];
  readonly said: PairWord;
  /** Of the same work the main one (W3); of a part the whole. Absent for the others. */
  readonly main?: ItemKey;
  /** How sure the suggestion was that this answers, 0 to 1. Absent: nothing had been suggested. */
  readonly sureness?: number;
  /** Milliseconds. */
  readonly at: number;
}
