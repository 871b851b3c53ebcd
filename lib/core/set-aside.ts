import { type Aside, type AsidePart, asideParts, type Back, type BackReason } from './aside.ts';
import { digestOf } from './digest.ts';
import type { Day, State } from './item.ts';
import { accountId, type Person } from './person.ts';
import type { AsideRow, AwaitedRow, ItemBrief, MineView, OwnerView, WaitingRow } from './view.ts';

type Row = AwaitedRow | WaitingRow;

/**
 * A row's name among all rows: what is asked of me, and of which item; or which item of mine waits on which. An item
 * that is mine keeps its row whether by assignment or by word.
 */
export const rowId = (row: Row): string =>
  'on' in row ? `${row.item.key} ${row.on.key}` : `${askedBy[row.why]} ${row.item.key}`;

const askedBy = { owner: 'work', assignee: 'work', review: 'review', promise: 'promise' } as const;

/**
 * Sets a row aside as it is now. `at`: milliseconds; whoever shows it may look at a clock that is behind what the row says
 * already. Without `until` only a change brings it back.
 */
export const asideOf = (row: Row, at: number, until?: Day): Aside => ({
  row: rowId(row),
  at: Math.max(at, row.reopened ?? 0, ...('on' in row ? [] : row.waiters.map(({ reopened = 0 }) => reopened))),
  ...(until === undefined ? {} : { until }),
  was: partsOf(row),
});

export interface Split<Kind extends Row> {
  /** In the order given. What came back says why. */
  readonly shown: readonly Kind[];
  readonly aside: readonly AsideRow<Kind>[];
}

/**
 * Q4: parts rows into what is shown and what is set aside. A row stays away as long as what it said then is what it
 * says now, and with a day no longer than to that day. Getting older changes nothing, but a date that passes does.
 */
export const setAside = <Kind extends Row>(
  rows: readonly Kind[],
  asides: readonly Aside[],
  today: Day,
): Split<Kind> => {
  const newest = new Map<string, Aside>();
  for (const aside of asides) {
    const known = newest.get(aside.row);
    if (known === undefined || known.at < aside.at) newest.set(aside.row, aside);
  }
  const shown: Kind[] = [];
  const away: AsideRow<Kind>[] = [];
  for (const row of rows) {
    const bare = withoutBack(row);
    const aside = newest.get(rowId(row));
    const why = aside === undefined ? undefined : backReason(bare, aside, today);
    if (aside === undefined) shown.push(bare);
    else if (why === undefined) away.push({ row: bare, aside });
    else shown.push({ ...bare, back: { why, aside } satisfies Back });
  }
  return { shown, aside: away };
};

/** What is set aside of a row by its name; `shown` where the row came back. Undefined: nothing is. */
export const asideIn = (
  { awaited, stuck, team, waiting, check, aside }: MineView,
  row: string,
): { readonly aside: Aside; readonly shown: boolean } | undefined => {
  const away = aside.find((one) => one.aside.row === row);
  if (away !== undefined) return { aside: away.aside, shown: false };
  const back = [...awaited, ...stuck, ...team, ...waiting, ...check].find((one) => one.back?.aside.row === row)?.back;
  return back === undefined ? undefined : { aside: back.aside, shown: true };
};

const withoutBack = <Kind extends Row>(row: Kind): Kind => {
  if (row.back === undefined) return row;
  const { back: _, ...bare } = row;
  return bare as Kind;
};

/** Why a row is not away any more; undefined while it is. A change says more than the day that came. */
const backReason = (row: Row, aside: Aside, today: Day): BackReason | undefined =>
  reopening(row, aside.at) ??
  changeIn(aside.was, partsOf(row)) ??
  (aside.until !== undefined && aside.until <= today ? 'date' : undefined);

/** What was closed and opened again in between reads as it did before, but is not the same. */
const reopening = (row: Row, at: number): BackReason | undefined => {
  if (row.reopened !== undefined && row.reopened > at) return 'reopened';
  if ('on' in row) return undefined;
  return row.waiters.some(({ reopened = 0 }) => reopened > at) ? 'waiter-reopened' : undefined;
};

type Parts = { readonly [part in AsidePart]?: string };

/** What a row says, in the fewest characters that tell whether it changed: lists as digests, whatever their order. */
const partsOf = (row: Row): Parts => {
  if ('on' in row) return { state: spellState(row.on), by: spellBy(row), owner: spellOwner(row.on.owner) };
  const { item, people, waiters, blockedBy, rank } = row;
  return {
    state: spellState(item),
    by: spellBy(row),
    people: spellPeople(people),
    waiters: spellItems(waiters.map((waiter) => waiter.item)),
    blockers: spellItems(blockedBy),
    rank: rank === 'urgent' || rank === 'high' ? rank : none,
    owner: spellOwner(item.owner),
  };
};

const none = '-';

/** The first change, the weightiest part first. */
const changeIn = (was: Parts, is: Parts): BackReason | undefined => {
  for (const part of asideParts) {
    const [before, now] = [was[part], is[part]];
    const reason = before === undefined || now === undefined || before === now ? undefined : change[part](before, now);
    if (reason !== undefined) return reason;
  }
  return undefined;
};

