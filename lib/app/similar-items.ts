import type { ItemKey } from '../core/key.ts';
import type { Needs } from './needs.ts';
import { shownItems } from './shown-items.ts';

/** W1: what reads like an item and is claimed to be nothing more, as far as Crosstie works there. */
export const similarItems = async (needs: Needs, similar: readonly ItemKey[]): Promise<readonly ItemKey[]> => {
  const [settings, policy] = await Promise.all([needs.knowledge.settings(), needs.policy()]);
  const shown = await shownItems(needs, similar, settings, policy);
  return similar.filter((key) => shown.has(key));
};
