import { isOpen, waitersOn } from '../core/net/item.ts';
import { isNews } from './days.ts';
import { waitEvidence } from './evidence.ts';
import { byBlocked } from './order.ts';
import { answering, concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/** Its date was moved to a later day, lately. */
export const slippedDate: ItemSignal = {
  id: 'slipped-date',
  weight: 2,
  of: 'item',
  judge: (item, world) => {
    const { due, slipped } = item.facts;
    if (!isOpen(item) || due == null || slipped === undefined || !isNews(slipped.at, world)) return undefined;
    const waits = byBlocked(waitersOn(item));
    const waiting = waits.map(({ blocked }) => blocked);
    return {
      signal: slippedDate.id,
      subject: item.key,
      items: [item.key, ...waiting.map(({ key }) => key)],
      concerns: concerned([item, ...waiting]),
      says: {
        id: waits.length === 0 ? 'slipped-date' : 'slipped-date-awaited',
        args: { from: { day: slipped.from }, to: { day: due }, count: { count: waits.length } },
      },
      evidence: [{ item: item.key, fact: 'due' }, ...waitEvidence(waits)],
      next: [{ type: 'ask', item: item.key, who: answering([item]) }],
      sure: true,
      by: due,
    };
  },
};
