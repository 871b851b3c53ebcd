import { digestOf } from '../core/digest.ts';
import { type ItemKey, placeId, type Site, siteOf } from '../core/key.ts';
import { isRemembered, type Places, standingOf } from '../core/places.ts';
import { allowsPlace, allowsSite, type Policy } from '../core/policy.ts';
import { type Settings, siteSwitch } from '../core/settings.ts';
import type { Needs } from './needs.ts';

/** Q3, P6: whether Crosstie works on a site at all; its own switch or that of all its sisters may be off. */
export const worksOn = (site: Site, { switches }: Pick<Settings, 'switches'>, policy: Policy): boolean =>
  [site, { ...site, site: `*${site.site.slice(site.site.indexOf('.'))}` }].every(
    (one) => switches[siteSwitch(one)] !== false,
  ) && allowsSite(policy, site);

/** Q3, P6: whether Crosstie works with an item: on its site and in its place. */
export const worksWith = (
  { tools }: Pick<Needs, 'tools'>,
  key: ItemKey,
  settings: Pick<Settings, 'switches'>,
  policy: Policy,
): boolean => worksOn(siteOf(key), settings, policy) && allowsPlace(policy, tools.place(key));

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
  const allowed = [...new Set(keys)].filter((key) => allowsPlace(policy, tools.place(key)));
  const isHome = (key: ItemKey): boolean => standingOf(tools.place(key), places, isPublic) !== 'elsewhere';
  const foreign = allowed.filter((key) => !isHome(key));
  if (foreign.length === 0) return new Set(allowed);
  // An unknown place of an unknown site may be anybody's: it brings nothing else in.
  const isOfMine = (key: ItemKey): boolean =>
    isRemembered(tools.place(key), places) && standingOf(tools.place(key), places, false) !== 'elsewhere';
  const named = new Set([...linksOf].flatMap(([key, links]) => (isOfMine(key) ? links : [])));
  const joins = await knowledge.joinsOf(foreign);
  const linked = foreign.filter((key) => {
    const { stated = false, others = [] } = joins.get(key) ?? {};
    return stated || named.has(key) || [...others, ...(linksOf.get(key) ?? [])].some(isOfMine);
  });
  return new Set([...allowed.filter(isHome), ...linked]);
};

/** Changes when something else may be kept than before: a page then says again what was not kept. */
export const doorWord = ({ places, me, switches }: Pick<Settings, 'places' | 'me' | 'switches'>): string =>
  digestOf(
    JSON.stringify([
      places.map((place) => [placeId(place), place.answer, place.sign]),
      me.accounts,
      Object.entries(switches).filter(([, value]) => value === false),
    ]),
  );
