import type { Day, Rank, State } from '../item.ts';
import type { ItemKey } from '../key.ts';
import { type Account, accountId } from '../person.ts';
import type { NetEdit } from './edit.ts';
import type { NetFacts, WaitFacts } from './item.ts';
import type { Net } from './net.ts';

/** Another number: a packed net of another shape, which is not read but made anew from what is known. */
export const packVersion = 2;

/**
 * A whole net as one value: a column for each fact, numbers in typed arrays, words in lists of their own. As one row of the
 * store 100,000 items and 300,000 waits are read in a fraction of the time that reading their rows takes (`bench -- graph`).
 * Only facts: what the net says of them is computed when it is built.
 */
export interface PackedNet {
  readonly version: number;
  /** Keys, joined by line breaks, which no key holds. */
  readonly keys: string;
  readonly days: readonly Day[];
  readonly accounts: readonly Account[];
  readonly states: Uint8Array;
  readonly ranks: Uint8Array;
  /** Places in `days`, plus 2; 0 absent, 1 null. */
  readonly due: Uint32Array;
  /** Milliseconds by name; NaN absent. */
  readonly times: { readonly [Name in TimeName]: Float64Array };
  /** Places in `accounts`, of item after item; `ends` says where each ends. Absent lists are in `lists` as 0, others 1. */
  readonly people: { readonly [Name in PeopleName]: PackedLists };
  /** What few items have, by their place. */
  readonly rare: readonly (readonly [at: number, Rare])[];
  readonly waits: {
    readonly blocker: Uint32Array;
    readonly blocked: Uint32Array;
    readonly hard: Uint8Array;
    readonly needed: Uint32Array;
    readonly promised: Uint32Array;
    readonly since: Float64Array;
  };
  readonly code: Uint32Array;
}

interface PackedLists {
  readonly seen: Uint8Array;
  readonly ends: Uint32Array;
  readonly members: Uint32Array;
}

const timeNames = ['asked', 'moved', 'seen', 'closed', 'reopened'] as const;
type TimeName = (typeof timeNames)[number];
const peopleNames = ['assigned', 'reviewers', 'author'] as const;
type PeopleName = (typeof peopleNames)[number];
type Rare = Pick<NetFacts, 'owner' | 'slipped' | 'sameWork'>;

const states: readonly State[] = ['open', 'in-progress', 'done', 'dropped', 'unknown'];
const ranks: readonly (Rank | null | undefined)[] = [undefined, null, 'urgent', 'high', 'normal', 'low'];

export const packNet = (net: Net): PackedNet => {
  const items = [...net.items()];
  const at = new Map(items.map((item, index) => [item.key, index]));
  const placeOf = (key: ItemKey): number => at.get(key) ?? 0;
  const days = dictionary<Day>((day) => day);
  const accounts = dictionary<Account>((account) => JSON.stringify([accountId(account), account.name, account.kind]));
  const dayPlace = (day: Day | null | undefined): number =>
    day === undefined ? 0 : day === null ? 1 : days.place(day) + 2;
  const waits = items.flatMap((item) => item.blockers);
  return {
    version: packVersion,
    keys: items.map(({ key }) => key).join('\n'),
    states: Uint8Array.from(items, ({ facts }) => states.indexOf(facts.state)),
    ranks: Uint8Array.from(items, ({ facts }) => ranks.indexOf(facts.rank)),
    due: Uint32Array.from(items, ({ facts }) => dayPlace(facts.due)),
    times: byName(timeNames, (name) => Float64Array.from(items, ({ facts }) => facts[name] ?? Number.NaN)),
    people: byName(peopleNames, (name) =>
      packLists(
        items.map(({ facts }) => listOf(facts[name])),
        accounts.place,
      ),
    ),
    rare: items.flatMap(({ facts }, index): readonly (readonly [number, Rare])[] => {
      const rare = rareOf(facts);
      return rare === undefined ? [] : [[index, rare]];
    }),
    waits: {
      blocker: Uint32Array.from(waits, ({ blocker }) => placeOf(blocker.key)),
      blocked: Uint32Array.from(waits, ({ blocked }) => placeOf(blocked.key)),
      hard: Uint8Array.from(waits, ({ hard }) => Number(hard)),
      needed: Uint32Array.from(waits, ({ needed }) => dayPlace(needed)),
      promised: Uint32Array.from(waits, ({ promised }) => dayPlace(promised)),
      since: Float64Array.from(waits, ({ since }) => since),
    },
    code: Uint32Array.from(
      items.flatMap((item) => item.codeFor.flatMap((ticket) => [placeOf(item.key), placeOf(ticket.key)])),
    ),
    days: days.values,
    accounts: accounts.values,
  };
};

