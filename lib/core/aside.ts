import type { Day } from './item.ts';

/** A row that is set aside until a day, or until something in it changes (Q4). It holds no title and no name. */
export interface Aside {
  /** The row's name, as lists have it (`rowId`). */
  readonly row: string;
  /** Milliseconds: when it was set aside. */
  readonly at: number;
  /** It comes back on this day at the latest. Absent: only when something in it changes. */
  readonly until?: Day;
  /** Dismissed: why, in the person's own words or one of ours. It stays away until what it speaks of is gone and comes again. */
  readonly reason?: string;
  /** What the row said then, part by part, so that what changed can be told. A part that is absent is not compared. */
  readonly was: { readonly [part in AsidePart]?: string };
}

/** The parts of a row by which it is told to have changed, the weightiest first. */
export const asideParts = ['state', 'blockers', 'by', 'people', 'rank', 'owner', 'waiters', 'finding'] as const;
export type AsidePart = (typeof asideParts)[number];

/** Why a row that was set aside is shown again. */
export type BackReason =
  /** Its day has come, and nothing in it changed. */
  | 'date'
  | 'reopened'
  | 'state'
  /** Its state, never seen before, is known now (K3). */
  | 'state-known'
  /** Nothing blocks it any more. */
  | 'unblocked'
  | 'blocked'
  | 'blockers'
  /** The date by which it is needed has passed. */
  | 'late'
  | 'date-set'
  | 'date-moved'
  | 'date-gone'
  | 'more-people'
  | 'fewer-people'
  | 'other-people'
  | 'rank-up'
  | 'rank-down'
  | 'owner'
  /** Who owns it, never seen before, is known now (K3). */
  | 'owner-known'
  | 'owner-nobody'
  | 'more-waiters'
  | 'fewer-waiters'
  | 'other-waiters'
  | 'waiter-reopened'
  /** A finding says something else than then. */
  | 'finding'
  /** What a finding speaks of was gone, and came again. */
  | 'again';

/** A row came back: why, and what had been set aside. */
export interface Back {
  readonly why: BackReason;
  readonly aside: Aside;
}

/** Characters of a reason. */
export const maxAsideReason = 200;

/** More than anybody sets aside; the oldest go first. */
export const maxAsides = 2_000;

/** One more row set aside, in place of what was said of it before; newest first. */
export const withAside = (asides: readonly Aside[], aside: Aside): readonly Aside[] =>
  [aside, ...withoutAside(asides, aside.row)].sort((a, b) => b.at - a.at).slice(0, maxAsides);

/** `row`: the row's name, as lists have it. */
export const withoutAside = (asides: readonly Aside[], row: string): readonly Aside[] =>
  asides.filter((one) => one.row !== row);
