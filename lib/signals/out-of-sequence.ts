import { waitedFor } from '../core/net/item.ts';
import { atStake } from './days.ts';
import { stateEvidence, waitEvidence } from './evidence.ts';
import { byBlocker } from './order.ts';
import { answering, concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/** Begun while something that has to come first is open. A blocker of which it is not known whether it is open says nothing. */
export const outOfSequence: ItemSignal = {
  id: 'out-of-sequence',
  weight: 2,
  of: 'item',
  judge: (item) => {
    if (item.facts.state !== 'in-progress') return undefined;
    const waits = byBlocker(waitedFor(item));
    const [first] = waits;
    if (first === undefined) return undefined;
    const blockers = waits.map(({ blocker }) => blocker);
    return {
      signal: outOfSequence.id,
      subject: item.key,
      items: [item.key, ...blockers.map(({ key }) => key)],
      concerns: concerned([item, ...blockers]),
      says: {
        id: 'out-of-sequence',
        args: { on: { item: first.blocker.key }, count: { count: waits.length } },
      },
      evidence: [...stateEvidence([item, ...blockers]), ...waitEvidence(waits)],
      next: [
        { type: 'ask', item: first.blocker.key, who: answering([first.blocker]) },
        { type: 'cut', blocker: first.blocker.key, blocked: item.key },
      ],
      sure: true,
      ...atStake(item),
    };
  },
};
