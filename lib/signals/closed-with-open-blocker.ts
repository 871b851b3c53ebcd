import type { Step } from '../core/finding.ts';
import { isOpen } from '../core/net/item.ts';
import { isNews } from './days.ts';
import { stateEvidence, waitEvidence } from './evidence.ts';
import { byBlocker } from './order.ts';
import { concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/** Done lately, while what it had to wait for is open: one of the two is not as it is said to be, or it had not to wait. */
export const closedWithOpenBlocker: ItemSignal = {
  id: 'closed-with-open-blocker',
  weight: 3,
  of: 'item',
  judge: (item, world) => {
    const { state, closed } = item.facts;
    if (state !== 'done' || !isNews(closed, world)) return undefined;
    const waits = byBlocker(item.blockers.filter(({ hard, blocker }) => hard && isOpen(blocker)));
    const [first] = waits;
    if (first === undefined) return undefined;
    const blockers = waits.map(({ blocker }) => blocker);
    const cut: Step = { type: 'cut', blocker: first.blocker.key, blocked: item.key };
    return {
      signal: closedWithOpenBlocker.id,
      subject: item.key,
      items: [item.key, ...blockers.map(({ key }) => key)],
      concerns: concerned([item, ...blockers]),
      says: {
        id: 'closed-with-open-blocker',
        args: { at: { at: closed }, on: { item: first.blocker.key }, count: { count: waits.length } },
      },
      evidence: [...stateEvidence([item, ...blockers]), ...waitEvidence(waits)],
      next: [cut, { type: 'ask', item: first.blocker.key, who: concerned([first.blocker], [item]) }],
      sure: true,
    };
  },
};
