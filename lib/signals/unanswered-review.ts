import { isOpen } from '../core/net/item.ts';
import { atStake, workedSince } from './days.ts';
import { everybody } from './people.ts';
import type { ItemSignal } from './signal.ts';

/** A review was asked for some working days ago, of people or of a team, and is not given. */
export const unansweredReview: ItemSignal = {
  id: 'unanswered-review',
  weight: 2,
  of: 'item',
  judge: (item, world) => {
    const { reviewers = [], asked } = item.facts;
    if (!isOpen(item) || reviewers.length === 0 || asked === undefined) return undefined;
    if (workedSince(asked, world) < world.thresholds.review) return undefined;
    const who = everybody(reviewers);
    return {
      signal: unansweredReview.id,
      subject: item.key,
      items: [item.key],
      concerns: who,
      says: { id: 'unanswered-review', args: { who: { people: who }, since: { at: asked } } },
      evidence: [{ item: item.key, fact: 'reviewers' }],
      next: [
        { type: 'review', item: item.key },
        { type: 'ask', item: item.key, who },
      ],
      sure: true,
      ...atStake(item),
    };
  },
};
