import type { Aside } from './aside.ts';
import type { Day } from './item.ts';
import type { Site } from './key.ts';
import type { Me } from './person.ts';
import { nobody } from './person.ts';
import type { KnownPlace } from './places.ts';
import type { Json } from './record.ts';

/** Days on which I work, for dates that are counted in working days (T2). */
export interface WorkingWeek {
  /** 1 Monday to 7 Sunday (ISO 8601), in order, at least one. */
  readonly days: readonly number[];
  /** Days off beside them. */
  readonly holidays: readonly Day[];
}

/** How long things count, in days. */
export interface Ages {
  /** K8: what is in no chain and was not seen for so long is dropped. */
  readonly kept: number;
  /** Q2: rows that rest on older knowledge go to "check these". */
  readonly fresh: number;
}

/** The most days that make sense; more is a slip of the fingers. */
export const maxAges: Ages = { kept: 3_650, fresh: 365 };

/** What a person chose, or the page of a tool told, that is not about an item. */
export interface Settings {
  readonly me: Me;
  /** Self-hosted sites known to be a tool's. */
  readonly sites: readonly Site[];
  /** Projects and repositories that are mine, or of which something was said (K7, D8). */
  readonly places: readonly KnownPlace[];
  /** Switches of sites, signals and views by name (Q3). One that is not there has its default. */
  readonly switches: { readonly [name: string]: Json };
  readonly week: WorkingWeek;
  readonly ages: Ages;
  /** Q4: what is set aside. */
  readonly asides: readonly Aside[];
}

export const defaultSettings: Settings = {
  me: nobody,
  sites: [],
  places: [],
  switches: {},
  week: { days: [1, 2, 3, 4, 5], holidays: [] },
  ages: { kept: 90, fresh: 7 },
  asides: [],
};

/** Q3: the switch of one site; `false` switches it off. */
export const siteSwitch = ({ tool, site }: Site): string => `site:${tool}:${site}`;

/** The switch that hides everything drawn on pages (Q3). */
export const hiddenSwitch = 'overlays-hidden';

/** P3: the switch that keeps details of other tools' items to the panel. */
export const discreetSwitch = 'details-in-panel';

/** Single keys do nothing, for who dictates or presses them by mistake. */
export const singleKeysOffSwitch = 'single-keys-off';

/** What a person switches beside sites. */
export const switches = [hiddenSwitch, discreetSwitch, singleKeysOffSwitch] as const;
export type Switch = (typeof switches)[number];
