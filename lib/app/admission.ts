import { canonical } from '../core/canonical.ts';
import { digestOf } from '../core/digest.ts';
import { type ItemKey, type Place, placeId, type Site, siteOf } from '../core/key.ts';
import { isRemembered, type Places, standingOf } from '../core/places.ts';
import { allowsPlace, allowsSite, type Policy } from '../core/policy.ts';
import { type Settings, siteSwitch } from '../core/settings.ts';
import type { Needs } from './needs.ts';

/** Q3, P6: whether Crosstie works on a site at all; its own switch or that of all its sisters may be off. */
export const worksOn = (site: Site, { switches }: Pick<Settings, 'switches'>, policy: Policy): boolean =>
  [site, { ...site, site: `*${site.site.slice(site.site.indexOf('.'))}` }].every(
    (one) => switches[siteSwitch(one)] !== false,
  ) && allowsSite(policy, site);

/**
 * Q3, P6: with which of these items Crosstie works: on their sites and in their places, as they are spelled and as they
 * are called now. What has moved into a place that is kept out is kept out under its old key as well.
 */
export const worksWith = async (
  { knowledge, tools }: Pick<Needs, 'knowledge' | 'tools'>,
  keys: readonly ItemKey[],
  settings: Pick<Settings, 'switches'>,
  policy: Policy,
): Promise<readonly ItemKey[]> => {
  const now = await knowledge.presentKeys(keys);
  const isOn = (key: ItemKey): boolean =>
    worksOn(siteOf(key), settings, policy) && allowsPlace(policy, tools.place(key));
  return keys.filter((key) => isOn(key) && isOn(now.get(key) ?? key));
};

/** What decides which items of a page are kept. */
export interface Door {
  readonly places: Places;
  readonly policy: Policy;
  /** Strangers can read the page. */
  readonly isPublic: boolean;
}

/**
 * K7: the items that are kept and shown, of those that a page names: all of the places that are mine or not known yet,
 * and elsewhere those alone that something of a place of mine is linked with, or that somebody stated something about.
 * `linksOf`: what the page says of items, theirs and mine, to be linked with. What the organisation keeps out is never among them.
 */
export const admitted = async (
  { knowledge, tools }: Pick<Needs, 'knowledge' | 'tools'>,
  { places, policy, isPublic }: Door,
  keys: readonly ItemKey[],
  linksOf: ReadonlyMap<ItemKey, readonly ItemKey[]>,
): Promise<ReadonlySet<ItemKey>> => {
  const named = [...new Set(keys)];
  const now = await knowledge.presentKeys(named);
  const placesOfKey = (key: ItemKey): readonly Place[] => [tools.place(key), tools.place(now.get(key) ?? key)];
  const allowed = named.filter((key) => placesOfKey(key).every((place) => allowsPlace(policy, place)));
  const isHome = (key: ItemKey): boolean =>
    placesOfKey(key).every((place) => standingOf(place, places, isPublic) !== 'elsewhere');
  const foreign = allowed.filter((key) => !isHome(key));
  if (foreign.length === 0) return new Set(allowed);
  // An unknown place of an unknown site may be anybody's: it brings nothing else in.
  const isOfMine = (key: ItemKey): boolean =>
    isRemembered(tools.place(key), places) && standingOf(tools.place(key), places, false) !== 'elsewhere';
  const linkedHere = new Set([...linksOf].flatMap(([key, links]) => (isOfMine(key) ? links : [])));
  const joins = await knowledge.joinsOf(foreign);
  const linked = foreign.filter((key) => {
    const { stated = false, others = [] } = joins.get(key) ?? {};
    return stated || linkedHere.has(key) || [...others, ...(linksOf.get(key) ?? [])].some(isOfMine);
  });
  return new Set([...allowed.filter(isHome), ...linked]);
};

/**
 * Changes when something else may be kept than before: a page then says again what was not kept, unless it is another
 * store (`storeName`).
 */
export const doorWord = (
  { places, me, switches }: Pick<Settings, 'places' | 'me' | 'switches'>,
  storeName: string,
): string =>
  `${storeName} ${digestOf(
    canonical([
      places.map((place) => [placeId(place), place.answer, place.sign]),
      me.accounts,
      Object.entries(switches).filter(([, value]) => value === false),
    ]),
  )}`;
