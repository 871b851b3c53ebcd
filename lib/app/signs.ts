import type { Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import { accountOn } from '../core/owner.ts';
import { isMe, type Me, type Person } from '../core/person.ts';
import type { PlaceSign } from '../core/places.ts';
import type { Item } from '../core/snapshot.ts';

/** The people whom an item shows, as far as they can make its place mine. */
export interface Shown {
  readonly key: ItemKey;
  readonly assignees: readonly Person[];
  readonly reviewers: readonly Person[];
  readonly author: Person | undefined;
}

/** K7: what makes the item's place mine: work assigned to me or my team, a review asked of us, an item I wrote. */
export const signOn = ({ key, assignees, reviewers, author }: Shown, me: Me): PlaceSign | undefined => {
  const isMine = (person: Person): boolean => isMe(me, accountOn(key, person));
  if (assignees.some(isMine)) return 'assigned';
  if (reviewers.some(isMine)) return 'asked';
  return author !== undefined && isMine(author) ? 'author' : undefined;
};

export const shownOn = ({ key, facts: { assignees = [], reviewers = [], author } }: Observation): Shown => ({
  key,
  assignees,
  reviewers,
  author,
});

export const shownIn = ({ key, facts: { assignees, reviewers, author } }: Item): Shown => ({
  key,
  assignees: assignees?.value ?? [],
  reviewers: reviewers?.value ?? [],
  author: author?.value,
});