type Comparison = (before: string, now: string) => BackReason | undefined;

const digestOfAll = (texts: readonly string[]): string => digestOf(JSON.stringify([...texts].sort()));

const countIn = (spelled: string): number => Number.parseInt(spelled, 10);

/** The state, and the tool's own word for it, token by token. */
const spellState = ({ state, word = '' }: ItemBrief): string =>
  [state, ...tokensOf(word).map((token) => digestOf(token).slice(0, shortDigest))].join(' ');

const tokensOf = (word: string): readonly string[] =>
  word
    .toLowerCase()
    .split(/\s+/u)
    .filter((token) => token !== '')
    .slice(0, maxTokens);

const maxTokens = 6;
const shortDigest = 8;

/** A word is compared where both have one; pages call the same state "Open" and "Open issue". */
const stateChange: Comparison = (before, now) => {
  const [[stateBefore, ...wordBefore], [stateNow, ...wordNow]] = [before.split(' '), now.split(' ')];
  if (stateBefore !== stateNow) return stateBefore === ('unknown' satisfies State) ? 'state-known' : 'state';
  const [short, long] = wordBefore.length < wordNow.length ? [wordBefore, wordNow] : [wordNow, wordBefore];
  return short.every((token, at) => token === long[at]) ? undefined : 'state';
};

const spellBy = ({ by, late }: Row): string => `${by ?? none}${late ? ' late' : ''}`;

const byChange: Comparison = (before, now) => {
  const isLate = (spelled: string): boolean => spelled.endsWith(' late');
  if (isLate(now) && !isLate(before)) return 'late';
  if (now === none) return 'date-gone';
  return before === none ? 'date-set' : 'date-moved';
};

/**
 * How many people; a digest of their accounts and one of their names, each only where all have one; and one of whatever
 * each has. A name learned of an account, or an account of a name, makes nobody another person.
 */
const spellPeople = (people: readonly Person[]): string => {
  const digest = (spell: (person: Person) => string | undefined): string => {
    const spelled = people.map(spell).filter((one) => one !== undefined);
    return spelled.length < people.length ? none : digestOfAll(spelled);
  };
  return [
    people.length,
    digest(({ name: _, ...person }) => (person.handle === undefined ? undefined : spellPerson(person))),
    digest(({ handle: _, ...person }) => (person.name === undefined ? undefined : spellPerson(person))),
    digest(spellPerson),
  ].join(' ');
};

const spellPerson = (person: Person): string => accountId({ ...person, tool: '', site: '' });

const samePeople = (before: string, now: string): boolean => {
  const [[countBefore, ...digestsBefore], [countNow, ...digestsNow]] = [before.split(' '), now.split(' ')];
  const comparable = digestsBefore.findIndex((digest, at) => digest !== none && digestsNow[at] !== none);
  return countBefore === countNow && digestsBefore[comparable] === digestsNow[comparable];
};

const peopleChange: Comparison = (before, now) => {
  const [few, many] = [countIn(before), countIn(now)];
  if (few !== many) return few < many ? 'more-people' : 'fewer-people';
  return samePeople(before, now) ? undefined : 'other-people';
};

const spellItems = (items: readonly ItemBrief[]): string =>
  items.length === 0 ? '0' : `${items.length} ${digestOfAll(items.map(({ key }) => key))}`;

const waitersChange: Comparison = (before, now) => {
  const [few, many] = [countIn(before), countIn(now)];
  if (few !== many) return few < many ? 'more-waiters' : 'fewer-waiters';
  return 'other-waiters';
};

const blockersChange: Comparison = (before, now) => {
  if (countIn(now) === 0) return 'unblocked';
  return countIn(before) === 0 ? 'blocked' : 'blockers';
};

const rankChange: Comparison = (before, now) => {
  const order = [none, 'high', 'urgent'];
  return order.indexOf(now) > order.indexOf(before) ? 'rank-up' : 'rank-down';
};

/** How it is known, whether it is accepted, and who: named, named by others too, assigned in the tool beside it. */
const spellOwner = (owner: OwnerView): string => {
  switch (owner.by) {
    case 'stated':
      return [
        owner.accepted ? 'accepted' : 'proposed',
        ...[[owner.who], owner.rivals, owner.differs].map(spellPeople),
      ].join('/');
    case 'assigned':
      return ['assigned', spellPeople(owner.who)].join('/');
    case 'nobody':
    case 'unknown':
      return owner.by;
  }
};

const ownerChange: Comparison = (before, now) => {
  const [[howBefore, ...listsBefore], [howNow, ...listsNow]] = [before.split('/'), now.split('/')];
  if (howNow === 'nobody') return 'owner-nobody';
  if (howBefore === 'unknown') return 'owner-known';
  const same = howBefore === howNow && listsNow.every((list, at) => samePeople(listsBefore[at] ?? '', list));
  return same ? undefined : 'owner';
};

const change: { readonly [part in AsidePart]: Comparison } = {
  state: stateChange,
  blockers: blockersChange,
  by: byChange,
  people: peopleChange,
  rank: rankChange,
  owner: ownerChange,
  waiters: waitersChange,
  finding: () => 'finding',
};
