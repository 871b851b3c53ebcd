import type { Aside } from './aside.ts';
import type { SignalId } from './finding.ts';
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

/** When signals speak (S). */
export interface Thresholds {
  /** Working days without a sign of movement. */
  readonly stalled: number;
  /** Working days that a review is asked for. */
  readonly review: number;
  /** Open items of one person that are begun, or due within a week. */
  readonly load: number;
  /** People who wait on one person's items. */
  readonly bottleneck: number;
  /** Days for which something that happened is news: reopened, slipped, unblocked. */
  readonly recent: number;
}

/** The most that makes sense of each. */
export const maxThresholds: Thresholds = { stalled: 365, review: 365, load: 1_000, bottleneck: 1_000, recent: 365 };

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
  readonly thresholds: Thresholds;
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
  thresholds: { stalled: 5, review: 2, load: 8, bottleneck: 4, recent: 7 },
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

/** Q1: one notification a day at most; off by default. */
export const notifySwitch = 'notify';

/** What a person switches beside sites. */
export const switches = [hiddenSwitch, discreetSwitch, singleKeysOffSwitch, notifySwitch] as const;
export type Switch = (typeof switches)[number];

/** Q3: the switch of one signal; its value is a `SignalReach`. */
export const signalSwitch = (id: SignalId): string => `signal:${id}`;

/** Where a signal speaks: on pages as well, in our own views only, or nowhere. */
export const signalReaches = ['page', 'views', 'off'] as const;
export type SignalReach = (typeof signalReaches)[number];

/** Q5: what a new profile shows on pages: seven that need a look, and what may be the same work. The others are in the views until somebody switches them on. */
const onPages: ReadonlySet<SignalId> = new Set([
  'unowned',
  'blocked-cycle',
  'late-blocker',
  'reopened-blocker',
  'unblocked',
  'unanswered-review',
  'owner-conflict',
  'twin',
]);

export const reachOf = ({ switches }: Pick<Settings, 'switches'>, id: SignalId): SignalReach => {
  const chosen = switches[signalSwitch(id)];
  return signalReaches.find((reach) => reach === chosen) ?? (onPages.has(id) ? 'page' : 'views');
};
