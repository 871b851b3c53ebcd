import type { Aside } from './aside.ts';
import type { Day } from './item.ts';
import { type MineRows, mineRowsOf } from './mine-rows.ts';
import { maxNext } from './next-in-order.ts';
import { byDay } from './pressing.ts';
import { rowId, setAside } from './set-aside.ts';
import { defaultSettings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import type { AsideRow, AwaitedRow, Coverage, ItemBrief, MineView, NextRow, WhoAmI } from './view.ts';
import { dayLength } from './working-days.ts';

export interface MineSurroundings {
  readonly coverage: Coverage;
  readonly ask: readonly WhoAmI[];
  /** Q4: what is set aside. Absent: nothing. */
  readonly asides?: readonly Aside[];
  /** Q2: the days after which knowledge is too old to count on. Absent: the days that count before somebody chooses. */
  readonly fresh?: number;
}

export interface MineNow {
  /** Some account of mine is known. */
  readonly meKnown: boolean;
  /** Milliseconds, and the day it is for the person. */
  readonly now: number;
  readonly today: Day;
}

/** Q2, Q4: the rows as they are shown now: what is set aside and what is too old to count on stand apart. */
export const showMine = (
  rows: MineRows,
  { coverage, ask, asides = [], fresh = defaultSettings.ages.fresh, meKnown, now, today }: MineSurroundings & MineNow,
): MineView => {
  const all = setAside(rows.me, asides, today);
  const team = setAside(rows.team, asides, today);
  const waiting = setAside(rows.waiting, asides, today);
  const isOld = oldKnowledge(now, fresh);
  const isOldRow = ({ item, waiters }: AwaitedRow): boolean =>
    isOld(
      item,
      waiters.map((waiter) => waiter.item),
    );
  const mine = all.shown.filter((row) => !isOldRow(row));
  const awaited = mine.filter((row) => row.blockedBy.length === 0);
  return {
    meKnown,
    awaited,
    stuck: mine.filter((row) => row.blockedBy.length > 0),
    team: team.shown,
    waiting: waiting.shown,
    next: rows.next.filter((row) => !isOld(row.item, waitingSeen(row))).slice(0, maxNext),
    check: all.shown.filter(isOldRow),
    fresh,
    aside: each([...all.aside, ...team.aside, ...waiting.aside]).sort(backFirst),
    count: new Set(awaited.map((row) => row.item.key)).size,
    coverage,
    ask,
  };
};

/** Rules M1 to M5, Q2, Q4: everything that is shown of what is mine, of everything that is known. */
export const mineViewOf = (snapshot: Snapshot, surroundings: MineSurroundings): MineView =>
  showMine(mineRowsOf(snapshot), {
    meKnown: snapshot.me.accounts.length > 0,
    now: snapshot.now,
    today: snapshot.today,
    ...surroundings,
  });

/** One review may be asked of me and of my team: it is one thing to be set aside. */
const each = (rows: readonly AsideRow[]): AsideRow[] => {
  const first = new Map<string, AsideRow>();
  for (const one of rows) if (!first.has(rowId(one.row))) first.set(rowId(one.row), one);
  return [...first.values()];
};

/** The next to come back first; what waits for a change last, of those the latest set aside first. */
const backFirst = (a: AsideRow, b: AsideRow): number => byDay(a.aside.until, b.aside.until) || b.aside.at - a.aside.at;

type Seen = Pick<ItemBrief, 'lastSeen'>;

/** Of what waits for it, that which was seen last stands for all. */
const waitingSeen = ({ waiting, waitingSeen: lastSeen }: NextRow): readonly Seen[] =>
  waiting === 0 ? [] : [lastSeen === undefined ? {} : { lastSeen }];

/** Q2: a row is old where my item, or everything that waits on it, was last seen too long ago. `fresh`: days. */
const oldKnowledge = (now: number, fresh: number) => {
  const old = ({ lastSeen }: Seen): boolean => lastSeen === undefined || now - lastSeen > fresh * dayLength;
  return (item: Seen, waiting: readonly Seen[]): boolean => old(item) || (waiting.length > 0 && waiting.every(old));
};
