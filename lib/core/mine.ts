import type { Aside } from './aside.ts';
import { edgesOf } from './edges.ts';
import { type Graph, graphOf, openBlockers, statusOf, waitersOf } from './graph.ts';
import { type Day, isClosed, type Rank } from './item.ts';
import { briefOf, stateIn } from './item-view.ts';
import type { ItemKey } from './key.ts';
import { accountOn, answersFor, ownerOf, peopleBehind } from './owner.ts';
import { accountId, isMe, type Person } from './person.ts';
import { rowId, setAside } from './set-aside.ts';
import { defaultSettings } from './settings.ts';
import type { Edge, FactChange, Snapshot } from './snapshot.ts';
import type {
  AsideRow,
  AwaitedRow,
  Coverage,
  ItemBrief,
  MineView,
  NextStep,
  Since,
  Waiter,
  WaitingRow,
  WhoAmI,
} from './view.ts';

export interface MineSurroundings {
  readonly coverage: Coverage;
  readonly ask: readonly WhoAmI[];
  /** Q4: what is set aside. Absent: nothing. */
  readonly asides?: readonly Aside[];
  /** Q2: the days after which knowledge is too old to count on. Absent: the days that count before somebody chooses. */
  readonly fresh?: number;
}

/** Rules M1 to M4, Q2, Q4: what is blocked on me, and what I wait on. */
export const mineViewOf = (
  snapshot: Snapshot,
  { coverage, ask, asides = [], fresh = defaultSettings.ages.fresh }: MineSurroundings,
): MineView => {
  const { edges } = edgesOf(snapshot.links, snapshot.stated);
  const world: World = {
    ...snapshot,
    graph: graphOf(edges, stateIn(snapshot)),
    reopened: lastReopened(snapshot.changes),
  };
  const open = [...snapshot.items.keys()].filter((key) => !isClosed(world.graph.stateOf(key))).sort();
  const rowsOf = (asked: Asked): readonly AwaitedRow[] =>
    open.flatMap((key) => [...workRow(world, key, asked), ...reviewRow(world, key, asked)]).sort(morePressing);

  const all = setAside(rowsOf('me'), asides, world.today);
  const team = setAside(rowsOf('team'), asides, world.today);
  const waiting = setAside(open.flatMap((key) => waitingRows(world, key)).sort(soonerFirst), asides, world.today);
  const isOld = (row: AwaitedRow): boolean => restsOnOldKnowledge(world, row, fresh);
  const mine = all.shown.filter((row) => !isOld(row));
  const awaited = mine.filter((row) => row.blockedBy.length === 0);
  return {
    meKnown: snapshot.me.accounts.length > 0,
    awaited,
    stuck: mine.filter((row) => row.blockedBy.length > 0),
    team: team.shown,
    waiting: waiting.shown,
    check: all.shown.filter(isOld),
    fresh,
    aside: each([...all.aside, ...team.aside, ...waiting.aside]).sort(backFirst),
    count: new Set(awaited.map((row) => row.item.key)).size,
    coverage,
    ask,
  };
};

/** One review may be asked of me and of my team: it is one thing to be set aside. */
const each = (rows: readonly AsideRow[]): AsideRow[] => {
  const first = new Map<string, AsideRow>();
  for (const one of rows) if (!first.has(rowId(one.row))) first.set(rowId(one.row), one);
  return [...first.values()];
};

/** The next to come back first; what waits for a change last, of those the latest set aside first. */
const backFirst = (a: AsideRow, b: AsideRow): number => byDay(a.aside.until, b.aside.until) || b.aside.at - a.aside.at;

const dayLength = 24 * 60 * 60 * 1000;

/** Q2: a row is old where my item, or everything that waits on it, was last seen too long ago. */
const restsOnOldKnowledge = ({ now }: World, { item, waiters }: AwaitedRow, fresh: number): boolean => {
  const old = ({ lastSeen }: ItemBrief): boolean => lastSeen === undefined || now - lastSeen > fresh * dayLength;
  return old(item) || (waiters.length > 0 && waiters.every((waiter) => old(waiter.item)));
};

