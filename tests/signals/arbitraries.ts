import fc from 'fast-check';
import type { Day, Rank, State } from '../../lib/core/item.ts';
import type { NetEdit } from '../../lib/core/net/edit.ts';
import type { NetFacts, WaitFacts } from '../../lib/core/net/item.ts';
import type { Account, Me } from '../../lib/core/person.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { dayLength, daysBefore } from '../../lib/core/working-days.ts';
import type { WorldNeeds } from '../../lib/core/world.ts';
import { anyEdit } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, kofi, payments, today } from './judging.ts';

const jira = { tool: 'jira', site: 'acme.atlassian.net' } as const;

/** Who looks: on one site known by account, on another by name alone; one of a team. */
export const me: Me = { accounts: [dana, { ...jira, name: 'Dana Reyes' }, payments] };

/** Some in several spellings, of which one may be mine and another not. */
const people: readonly Account[] = [
  dana,
  { tool: 'github', site: 'github.com', handle: 'dana' },
  noor,
  { tool: 'github', site: 'github.com', handle: 'noor' },
  ada,
  kofi,
  payments,
  { ...jira, name: 'Dana Reyes' },
  { ...jira, handle: '5b1', name: 'Dana Reyes' },
  { ...jira, handle: '5b1' },
  { ...jira, name: 'Ada Okafor' },
];

const dayBegan = Date.parse(`${today}T00:00:00Z`);

/** Low thresholds: what is said of many is said of few. */
export const needs: WorldNeeds = {
  me,
  today,
  dayBegan,
  settings: { ...defaultSettings, thresholds: { stalled: 2, review: 1, load: 1, bottleneck: 2, recent: 7 } },
};

const names = ['a', 'b', 'c', 'd', 'e', 'f', ...[1, 2].map((number) => `jira:acme.atlassian.net:PAY-${number}`)];
const name = fc.constantFrom(...names);
const states: readonly State[] = ['open', 'open', 'in-progress', 'in-progress', 'done', 'dropped', 'unknown'];
const ranks: readonly (Rank | null)[] = ['urgent', 'high', 'normal', 'low', null];
/** From a month before to a fortnight after. */
const day: fc.Arbitrary<Day> = fc.integer({ min: -14, max: 30 }).map((count) => daysBefore(today, count));
/** Within the last fortnight, on the edges of days too. */
const time = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.constantFrom(0, 1, dayLength / 2, dayLength - 1))
  .map(([days, rest]) => dayBegan - days * dayLength + rest);
const some = fc.subarray([...people], { maxLength: 2 });
const owner = fc.record({ who: fc.constantFrom(...people), accepted: fc.boolean(), rivals: some });

const seenFacts: fc.Arbitrary<NetFacts> = fc.record(
  {
    state: fc.constantFrom(...states),
    seen: time,
    due: fc.option(day),
    rank: fc.constantFrom(...ranks),
    assigned: some,
    owner,
    author: fc.constantFrom(...people),
    reviewers: some,
    asked: time,
    moved: time,
    closed: time,
    reopened: time,
    slipped: fc.record({ from: day, at: time }),
  },
  { requiredKeys: ['state', 'seen'] },
);

const facts: fc.Arbitrary<NetFacts> = fc.oneof(
  { weight: 9, arbitrary: seenFacts },
  // Never seen, and stated to be somebody's.
  { weight: 1, arbitrary: owner.map((one) => ({ state: 'unknown' as const, owner: one })) },
);

const wait: fc.Arbitrary<WaitFacts> = fc.record(
  { hard: fc.constantFrom(true, true, true, false), since: time, needed: day, promised: day },
  { requiredKeys: ['hard', 'since'] },
);

const part = anyEdit({ name, facts, wait });

const asOne = (all: readonly NetEdit[]): Required<NetEdit> => ({
  items: all.flatMap(({ items = [] }) => items),
  waits: all.flatMap(({ waits = [] }) => waits),
  code: all.flatMap(({ code = [] }) => code),
});

/** All items, each of which waits on the next, the last on the first: what few random waits make of them is small. */
const ring: fc.Arbitrary<NetEdit> = fc
  .array(facts, { minLength: names.length, maxLength: names.length, size: 'max' })
  .map((all) => ({
    items: all.map((one, at) => ({ key: keyAt(at), facts: { ...one, state: 'open' } })),
    waits: all.map((_, at) => ({ blocker: keyAt(at + 1), blocked: keyAt(at), wait: { hard: true, since: dayBegan } })),
  }));
const keyAt = (at: number) => keyOf(names[at % names.length] ?? '');

/** Each changes one thing, or a few. */
export const edits: fc.Arbitrary<readonly NetEdit[]> = fc
  .tuple(
    fc.oneof(
      fc.constant([]),
      ring.map((one) => [one]),
    ),
    fc.array(fc.array(part, { minLength: 1, maxLength: 3 }).map(asOne), { maxLength: 50, size: 'max' }),
  )
  .map(([first, others]) => [...first, ...others]);

/** What stands after all of them, as one edit: each item, wait and tie once. */
export const wholeOf = (all: readonly NetEdit[]): Required<NetEdit> => {
  const { items, waits, code } = asOne(all);
  const latest = <Value>(values: readonly Value[], spell: (value: Value) => string): readonly Value[] => [
    ...new Map(values.map((value) => [spell(value), value])).values(),
  ];
  return {
    items: latest(items, ({ key }) => key).filter((one) => one.facts !== null),
    waits: latest(waits, ({ blocker, blocked }) => `${blocker} ${blocked}`).filter((one) => one.wait !== null),
    code: latest(code, (one) => `${one.code} ${one.ticket}`).filter(({ stands }) => stands),
  };
};

export const works: fc.Arbitrary<Required<NetEdit>> = edits.map(wholeOf);
