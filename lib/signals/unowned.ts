import type { Evidence } from '../core/finding.ts';
import { isOpen, waitersOn } from '../core/net/item.ts';
import { atStake } from './days.ts';
import { waitEvidence } from './evidence.ts';
import { byBlocked } from './order.ts';
import { answering, concerned, everybody } from './people.ts';
import type { ItemSignal } from './signal.ts';

/**
 * O4: open, nobody stated to own it, and seen without an assignee; said only where somebody waits on it, it is begun, or it
 * is due. An item whose assignee was never seen is not known, not unowned.
 */
export const unowned: ItemSignal = {
  id: 'unowned',
  weight: 2,
  of: 'item',
  judge: (item) => {
    const { owner, assigned, state, due, author } = item.facts;
    if (!isOpen(item) || owner !== undefined || assigned === undefined || assigned.length > 0) return undefined;
    const waits = byBlocked(waitersOn(item));
    const why = waits.length > 0 ? 'awaited' : state === 'in-progress' ? 'begun' : due != null ? 'due' : undefined;
    if (why === undefined) return undefined;
    const waiting = waits.map(({ blocked }) => blocked);
    const people = everybody(answering(waiting), author === undefined ? [] : [author]);
    const reason: { readonly [Why in typeof why]: readonly Evidence[] } = {
      awaited: waitEvidence(waits),
      begun: [{ item: item.key, fact: 'state' }],
      due: [{ item: item.key, fact: 'due' }],
    };
    return {
      signal: unowned.id,
      subject: item.key,
      items: [item.key, ...waiting.map(({ key }) => key)],
      concerns: people.length > 0 ? people : concerned(waiting),
      says: {
        id: `unowned-${why}`,
        args: { count: { count: waits.length }, ...(due == null ? {} : { due: { day: due } }) },
      },
      evidence: [{ item: item.key, fact: 'assignees' }, ...reason[why]],
      next: [
        { type: 'claim', item: item.key },
        { type: 'name-owner', item: item.key },
      ],
      sure: true,
      ...atStake(item),
    };
  },
};
