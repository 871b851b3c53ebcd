import type { Draft, DraftHit } from '../core/draft.ts';
import { listedViewsOf } from '../core/item-view.ts';
import type { ItemKey } from '../core/key.ts';
import { named, withholdFrom } from '../core/page-view.ts';
import { placesOf, standingOf } from '../core/places.ts';
import { allowsPlace } from '../core/policy.ts';
import { discreetSwitch, hiddenSwitch } from '../core/settings.ts';
import { maxLikes, type TwinReason } from '../core/twin.ts';
import { worksOn } from './admission.ts';
import type { DraftNeeds } from './needs.ts';
import { shownItems } from './shown-items.ts';
import { eyesNow } from './who-am-i.ts';

/**
 * What a draft may be the same work as, as far as its page may show it: nothing where Crosstie is switched off, kept out
 * or hidden, and nothing on pages that are elsewhere (K7). `page` is what the browser says the asking document's address
 * is. Nothing of the draft is stored.
 */
export const likesOfDraft = async (
  needs: DraftNeeds,
  page: URL,
  { draft, isPublic }: { readonly draft: Draft; readonly isPublic: boolean },
): Promise<readonly DraftHit[]> => {
  const { knowledge, tools, link } = needs;
  const [settings, policy] = await Promise.all([knowledge.settings(), needs.policy()]);
  const { sites, switches, places } = settings;
  const here = tools.siteAt(page, sites);
  if (here === undefined || switches[hiddenSwitch] === true || !worksOn(here, settings, policy)) return [];
  const eyes = await eyesNow(needs, settings.me);
  const place = tools.placeAt(page, sites);
  const isOut =
    place !== undefined &&
    (!allowsPlace(policy, place) || standingOf(place, placesOf(places, eyes.me), isPublic) === 'elsewhere');
  if (isOut || !(await needs.mayRead())) return [];

  const hits = await knowledge.likeDraft({ ...draft, site: here });
  const mentioned = hits.flatMap(({ key, reasons }) => [key, ...reasons.flatMap(linkIn)]);
  const shown = await shownItems(needs, mentioned, settings, policy);
  // A task is there before its name is typed: it is not like itself.
  const own = tools.locate(page, sites);
  const present = await knowledge.presentKeys(own === undefined ? [] : [own]);
  const self = new Set([own, own && present.get(own)]);
  const liked = hits.filter(({ key }) => shown.has(key) && !self.has(key)).slice(0, maxLikes);
  if (liked.length === 0) return [];

  const viewOf = listedViewsOf(
    await knowledge.readBriefs(
      liked.map(({ key }) => key),
      eyes,
    ),
  );
  const withhold = withholdFrom(`${here.tool}:`, isPublic || switches[discreetSwitch] === true);
  return liked.map(({ key, reasons }) => {
    const href = link(key)?.href;
    return {
      item: named(viewOf(key).item, { name: tools.name, withhold }),
      // Each reason tells something of what the item says.
      reasons: withhold(key) ? [] : reasons.filter((reason) => linkIn(reason).every((linked) => shown.has(linked))),
      ...(href === undefined ? {} : { href }),
    };
  });
};

const linkIn = (reason: TwinReason): readonly ItemKey[] => (reason.type === 'shared-link' ? [reason.key] : []);
