import type { Change, ChangeRefused } from '../core/change.ts';
import type { Observation } from '../core/item.ts';
import type { ItemKey, Place, Site } from '../core/key.ts';
import type { Account, Me } from '../core/person.ts';
import type { Json } from '../core/record.ts';
import type { Result } from '../core/result.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { Coverage } from '../core/view.ts';

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
  /** `YYYY-MM-DD` where the person is. */
  readonly today: () => string;
}

export interface KnownSettings {
  readonly me: Me;
  readonly sites: readonly Site[];
  readonly places: readonly Place[];
  readonly switches: { readonly [name: string]: Json };
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
  /** What is mine, what waits on it and what it waits on. */
  readonly readMine: (eyes: Eyes) => Promise<Snapshot>;
  readonly coverage: () => Promise<Coverage>;
  readonly sitesSeen: () => Promise<readonly Site[]>;
  /** People of a site, most often seen first. */
  readonly peopleSeen: (site: Site, limit: number) => Promise<readonly { readonly account: Account }[]>;
  readonly settings: () => Promise<KnownSettings>;
  readonly changeSettings: (
    change: (now: KnownSettings) => Partial<KnownSettings>,
  ) => Promise<Result<unknown, StoreFailure>>;
}

/** What use cases need of the tools. No tool's name is said here. */
export interface Tools {
  readonly locate: (address: URL, sites: readonly Site[]) => ItemKey | undefined;
  /** The tool and site whose page this is; its people have their accounts there. */
  readonly siteAt: (address: URL, sites: readonly Site[]) => Site | undefined;
  readonly name: (key: ItemKey) => { readonly tool: string; readonly short?: string };
  /** The project or repository of an item; where its key names none, the whole site (`wholeSite`). */
  readonly place: (key: ItemKey) => Place;
}

export interface Needs {
  readonly knowledge: Knowledge;
  readonly tools: Tools;
  readonly clock: Clock;
}

/** Items that one reading of briefs takes. */
export const maxBriefs = 200;

/** The switch that hides everything drawn on pages (Q3). */
export const hiddenSwitch = 'overlays-hidden';
