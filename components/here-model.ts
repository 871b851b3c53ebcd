import type { ListedSite } from '../lib/core/access.ts';
import type { Place } from '../lib/core/key.ts';
import type { PlaceAnswer } from '../lib/core/places.ts';

export interface HereIntents {
  /** Runs in the click itself: the browser asks only on a gesture. */
  readonly onAllow: (site: ListedSite) => void;
  readonly onSite: (site: ListedSite, on: boolean) => void;
  readonly onPlace: (place: Place, answer: PlaceAnswer) => void;
  readonly onShowOverlays: () => void;
}
