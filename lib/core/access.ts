import type { Place, Site } from './key.ts';
import type { Account } from './person.ts';

/**
 * Whether Crosstie can work on a site.
 * - `withheld`: the browser does not let it read there; a click asks for it
 * - `off`: switched off by the person (Q3)
 * - `blocked`: switched off by the organisation (P6), or its browser policy keeps extensions out
 */
export type SiteAccess = 'allowed' | 'withheld' | 'off' | 'blocked';

/** A site as it is listed for a person. */
export interface ListedSite extends Site {
  readonly access: SiteAccess;
  /** What the browser is asked for, as match patterns. */
  readonly origins: readonly string[];
  /** Added by the person, and to be removed by them. */
  readonly own: boolean;
  /** "Everything here is my work." */
  readonly wholeSiteMine: boolean;
}

/** What of the page in the active tab keeps Crosstie from working there, one thing at a time, the first that counts. */
export type Here =
  /** Nothing is missing, or the page is none of a tool's. */
  | { readonly type: 'fine' }
  | { readonly type: 'withheld'; readonly site: ListedSite }
  | { readonly type: 'off'; readonly site: ListedSite }
  | { readonly type: 'blocked'; readonly site: ListedSite; readonly place?: Place }
  /** K7: it is in a place that is not mine, or nobody knows. `ask`: not asked about yet. */
  | { readonly type: 'elsewhere'; readonly place: Place; readonly ask: boolean; readonly open: boolean }
  /** Q3: everything drawn on pages is hidden. */
  | { readonly type: 'hidden' };

/** What is to be deleted, with everything that hangs on it alone (K8). */
export type Scope =
  | { readonly type: 'everything' }
  | { readonly type: 'site'; readonly site: Site }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'person'; readonly person: Account };

/** How much a deletion takes. */
export interface Deleted {
  readonly items: number;
  /** Owners, dependencies and denials that somebody stated. */
  readonly statements: number;
}
