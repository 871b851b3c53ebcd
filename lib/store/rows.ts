import type { Change, HistoryEntry } from '../core/change.ts';
import type { Telling } from '../core/daily-word.ts';
import type { KeptFinding } from '../core/findings-view.ts';
import type { LinkGroup } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import type { MineRows } from '../core/mine-rows.ts';
import type { NetEdit } from '../core/net/edit.ts';
import type { Gaps } from '../core/net/gaps.ts';
import type { PackedNet } from '../core/net/pack.ts';
import type { Account } from '../core/person.ts';
import type { Cell, Clock, FieldWrite, MergedRecord, NaturalKey } from '../core/record.ts';
import type { Settings } from '../core/settings.ts';
import type { FactChange, Item, SightedLink } from '../core/snapshot.ts';
import type { PackedIndex } from '../core/twins/pack.ts';
import type { WorldNeeds } from '../core/world.ts';

export interface ItemRow extends Item {
  /** Milliseconds: its own page was last seen. Absent: only ever listed. */
  readonly opened?: number;
  /** How many changes are logged of it, so that nobody looks for what is not there. */
  readonly logged?: number;
  /** While it is open: spellings of those who may answer for it, assignees and requested reviewers (`spellings`). */
  readonly answers: readonly string[];
}

/** What is searched: words of the title and spellings of the key. */
export interface TitleRow {
  readonly key: ItemKey;
  readonly words: readonly string[];
}

export type StoredLink = Omit<SightedLink, 'from' | 'group'>;

export interface StoredGroup {
  /** Milliseconds: the latest sighting of the group, be it empty. */
  readonly at: number;
  readonly links: readonly StoredLink[];
}

export type StoredGroups = { readonly [Group in LinkGroup]?: StoredGroup };

/** Every link that one item's pages show. */
export interface LinksRow {
  readonly from: ItemKey;
  readonly groups: StoredGroups;
  /** The other ends, each once. */
  readonly to: readonly ItemKey[];
}

export interface ChangeRow extends FactChange {
  readonly seq?: number;
}

/** Another identity of an item (K2): an id that a page told, or a key that it had before. */
export interface AliasRow {
  readonly alias: string;
  readonly key: ItemKey;
  /** Milliseconds: where the alias was itself the item's key, when that item was first seen. */
  readonly was?: number;
}

/** Somebody seen on a site. */
export interface PersonRow extends Account {
  readonly id: string;
  /** On how many items, counted once when they appear there. */
  readonly count: number;
}

/** A merged record, kept beside its cells for reading. Rebuilt from them at any time. */
export interface RecordRow {
  readonly rec: string;
  /** The natural key with its items under the keys they have now. */
  readonly now: NaturalKey;
  /** The items of `now`. */
  readonly about: readonly ItemKey[];
  /** Spellings of the stated person. */
  readonly answers: readonly string[];
  /** Of a pair: it says something. So that all of them are found; absent in all other rows. */
  readonly pair?: 1;
  /** Its cells, so that they are fetched by key: `[space, rec, author, device]`. */
  readonly cells: readonly CellKey[];
  readonly merged: MergedRecord;
}

export type CellKey = readonly [space: string, rec: string, author: string, device: string];

export interface HistoryRow extends Omit<HistoryEntry, 'seq'> {
  readonly seq?: number;
  readonly rec: string;
  /** What this device's own cell held of the field, for giving it back as it was. Absent: its cell was not touched. */
  readonly own?: { readonly was: FieldWrite | null; readonly became: FieldWrite | null };
}

/** What was done, whole, by the id that its sender gave it: the same id is done once (R2). */
export interface OperationRow {
  readonly seq?: number;
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  readonly did: 'change' | 'undo' | 'file';
  readonly change?: Change;
  /** The operation that this one takes back. */
  readonly undoes?: string;
  /** Of a file: the cells that it brought, and what was there instead of them. */
  readonly brought?: readonly Cell[];
  readonly replaced?: readonly Cell[];
}

/** What a colleague's file says of an item. Shown only while the item was never seen here. */
export interface ToldRow {
  readonly key: ItemKey;
  /** The operation that brought it. */
  readonly operation: string;
  /** The operation is undone. */
  readonly withdrawn: boolean;
  readonly item: Item;
}

export interface Space {
  readonly id: string;
  /** Hex. Names records; it opens nothing. */
  readonly key: string;
}

/** Settings by name, one row each. */
export interface SettingValues extends Settings {
  readonly device: string;
  readonly clock: Clock;
  readonly space: Space;
  /** Items known, by tool. */
  readonly counts: { readonly [tool: string]: number };
  /** This database is being made and does not count yet (`present-database.ts`). */
  readonly unfinished: true;
}

export type SettingName = keyof SettingValues;

export interface SettingRow {
  readonly name: SettingName;
  readonly value: SettingValues[SettingName];
}

export type CellRow = Cell;

/** One change of the net since it was packed. */
export interface EditRow {
  readonly seq?: number;
  readonly edit: NetEdit;
}

/** A finding that stands, or that stood and is gone. */
export interface FindingRow extends KeptFinding {
  /** Its place among those that stand, the most pressing first. Absent: it is gone. */
  readonly order?: string;
  /** Milliseconds: when it went. */
  readonly left?: number;
}

/** Kept answers of which there is one, by name. */
export interface KeptValues {
  /** Which edit the net is at. Absent: nothing is kept, and is to be made anew from what is known. */
  readonly head: KeptHead;
  readonly net: PackedNet;
  /** What findings are judged with, and whose `mine` is. */
  readonly eyes: WorldNeeds;
  readonly mine: KeptMine;
  readonly gaps: Gaps;
  /** What everything is like, and what was written since it was packed. */
  readonly twins: PackedIndex;
  readonly retold: readonly ItemKey[];
  /** What has still to be judged by it. */
  readonly unjudged: Unjudged;
  /** Milliseconds: when the findings were last looked at. */
  readonly looked: number;
  /** When a notification was last given. */
  readonly told: Telling;
  /** A net is being made of what was stored when this word was written. */
  readonly making: string;
}

/** Items whose likeness is to be judged: these, and all that come after a key in the order of keys. */
export interface Unjudged {
  readonly keys: readonly ItemKey[];
  /** Absent: no others. Empty: all. */
  readonly after?: string;
}

/** What is blocked on me, what I wait on and what I could take up next, and every item that these rest on. */
export interface KeptMine {
  readonly rows: MineRows;
  readonly about: readonly ItemKey[];
}

export interface KeptHead {
  /** Of the last edit that was kept, and of the last one that is packed. */
  readonly seq: number;
  readonly packed: number;
  /** The shape of the packed net and of the answers; another one is made anew. */
  readonly version: number;
}

export type KeptName = keyof KeptValues;

export interface KeptRow {
  readonly name: KeptName;
  readonly value: KeptValues[KeptName];
}
