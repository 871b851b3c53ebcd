import { type ItemKey, isSite, siteOf } from './key.ts';
import { type Account, accountId, isMe, type Me, type Person, sameAccount } from './person.ts';
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
      differs: areOthers([who], onThisSite, me) ? onThisSite : [],
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

/** One person, as far as is known: one account, or two of mine. */
export const isSamePerson = (a: Account, b: Account, me: Me): boolean =>
  sameAccount(a, b) || (isMe(me, a) && isMe(me, b));

/**
 * O3: true where both name somebody, and it is known that nobody is in both. Accounts of two sites are compared by what is
 * known to be mine on both; a team is not compared with a person, who may be one of it.
 */
export const areOthers = (some: readonly Account[], others: readonly Account[], me: Me): boolean =>
  some.length > 0 && others.length > 0 && some.every((a) => others.every((b) => isKnownOther(a, b, me)));

const isKnownOther = (a: Account, b: Account, me: Me): boolean => {
  if (isSamePerson(a, b, me)) return false;
  if (areComparable(a, b)) return true;
  const other = isMe(me, a) ? b : isMe(me, b) ? a : undefined;
  return other !== undefined && me.accounts.some((mine) => areComparable(mine, other));
};

/** Of one site, and told by the same: by account or by name. */
const areComparable = (a: Account, b: Account): boolean =>
  isSite(a, b) &&
  (a.kind === 'team') === (b.kind === 'team') &&
  ((a.handle !== undefined && b.handle !== undefined) || (a.name !== undefined && b.name !== undefined));

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

/** Each account once, in the order given. */
export const distinctPeople = (people: readonly (readonly [ItemKey, Person])[]): readonly Person[] => [
  ...new Map(people.map(([key, person]) => [accountId(accountOn(key, person)), person])).values(),
];
