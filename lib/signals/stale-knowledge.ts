import type { Saying } from '../core/finding.ts';
import { isClosed } from '../core/item.ts';
import { isOpen, isPending } from '../core/net/item.ts';
import { waitEvidence } from './evidence.ts';
import { byBlocked } from './order.ts';
import { concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/** K3: open work waits on it, and it was never seen, or not for so long that what is known of it is old. */
export const staleKnowledge: ItemSignal = {
  id: 'stale-knowledge',
  weight: 3,
  of: 'item',
  judge: (item, { daysSince, fresh }) => {
    const { seen, state } = item.facts;
    if (isClosed(state) || (seen !== undefined && daysSince(seen) <= fresh)) return undefined;
    const waits = byBlocked(item.dependents.filter((wait) => isPending(wait) && isOpen(wait.blocked)));
    const [first] = waits;
    if (first === undefined) return undefined;
    const waiting = waits.map(({ blocked }) => blocked);
    const args: Saying['args'] = { whose: { item: first.blocked.key }, count: { count: waits.length } };
    return {
      signal: staleKnowledge.id,
      subject: item.key,
      items: [item.key, ...waiting.map(({ key }) => key)],
      concerns: concerned(waiting, [item]),
      says:
        seen === undefined
          ? { id: 'stale-knowledge-never', args }
          : { id: 'stale-knowledge', args: { ...args, seen: { at: seen } } },
      evidence: [{ item: item.key, fact: 'state' }, ...waitEvidence(waits)],
      next: [{ type: 'look', item: item.key }],
      sure: true,
    };
  },
};
