import { aboutPerson } from '../core/finding.ts';
import type { Day } from '../core/item.ts';
import type { NetItem } from '../core/net/item.ts';
import { byDay } from '../core/pressing.ts';
import { daysBefore } from '../core/working-days.ts';
import { maxEvidence, ownerEvidence } from './evidence.ts';
import { byKey } from './order.ts';
import type { PersonSignal } from './signal.ts';

/** Days within which what is due counts. */
const near = 7;

/** One person has more open items begun, or due within a week or overdue, than can be done at once. It is no grade. */
export const overloaded: PersonSignal = {
  id: 'overloaded',
  weight: 3,
  of: 'person',
  judge: ({ id, accounts, items }, { today, thresholds }) => {
    const until = daysBefore(today, -near);
    const load = items
      .filter(({ facts: { state, due } }) => state === 'in-progress' || (due != null && due <= until))
      .sort((a, b) => byDay(dueOf(a), dueOf(b)) || byKey(a, b));
    const [first, ...others] = load;
    if (first === undefined || load.length <= thresholds.load) return undefined;
    const by = dueOf(first);
    return {
      signal: overloaded.id,
      subject: aboutPerson(id),
      items: [first.key, ...others.map(({ key }) => key)],
      concerns: accounts,
      says: { id: 'overloaded', args: { count: { count: load.length } } },
      evidence: load
        .slice(0, maxEvidence)
        .flatMap((item) => [
          { item: item.key, fact: item.facts.state === 'in-progress' ? 'state' : 'due' } as const,
          ownerEvidence(item),
        ]),
      next: [
        { type: 'look', item: first.key },
        // What presses least is the easiest to hand over.
        { type: 'name-owner', item: (others.at(-1) ?? first).key },
      ],
      sure: true,
      ...(by === undefined ? {} : { by }),
    };
  },
};

const dueOf = ({ facts: { due } }: NetItem): Day | undefined => due ?? undefined;
