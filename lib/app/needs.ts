import type { Change, ChangeRefused } from '../core/change.ts';
import type { Telling } from '../core/daily-word.ts';
import type { Draft } from '../core/draft.ts';
import type { KeptFinding } from '../core/findings-view.ts';
import type { Observation } from '../core/item.ts';
import type { ItemKey, Place, Site } from '../core/key.ts';
import type { MineRows } from '../core/mine-rows.ts';
import type { Gaps } from '../core/net/gaps.ts';
import type { Account, Me } from '../core/person.ts';
import type { Policy } from '../core/policy.ts';
import type { Result } from '../core/result.ts';
import type { Settings } from '../core/settings.ts';
import type { Item, Snapshot } from '../core/snapshot.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { TwinHit } from '../core/twin.ts';
import type { Coverage } from '../core/view.ts';
import type { WorldNeeds } from '../core/world.ts';

/** Whose eyes, which instant. */
export interface Eyes {
  readonly me: Me;
  /** Milliseconds. */
  readonly now: number;
  /** The day it is for the person, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  /** `YYYY-MM-DD` where the person is, and when that day began there (milliseconds). */
  readonly today: () => string;
  readonly dayBegan: () => number;
  /** 0 to 23. */
  readonly hour: () => number;
}

/** What use cases need of the store, as the store has it. Reads go by index and are bounded, however much is known. */
export interface Knowledge {
  readonly observe: (
    batch: readonly Observation[],
    sighted: { readonly at: number; readonly drift?: { readonly key: ItemKey; readonly missing: readonly string[] } },
  ) => Promise<Result<readonly ItemKey[], StoreFailure>>;
  readonly write: (
    change: Change,
    operation: { readonly id: string; readonly at: number },
  ) => Promise<Result<unknown, ChangeRefused | StoreFailure>>;
  /** An item with its whole chain. */
  readonly readItem: (key: ItemKey, eyes: Eyes) => Promise<Snapshot>;
  /** At most `maxBriefs` items with their direct dependencies. */
  readonly readBriefs: (keys: readonly ItemKey[], eyes: Eyes) => Promise<Snapshot>;
  /** Items in short: with their owners, and with the links that their own pages show. */
  readonly readItems: (keys: readonly ItemKey[], eyes: Eyes) => Promise<Snapshot>;
  /** Answers are kept as these eyes see them. True: they were made anew. `at`: milliseconds. */
  readonly judge: (eyes: WorldNeeds, at: number) => Promise<Result<boolean, StoreFailure>>;
  /** What stands about any of these items, most pressing first. */
  readonly findingsOn: (keys: readonly ItemKey[]) => Promise<readonly KeptFinding[]>;
  /** Everything that stands, most pressing first. */
  readonly findings: () => Promise<readonly KeptFinding[]>;
  readonly keptAnswers: () => Promise<{
    readonly gaps: Gaps;
    /** Milliseconds: when the findings were last looked at; 0 never. */
    readonly looked: number;
    /** When a notification was last given. */
    readonly told?: Telling;
  }>;
  /** What is mine, what waits on it and what it waits on. */
  readonly mineRows: (eyes: Eyes) => Promise<MineRows>;
  /** Items of a site that show me as assignee, as asked for a review, or as author. */
  readonly itemsShowing: (me: Me, site: Site) => Promise<readonly Item[]>;
  readonly coverage: () => Promise<Coverage>;
  readonly sitesSeen: () => Promise<readonly Site[]>;
  /** People of a site, most often seen first. */
  readonly peopleSeen: (site: Site, limit: number) => Promise<readonly { readonly account: Account }[]>;
  /** The keys that items have now, for those of these that are old (K2). */
  readonly presentKeys: (keys: readonly ItemKey[]) => Promise<ReadonlyMap<ItemKey, ItemKey>>;
  /** What is stated about these items, and which items are linked with them, whoever says so. */
  readonly joinsOf: (keys: readonly ItemKey[]) => Promise<ReadonlyMap<ItemKey, Joins>>;
  /** Another name after each deletion. */
  readonly storeName: () => Promise<string>;
  readonly settings: () => Promise<Settings>;
  readonly changeSettings: (change: (now: Settings) => Partial<Settings>) => Promise<Result<null, StoreFailure>>;
}

/** What joins an item to others. */
export interface Joins {
  /** Somebody stated something about it. */
  readonly stated: boolean;
  readonly others: readonly ItemKey[];
}

/** What use cases need of the tools. No tool's name is said here. */
export interface Tools {
  readonly locate: (address: URL, sites: readonly Site[]) => ItemKey | undefined;
  /**
   * The tool and site whose page this is; its people have their accounts there. Undefined: on no host of a tool's own and
   * on none that was added.
   */
  readonly siteAt: (address: URL, sites: readonly Site[]) => Site | undefined;
  readonly name: (key: ItemKey) => { readonly tool: string; readonly short?: string };
  /** The project or repository of an item; where its key names none, the whole site (`wholeSite`). */
  readonly place: (key: ItemKey) => Place;
  /** The place that a page belongs to, item or not. Undefined: none, or several. */
  readonly placeAt: (address: URL, sites: readonly Site[]) => Place | undefined;
}

export interface Needs {
  readonly knowledge: Knowledge;
  readonly tools: Tools;
  readonly clock: Clock;
  /** What the organisation has decided, as it is now (P6). */
  readonly policy: () => Promise<Policy>;
}

/** What answering a page's script needs. */
export interface PageNeeds extends Needs {
  /** Whether the browser still lets us read the page: a script that is there outlives a refusal. */
  readonly mayRead: () => Promise<boolean>;
}

/** What is known of items that are perhaps the same work. */
export interface Likeness {
  /** Items that a draft may be the same work as, the likeliest first; at most three, none where unsure (W1). */
  readonly likeDraft: (draft: Draft & { readonly site: Site }) => Promise<readonly TwinHit[]>;
}

/** What answering about a draft needs. */
export interface DraftNeeds extends PageNeeds {
  readonly knowledge: Knowledge & Likeness;
  /** The address to open, built by the item's own tool (T4). */
  readonly link: (key: ItemKey) => URL | undefined;
}

/** Items that one reading of briefs takes. */
export const maxBriefs = 200;
