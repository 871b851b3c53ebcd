import type { Ownership } from '../annotation.ts';
import { isClosed, type State } from '../item.ts';
import { accountOn } from '../owner.ts';
import type { FactChange, FactName, Item } from '../snapshot.ts';
import { dayLength } from '../working-days.ts';
import type { NetFacts } from './item.ts';

/** Facts whose first sighting is a sign that somebody worked on the item. */
const moving: readonly FactName[] = ['title', 'state', 'word', 'assignees', 'priority', 'due', 'commit', 'reviews'];

/**
 * What the net knows of an item. `changes`: those logged of it, oldest first. Undefined where nothing is known: it was never
 * seen, and nobody stated who owns it.
 */
export const netFactsOf = (
  item: Item | undefined,
  ownerships: readonly Ownership[],
  changes: readonly FactChange[],
): NetFacts | undefined => {
  const owner = ownerships.find(({ role, who }) => role === 'owner' && who !== null);
  if (item === undefined && owner === undefined) return undefined;
  return {
    state: 'unknown',
    ...(item === undefined ? {} : seenFacts(item, changes)),
    ...(owner?.who == null ? {} : { owner: { who: owner.who, accepted: owner.accepted, rivals: owner.rivals ?? [] } }),
  };
};

const seenFacts = ({ key, facts, lastSeen }: Item, changes: readonly FactChange[]): NetFacts => {
  const { state, due, priority, assignees, author, reviewers } = facts;
  const now = state?.value ?? 'unknown';
  const moved = movedAt(facts);
  const closed = isClosed(now) ? closedAt(facts, changes) : undefined;
  const reopened = isOpenState(now) ? lastTurn(changes, isClosed, isOpenState) : undefined;
  const slipped = isClosed(now) || due?.value == null ? undefined : slip(changes, due.value);
  return {
    state: now,
    seen: dayNoon(lastSeen),
    ...(moved === undefined ? {} : { moved }),
    ...(due === undefined ? {} : { due: due.value }),
    ...(priority === undefined ? {} : { rank: priority.value?.rank ?? null }),
    ...(assignees === undefined ? {} : { assigned: assignees.value.map((person) => accountOn(key, person)) }),
    ...(author === undefined ? {} : { author: accountOn(key, author.value) }),
    ...(reviewers === undefined || reviewers.value.length === 0
      ? {}
      : {
          reviewers: reviewers.value.map((person) => accountOn(key, person)),
          asked: reviewers.since ?? reviewers.at,
        }),
    ...(closed === undefined ? {} : { closed }),
    ...(reopened === undefined ? {} : { reopened }),
    ...(slipped === undefined ? {} : { slipped }),
  };
};

/**
 * By the day: an item that is seen again an hour later is known no better. Noon in UTC, which is on the same day almost
 * everywhere.
 */
const dayNoon = (at: number): number => (Math.floor(at / dayLength) + 0.5) * dayLength;

/**
 * The tool's own word, and what was seen for the first time since it last said so. Without its word, the first sighting of
 * what it says now.
 */
const movedAt = (facts: Item['facts']): number | undefined => {
  const told = facts.updated === undefined ? Number.NaN : Date.parse(facts.updated.value);
  const isTold = facts.updated !== undefined && !Number.isNaN(told);
  const toldAt = isTold ? facts.updated.at : Number.NEGATIVE_INFINITY;
  const seen = moving.flatMap((name) => {
    const known = facts[name];
    const since = known?.since ?? known?.at;
    return since === undefined || since <= toldAt ? [] : [since];
  });
  const signs = isTold ? [told, ...seen] : seen;
  return signs.length === 0 ? undefined : Math.max(...signs);
};

/**
 * The tool's own word, unless it is of an earlier time that it was closed; else when the change was seen. An item that was
 * closed when it was first seen has neither.
 */
const closedAt = ({ closed }: Item['facts'], changes: readonly FactChange[]): number | undefined => {
  const seen = lastTurn(changes, isOpenState, isClosed);
  const told = closed?.value == null ? Number.NaN : Date.parse(closed.value);
  return closed === undefined || Number.isNaN(told) || (seen !== undefined && closed.at < seen) ? seen : told;
};

const isOpenState = (state: State): boolean => state === 'open' || state === 'in-progress';

/** A state that was not known in between is no turn: neither side of it was seen to become the other. */
const lastTurn = (
  changes: readonly FactChange[],
  isBefore: (state: State) => boolean,
  isAfter: (state: State) => boolean,
): number | undefined =>
  changes.findLast(
    ({ field, before, after }) => field === 'state' && isBefore(before as State) && isAfter(after as State),
  )?.at;

/** The last change of the date moved it later. One that moved it back, even if only in part, did not let it slip. */
const slip = (changes: readonly FactChange[], due: string): NetFacts['slipped'] => {
  const last = changes.findLast(({ field }) => field === 'due');
  return typeof last?.before === 'string' && last.before < due ? { from: last.before, at: last.at } : undefined;
};
