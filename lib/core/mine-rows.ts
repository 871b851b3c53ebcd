import { edgesOf } from './edges.ts';
import { statusOf } from './graph.ts';
import { type Day, isClosed } from './item.ts';
import { briefOf, stateIn } from './item-view.ts';
import type { ItemKey } from './key.ts';
import { type Wait, waitedFor } from './net/item.ts';
import type { Net } from './net/net.ts';
import { netOf } from './net/of-snapshot.ts';
import { stepsToWaiters } from './net/walk.ts';
import { nextInOrder } from './next-in-order.ts';
import { accountOn, answersFor, distinctPeople, ownerOf, peopleBehind, statedOwner } from './owner.ts';
import { isMe, type Person } from './person.ts';
import { awaitedReason, byKey, highest, morePressing, nearest, soonerFirst, waitingReason } from './pressing.ts';
import { isMain, mainOf, nothingSettled } from './same-work.ts';
import type { Snapshot } from './snapshot.ts';
import type { AwaitedRow, ItemBrief, NextRow, NextStep, Since, Waiter, WaitingRow } from './view.ts';

/** What of the work is mine, before anything of it is set aside or found to be old. Nothing of it changes within a day. */
export interface MineRows {
  /** Asked of me, and of a team of mine; the most pressing first (M3). */
  readonly me: readonly AwaitedRow[];
  readonly team: readonly AwaitedRow[];
  readonly waiting: readonly WaitingRow[];
  readonly next: readonly NextRow[];
}

/** Rules M1 to M5: what is blocked on me, what I wait on, and what I could take up next. */
export const mineRowsOf = (snapshot: Snapshot): MineRows => {
  const world = worldOf(snapshot);
  const stateOf = stateIn(snapshot);
  const { settled = nothingSettled } = snapshot;
  const known = [...snapshot.items.keys()];
  const open = [...new Set([...known, ...known.map((key) => mainOf(settled, key))])]
    .filter((key) => !isClosed(stateOf(key)))
    .sort();
  // W3: a piece of work is one row, however many items it has; a review is asked of one of them.
  const works = open.filter((key) => isMain(settled, key));
  const rowsOf = (asked: Asked): readonly AwaitedRow[] =>
    [
      ...works.flatMap((key) => workRow(world, key, asked)),
      ...open.flatMap((key) => reviewRow(world, key, asked)),
    ].sort(morePressing);
  return {
    me: rowsOf('me'),
    team: rowsOf('team'),
    waiting: works.flatMap((key) => waitingRows(world, key)).sort(soonerFirst),
    next: nextInOrder(
      { snapshot, net: world.net },
      works.filter((key) => answersFor(ownerOf(snapshot, key)) !== undefined),
    ),
  };
};

interface World extends Snapshot {
  readonly net: Net;
  readonly beganOf: (wait: Wait) => Since;
}

const worldOf = (snapshot: Snapshot): World => {
  const edges = edgesOf(snapshot.links, snapshot.stated, snapshot.settled);
  const spell = (blocker: ItemKey, blocked: ItemKey): string => `${blocker}|${blocked}`;
  const statedFirst = new Set(
    edges.edges
      .filter(({ origins }) => origins[0].origin === 'stated')
      .map(({ blocker, blocked }) => spell(blocker, blocked)),
  );
  return {
    ...snapshot,
    net: netOf(snapshot, edges),
    // What a person stated began when it was stated; what pages show began at the latest when it was first seen.
    beganOf: ({ since, blocker, blocked }) => ({
      at: since,
      atLeast: !statedFirst.has(spell(blocker.key, blocked.key)),
    }),
  };
};

/** When it was last seen to be open again after it was closed, where that was seen. */
const reopening = ({ net }: World, key: ItemKey): { readonly reopened?: number } => {
  const at = net.item(key)?.facts.reopened;
  return at === undefined ? {} : { reopened: at };
};

/** Asked of me, or of a team that is mine: one of my accounts may be a team's. */
type Asked = 'me' | 'team';

const isAsked = ({ me }: World, key: ItemKey, person: Person, asked: Asked): boolean =>
  (person.kind === 'team') === (asked === 'team') && isMe(me, accountOn(key, person));

/** Why an item is mine, or my team's, to answer for. A team's is nobody's as long as no member took it. */
const answering = (world: World, key: ItemKey, asked: Asked): 'owner' | 'assignee' | undefined => {
  const owner = ownerOf(world, key);
  if (asked === 'me') return answersFor(owner);
  const people = peopleBehind(owner);
  const teams = people.length > 0 && people.every((person) => person.kind === 'team');
  return teams && people.some((person) => isAsked(world, key, person, 'team')) ? 'assignee' : undefined;
};

/** M1: an open item of somebody else waits on an open item that is mine to answer for. */
const workRow = (world: World, key: ItemKey, asked: Asked): readonly AwaitedRow[] => {
  const why = answering(world, key, asked);
  if (why === undefined) return [];
  const waits = waitsFor(world, key).filter(({ waiter }) => answersFor(waiter.item.owner) === undefined);
  if (waits.length === 0) return [];
  const item = briefOf(world, key);
  const blockedBy = openBlockers(world, key).map((blocker) => briefOf(world, blocker));
  return [
    withReason({
      item,
      why,
      waiters: waits.map(({ waiter }) => waiter).sort(nearestFirst),
      people: distinctPeople(
        waits.flatMap(({ waiter }) => peopleBehind(waiter.item.owner).map((person) => [waiter.item.key, person])),
      ),
      since: sinceWhen(world, key, waits.map(({ since }) => since).reduce(earliest)),
      ...nearest(
        waits.flatMap(({ dates }) => dates),
        world.today,
      ),
      ...highest(waits.map(({ waiter }) => waiter.item)),
      blockedBy,
      next: asked === 'team' ? 'claim' : nextStep(blockedBy),
      ...reopening(world, key),
    }),
  ];
};

