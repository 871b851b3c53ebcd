import type { Role } from './annotation.ts';
import type { Aside, Back } from './aside.ts';
import type { Day, Kind, LinkKind, Priority, Rank, State } from './item.ts';
import type { ItemKey } from './key.ts';
import type { Account, Person } from './person.ts';
import type { EdgeOrigin, Ends, FactName } from './snapshot.ts';

/** Who answers for an item, and how that is known. */
export type OwnerView =
  /** Stated by a person (O1, O2, O3). */
  | {
      readonly by: 'stated';
      readonly who: Account;
      readonly accepted: boolean;
      readonly me: boolean;
      /** Named by others at the same time: "claimed by two". */
      readonly rivals: readonly Account[];
      /** The tool's assignees, where none of them is the stated owner (O3). */
      readonly differs: readonly Person[];
      /** The item of the same work that it was stated of. Absent: this one. */
      readonly of?: ItemKey;
    }
  /** The tool's assignee; nobody stated anything. `of`: the item of the same work that shows them. Absent: this one. */
  | {
      readonly by: 'assigned';
      readonly who: readonly [Person, ...Person[]];
      readonly me: boolean;
      readonly of?: ItemKey;
    }
  /** Seen without an assignee (O4). */
  | { readonly by: 'nobody' }
  /** Never seen: not known, which is not the same as nobody (K3, O4). */
  | { readonly by: 'unknown' };

/** One item as a row, a card or a line shows it. */
export interface ItemBrief {
  readonly key: ItemKey;
  /** Absent: never seen. */
  readonly title?: string;
  readonly kind?: Kind;
  /** `unknown` where it was never seen. */
  readonly state: State;
  /** The state in the tool's own word. */
  readonly word?: string;
  readonly owner: OwnerView;
  /** Null: seen without one. Absent: not seen. */
  readonly due?: Day | null;
  readonly priority?: Priority | null;
  /** Milliseconds. Absent: never seen. */
  readonly lastSeen?: number;
  readonly drift?: readonly string[];
}

/**
 * - `blocking`: the blocker is open
 * - `cleared`: it is done
 * - `dropped`: it was closed and not done: does not block, but nobody did it (D2)
 * - `unknown`: its state was never seen
 */
export type DependencyStatus = 'blocking' | 'cleared' | 'dropped' | 'unknown';

export interface DependencyView {
  /** The item at the other end. */
  readonly other: ItemBrief;
  readonly status: DependencyStatus;
  readonly hard: boolean;
  readonly reason?: string;
  readonly needed?: Day;
  readonly promised?: Day;
  /** Milliseconds: when this wait was first known. */
  readonly since: number;
  readonly origins: readonly EdgeOrigin[];
}

export interface RelatedView {
  readonly kind: LinkKind;
  readonly other: ItemBrief;
  /** A person said so, who can take it back (W2). */
  readonly stated?: true;
}

/** Another item of the same work (W3). */
export interface SameWorkView {
  readonly other: ItemBrief;
  readonly main: boolean;
  /** The pair that says so. Absent: it follows from others. */
  readonly pair?: readonly [ItemKey, ItemKey];
}

/** One place in the tree of what an item waits for, or of what waits for it. */
export interface ChainRow {
  readonly item: ItemBrief;
  /** 1 stands next to the item that the tree is of; a row hangs on the last one before it that is less deep. */
  readonly depth: number;
  readonly status: DependencyStatus;
  /** False: "better after". What it waits on is not followed. */
  readonly hard: boolean;
  /** It stands further up, with what it waits on. */
  readonly repeated?: true;
  /** It is the item that the tree is of, or one that this row hangs on: a circle closes here (D5). */
  readonly circle?: true;
  /** Open, and it waits on nothing: a root blocker (D6). */
  readonly end?: true;
}

/** D6: the chain of an item both ways, as far as it is open or not known; each item is followed once. */
export interface ChainView {
  readonly waitsFor: readonly ChainRow[];
  readonly waiting: readonly ChainRow[];
  /** Items of either tree that have no row any more. */
  readonly more: { readonly waitsFor: number; readonly waiting: number };
  /** Who answers for the open items that it waits for, each once, in the order of the tree. */
  readonly people: readonly Person[];
}

/** T2: until when it must be done so that everything after it holds. */
export interface LatestView {
  /** The last day that is worked until then. */
  readonly day: Day;
  /** The date itself, and whose it is. */
  readonly needed: Day;
  readonly of: ItemBrief;
  /** Working days left over after its own due date, or from today where that is missing or has passed. Negative: too late. */
  readonly spare: number;
  readonly from: 'due' | 'today';
}

