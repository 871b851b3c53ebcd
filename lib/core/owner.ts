import { type ItemKey, siteOf } from './key.ts';
import { type Account, isMe, type Me, type Person, samePerson } from './person.ts';
import type { Snapshot } from './snapshot.ts';
import type { OwnerView } from './view.ts';

/** The account that a person shown on an item has on that item's site. */
export const accountOn = (key: ItemKey, person: Person): Account => ({ ...siteOf(key), ...person });

/**
 * Who answers for an item. What a person stated outranks the tool's assignee (O3); without either, an item that was
 * seen without an assignee is nobody's, and one whose assignee was never seen is not known (O4).
 */
export const ownerOf = (
  { items, ownerships, me }: Pick<Snapshot, 'items' | 'ownerships' | 'me'>,
  key: ItemKey,
): OwnerView => {
  const assignees = items.get(key)?.facts.assignees?.value;
  const stated = ownerships.get(key)?.find((one) => one.role === 'owner');
  if (stated?.who != null) {
    const { who, accepted, rivals = [] } = stated;
    const onThisSite = (assignees ?? []).map((person) => accountOn(key, person));
    return {
      by: 'stated',
      who,
      accepted,
      me: isMe(me, who),
      rivals,
      differs: differing(key, who, onThisSite, me),
    };
  }
  if (assignees === undefined) return { by: 'unknown' };
  const [first, ...others] = assignees;
  if (first === undefined) return { by: 'nobody' };
  return {
    by: 'assigned',
    who: [first, ...others],
    me: assignees.some((person) => person.kind !== 'team' && isMe(me, accountOn(key, person))),
  };
};

/**
 * The assignees, where the tool and the stated owner say different people. An owner named by an account of another
 * site can only be compared where both are mine.
 */
const differing = (key: ItemKey, who: Account, assignees: readonly Account[], me: Me): readonly Person[] => {
  if (assignees.length === 0) return [];
  const { tool, site } = siteOf(key);
  const comparable = who.tool === tool && who.site === site;
  const same = assignees.some((one) => (comparable && samePerson(one, who)) || (isMe(me, one) && isMe(me, who)));
  const known = comparable || isMe(me, who);
  return same || !known ? [] : assignees;
};

/** M1: mine to answer for: as accepted owner, else as assignee where no owner is stated. */
export const answersFor = (owner: OwnerView): 'owner' | 'assignee' | undefined => {
  if (owner.by === 'stated') return owner.me && owner.accepted ? 'owner' : undefined;
  return owner.by === 'assigned' && owner.me ? 'assignee' : undefined;
};

/** The people behind an owner, for "who waits". Empty where nobody answers or it is not known. */
export const peopleBehind = (owner: OwnerView): readonly Person[] => {
  if (owner.by === 'stated') return [owner.who];
  return owner.by === 'assigned' ? owner.who : [];
};
