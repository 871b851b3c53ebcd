import { type ItemKey, placeId } from '../core/key.ts';
import type { Policy } from '../core/policy.ts';
import type { Settings } from '../core/settings.ts';
import { worksWith } from './admission.ts';
import type { Needs } from './needs.ts';

/** Of these the ones with which Crosstie works, in places that are not said to be none of mine. */
export const shownItems = async (
  needs: Needs,
  keys: readonly ItemKey[],
  settings: Settings,
  policy: Policy,
): Promise<ReadonlySet<ItemKey>> => {
  const { knowledge, tools } = needs;
  const refused = new Set(settings.places.filter(({ answer }) => answer === 'no').map(placeId));
  const now = await knowledge.presentKeys(keys);
  const working = await worksWith(needs, keys, settings, policy);
  return new Set(
    working.filter((key) => [key, now.get(key) ?? key].every((one) => !refused.has(placeId(tools.place(one))))),
  );
};
