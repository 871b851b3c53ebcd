import type { Ownership, StatedDependency } from './annotation.ts';
import type { Day, Facts, LinkGroup } from './item.ts';
import type { ItemKey } from './key.ts';
import type { Me, Person } from './person.ts';
import type { Settled } from './same-work.ts';

/** A value with where and when it was seen (K3). */
export interface Known<Value> {
  readonly value: Value;
  /** Milliseconds: the latest sighting. */
  readonly at: number;
  /** Milliseconds: the first sighting of this same value. Absent: the same as `at`. */
  readonly since?: number;
  /** On the item's own page, or on a page that lists it. */
  readonly from: 'item' | 'list';
}

/** Facts other than links: links are kept apart, since they join two items. */
export type FactName = Exclude<keyof Facts, 'links'>;

/** What is known of an item. A field that was never seen is absent (K3). */
export interface Item {
  readonly key: ItemKey;
  readonly facts: { readonly [Name in FactName]?: Known<NonNullable<Facts[Name]> | Extract<Facts[Name], null>> };
  /** Milliseconds: the first and the latest sighting of anything about it. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** When its own page was last seen and could not be read, and what was missing (K5). */
  readonly drift?: { readonly at: number; readonly missing: readonly string[] };
}

/** Why an edge is believed (D3). */
export interface EdgeOrigin {
  readonly origin: LinkGroup | 'stated';
  /** The item on whose page it stood; absent for what a person stated here. */
  readonly on?: ItemKey;
  /** The ends that were named, where one of them is the same work as the edge's own end (W3). */
  readonly ends?: Ends;
  readonly word?: string;
  readonly by?: Person;
  /** Milliseconds: first and latest sighting. */
  readonly since: number;
  readonly at: number;
}

export interface Ends {
  readonly blocker: ItemKey;
  readonly blocked: ItemKey;
}

/** A dependency, blocker → blocked, with everything that says so (D1, D3). */
export interface Edge {
  readonly blocker: ItemKey;
  readonly blocked: ItemKey;
  readonly hard: boolean;
  readonly origins: readonly [EdgeOrigin, ...EdgeOrigin[]];
  readonly reason?: string;
  readonly needed?: Day;
  readonly promised?: Day;
}

/** A link as sighted on a page, one row for each place it was seen in. */
export interface SightedLink {
  readonly from: ItemKey;
  readonly kind: import('./item.ts').LinkKind;
  readonly to: ItemKey;
  readonly group: LinkGroup;
  readonly word?: string;
  readonly by?: Person;
  readonly hard?: boolean;
  readonly needed?: Day;
  readonly promised?: Day;
  /** Milliseconds: first and latest sighting. */
  readonly since: number;
  readonly at: number;
}

/** One change of a fact, from the append-only log (K4). */
export interface FactChange {
  readonly key: ItemKey;
  readonly field: FactName | `links.${LinkGroup}`;
  /** Null: it was not known before. */
  readonly before: unknown;
  readonly after: unknown;
  /** Milliseconds: when it was seen. */
  readonly at: number;
}

/** Everything known about some items, whose eyes, which instant. Signals and views are functions of it. */
export interface Snapshot {
  readonly me: Me;
  /** Milliseconds. */
  readonly now: number;
  /** The day it is for the person. */
  readonly today: Day;
  readonly items: ReadonlyMap<ItemKey, Item>;
  readonly links: readonly SightedLink[];
  readonly stated: readonly StatedDependency[];
  /** By item; at most one for each role. */
  readonly ownerships: ReadonlyMap<ItemKey, readonly Ownership[]>;
  /** What people said of pairs of items (W2, W3). Absent: nothing. */
  readonly settled?: Settled;
  /** Changes of the items, oldest first, the latest of each: for "since when", "reopened" and "slipped". */
  readonly changes: readonly FactChange[];
  /** Keys that were asked for and that their item no longer has, with the key it has now (K2). */
  readonly moved?: ReadonlyMap<ItemKey, ItemKey>;
  /** How many rows could not be read and are left out. Absent: none. */
  readonly unreadable?: number;
  /** There is more than was followed: the chains end here, not in the work. */
  readonly cut?: true;
}
