import type { Deleted, ListedSite, Scope } from '../lib/core/access.ts';
import type { SignalId } from '../lib/core/finding.ts';
import type { Place, Site } from '../lib/core/key.ts';
import type { Account } from '../lib/core/person.ts';
import type { KnownPlace, PlaceAnswer } from '../lib/core/places.ts';
import type { Policy } from '../lib/core/policy.ts';
import type { Result } from '../lib/core/result.ts';
import type { Ages, SignalReach, Switch, Thresholds, WorkingWeek } from '../lib/core/settings.ts';
import type { Coverage, WhoAmI } from '../lib/core/view.ts';
import type { FileIntents } from './files.ts';
import type { ReadOnlyReason } from './notices.tsx';

/** A place as it is listed: with whether the organisation allows it. */
export interface ListedPlace extends KnownPlace {
  readonly blocked: boolean;
}

/** The sections of the page, by the names that its addresses end in (`#delete`), in order. */
export const optionsSections = [
  'me',
  'sites',
  'places',
  'week',
  'checks',
  'pages',
  'ages',
  'files',
  'delete',
  'organisation',
] as const;
export type OptionsSection = (typeof optionsSections)[number];

export interface OptionsModel {
  /** Accounts and teams of mine. */
  readonly me: readonly Account[];
  readonly ask: readonly WhoAmI[];
  /** People and teams that pages showed, most often seen first. */
  readonly people: readonly Account[];
  readonly teams: readonly Account[];
  readonly sites: readonly ListedSite[];
  readonly places: readonly ListedPlace[];
  readonly week: WorkingWeek;
  readonly ages: Ages;
  /** Q3: where each check speaks. */
  readonly signals: Readonly<Record<SignalId, SignalReach>>;
  readonly thresholds: Thresholds;
  readonly switches: { readonly [Name in Switch]: boolean };
  readonly policy: Policy;
  readonly coverage: Coverage;
  readonly readOnly?: ReadOnlyReason | undefined;
}

/** Why a self-hosted site was not added. */
export type SiteRefused = {
  readonly type: 'SiteRefused';
  readonly why: 'no-address' | 'known' | 'not-granted' | 'blocked' | 'not-stored';
};

export type NotDone = { readonly type: 'NotDone'; readonly why: 'read-only' | 'not-stored' };

export interface OptionsIntents extends FileIntents {
  readonly onMe: (account: Account) => void;
  readonly onForget: (account: Account) => void;
  /** Runs in the click itself: the browser asks only on a gesture. */
  readonly onAllow: (site: ListedSite) => void;
  readonly onSite: (site: Site, on: boolean) => void;
  /** `address`: any address of the site. Runs in the click itself. */
  readonly onAddSite: (tool: string, address: string) => Promise<Result<Site, SiteRefused>>;
  readonly onRemoveSite: (site: Site) => void;
  /** Null: nothing is said of it any more. The name `*` stands for the whole site. */
  readonly onPlace: (place: Place, answer: PlaceAnswer | null) => void;
  readonly onWeek: (week: WorkingWeek) => void;
  readonly onAges: (ages: Ages) => void;
  readonly onSignal: (id: SignalId, reach: SignalReach) => void;
  readonly onThresholds: (thresholds: Thresholds) => void;
  /** Runs in the click itself: the browser asks only on a gesture. */
  readonly onNotify: (on: boolean) => void;
  readonly onSwitch: (name: Switch, on: boolean) => void;
  /** What a deletion would take. Deletes nothing. */
  readonly onCountDeletion: (scope: Scope) => Promise<Deleted>;
  readonly onDelete: (scope: Scope) => Promise<Result<Deleted, NotDone>>;
}

/** What every section of the page is given. */
export interface OptionsPartProps {
  readonly model: OptionsModel;
  readonly intents: OptionsIntents;
}
