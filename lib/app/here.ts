import type { Here } from '../core/access.ts';
import { asksAbout, placesOf, standingOf } from '../core/places.ts';
import { allowsPlace } from '../core/policy.ts';
import { hiddenSwitch } from '../core/settings.ts';
import type { Needs } from './needs.ts';
import { listedSite, type Reach } from './site-access.ts';
import { certainMe } from './who-am-i.ts';

export interface HereNeeds extends Needs {
  readonly reach: Reach;
}

const fine: Here = { type: 'fine' };

/**
 * What keeps Crosstie from working on the page at this address: the browser, a switch, the organisation, or that the
 * place is not mine (K7, Q3, P6). The first that counts. No address is a page of nobody's.
 */
export const hereAt = async (
  { knowledge, tools, clock, policy, reach }: HereNeeds,
  address: URL | undefined,
): Promise<Here> => {
  if (address === undefined) return fine;
  const [settings, decided] = await Promise.all([knowledge.settings(), policy()]);
  const site = tools.siteAt(address, settings.sites);
  if (site === undefined) return fine;
  const listed = await listedSite(reach, settings, decided, site);
  if (listed.access !== 'allowed') return { type: listed.access, site: listed };
  const place = tools.placeAt(address, settings.sites);
  if (place !== undefined && !allowsPlace(decided, place)) return { type: 'blocked', site: listed, place };
  if (settings.switches[hiddenSwitch] === true) return { type: 'hidden' };
  if (place === undefined) return fine;
  const places = placesOf(settings.places, await certainMe(knowledge, settings.me));
  // Whether strangers can read it only the page can tell; it makes no difference once I am known there.
  const standing = standingOf(place, places, false);
  const ask = asksAbout(place, places, false, clock.now());
  if (standing === 'elsewhere') return { type: 'elsewhere', place, ask, open: false };
  return ask ? { type: 'elsewhere', place, ask, open: true } : fine;
};
