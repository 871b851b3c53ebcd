import type { ItemKey } from '../core/key.ts';
import { sameWorkGains } from '../core/same-work-gains.ts';
import type { SameWorkGain } from '../core/view.ts';
import type { Needs } from './needs.ts';
import { eyesNow } from './who-am-i.ts';

/** W3: what saying that two items are the same work would change at each of them. Nothing is written. */
export const previewSameWork = async (
  { knowledge, clock }: Pick<Needs, 'knowledge' | 'clock'>,
  items: readonly [ItemKey, ItemKey],
  main: ItemKey,
): Promise<readonly [SameWorkGain, SameWorkGain]> => {
  const { me } = await knowledge.settings();
  const snapshot = await knowledge.readBriefs(items, await eyesNow({ knowledge, clock }, me));
  return sameWorkGains(snapshot, items, main);
};
