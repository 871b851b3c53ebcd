import type { Finding } from '../core/finding.ts';
import { isClosed } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import { isOpen, type NetItem } from '../core/net/item.ts';
import { answerers } from '../core/net/own-net.ts';
import { areOthers, isSamePerson } from '../core/owner.ts';
import type { Account, Me } from '../core/person.ts';
import { ownerEvidence } from './evidence.ts';
import { byKey } from './order.ts';
import { everybody } from './people.ts';
import type { ItemSignal } from './signal.ts';

/**
 * O3, O5: two are said to own one piece of work: by people who had not seen each other's word, by people and the tool, by
 * a piece of code and the ticket that it is for, or by two items that are the same work. People who cannot be compared are not called different.
 */
export const ownerConflict: ItemSignal = {
  id: 'owner-conflict',
  weight: 3,
  of: 'item',
  judge: (item, { me }) => {
    if (isClosed(item.facts.state)) return undefined;
    const conflict =
      claimedByTwo(item, me) ?? differsFromTool(item, me) ?? differsFromTicket(item, me) ?? differsFromMain(item, me);
    if (conflict === undefined) return undefined;
    const { others = [], who, ...said } = conflict;
    return {
      signal: ownerConflict.id,
      subject: item.key,
      items: [item.key, ...others],
      concerns: who,
      ...said,
      next: [
        { type: 'name-owner', item: item.key },
        { type: 'ask', item: item.key, who },
      ],
      sure: true,
    };
  },
};

interface Conflict extends Pick<Finding, 'says' | 'evidence'> {
  readonly who: readonly Account[];
  readonly others?: readonly ItemKey[];
}

const claimedByTwo = ({ key, facts: { owner } }: NetItem, me: Me): Conflict | undefined => {
  if (owner === undefined) return undefined;
  const rivals = everybody(owner.rivals.filter((rival) => !isSamePerson(rival, owner.who, me)));
  if (rivals.length === 0) return undefined;
  return {
    who: everybody([owner.who], rivals),
    says: { id: 'owner-conflict-two', args: { owner: { people: [owner.who] }, others: { people: rivals } } },
    evidence: [{ item: key, fact: 'owner' }],
  };
};

/** O2: whoever is only proposed does not own it yet, and is said to be proposed. */
const differsFromTool = (item: NetItem, me: Me): Conflict | undefined => {
  const { owner, assigned = [] } = item.facts;
  if (!isOpen(item) || owner === undefined || !areOthers([owner.who], assigned, me)) return undefined;
  return {
    who: everybody([owner.who], assigned),
    says: {
      id: owner.accepted ? 'owner-conflict-differs' : 'owner-conflict-proposed',
      args: { owner: { people: [owner.who] }, assigned: { people: everybody(assigned) } },
    },
    evidence: [
      { item: item.key, fact: 'owner' },
      { item: item.key, fact: 'assignees' },
    ],
  };
};

const differsFromTicket = (item: NetItem, me: Me): Conflict | undefined => {
  if (!isOpen(item) || item.codeFor.length === 0) return undefined;
  const own = answerers(item.facts);
  const others = item.codeFor
    .filter((ticket) => isOpen(ticket) && areOthers(own, answerers(ticket.facts), me))
    .sort(byKey);
  const [first] = others;
  if (first === undefined) return undefined;
  return {
    others: others.map(({ key }) => key),
    who: everybody(own, ...others.map(({ facts }) => answerers(facts))),
    says: {
      id: 'owner-conflict-code',
      args: {
        owner: { people: everybody(own) },
        ticket: { item: first.key },
        others: { people: everybody(answerers(first.facts)) },
        count: { count: others.length },
      },
    },
    evidence: [item, ...others].map(ownerEvidence),
  };
};

const differsFromMain = ({ key, facts: { sameWork } }: NetItem, me: Me): Conflict | undefined => {
  if (sameWork === undefined || !areOthers(sameWork.own.who, sameWork.work.who, me)) return undefined;
  const { main, own, work } = sameWork;
  return {
    others: [main],
    who: everybody(own.who, work.who),
    says: {
      id: 'owner-conflict-same',
      args: { owner: { people: everybody(own.who) }, main: { item: main }, others: { people: everybody(work.who) } },
    },
    evidence: [
      { item: key, fact: own.fact },
      { item: main, fact: work.fact },
    ],
  };
};
