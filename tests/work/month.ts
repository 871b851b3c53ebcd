import { isClosed } from '../../lib/core/item.ts';
import { type ItemKey, siteOf } from '../../lib/core/key.ts';
import type { NetEdit } from '../../lib/core/net/edit.ts';
import type { NetFacts } from '../../lib/core/net/item.ts';
import type { Account } from '../../lib/core/person.ts';
import { dayLength, daysBefore } from '../../lib/core/working-days.ts';
import { workDayBegan } from './facts.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Random, randomFrom } from './random.ts';

/** Something that happened so many days after the day of the work: 1 is the next. */
export interface WorkEvent {
  readonly day: number;
  readonly edit: NetEdit;
}

/**
 * What happens to work as days pass, in order: one event a day for each thousand items, ten at least. Each is told as it is
 * seen: an item with its facts as they are from then on, or one wait.
 */
export const generateMonth = (
  edit: NetEdit,
  { days, seed }: { readonly days: number; readonly seed: number },
): readonly WorkEvent[] => {
  const random = randomFrom(seed);
  const work = createLedger(edit);
  const perDay = Math.max(10, Math.round(work.keys.length / 1_000));
  return Array.from({ length: days * perDay }, (_, index) => {
    const day = 1 + Math.floor(index / perDay);
    // From eight to six, one after another.
    const hour = 8 + (10 * (index % perDay)) / perDay;
    const made = happen({ work, random, at: Math.round(workDayBegan + (day + hour / 24) * dayLength) });
    work.apply(made);
    return { day, edit: made };
  });
};

interface Moment {
  readonly work: Ledger;
  readonly random: Random;
  /** Milliseconds. */
  readonly at: number;
}

/** Undefined: nothing was found that this can happen to. */
type Happening = (moment: Moment) => NetEdit | undefined;

const happen = (moment: Moment): NetEdit => {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const made = moment.random.pick(urn)(moment);
    if (made !== undefined) return made;
  }
  throw new Error('Nothing can happen to this work any more');
};

const begin: Happening = (moment) => {
  const { work } = moment;
  const ready = someItem(moment, (facts, key) => facts.state === 'open' && work.pending(key).length === 0);
  return ready === undefined ? undefined : told(moment, ready, { state: 'in-progress' });
};

const close: Happening = (moment) => {
  const { random, at } = moment;
  // Now and then what nobody said to have begun.
  const isBegun = random.chance(0.85);
  const item = someItem(moment, ({ state }) => state === (isBegun ? 'in-progress' : 'open'));
  if (item === undefined) return undefined;
  const { reopened: _reopened, slipped: _slipped, reviewers: _reviewers, asked: _asked, ...facts } = item.facts;
  return told(moment, { ...item, facts }, { state: random.chance(0.93) ? 'done' : 'dropped', closed: at });
};

const reopen: Happening = (moment) => {
  const recent = moment.at - 60 * dayLength;
  const item = someItem(moment, ({ state, closed = 0 }) => state === 'done' && closed > recent);
  if (item === undefined) return undefined;
  const { closed: _closed, ...facts } = item.facts;
  return told(moment, { ...item, facts }, { state: 'open', reopened: moment.at });
};

const assign: Happening = (moment) => {
  const item = someItem(moment, ({ state }) => isOpenState(state));
  const other = someItem(
    moment,
    ({ assigned = [] }, key) => assigned.length > 0 && item !== undefined && isSameSite(key, item.key),
  );
  const assigned: readonly Account[] = moment.random.chance(0.9) ? (other?.facts.assigned ?? []) : [];
  return item === undefined ? undefined : told(moment, item, { assigned });
};

const delay: Happening = (moment) => {
  const item = someItem(moment, ({ state, due }) => isOpenState(state) && due != null);
  if (item?.facts.due == null) return undefined;
  const { due } = item.facts;
  const later = daysBefore(due, -1 - Math.floor(moment.random.around(7)));
  return told(moment, item, { due: later, slipped: { from: due, at: moment.at } });
};

const hasten: Happening = (moment) => {
  const item = someItem(moment, ({ state, due }) => isOpenState(state) && due != null);
  if (item?.facts.due == null) return undefined;
  const { slipped: _slipped, ...facts } = item.facts;
  return told(moment, { ...item, facts }, { due: daysBefore(item.facts.due, 1 + Math.floor(moment.random.around(4))) });
};

