import type { Ownership } from './annotation.ts';
import { type ItemKey, isSite, siteOf } from './key.ts';
import { type Account, accountId, isMe, type Me, type Person, sameAccount } from './person.ts';
import { nothingSettled, workOf } from './same-work.ts';
import type { Snapshot } from './snapshot.ts';
import type { OwnerView } from './view.ts';

/** The account that a person shown on an item has on that item's site. */
export const accountOn = (key: ItemKey, person: Person): Account => ({ ...siteOf(key), ...person });

type OwnerNeeds = Pick<Snapshot, 'items' | 'ownerships' | 'me' | 'settled'>;

/** What was stated of who owns a piece of work: of its main item, else of the first of the others. */
export const statedOwner = (
  { ownerships, settled = nothingSettled }: Pick<Snapshot, 'ownerships' | 'settled'>,
  key: ItemKey,
): Ownership | undefined => {
  for (const item of workOf(settled, key)) {
    const stated = ownerships.get(item)?.find(({ role, who }) => role === 'owner' && who !== null);
    if (stated !== undefined) return stated;
  }
  return undefined;
};

/**
 * Who answers for an item. What a person stated outranks the tool's assignee (O3); without either, an item that was
 * seen without an assignee is nobody's, and one whose assignee was never seen is not known (O4). Items that are the same
 * work have one answer, their main one's before the others' (W3).
 */
export const ownerOf = (needs: OwnerNeeds, key: ItemKey): OwnerView => {
  const { items, me, settled = nothingSettled } = needs;
  const stated = statedOwner(needs, key);
  if (stated?.who != null) {
    const { who, accepted, rivals = [] } = stated;
    const assignees = items.get(key)?.facts.assignees?.value;
    const onThisSite = (assignees ?? []).map((person) => accountOn(key, person));
    return {
      by: 'stated',
      who,
      accepted,
      me: isMe(me, who),
      rivals,
      differs: areOthers([who], onThisSite, me) ? onThisSite : [],
      ...(stated.item === key ? {} : { of: stated.item }),
    };
  }
  const work = workOf(settled, key);
  const of = work.find((item) => (items.get(item)?.facts.assignees?.value.length ?? 0) > 0) ?? work[0];
  const assignees = items.get(of)?.facts.assignees?.value;
  if (assignees === undefined) return { by: 'unknown' };
  // Whoever has an account of another site is shown with it.
  const [first, ...others] = of === key ? assignees : assignees.map((person) => accountOn(of, person));
  if (first === undefined) return { by: 'nobody' };
  return {
    by: 'assigned',
    who: [first, ...others],
    me: assignees.some((person) => person.kind !== 'team' && isMe(me, accountOn(of, person))),
    ...(of === key ? {} : { of }),
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