const rareOf = ({ owner, slipped, sameWork }: NetFacts): Rare | undefined =>
  owner === undefined && slipped === undefined && sameWork === undefined
    ? undefined
    : {
        ...(owner === undefined ? {} : { owner }),
        ...(slipped === undefined ? {} : { slipped }),
        ...(sameWork === undefined ? {} : { sameWork }),
      };

/** The edit that builds the same net. Undefined: packed by another version. */
export const unpackNet = (packed: PackedNet): NetEdit | undefined => {
  if (packed.version !== packVersion) return undefined;
  const keys = packed.keys === '' ? [] : packed.keys.split('\n').map((key) => key as ItemKey);
  const rare = new Map(packed.rare);
  const keyAt = (place: number | undefined): ItemKey => keys[place ?? 0] ?? ('' as ItemKey);
  const dayAt = (place: number | undefined): Day | undefined =>
    place === undefined || place < 2 ? undefined : packed.days[place - 2];
  const factsAt = (index: number): NetFacts => {
    const facts: { -readonly [Name in keyof NetFacts]: NetFacts[Name] } = {
      state: states[packed.states[index] ?? 4] ?? 'unknown',
    };
    const rank = ranks[packed.ranks[index] ?? 0];
    if (rank !== undefined) facts.rank = rank;
    const due = packed.due[index] ?? 0;
    if (due === 1) facts.due = null;
    else if (due > 1) facts.due = packed.days[due - 2] ?? null;
    for (const name of timeNames) {
      const time = packed.times[name][index] ?? Number.NaN;
      if (!Number.isNaN(time)) facts[name] = time;
    }
    const assigned = listAt(packed.people.assigned, packed.accounts, index);
    const reviewers = listAt(packed.people.reviewers, packed.accounts, index);
    const author = listAt(packed.people.author, packed.accounts, index)?.[0];
    if (assigned !== undefined) facts.assigned = assigned;
    if (reviewers !== undefined) facts.reviewers = reviewers;
    if (author !== undefined) facts.author = author;
    return Object.assign(facts, rare.get(index));
  };
  const { waits, code } = packed;
  return {
    items: keys.map((key, index) => ({ key, facts: factsAt(index) })),
    waits: Array.from(waits.blocker, (blocker, index) => {
      const [needed, promised] = [dayAt(waits.needed[index]), dayAt(waits.promised[index])];
      const wait: WaitFacts = {
        hard: waits.hard[index] === 1,
        since: waits.since[index] ?? 0,
        ...(needed === undefined ? {} : { needed }),
        ...(promised === undefined ? {} : { promised }),
      };
      return { blocker: keyAt(blocker), blocked: keyAt(waits.blocked[index]), wait };
    }),
    code: Array.from({ length: code.length / 2 }, (_, pair) => ({
      code: keyAt(code[2 * pair]),
      ticket: keyAt(code[2 * pair + 1]),
      stands: true,
    })),
  };
};

const byName = <Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): { readonly [One in Name]: Value } =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as { readonly [One in Name]: Value };

const listOf = (value: readonly Account[] | Account | undefined): readonly Account[] | undefined =>
  value === undefined || Array.isArray(value) ? (value as readonly Account[] | undefined) : [value as Account];

const packLists = (
  lists: readonly (readonly Account[] | undefined)[],
  place: (account: Account) => number,
): PackedLists => {
  let end = 0;
  return {
    seen: Uint8Array.from(lists, (list) => Number(list !== undefined)),
    ends: Uint32Array.from(lists, (list) => {
      end += list?.length ?? 0;
      return end;
    }),
    members: Uint32Array.from(lists.flatMap((list) => list?.map(place) ?? [])),
  };
};

const listAt = (
  { seen, ends, members }: PackedLists,
  accounts: readonly Account[],
  index: number,
): readonly Account[] | undefined => {
  if (seen[index] !== 1) return undefined;
  const from = index === 0 ? 0 : (ends[index - 1] ?? 0);
  return Array.from(members.subarray(from, ends[index]), (place) => accounts[place]).filter(
    (account) => account !== undefined,
  );
};

/** Values in the order they came, each once. */
const dictionary = <Value>(spell: (value: Value) => string) => {
  const places = new Map<string, number>();
  const values: Value[] = [];
  return {
    values,
    place: (value: Value): number => {
      const spelled = spell(value);
      const known = places.get(spelled);
      if (known !== undefined) return known;
      places.set(spelled, values.length);
      return values.push(value) - 1;
    },
  };
};
