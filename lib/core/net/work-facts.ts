import { isClosed } from '../item.ts';
import type { ItemKey } from '../key.ts';
import { type Settled, workOf } from '../same-work.ts';
import { type NetFacts, type OwnedBy, unseen } from './item.ts';
import { answerers } from './own-net.ts';

/**
 * W3: what the net knows of an item that may be the same work as others. The main one has its own state and dates, and the
 * owner of the work. The others keep what is theirs alone: their state, and the reviews asked there. `own`: what is known
 * of one item by itself.
 */
export const workFactsOf = (
  settled: Settled,
  key: ItemKey,
  own: (key: ItemKey) => NetFacts | undefined,
): NetFacts | undefined => {
  const work = workOf(settled, key);
  if (work.length === 1) return own(key);
  const [main] = work;
  const whole = mainFacts(work.map(own));
  if (key === main) return whole;
  const { state, seen, author, reviewers, asked, closed, ...facts } = own(key) ?? unseen;
  return {
    state,
    ...(seen === undefined ? {} : { seen }),
    ...(author === undefined ? {} : { author }),
    ...(reviewers === undefined ? {} : { reviewers }),
    ...(asked === undefined ? {} : { asked }),
    ...(closed === undefined ? {} : { closed }),
    sameWork: {
      main,
      own: ownedBy(facts),
      work: whole === undefined || isClosed(whole.state) ? nobody : ownedBy(whole),
    },
  };
};

const ownedBy = (facts: Pick<NetFacts, 'owner' | 'assigned'>): OwnedBy => ({
  who: answerers(facts),
  fact: facts.owner === undefined ? 'assignees' : 'owner',
});

const nobody: OwnedBy = { who: [], fact: 'assignees' };

/** `all`: what is known of each item of a work, the main one first. */
const mainFacts = (all: readonly (NetFacts | undefined)[]): NetFacts | undefined => {
  if (all.every((facts) => facts === undefined)) return undefined;
  const own = all[0] ?? unseen;
  const owner = all.find((facts) => facts?.owner !== undefined)?.owner;
  const assigned = all.find((facts) => (facts?.assigned?.length ?? 0) > 0)?.assigned;
  return {
    ...own,
    ...(owner === undefined ? {} : { owner }),
    ...(assigned === undefined ? {} : { assigned }),
  };
};
