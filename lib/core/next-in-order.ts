import { briefOf } from './item-view.ts';
import type { ItemKey } from './key.ts';
import { isPending, isReady, type NetItem, waitersOn } from './net/item.ts';
import type { Net } from './net/net.ts';
import { allWaiters } from './net/walk.ts';
import { accountOn, distinctPeople, peopleBehind } from './owner.ts';
import { isMe } from './person.ts';
import { freesMore, highest, nearest, nextReason } from './pressing.ts';
import type { Snapshot } from './snapshot.ts';
import type { ItemBrief, NextRow } from './view.ts';

export const maxNext = 20;

interface NextNeeds {
  readonly snapshot: Snapshot;
  readonly net: Net;
  /** Q2: what is known of this, and of what waits for it, is too old to count on. */
  readonly isOld: (item: ItemBrief, waiting: readonly ItemBrief[]) => boolean;
}

/** M5: my items that are ready, first the one that frees most. `mine`: open items that are mine to answer for. */
export const nextInOrder = (needs: NextNeeds, mine: readonly ItemKey[]): readonly NextRow[] =>
  mine
    .flatMap((key) => {
      const item = needs.net.item(key);
      return item !== undefined && isReady(item) ? rowsOf(needs, item) : [];
    })
    .sort(freesMore)
    .slice(0, maxNext);

const rowsOf = ({ snapshot, isOld }: NextNeeds, at: NetItem): readonly NextRow[] => {
  const item = briefOf(snapshot, at.key);
  const waiting = allWaiters(at).map(({ key }) => briefOf(snapshot, key));
  if (isOld(item, waiting)) return [];
  const row = {
    item,
    frees: waitersOn(at).filter(({ blocked }) => blocked.blockers.filter(isPending).length === 1).length,
    waiting: waiting.length,
    people: othersBehind(snapshot, waiting),
    ...nearest(
      [at.bound?.day, item.due].filter((day) => day != null),
      snapshot.today,
    ),
    ...highest([item, ...waiting]),
  };
  return [{ ...row, reason: nextReason(row) }];
};

const othersBehind = ({ me }: Snapshot, items: readonly ItemBrief[]): number =>
  distinctPeople(
    items.flatMap(({ key, owner }) =>
      peopleBehind(owner)
        .filter((person) => !isMe(me, accountOn(key, person)))
        .map((person) => [key, person] as const),
    ),
  ).length;
