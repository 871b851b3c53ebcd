import { listedViewsOf } from '../core/item-view.ts';
import type { ItemKey } from '../core/key.ts';
import { type CardView, cardOf, withholdFrom } from '../core/page-view.ts';
import { placesOf, standingOf } from '../core/places.ts';
import { discreetSwitch } from '../core/settings.ts';
import { admitted, worksOn, worksWith } from './admission.ts';
import { maxBriefs, type PageNeeds } from './needs.ts';
import { eyesNow } from './who-am-i.ts';

/**
 * Cards for items that a page links to; none on pages that are elsewhere (K7). `page` is what the browser says the
 * asking document's address is.
 */
export const showCards = async (
  needs: PageNeeds,
  page: URL,
  { keys, isPublic }: { readonly keys: readonly ItemKey[]; readonly isPublic: boolean },
): Promise<readonly CardView[]> => {
  const { knowledge, tools } = needs;
  const [settings, policy] = await Promise.all([knowledge.settings(), needs.policy()]);
  const { sites, switches, places } = settings;
  const here = tools.siteAt(page, sites);
  if (here === undefined || !worksOn(here, settings, policy) || !(await needs.mayRead())) return [];
  const eyes = await eyesNow(needs, settings.me);
  const place = tools.placeAt(page, sites);
  const item = tools.locate(page, sites);
  const door = { places: placesOf(places, eyes.me), policy, isPublic };
  const isElsewhere = place !== undefined && standingOf(place, door.places, isPublic) === 'elsewhere';
  if (isElsewhere && (item === undefined || !(await admitted(needs, door, [item], new Map())).has(item))) return [];

  const asked = await worksWith(needs, keys.slice(0, maxBriefs), settings, policy);
  const snapshot = await knowledge.readBriefs(asked, eyes);
  const viewOf = listedViewsOf(snapshot);
  const withhold = withholdFrom(`${here.tool}:`, isPublic || switches[discreetSwitch] === true);
  return asked.map((key) => cardOf(viewOf(key), { name: tools.name, withhold }));
};
