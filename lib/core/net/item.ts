import { type Day, isClosed, type Rank, type State } from '../item.ts';
import type { ItemKey } from '../key.ts';
import type { Account } from '../person.ts';

/** What the net knows of one item: as much as signals and chains need, and no words. What was never seen is absent (K3). */
export interface NetFacts {
  readonly state: State;
  /** Null: seen without one. */
  readonly due?: Day | null;
  /** Null: seen without a priority, or with a word that has no place on the scale. */
  readonly rank?: Rank | null;
  /** The tool's assignees. Empty: seen without. */
  readonly assigned?: readonly Account[];
  /** Stated by a person; outranks the assignees (O3). */
  readonly owner?: StatedOwner;
  readonly author?: Account;
  /** Asked for a review that is not given yet, and since when at the latest (milliseconds). */
  readonly reviewers?: readonly Account[];
  readonly asked?: number;
  /** Milliseconds: the latest sign that it moved: the tool's own word, else the first sighting of what it says now. */
  readonly moved?: number;
  /** Milliseconds: the latest sighting. Absent: never seen, only named by others. */
  readonly seen?: number;
  /** Milliseconds: when it was closed, where that was seen. Absent: it is open, or was closed when it was first seen. */
  readonly closed?: number;
  /** Milliseconds: when it was last seen to be open again. */
  readonly reopened?: number;
  /** The same work as another item, which stands for both (W3): what joins it with others, and who answers for it, is there. */
  readonly sameWork?: BehindFacts;
  /** Its date moved to a later one: from which, and when that was seen (milliseconds). */
  readonly slipped?: { readonly from: Day; readonly at: number };
}

export interface BehindFacts {
  readonly main: ItemKey;
  /** Who owns this item by what was stated of it, else by its own tool. */
  readonly own: OwnedBy;
  /** Who answers for the work while its main item is open. */
  readonly work: OwnedBy;
}

export interface OwnedBy {
  readonly who: readonly Account[];
  /** What says so. */
  readonly fact: 'owner' | 'assignees';
}

export interface StatedOwner {
  readonly who: Account;
  readonly accepted: boolean;
  /** Named by others who had not seen this: "claimed by two". */
  readonly rivals: readonly Account[];
}

/** What is known of an item that is only named by others. */
export const unseen: NetFacts = { state: 'unknown' };

export interface WaitFacts {
  readonly hard: boolean;
  readonly needed?: Day;
  readonly promised?: Day;
  /** Milliseconds: when it was first known. */
  readonly since: number;
}

/** A dependency between two items of the net. */
export interface Wait extends WaitFacts {
  readonly blocker: NetItem;
  readonly blocked: NetItem;
}

/**
 * Items that wait on each other in a circle: a strongly connected component of more than one (D5). Members in order of
 * their keys.
 */
export interface Cycle {
  readonly members: readonly [NetItem, ...NetItem[]];
}

/** A date that something down the chain must hold, and whose it is. */
export interface Bound {
  readonly day: Day;
  readonly of: ItemKey;
}

/**
 * An item with its waits, and what the whole net says of it. Answers are kept up to date by whoever changes the net;
 * everybody else reads.
 */
export interface NetItem {
  readonly key: ItemKey;
  readonly facts: NetFacts;
  readonly blockers: readonly Wait[];
  readonly dependents: readonly Wait[];
  /** Of an "implements": what it is code for, and what is code for it (O5). */
  readonly codeFor: readonly NetItem[];
  readonly codedBy: readonly NetItem[];
  /**
   * Steps until its turn: 0 can be begun now, 1 after those. Infinite: its turn cannot be told, since it waits in a
   * circle, on one, or on what is not known. Of a closed item 0.
   */
  readonly wave: number;
  readonly cycle: Cycle | undefined;
  /** T2: the nearest date down the chain; it must be done on that day at the latest. Undefined: nothing dated waits. */
  readonly bound: Bound | undefined;
}

export const isOpen = ({ facts: { state } }: NetItem): boolean => state === 'open' || state === 'in-progress';

/** True where the blocked item, if it is open, cannot begin: what is not known to be closed may well be open (D2). */
export const isPending = ({ hard, blocker }: Wait): boolean => hard && !isClosed(blocker.facts.state);

/** Hard, and both ends are known to be open: somebody waits now. */
export const isActive = ({ hard, blocker, blocked }: Wait): boolean => hard && isOpen(blocker) && isOpen(blocked);

/** What waits on it now, and what it waits on now. */
export const waitersOn = (item: NetItem): readonly Wait[] =>
  isOpen(item) ? item.dependents.filter(({ hard, blocked }) => hard && isOpen(blocked)) : [];
export const waitedFor = (item: NetItem): readonly Wait[] =>
  isOpen(item) ? item.blockers.filter(({ hard, blocker }) => hard && isOpen(blocker)) : [];

/** M5: nothing open and hard before it, and nothing unknown. */
export const isReady = (item: NetItem): boolean => isOpen(item) && item.wave === 0;
