import type { Step } from '../core/finding.ts';
import { isReady, type NetItem } from '../core/net/item.ts';
import { atStake, isNews } from './days.ts';
import { stateEvidence, waitEvidence } from './evidence.ts';
import { byBlocker, byKey } from './order.ts';
import { concerned } from './people.ts';
import type { ItemSignal } from './signal.ts';

/**
 * D2: the last thing that it had to wait for was closed lately, and it has not begun. One that was closed without being done
 * is said aloud: nobody did it. One that was not seen being closed counts as closed long ago.
 */
export const unblocked: ItemSignal = {
  id: 'unblocked',
  weight: 2,
  of: 'item',
  judge: (item, world) => {
    if (item.facts.state !== 'open' || !isReady(item)) return undefined;
    const waits = byBlocker(item.blockers.filter(({ hard }) => hard));
    const blockers = waits.map(({ blocker }) => blocker).sort(latestFirst);
    const [last] = blockers;
    const at = last?.facts.closed;
    if (last === undefined || !isNews(at, world)) return undefined;
    const dropped = blockers.find(({ facts }) => facts.state === 'dropped');
    return {
      signal: unblocked.id,
      subject: item.key,
      items: [item.key, ...blockers.map(({ key }) => key)],
      concerns: concerned([item], blockers),
      says: {
        id: dropped === undefined ? 'unblocked' : 'unblocked-dropped',
        args: { on: { item: (dropped ?? last).key }, since: { at }, count: { count: blockers.length } },
      },
      evidence: [...stateEvidence([item, ...blockers]), ...waitEvidence(waits)],
      next: [firstStep(item), ...(dropped === undefined ? [] : [{ type: 'look', item: dropped.key } as const])],
      sure: true,
      ...atStake(item),
    };
  },
};

const latestFirst = (a: NetItem, b: NetItem): number => closedAt(b) - closedAt(a) || byKey(a, b);
const closedAt = ({ facts: { closed } }: NetItem): number => closed ?? 0;

/** O4: it is nobody's only where it was seen without an assignee. */
const firstStep = ({ key, facts: { owner, assigned } }: NetItem): Step => {
  if (owner !== undefined) return { type: 'begin', item: key };
  if (assigned === undefined) return { type: 'look', item: key };
  return { type: assigned.length === 0 ? 'claim' : 'begin', item: key };
};