/** D5: what would open the circle that an item is in. */
export interface BreakersView {
  /** `any`: each of these alone. `all`: only all of these together. */
  readonly cut: 'any' | 'all';
  /** The youngest first. */
  readonly waits: readonly { readonly blocker: ItemBrief; readonly blocked: ItemBrief }[];
}

/** What an item of a pair would show from then on that it does not show now, were the two the same work (W3). */
export interface SameWorkGain {
  readonly item: ItemBrief;
  /** Absent: its owner stays as it is. */
  readonly owner?: OwnerView;
  readonly blockers: readonly DependencyView[];
  readonly dependents: readonly DependencyView[];
}

/** Everything that is shown about the item a person looks at. */
export interface ItemView {
  readonly item: ItemBrief;
  readonly assignees?: readonly Person[];
  readonly author?: Person;
  readonly labels?: readonly string[];
  /** What this item waits on: open ones first. */
  readonly blockers: readonly DependencyView[];
  /** What waits on this item: open ones first. */
  readonly dependents: readonly DependencyView[];
  /** Seen on pages, and said by a person to be no dependency (D3). `ends`: the items that were named, where others. */
  readonly denied: readonly { readonly blocker: ItemBrief; readonly blocked: ItemBrief; readonly ends?: Ends }[];
  /** W3: the other items of the same work, the main one first. */
  readonly sameWork?: readonly SameWorkView[];
  /** W2: what a person said is not the same. */
  readonly apart?: readonly ItemBrief[];
  readonly related: readonly RelatedView[];
  /** The open items of its chain that wait on nothing (D6); empty where its only open blockers are direct. */
  readonly roots: readonly ItemBrief[];
  /** In a cycle: the items of it, starting here (D5). */
  readonly cycle: readonly ItemBrief[];
  /** Absent: it is in no cycle. */
  readonly breakers?: BreakersView;
  readonly chain: ChainView;
  /** Absent: nothing that waits for it has a date. */
  readonly latest?: LatestView;
  /** When and where each fact was seen (K3). A fact that was never seen is absent. */
  readonly seen?: { readonly [Name in FactName]?: Sighting };
  /** The roles beside the owner that somebody stated (O1). */
  readonly roles?: readonly RoleView[];
}

export interface Sighting {
  /** Milliseconds: the latest. */
  readonly at: number;
  /** On the item's own page, or on a page that lists it. */
  readonly from: 'item' | 'list';
}

export interface RoleView {
  readonly role: Exclude<Role, 'owner'>;
  readonly who: Account;
  readonly accepted: boolean;
  readonly me: boolean;
}

/** Milliseconds, and whether it may be longer: the tool does not say, this is the first sighting (M2). */
export interface Since {
  readonly at: number;
  readonly atLeast: boolean;
}

/** What the person concerned can do next about a row. */
export type NextStep = 'finish' | 'review' | 'answer' | 'claim' | 'accept' | 'ask-owner' | 'find-owner' | 'look';

/** Somebody's item that waits on one of mine (or on something that is asked of me). */
export interface Waiter {
  readonly item: ItemBrief;
  /** Steps down the chain: 1 waits directly. */
  readonly distance: number;
  /** Milliseconds: when it was last seen to be open again. Absent: it was never seen closed. */
  readonly reopened?: number;
}

/** M3: what a row's place rests on: the first criterion of the order that holds for it. */
export type AwaitedReason =
  | { readonly type: 'late'; readonly by: Day }
  | { readonly type: 'date'; readonly by: Day }
  | { readonly type: 'rank'; readonly rank: Rank }
  /** More than one person waits. */
  | { readonly type: 'people'; readonly count: number }
  | { readonly type: 'age'; readonly since: Since };

/** The same for what I wait on (M4). `nobody`: nobody owns it. */
export type WaitingReason = Extract<AwaitedReason, { type: 'late' | 'date' | 'age' }> | { readonly type: 'nobody' };

/** The same for what I could begin (M5). `frees`: items that can begin when it is done. `waiting`: items down the chain. */
export type NextReason =
  | { readonly type: 'frees'; readonly count: number }
  | { readonly type: 'waiting'; readonly count: number }
  | { readonly type: 'date'; readonly by: Day }
  | { readonly type: 'rank'; readonly rank: Rank }
  | { readonly type: 'nothing' };

