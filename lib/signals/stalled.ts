import { atStake, workedSince } from './days.ts';
import { concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/**
 * Begun, and nothing in it moved for some working days. It must have been seen not to move for so long: where it was not
 * looked at since, it may well have moved.
 */
export const stalled: ItemSignal = {
  id: 'stalled',
  weight: 3,
  of: 'item',
  judge: (item, world) => {
    const { state, moved, seen } = item.facts;
    if (state !== 'in-progress' || moved === undefined || seen === undefined) return undefined;
    const { dayOf, working, thresholds } = world;
    const still = Math.min(workedSince(moved, world), working.between(dayOf(moved), dayOf(seen)));
    if (still < thresholds.stalled) return undefined;
    const who = concerned([item]);
    return {
      signal: stalled.id,
      subject: item.key,
      items: [item.key],
      concerns: who,
      says: { id: 'stalled', args: { since: { at: moved } } },
      evidence: [
        { item: item.key, fact: 'state' },
        { item: item.key, fact: 'updated' },
      ],
      next: [{ type: 'ask', item: item.key, who }],
      sure: true,
      ...atStake(item),
    };
  },
};
