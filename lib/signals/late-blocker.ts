import type { Evidence } from '../core/finding.ts';
import type { Day } from '../core/item.ts';
import { nearerOver } from '../core/net/answers.ts';
import { type NetItem, type Wait, waitersOn } from '../core/net/item.ts';
import { waitEvidence } from './evidence.ts';
import { answering, concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/**
 * T1, T2: a blocker is due, or promised, after what waits on it needs it, directly or down the chain. The same day is
 * fine; a date that is missing gives no conflict.
 */
export const lateBlocker: ItemSignal = {
  id: 'late-blocker',
  weight: 1,
  of: 'item',
  judge: (item, { working, today }) => {
    const late: Conflict[] = [];
    for (const wait of waitersOn(item)) {
      const conflict = conflictOf(item, wait);
      if (conflict !== undefined) late.push(conflict);
    }
    const [worst] = late.sort(soonestFirst);
    if (worst === undefined) return undefined;
    const { wait, plan, wanted, whose } = worst;
    const waiting = late.map((one) => one.wait.blocked);
    const day = working.lastUntil(wanted) ?? wanted;
    const who = answering([item]);
    return {
      signal: lateBlocker.id,
      subject: item.key,
      items: [item.key, ...new Set([...waiting.map(({ key }) => key), whose])],
      concerns: concerned([item, ...waiting]),
      says: {
        id: late.length === 1 ? 'late-blocker' : 'late-blocker-several',
        args: { due: { day: plan }, wanted: { day: wanted }, whose: { item: whose }, count: { count: late.length } },
      },
      evidence: evidenceOf(worst),
      next: [
        // A day that has passed cannot be proposed.
        day < today ? { type: 'ask', item: item.key, who } : { type: 'propose-date', item: item.key, day, who },
        { type: 'cut', blocker: item.key, blocked: wait.blocked.key },
      ],
      sure: true,
      by: wanted,
    };
  },
};

/** A date that was promised or is needed is told of the wait. */
const evidenceOf = ({ wait, wanted, whose }: Conflict): readonly Evidence[] => [
  ...(wait.promised === undefined ? [{ item: wait.blocker.key, fact: 'due' } as const] : []),
  ...(wait.needed === wanted && whose === wait.blocked.key ? [] : [{ item: whose, fact: 'due' } as const]),
  ...waitEvidence([wait]),
];

interface Conflict {
  readonly wait: Wait;
  readonly plan: Day;
  readonly wanted: Day;
  /** Whose date it is: what waits directly, or farther down. */
  readonly whose: NetItem['key'];
}

/** What was promised to who waits counts for that wait; else the date that the item has. */
const conflictOf = (item: NetItem, wait: Wait): Conflict | undefined => {
  const plan = wait.promised ?? item.facts.due;
  if (plan == null) return undefined;
  const wanted = nearerOver(wait);
  return wanted === undefined || plan <= wanted.day ? undefined : { wait, plan, wanted: wanted.day, whose: wanted.of };
};

const soonestFirst = (a: Conflict, b: Conflict): number =>
  (a.wanted < b.wanted ? -1 : Number(a.wanted > b.wanted)) || (a.wait.blocked.key < b.wait.blocked.key ? -1 : 1);