const date: Happening = (moment) => {
  const item = someItem(moment, ({ state, due }) => isOpenState(state) && due == null);
  const days = Math.floor((moment.at - workDayBegan) / dayLength + moment.random.between(3, 30));
  return item === undefined ? undefined : told(moment, item, { due: daysBefore(today(workDayBegan), -days) });
};

/** On an older one nearby, as most waits are; a circle comes about now and then. */
const wait: Happening = (moment) => {
  const { work, random, at } = moment;
  const blocked = someItem(moment, ({ state }) => isOpenState(state));
  if (blocked === undefined) return undefined;
  const place = work.placeOf(blocked.key);
  const blocker = work.keys[place - 1 - Math.floor(random.around(10))];
  if (blocker === undefined || work.waitsOf(blocked.key).has(blocker)) return undefined;
  return { waits: [{ blocker, blocked: blocked.key, wait: { hard: !random.chance(0.1), since: at } }] };
};

/** What an item waits on, directly or down the chain, is told to wait on it. */
const closeCircle: Happening = (moment) => {
  const { work, random, at } = moment;
  const last = someItem(moment, ({ state }, key) => isOpenState(state) && work.active(key).length > 0);
  if (last === undefined) return undefined;
  let first = last.key;
  for (let steps = 1 + random.below(3); steps > 0; steps -= 1) {
    const ahead = work.active(first);
    if (ahead.length > 0) first = random.pick(ahead);
  }
  if (first === last.key || work.waitsOf(first).has(last.key)) return undefined;
  return { waits: [{ blocker: last.key, blocked: first, wait: { hard: true, since: at } }] };
};

const unwait: Happening = (moment) => {
  const { work, random } = moment;
  const blocked = someItem(moment, ({ state }, key) => isOpenState(state) && work.waitsOf(key).size > 0);
  if (blocked === undefined) return undefined;
  const blocker = random.pick([...work.waitsOf(blocked.key).keys()]);
  return { waits: [{ blocker, blocked: blocked.key, wait: null }] };
};

/** Beside another one of its project, on which it waits half the time. */
const add: Happening = (moment) => {
  const { work, random, at } = moment;
  const beside = someItem(moment, ({ state }) => isOpenState(state));
  if (beside === undefined) return undefined;
  const key = work.nextKey(beside.key);
  const { assigned, author, rank } = beside.facts;
  const facts: NetFacts = {
    state: 'open',
    moved: at,
    seen: wholeDay(at),
    due: null,
    ...(assigned === undefined ? {} : { assigned }),
    ...(author === undefined ? {} : { author }),
    ...(rank === undefined ? {} : { rank }),
  };
  return {
    items: [{ key, facts }],
    ...(random.chance(0.5) ? { waits: [{ blocker: beside.key, blocked: key, wait: { hard: true, since: at } }] } : {}),
  };
};

/** Of a hundred events, so many of each. */
const happenings: readonly (readonly [often: number, make: Happening])[] = [
  [18, begin],
  [22, close],
  [4, reopen],
  [10, assign],
  [9, delay],
  [4, hasten],
  [4, date],
  [10, wait],
  [1, closeCircle],
  [5, unwait],
  [13, add],
];
const urn: readonly Happening[] = happenings.flatMap(([often, make]) => Array.from({ length: often }, () => make));

const isOpenState = (state: NetFacts['state']): boolean => state !== 'unknown' && !isClosed(state);

const isSameSite = (a: ItemKey, b: ItemKey): boolean => {
  const [one, other] = [siteOf(a), siteOf(b)];
  return one.tool === other.tool && one.site === other.site;
};

const today = (at: number): string => new Date(at).toISOString().slice(0, 10);
const wholeDay = (at: number): number => Math.floor(at / dayLength) * dayLength;

interface Found {
  readonly key: ItemKey;
  readonly facts: NetFacts;
}

/** An item that it is true of; undefined where none was among many. */
const someItem = (
  { work, random }: Moment,
  isFitting: (facts: NetFacts, key: ItemKey) => boolean,
): Found | undefined => {
  for (let tries = 0; tries < 500; tries += 1) {
    const key = random.pick(work.keys);
    const facts = work.factsOf(key);
    if (facts !== undefined && isFitting(facts, key)) return { key, facts };
  }
  return undefined;
};

const told = ({ at }: Moment, { key, facts }: Found, change: Partial<NetFacts>): NetEdit => ({
  items: [{ key, facts: { ...facts, ...change, moved: at, seen: wholeDay(at) } }],
});
