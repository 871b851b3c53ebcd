import type { ListedSite } from '../lib/core/access.ts';
import type { Place } from '../lib/core/key.ts';
import type { PlaceAnswer } from '../lib/core/places.ts';

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

export interface HereIntents {
  /** Runs in the click itself: the browser asks only on a gesture. */
  readonly onAllow: (site: ListedSite) => void;
  readonly onSite: (site: ListedSite, on: boolean) => void;
  readonly onPlace: (place: Place, answer: PlaceAnswer) => void;
  readonly onShowOverlays: () => void;
}
