import { aboutPerson } from '../core/finding.ts';
import { type Wait, waitersOn } from '../core/net/item.ts';
import { answerers } from '../core/net/own-net.ts';
import { type Account, accountId, isMe } from '../core/person.ts';
import { maxEvidence, ownerEvidence, waitEvidence } from './evidence.ts';
import { byBlocked, byKey } from './order.ts';
import { answering } from './people.ts';
import type { PersonSignal } from './signal.ts';

/**
 * Many people's chains pass through what one person answers for. What waits and is that person's own makes nobody wait. It
 * says how the work lies, and is no grade.
 */
export const bottleneck: PersonSignal = {
  id: 'bottleneck',
  weight: 3,
  of: 'person',
  judge: ({ id, accounts, items }, { me, thresholds }) => {
    const own = new Set(accounts.map(accountId));
    const isOwn = remembered(
      (account) => own.has(accountId(account)) || (id === 'me' && account.kind !== 'team' && isMe(me, account)),
    );
    const isOthers = ({ blocked: { facts } }: Wait): boolean => {
      const people = answerers(facts);
      return people.length === 0 || !people.every(isOwn);
    };
    const awaited = items
      .map((item) => ({ item, waits: waitersOn(item).filter(isOthers) }))
      .filter(({ waits }) => waits.length > 0);
    const waiting = new Set(awaited.flatMap(({ waits }) => waits.map(({ blocked }) => blocked)));
    const people = answering([...waiting]).filter((account) => !isOwn(account));
    if (people.length < thresholds.bottleneck) return undefined;
    const [first, ...others] = awaited.sort((a, b) => b.waits.length - a.waits.length || byKey(a.item, b.item));
    if (first === undefined) return undefined;
    return {
      signal: bottleneck.id,
      subject: aboutPerson(id),
      items: [first.item.key, ...others.map(({ item }) => item.key)],
      concerns: accounts,
      says: { id: 'bottleneck', args: { count: { count: waiting.size }, people: { count: people.length } } },
      evidence: [first, ...others]
        .slice(0, maxEvidence)
        .flatMap(({ item, waits }) => [ownerEvidence(item), ...waitEvidence(byBlocked(waits))]),
      next: [
        { type: 'name-owner', item: first.item.key },
        { type: 'look', item: first.item.key },
      ],
      sure: true,
    };
  },
};

/** The same few people wait with many items. */
const remembered = (is: (account: Account) => boolean): ((account: Account) => boolean) => {
  const answers = new Map<Account, boolean>();
  return (account) => {
    const answer = answers.get(account) ?? is(account);
    answers.set(account, answer);
    return answer;
  };
};
