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

/** So many are shown. */
export const maxNext = 20;

interface NextNeeds {
  readonly snapshot: Snapshot;
  readonly net: Net;
}

/** M5: my items that are ready, first the one that frees most. `mine`: open items that are mine to answer for. */
export const nextInOrder = (needs: NextNeeds, mine: readonly ItemKey[]): readonly NextRow[] =>
  mine
    .flatMap((key) => {
      const item = needs.net.item(key);
      return item !== undefined && isReady(item) ? [rowOf(needs, item)] : [];
    })
    .sort(freesMore);

const rowOf = ({ snapshot }: NextNeeds, at: NetItem): NextRow => {
  const item = briefOf(snapshot, at.key);
  const waiting = allWaiters(at).map(({ key }) => briefOf(snapshot, key));
  const row = {
    item,
    frees: waitersOn(at).filter(({ blocked }) => blocked.blockers.filter(isPending).length === 1).length,
    waiting: waiting.length,
    ...lastSeenOf(waiting),
    people: othersBehind(snapshot, waiting),
    ...nearest(
      [at.bound?.day, item.due].filter((day) => day != null),
      snapshot.today,
    ),
    ...highest([item, ...waiting]),
  };
  return { ...row, reason: nextReason(row) };
};

const lastSeenOf = (items: readonly ItemBrief[]): Pick<NextRow, 'waitingSeen'> => {
  const latest = items.reduce((last, { lastSeen = 0 }) => Math.max(last, lastSeen), 0);
  return latest === 0 ? {} : { waitingSeen: latest };
};

const othersBehind = ({ me }: Snapshot, items: readonly ItemBrief[]): number =>
  distinctPeople(
    items.flatMap(({ key, owner }) =>
      peopleBehind(owner)
        .filter((person) => !isMe(me, accountOn(key, person)))
        .map((person) => [key, person] as const),
    ),
  ).length;