/** M1: one of my items, and who waits on it. */
export interface AwaitedRow {
  readonly item: ItemBrief;
  /** Why it is mine to answer. */
  readonly why: 'owner' | 'assignee' | 'review' | 'promise';
  /** Nearest first; waiters nobody owns last. Empty for a review, whose author waits. */
  readonly waiters: readonly Waiter[];
  /** People waiting, each once; the author of a review request among them. */
  readonly people: readonly Person[];
  readonly since: Since;
  /** The nearest needed, promised or due date among what waits. */
  readonly by?: Day;
  readonly late: boolean;
  /** The highest that waits down the chain. */
  readonly rank?: Rank;
  /** What my item itself waits on, where I cannot act (M2); empty where I can. */
  readonly blockedBy: readonly ItemBrief[];
  readonly next: NextStep;
  readonly reason: AwaitedReason;
  /** Milliseconds: when the item was last seen to be open again. Absent: it was never seen closed. */
  readonly reopened?: number;
  /** It had been set aside, and came back (Q4). */
  readonly back?: Back;
}

/** M4: one of my items waits on somebody else's. */
export interface WaitingRow {
  /** Mine. */
  readonly item: ItemBrief;
  /** What it waits on. */
  readonly on: ItemBrief;
  readonly status: 'blocking' | 'unknown';
  readonly since: Since;
  readonly by?: Day;
  readonly late: boolean;
  readonly next: NextStep;
  readonly reason: WaitingReason;
  /** Milliseconds: when what it waits on was last seen to be open again. Absent: it was never seen closed. */
  readonly reopened?: number;
  /** It had been set aside, and came back (Q4). */
  readonly back?: Back;
}

/** M5: one of my items that I could begin or finish now: nothing before it is open or not known. */
export interface NextRow {
  readonly item: ItemBrief;
  /** Open items that wait on nothing else. */
  readonly frees: number;
  /** Open items that wait for it, directly or down a chain. */
  readonly waiting: number;
  /** Milliseconds: when one of those was last seen. Absent: none was. */
  readonly waitingSeen?: number;
  /** People beside me who answer for those. */
  readonly people: number;
  /** The nearest date down the chain, or its own. */
  readonly by?: Day;
  readonly late: boolean;
  /** The highest of it and of what waits down the chain. */
  readonly rank?: Rank;
  readonly reason: NextReason;
}

/** A row that is away, and what was set aside (Q4). */
export interface AsideRow<Row extends AwaitedRow | WaitingRow = AwaitedRow | WaitingRow> {
  readonly row: Row;
  readonly aside: Aside;
}

/** K3: an empty list says how much was looked at. */
export interface Coverage {
  /** Items read, by tool id. */
  readonly items: { readonly [tool: string]: number };
  /** Milliseconds: the oldest of those readings. Absent: nothing read yet. */
  readonly since?: number;
}

export interface MineView {
  /** No account of mine is known yet. */
  readonly meKnown: boolean;
  /** Most pressing first (M3): what I can act on. */
  readonly awaited: readonly AwaitedRow[];
  /** What I cannot act on, since my own item is blocked. */
  readonly stuck: readonly AwaitedRow[];
  /** Asked of a team of mine and taken by nobody. */
  readonly team: readonly AwaitedRow[];
  readonly waiting: readonly WaitingRow[];
  /** M5: what to take up next; those that are set aside in other lists are among them. */
  readonly next: readonly NextRow[];
  /** What rests on knowledge too old to count on (Q2); none of them is in the other lists. */
  readonly check: readonly AwaitedRow[];
  /** Q2: the days after which knowledge is too old. */
  readonly fresh: number;
  /** Q4: what is set aside, the first to come back first; none of it is in the other lists. */
  readonly aside: readonly AsideRow[];
  /** M3: my items that others wait on and that I can act on now. The badge shows it. */
  readonly count: number;
  readonly coverage: Coverage;
  /** Sites where I am not known, with the people seen there, most often seen first. */
  readonly ask: readonly WhoAmI[];
}

/** The page of a tool that lists my own open work. Reading it fills the popup. */
export interface StartLink {
  readonly tool: string;
  readonly to: URL;
}

/** "Which of these are you on …?" */
export interface WhoAmI {
  readonly tool: string;
  readonly site: string;
  readonly people: readonly Account[];
  /** I am one of these, known by a name that they all have. */
  readonly namesakes?: true;
}
