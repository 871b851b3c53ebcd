import { waitersOn } from '../core/net/item.ts';
import { atStake, isNews } from './days.ts';
import { waitEvidence } from './evidence.ts';
import { byBlocked } from './order.ts';
import { answering, concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/** D2: it was closed, is open again, and work waits on it once more. */
export const reopenedBlocker: ItemSignal = {
  id: 'reopened-blocker',
  weight: 1,
  of: 'item',
  judge: (item, world) => {
    const { reopened } = item.facts;
    if (!isNews(reopened, world)) return undefined;
    const waits = byBlocked(waitersOn(item));
    const [first] = waits;
    if (first === undefined) return undefined;
    const waiting = waits.map(({ blocked }) => blocked);
    return {
      signal: reopenedBlocker.id,
      subject: item.key,
      items: [item.key, ...waiting.map(({ key }) => key)],
      concerns: concerned([item, ...waiting]),
      says: {
        id: 'reopened-blocker',
        args: { at: { at: reopened }, whose: { item: first.blocked.key }, count: { count: waits.length } },
      },
      evidence: [{ item: item.key, fact: 'state' }, ...waitEvidence(waits)],
      next: [
        { type: 'ask', item: item.key, who: answering([item]) },
        { type: 'look', item: item.key },
      ],
      sure: true,
      ...atStake(item),
    };
  },
};
