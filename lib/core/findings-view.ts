import type { Aside, Back } from './aside.ts';
import type { Evidence, Finding, SignalId } from './finding.ts';
import type { ItemKey, Place } from './key.ts';
import type { ItemBrief, Sighting } from './view.ts';

/** A finding as it is kept: since when it stands, and whether it was gone in between. */
export interface KeptFinding extends Finding {
  /** `findingId`. */
  readonly id: string;
  /** Milliseconds: when it was found, the last time that it came. */
  readonly since: number;
  /** Milliseconds: it had stood before, and was gone until `since`. Absent: it came for the first time. */
  readonly gone?: number;
}

/** A fact that a finding rests on, with where and when it was seen (K3). */
export interface EvidenceView {
  readonly item: ItemBrief;
  readonly fact: Evidence['fact'];
  /** What it waits on. */
  readonly on?: ItemBrief;
  /** Absent: never seen, or stated by a person. */
  readonly seen?: Sighting;
}

export interface FindingRow {
  /** As it is told here: of a likeness what may be told, from the side of the item that is looked at. */
  readonly finding: KeptFinding;
  /** As it is kept, where that is another: what is set aside. */
  readonly kept?: KeptFinding;
  /** The items that it names, each once, also those in its arguments and steps; in its own order. */
  readonly items: ReadonlyMap<ItemKey, ItemBrief>;
  readonly evidence: readonly EvidenceView[];
  /** It came since the findings were last looked at. */
  readonly isNew: boolean;
  /** It concerns me. */
  readonly mine: boolean;
  /** The projects and repositories of its items. */
  readonly places: readonly Place[];
  /** It had been set aside or dismissed, and came back (Q4). */
  readonly back?: Back;
}

/** What somebody wants to see of them. Absent: all. */
export interface FindingsFilter {
  /** Only what concerns me; what a view opens on (Q5). */
  readonly mine: boolean;
  readonly signal?: SignalId;
  readonly tool?: string;
  /** `placeId`. */
  readonly place?: string;
  /** `accountId`. */
  readonly person?: string;
}

/** K3: a field without which signals cannot judge, and for how many items that are waited for it was never seen. */
export interface Gap {
  readonly field: 'state' | 'due' | 'assignees' | 'priority';
  readonly count: number;
  /** Some of them, whose pages would give it. */
  readonly some: readonly ItemBrief[];
}

export interface FindingsView {
  readonly filter: FindingsFilter;
  /** Most pressing first. */
  readonly rows: readonly FindingRow[];
  /** Set aside, or dismissed with a reason (Q4). */
  readonly aside: readonly { readonly row: FindingRow; readonly aside: Aside }[];
  /** How many fit the filter; `rows` may be the first of them only. */
  readonly total: number;
  /** How many stand that concern me, and how many in all, whatever the filter. */
  readonly counts: { readonly mine: number; readonly all: number };
  readonly gaps: readonly Gap[];
  /** K3: items that were judged. */
  readonly judged: number;
}