/** When each item was last seen to be open again after it was closed. */
const lastReopened = (changes: readonly FactChange[]): ReadonlyMap<ItemKey, number> => {
  const reopened = new Map<ItemKey, number>();
  for (const { key, field, before, after, at } of changes)
    if (field === 'state' && isClosed(before as never) && !isClosed(after as never))
      reopened.set(key, Math.max(at, reopened.get(key) ?? at));
  return reopened;
};

interface World extends Snapshot {
  readonly graph: Graph;
  readonly reopened: ReadonlyMap<ItemKey, number>;
}

/** When it was last opened again, where that was seen. */
const reopening = ({ reopened }: World, key: ItemKey): { readonly reopened?: number } => {
  const at = reopened.get(key);
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
  const blockedBy = openBlockers(world.graph, key).map((edge) => briefOf(world, edge.blocker));
  return [
    {
      item,
      why,
      waiters: waits.map(({ waiter }) => waiter).sort(nearestFirst),
      people: distinct(
        waits.flatMap(({ waiter }) => peopleBehind(waiter.item.owner).map((person) => [waiter.item.key, person])),
      ),
      since: sinceWhen(world, key, waits.map(({ since }) => since).reduce(earliest)),
      ...dated(
        world,
        waits.flatMap(({ dates }) => dates),
      ),
      ...ranked(waits.map(({ waiter }) => waiter.item)),
      blockedBy,
      next: asked === 'team' ? 'claim' : nextStep(blockedBy),
      ...reopening(world, key),
    },
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
    {
      item,
      why: 'review',
      waiters: waits.map(({ waiter }) => waiter).sort(nearestFirst),
      people: distinct([
        ...(author === undefined ? [] : [[key, author] as const]),
        ...waits.flatMap(({ waiter }) =>
          peopleBehind(waiter.item.owner).map((person) => [waiter.item.key, person] as const),
        ),
      ]),
      since: { at: facts.reviewers.since ?? facts.reviewers.at, atLeast: true },
      ...dated(world, [...(item.due == null ? [] : [item.due]), ...waits.flatMap(({ dates }) => dates)]),
      ...ranked([item, ...waits.map(({ waiter }) => waiter.item)]),
      blockedBy: [],
      next: asked === 'team' ? 'claim' : 'review',
      ...reopening(world, key),
    },
  ];
};

interface Wait {
  readonly waiter: Waiter;
  readonly since: Since;
  /** Everything that says by when: needed, promised, due. */
  readonly dates: readonly Day[];
}

/** What waits on an item down the chain; a wait began when the last of the edges that lead to it did. */
const waitsFor = (world: World, key: ItemKey): readonly Wait[] => {
  const began = new Map<ItemKey, Since>();
  return waitersOf(world.graph, key).map(({ key: at, distance, over }) => {
    const item = briefOf(world, at);
    const since = later(beganOf(over), began.get(over.blocker));
    began.set(at, since);
    return { waiter: { item, distance, ...reopening(world, at) }, since, dates: datesOf(over, item) };
  });
};

/** What a person stated began when it was stated; what pages show began at the latest when it was first seen. */
const beganOf = ({ origins }: Edge): Since => ({ at: origins[0].since, atLeast: origins[0].origin !== 'stated' });

const earliest = (a: Since, b: Since): Since => (b.at < a.at ? b : a);

const later = (a: Since, b: Since | undefined): Since => (b === undefined || a.at >= b.at ? a : b);

const datesOf = (edge: Edge, waiter: ItemBrief): readonly Day[] =>
  [edge.needed, edge.promised, waiter.due].filter((day): day is Day => day != null);

