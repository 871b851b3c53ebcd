import type { Rank } from '../core/item.ts';
import { waitersOn } from '../core/net/item.ts';
import { ranks } from '../core/pressing.ts';
import { waitEvidence } from './evidence.ts';
import { byKey } from './order.ts';
import { answering, concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/** T4: a blocker ranks lower than what waits on it. A priority that was not seen, or has no place on the scale, gives none. */
export const priorityConflict: ItemSignal = {
  id: 'priority-conflict',
  weight: 3,
  of: 'item',
  judge: (item) => {
    const own = placeOf(item.facts.rank);
    if (Number.isNaN(own)) return undefined;
    const higher = waitersOn(item).filter(({ blocked }) => placeOf(blocked.facts.rank) < own);
    const [some] = higher;
    if (some === undefined) return undefined;
    const [highest = some] = higher.sort(
      (a, b) => placeOf(a.blocked.facts.rank) - placeOf(b.blocked.facts.rank) || byKey(a.blocked, b.blocked),
    );
    const waiting = higher.map(({ blocked }) => blocked);
    return {
      signal: priorityConflict.id,
      subject: item.key,
      items: [item.key, ...waiting.map(({ key }) => key)],
      concerns: concerned([item, ...waiting]),
      says: {
        id: 'priority-conflict',
        args: { whose: { item: highest.blocked.key }, count: { count: higher.length } },
      },
      evidence: [
        { item: item.key, fact: 'priority' },
        { item: highest.blocked.key, fact: 'priority' },
        ...waitEvidence([highest]),
      ],
      next: [{ type: 'ask', item: item.key, who: answering([item]) }],
      sure: true,
    };
  },
};

/** 0 the highest. Not a number where it is not known, which is neither higher nor lower than any. */
const placeOf = (rank: Rank | null | undefined): number => (rank == null ? Number.NaN : ranks.indexOf(rank));
