import type { Step } from '../core/finding.ts';
import { breakersOf } from '../core/net/breakers.ts';
import { atStake } from './days.ts';
import { waitEvidence } from './evidence.ts';
import { concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/** D5: items that wait on each other in a circle: none of them can begin. Said once for the circle, with what would open it. */
export const blockedCycle: ItemSignal = {
  id: 'blocked-cycle',
  weight: 1,
  of: 'item',
  judge: (item) => {
    const { cycle } = item;
    if (cycle === undefined || cycle.members[0] !== item) return undefined;
    const { cut, waits } = breakersOf(cycle);
    const cuts = waits
      .slice(0, maxOffered)
      .map(({ blocker, blocked }): Step => ({ type: 'cut', blocker: blocker.key, blocked: blocked.key }));
    const who = concerned(cycle.members);
    const ask: Step = { type: 'ask', item: item.key, who };
    const [first = ask, ...others] = [...cuts, ask];
    return {
      signal: blockedCycle.id,
      subject: item.key,
      items: [item.key, ...cycle.members.slice(1).map(({ key }) => key)],
      concerns: who,
      says: {
        id: `blocked-cycle-${cut}`,
        args: { count: { count: cycle.members.length }, cuts: { count: waits.length } },
      },
      evidence: waitEvidence(waits),
      next: [first, ...others],
      sure: true,
      ...atStake(item),
    };
  },
};

/** Where only many cuts together open it, some are a beginning: what is left is judged anew. */
const maxOffered = 3;