/** M1: a review asked of me is itself a wait: its author waits, whether or not another item does. */
const reviewRow = (world: World, key: ItemKey, asked: Asked): readonly AwaitedRow[] => {
  const facts = world.items.get(key)?.facts;
  const request = facts?.reviewers?.value.find((person) => isAsked(world, key, person, asked));
  if (facts?.reviewers === undefined || request === undefined) return [];
  const author = facts.author?.value;
  if (author !== undefined && isMe(world.me, accountOn(key, author))) return [];
  const waits = waitsFor(world, key).filter(({ waiter }) => answersFor(waiter.item.owner) === undefined);
  const item = briefOf(world, key);
  return [
    withReason({
      item,
      why: 'review',
      waiters: waits.map(({ waiter }) => waiter).sort(nearestFirst),
      people: distinctPeople([
        ...(author === undefined ? [] : [[key, author] as const]),
        ...waits.flatMap(({ waiter }) =>
          peopleBehind(waiter.item.owner).map((person) => [waiter.item.key, person] as const),
        ),
      ]),
      since: { at: facts.reviewers.since ?? facts.reviewers.at, atLeast: true },
      ...nearest([...(item.due == null ? [] : [item.due]), ...waits.flatMap(({ dates }) => dates)], world.today),
      ...highest([item, ...waits.map(({ waiter }) => waiter.item)]),
      blockedBy: [],
      next: asked === 'team' ? 'claim' : 'review',
      ...reopening(world, key),
    }),
  ];
};

const withReason = (row: Omit<AwaitedRow, 'reason'>): AwaitedRow => ({ ...row, reason: awaitedReason(row) });

/** What an item must wait for before anybody can act on it. */
const openBlockers = ({ net }: World, key: ItemKey): readonly ItemKey[] => {
  const item = net.item(key);
  return item === undefined ? [] : waitedFor(item).map(({ blocker }) => blocker.key);
};

interface Waiting {
  readonly waiter: Waiter;
  readonly since: Since;
  /** Everything that says by when: needed, promised, due. */
  readonly dates: readonly Day[];
}

/** What waits on an item down the chain; a wait began when the last of the edges that lead to it did. */
const waitsFor = (world: World, key: ItemKey): readonly Waiting[] => {
  const began = new Map<ItemKey, Since>();
  const start = world.net.item(mainOf(world.settled ?? nothingSettled, key));
  return (start === undefined ? [] : stepsToWaiters(start)).map(({ item: { key: at }, distance, over }) => {
    const item = briefOf(world, at);
    const since = later(world.beganOf(over), began.get(over.blocker.key));
    began.set(at, since);
    return { waiter: { item, distance, ...reopening(world, at) }, since, dates: datesOf(over, item) };
  });
};

const earliest = (a: Since, b: Since): Since => (b.at < a.at ? b : a);

const later = (a: Since, b: Since | undefined): Since => (b === undefined || a.at >= b.at ? a : b);

const datesOf = ({ needed, promised }: Wait, { due }: ItemBrief): readonly Day[] =>
  [needed, promised, due].filter((day) => day != null);

/** M2: the latest of: the wait began, I became the owner, it reopened. */
const sinceWhen = (world: World, key: ItemKey, began: Since): Since => {
  const stated = statedOwner(world, key);
  const { reopened } = reopening(world, key);
  const candidates: readonly Since[] = [
    began,
    ...(stated === undefined ? [] : [{ at: stated.at, atLeast: false }]),
    ...(reopened === undefined ? [] : [{ at: reopened, atLeast: false }]),
  ];
  return candidates.reduce((a, b) => (b.at > a.at ? b : a));
};

const nextStep = (blockedBy: readonly ItemBrief[]): NextStep => {
  const [first] = blockedBy;
  if (first === undefined) return 'finish';
  return first.owner.by === 'nobody' ? 'find-owner' : 'ask-owner';
};

/** Nearest first; a waiter that nobody owns comes last (M1). */
const nearestFirst = (a: Waiter, b: Waiter): number =>
  Number(peopleBehind(a.item.owner).length === 0) - Number(peopleBehind(b.item.owner).length === 0) ||
  a.distance - b.distance ||
  byKey(a.item.key, b.item.key);

/** M4: what an item of mine waits on, where that is not mine. What is not known is said as not known (K3). */
const waitingRows = (world: World, key: ItemKey): readonly WaitingRow[] => {
  if (answersFor(ownerOf(world, key)) === undefined) return [];
  return (world.net.item(key)?.blockers ?? [])
    .filter((wait) => wait.hard)
    .flatMap((wait) => {
      const status = statusOf(wait.blocker.facts.state);
      const on = briefOf(world, wait.blocker.key);
      if ((status !== 'blocking' && status !== 'unknown') || answersFor(on.owner) !== undefined) return [];
      const row = {
        item: briefOf(world, key),
        on,
        status,
        since: world.beganOf(wait),
        ...nearest(datesOf(wait, on), world.today),
        next: askStep(on, status),
        ...reopening(world, on.key),
      } as const;
      return [{ ...row, reason: waitingReason(row) }];
    });
};

const askStep = (on: ItemBrief, status: WaitingRow['status']): NextStep => {
  if (on.owner.by === 'nobody') return 'find-owner';
  return status === 'unknown' || on.owner.by === 'unknown' ? 'look' : 'ask-owner';
};