/** M2: the latest of: the wait began, I became the owner, it reopened. */
const sinceWhen = (world: World, key: ItemKey, began: Since): Since => {
  const stated = world.ownerships.get(key)?.find((one) => one.role === 'owner' && one.who !== null);
  const reopened = world.reopened.get(key);
  const candidates: readonly Since[] = [
    began,
    ...(stated === undefined ? [] : [{ at: stated.at, atLeast: false }]),
    ...(reopened === undefined ? [] : [{ at: reopened, atLeast: false }]),
  ];
  return candidates.reduce((a, b) => (b.at > a.at ? b : a));
};

const dated = ({ today }: World, days: readonly Day[]): { readonly by?: Day; readonly late: boolean } => {
  const [by] = [...days].sort();
  return by === undefined ? { late: false } : { by, late: by < today };
};

const ranks: readonly Rank[] = ['urgent', 'high', 'normal', 'low'];

const ranked = (waiting: readonly ItemBrief[]): { readonly rank?: Rank } => {
  const rank = ranks.find((one) => waiting.some(({ priority }) => priority?.rank === one));
  return rank === undefined ? {} : { rank };
};

const distinct = (people: readonly (readonly [ItemKey, Person])[]): readonly Person[] => [
  ...new Map(people.map(([key, person]) => [accountId(accountOn(key, person)), person])).values(),
];

const nextStep = (blockedBy: readonly ItemBrief[]): NextStep => {
  const [first] = blockedBy;
  if (first === undefined) return 'finish';
  return first.owner.by === 'nobody' ? 'find-owner' : 'ask-owner';
};

/** Nearest first; a waiter that nobody owns comes last (M1). */
const nearestFirst = (a: Waiter, b: Waiter): number =>
  Number(peopleBehind(a.item.owner).length === 0) - Number(peopleBehind(b.item.owner).length === 0) ||
  a.distance - b.distance ||
  byKey(a.item, b.item);

const byKey = (a: ItemBrief, b: ItemBrief): number => (a.key < b.key ? -1 : Number(a.key > b.key));

const byDay = (a: Day | undefined, b: Day | undefined): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
};

const byRank = (a: Rank | undefined, b: Rank | undefined): number =>
  (a === undefined ? ranks.length : ranks.indexOf(a)) - (b === undefined ? ranks.length : ranks.indexOf(b));

/** M3: date passed, then nearest date, then highest priority, then number of people, then age. */
const morePressing = (a: AwaitedRow, b: AwaitedRow): number =>
  Number(b.late) - Number(a.late) ||
  byDay(a.by, b.by) ||
  byRank(a.rank, b.rank) ||
  b.people.length - a.people.length ||
  a.since.at - b.since.at ||
  byKey(a.item, b.item);

/** M4: what an item of mine waits on, where that is not mine. What is not known is said as not known (K3). */
const waitingRows = (world: World, key: ItemKey): readonly WaitingRow[] => {
  if (answersFor(ownerOf(world, key)) === undefined) return [];
  return world.graph
    .blockersOf(key)
    .filter((edge) => edge.hard)
    .flatMap((edge) => {
      const status = statusOf(world.graph.stateOf(edge.blocker));
      const on = briefOf(world, edge.blocker);
      if ((status !== 'blocking' && status !== 'unknown') || answersFor(on.owner) !== undefined) return [];
      const item = briefOf(world, key);
      const days = [edge.needed, edge.promised, on.due].filter((day): day is Day => day != null);
      return [
        {
          item,
          on,
          status,
          since: beganOf(edge),
          ...dated(world, days),
          next: askStep(on, status),
          ...reopening(world, edge.blocker),
        },
      ];
    });
};

const askStep = (on: ItemBrief, status: WaitingRow['status']): NextStep => {
  if (on.owner.by === 'nobody') return 'find-owner';
  return status === 'unknown' || on.owner.by === 'unknown' ? 'look' : 'ask-owner';
};

const soonerFirst = (a: WaitingRow, b: WaitingRow): number =>
  Number(b.late) - Number(a.late) ||
  byDay(a.by, b.by) ||
  a.since.at - b.since.at ||
  byKey(a.item, b.item) ||
  byKey(a.on, b.on);
