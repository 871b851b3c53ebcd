import { itemViewsOf } from '../core/item-view.ts';
import type { ItemKey } from '../core/key.ts';
import { type CardView, cardOf, withholdFrom } from '../core/page-view.ts';
import { maxBriefs, type Needs } from './needs.ts';

/** Cards for items that a page links to. `page` is what the browser says the asking document's address is. */
export const showCards = async (
  { knowledge, tools, clock }: Needs,
  page: URL,
  { keys, isPublic }: { readonly keys: readonly ItemKey[]; readonly isPublic: boolean },
): Promise<readonly CardView[]> => {
  const { me, sites } = await knowledge.settings();
  const here = tools.siteAt(page, sites);
  if (here === undefined) return [];
  const snapshot = await knowledge.readBriefs(keys.slice(0, maxBriefs), { me, now: clock.now(), today: clock.today() });
  const viewOf = itemViewsOf(snapshot);
  const withhold = withholdFrom(`${here.tool}:`, isPublic);
  return keys.slice(0, maxBriefs).map((key) => cardOf(viewOf(key), { name: tools.name, withhold }));
};
