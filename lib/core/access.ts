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
