import { type Place, placeId, type Site } from './key.ts';
import type { Me } from './person.ts';

/** Why a place is mine by itself: somebody there gave me work, asked me for a review, or I wrote an item (K7). */
export type PlaceSign = 'assigned' | 'asked' | 'author';

/** What a person said of a place: my work, never, or not now. */
export type PlaceAnswer = 'yes' | 'no' | 'later';

/** A place that is remembered: since it is mine, since something was said of it, or since nobody knew yet who I am there. */
export interface KnownPlace extends Place {
  readonly sign?: PlaceSign;
  readonly answer?: PlaceAnswer;
  /** Milliseconds: when it was answered. */
  readonly answeredAt?: number;
}

/**
 * - `mine`: by a sign, or switched on
 * - `open`: nobody knows yet whether it is: it works fully, and is asked about
 * - `elsewhere`: nothing is shown and nothing kept but what something of mine is linked to
 */
export type Standing = 'mine' | 'open' | 'elsewhere';

/** The name of the place that stands for all of a site: "everything here is my work". */
export const wholeSite = '*';

/** Milliseconds after which "not now" may be asked again. */
const askedAgainAfter = 30 * 24 * 60 * 60 * 1000;

export interface Places {
  /** By their ids: a page names hundreds of items, and each is asked about. */
  readonly known: ReadonlyMap<string, KnownPlace>;
  readonly me: Me;
}

export const placesOf = (known: readonly KnownPlace[], me: Me): Places => ({
  known: new Map(known.map((place) => [placeId(place), place])),
  me,
});

/**
 * K7. `isPublic`: strangers can read the page, so that reading it is no hint of being one of its people. As long as I
 * am not known on a site there can be no sign: its places are open. A place that was open stays so until the question
 * about it is answered, so that saying who I am takes nothing off the screen.
 */
export const standingOf = (place: Place, { known, me }: Places, isPublic: boolean): Standing => {
  const found = placeIn(known, place);
  if (found?.answer === 'no' || found?.answer === 'later') return 'elsewhere';
  if (found?.answer === 'yes' || found?.sign !== undefined || isWholeSiteMine(known, place)) return 'mine';
  if (isPublic) return 'elsewhere';
  return found !== undefined || !isKnownOn(me, place) ? 'open' : 'elsewhere';
};

/** K7: a new place is asked about once; after "not now" again in a month. */
export const asksAbout = (place: Place, places: Places, isPublic: boolean, now: number): boolean => {
  const found = placeIn(places.known, place);
  if (found?.answer === 'later') return now - (found.answeredAt ?? 0) > askedAgainAfter;
  if (found?.answer !== undefined || !isKnownOn(places.me, place)) return false;
  return standingOf(place, places, isPublic) !== 'mine';
};

const isKnownOn = ({ accounts }: Me, { tool, site }: Site): boolean =>
  accounts.some((account) => account.kind !== 'team' && account.tool === tool && account.site === site);

/** Whether anything is known of the place, or of all of its site. */
export const isRemembered = (place: Place, { known }: Pick<Places, 'known'>): boolean =>
  placeIn(known, place) !== undefined || isWholeSiteMine(known, place);

const placeIn = (known: Places['known'], place: Place): KnownPlace | undefined => known.get(placeId(place));

const isWholeSiteMine = (known: Places['known'], { tool, site }: Place): boolean =>
  placeIn(known, { tool, site, name: wholeSite })?.answer === 'yes';

/** Places of which nothing was said are forgotten first, when there are more than anybody works in; then signs. */
const maxPlaces = 1_000;
const maxSigned = 3_000;

/** More that is known of places; a sign that was there stays, an answer replaces the one before. */
export const withPlaces = (known: readonly KnownPlace[], more: readonly KnownPlace[]): readonly KnownPlace[] => {
  const places = new Map(known.map((place) => [placeId(place), place]));
  for (const place of more) {
    const before = places.get(placeId(place));
    places.set(placeId(place), { ...place, ...before, ...(place.answer === undefined ? {} : place) });
  }
  const all = [...places.values()];
  const open = all.filter(({ answer, sign }) => answer === undefined && sign === undefined);
  const signed = all.filter(({ answer, sign }) => answer === undefined && sign !== undefined);
  const gone = new Set([
    ...open.slice(0, Math.max(0, all.length - maxPlaces)),
    ...signed.slice(0, Math.max(0, signed.length - maxSigned)),
  ]);
  return all.filter((place) => !gone.has(place));
};

/** Nothing is said of the place any more; a sign that was seen stays. */
export const withoutAnswer = (known: readonly KnownPlace[], place: Place): readonly KnownPlace[] =>
  known.flatMap((one) => {
    if (placeId(one) !== placeId(place)) return [one];
    const { answer: _answer, answeredAt: _answeredAt, ...rest } = one;
    return rest.sign === undefined ? [] : [rest];
  });
