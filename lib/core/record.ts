/**
 * How annotations are written down, alone or shared. What people state is kept in *records*; a record is the union
 * of *cells*, one for each author and device; a device rewrites only its own cell, so no copy ever overwrites
 * somebody else's word. Fields carry a hybrid clock and what their writer had seen; `mergeCells` joins them.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Hybrid clock: 9 base-36 digits of milliseconds and 4 of a counter; sorts as text, rises strictly on each device. */
export type Clock = string;

/** A record's natural key: its type and what it is about: `['dep', blocker, blocked]`, `['own', item, 'owner']`. */
export type NaturalKey = readonly [type: string, ...about: string[]];

/** When, what, and the latest clock of each device's write that this one replaces. */
export type FieldWrite = readonly [clock: Clock, value: Json, seen: { readonly [device: string]: Clock }];

export interface CellBody {
  readonly v: 1;
  readonly k: NaturalKey;
  readonly f: { readonly [field: string]: FieldWrite };
}

export interface Cell {
  readonly space: string;
  /** Hash of the natural key under the space's own key, so that two people meet in one record without a server. */
  readonly rec: string;
  /** `local` until a space has a server that vouches for authors. */
  readonly author: string;
  readonly device: string;
  /** The latest clock in the body. */
  readonly lm: Clock;
  readonly body: CellBody;
}

/** One field of a merged record: the value to show and, where writers who had not seen each other differ, every value. */
export interface MergedField {
  readonly value: Json;
  readonly clock: Clock;
  readonly author: string;
  readonly device: string;
  /** All surviving writes, newest first, where there is more than one value: "claimed by two". */
  readonly rivals?: readonly {
    readonly value: Json;
    readonly clock: Clock;
    readonly author: string;
    readonly device: string;
  }[];
}

export interface MergedRecord {
  readonly rec: string;
  readonly k: NaturalKey;
  /** Nothing stands: a deletion covers every write, or they were taken back. A write its author had not seen keeps the record alive. */
  readonly deleted: boolean;
  readonly fields: { readonly [field: string]: MergedField };
}
