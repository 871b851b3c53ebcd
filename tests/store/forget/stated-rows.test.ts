import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import type { Change } from '../../../lib/core/change.ts';
import { clockStart, latest, tick } from '../../../lib/core/clock.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import { deletion, mergeCells, undoMark } from '../../../lib/core/merge.ts';
import type { Account } from '../../../lib/core/person.ts';
import type { Cell, FieldWrite, Json, NaturalKey } from '../../../lib/core/record.ts';
import { coveredBy, type PartScope } from '../../../lib/store/forget/covered.ts';
import { type Sieve, sieveOf } from '../../../lib/store/forget/sieve.ts';
import {
  entryGroup,
  keptHistory,
  keptOperation,
  keptStatement,
  keysInOperation,
  namesThem,
} from '../../../lib/store/forget/stated-rows.ts';
import type { HistoryRow, OperationRow } from '../../../lib/store/rows.ts';
import { api45, key, noon, openOn, pay7, task } from '../fresh.ts';

const github = { tool: 'github', site: 'github.com' };
const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const core3 = key('jira:acme.atlassian.net:CORE-3');

const dana = { ...github, handle: 'dana', name: 'Dana Reyes' };
const noor = { ...github, handle: 'noor', name: 'Noor Haddad' };
const namesake = { ...github, handle: 'dana2', name: 'Dana Reyes' };

/** PAY-7 has moved to CORE-3. */
const moved = new Map<ItemKey, ItemKey>([[pay7, core3]]);
const sieve = async (scope: PartScope): Promise<Sieve> =>
  sieveOf(await coveredBy((await openOn()).db, scope, toolNeeds.place), { nowOf: (of) => moved.get(of) ?? of });

const person = (of: Account = dana): PartScope => ({ type: 'person', person: of });
const site = (of: typeof github): PartScope => ({ type: 'site', site: of });
const place = (of: typeof github, name: string): PartScope => ({ type: 'place', place: { ...of, name } });

const clock = (n: number): string => tick(clockStart, n);
const owner: NaturalKey = ['own', api45, 'owner'];

type Written = readonly [at: number, value: Json, seen?: { readonly [device: string]: number }];

const write = ([at, value, seen = {}]: Written): FieldWrite => [
  clock(at),
  value,
  Object.fromEntries(Object.entries(seen).map(([device, n]) => [device, clock(n)])),
];

/** What a device says, by field: when, what, and what it had seen of others. */
const cell = (device: string, fields: { readonly [field: string]: Written }, k = owner): Cell => {
  const f = Object.fromEntries(Object.entries(fields).map(([field, written]) => [field, write(written)]));
  const lm = Object.values(f).reduce((last, [at]) => latest(last, at), '');
  return { space: 's', rec: 'r', author: 'local', device, lm, body: { v: 1, k, f } };
};

const named = (device: string, at: number, who: typeof dana | null, seen: { readonly [device: string]: number } = {}) =>
  cell(device, { who: [at, who, seen], accepted: [at, who !== null, seen] });

/** Who is said to own it, by what is left. */
const said = (cells: readonly Cell[]) => {
  const who = mergeCells(cells)?.fields['who'];
  return who === undefined ? undefined : [who.value, ...(who.rivals ?? []).map(({ value }) => value).slice(1)];
};

describe('[K8] a statement that names them', () => {
  test('goes whole where nothing else was said', async () => {
    expect(keptStatement(await sieve(person()), [named('d1', 1, dana)])).toEqual([]);
  });

  test('loses who it names, with their acceptance; what else was said stays, also what nobody knows yet', async () => {
    const before = cell('d1', { who: [1, dana], accepted: [1, true], mood: [1, 'calm'] });
    const { who: _who, accepted: _accepted, ...left } = before.body.f;
    expect(keptStatement(await sieve(person()), [before])).toEqual([{ ...before, body: { ...before.body, f: left } }]);
  });

  test.each([
    ['a deletion', { [deletion]: [2, true, { d1: 1 }] }],
    ['the mark of an undoing', { [undoMark]: [2, null] }],
  ] as const)('goes where only %s would be left', async (_what, mark) => {
    const before = cell('d1', { who: [1, dana], accepted: [1, true], ...mark });
    expect(keptStatement(await sieve(person()), [before])).toEqual([]);
  });

  test('stays, as the word of another device that said somebody else and had not seen it', async () => {
    const [theirs, other] = [named('d1', 2, dana), named('d2', 1, noor)];
    const kept = keptStatement(await sieve(person()), [theirs, other]);
    expect(kept).toEqual([other]);
    expect(said([theirs, other])).toEqual([dana, noor]);
    expect(said(kept)).toEqual([noor]);
  });

  test.each<[string, readonly Cell[]]>([
    ['somebody’s who was named before', [named('d2', 1, noor), named('d1', 2, dana, { d2: 1 })]],
    ['that nobody did', [named('d2', 1, null), named('d1', 2, dana, { d2: 1 })]],
    [
      'one that was deleted with it',
      [named('d2', 1, noor), cell('d1', { who: [2, dana, { d2: 1 }], [deletion]: [3, true, { d1: 2, d2: 1 }] })],
    ],
    [
      'one of two that it had replaced',
      [named('d2', 1, noor), named('d3', 1, namesake), named('d1', 2, dana, { d2: 1, d3: 1 })],
    ],
  ])('brings back no older word: %s', async (_whose, cells) => {
    expect(keptStatement(await sieve(person()), cells)).toEqual([]);
  });

  test('takes what it had replaced with it, and nothing else: not a rival, not another field', async () => {
    const replaced = named('d2', 1, noor);
    const rival = named('d3', 2, namesake);
    expect(said(keptStatement(await sieve(person()), [replaced, rival, named('d1', 3, dana, { d2: 1 })]))).toEqual([
      namesake,
    ]);
    const earlier = named('d3', 1, namesake);
    expect(
      keptStatement(await sieve(person()), [named('d2', 2, noor), earlier, named('d1', 3, dana, { d2: 2 })]),
    ).toEqual([earlier]);
    const older = cell('d2', { who: [1, noor], accepted: [1, true], mood: [1, 'calm'] });
    const kept = keptStatement(await sieve(person()), [older, named('d1', 2, dana, { d2: 1 })]);
    expect(mergeCells(kept)?.fields).toMatchObject({ mood: { value: 'calm' } });
    expect(Object.keys(mergeCells(kept)?.fields ?? {})).toEqual(['mood']);
  });

  test('that was replaced by somebody else’s goes, and the later one stays', async () => {
    const later = named('d2', 2, noor, { d1: 1 });
    expect(keptStatement(await sieve(person()), [named('d1', 1, dana), later])).toEqual([later]);
  });

  test('that was replaced by "nobody" goes, and that stays', async () => {
    const later = named('d2', 2, null, { d1: 1 });
    expect(keptStatement(await sieve(person()), [named('d1', 1, dana), later])).toEqual([later]);
  });

  test.each<[string, PartScope, readonly Cell[]]>([
    ['their namesake', person(), [named('d1', 1, namesake)]],
    ['somebody of another site', person({ ...jira, name: 'Dana Reyes' }), [named('d1', 1, dana)]],
    ['nobody', person(), [named('d1', 1, null)]],
    ['nobody any more, since it was undone', person(), [cell('d1', { [undoMark]: [2, null] })]],
    ['a reason with their name', person(), [cell('d1', { said: [1, 'yes'], reason: [1, 'Dana Reyes'] })]],
    ['a person, where a place goes', place(github, 'acme/api-2'), [named('d1', 1, dana)]],
  ])('is as before where it names only: %s', async (_whom, scope, cells) => {
    expect(keptStatement(await sieve(scope), cells)).toEqual(cells);
  });

  test('names a whole site’s people, of which none stays, on whatever it stands', async () => {
    const about = (who: typeof noor) => cell('d1', { who: [1, who] }, ['own', task, 'owner']);
    expect(keptStatement(await sieve(site(github)), [about(noor)])).toEqual([]);
    expect(keptStatement(await sieve(site(jira)), [about(noor)])).toEqual([about(noor)]);
  });
});

describe('[K8] a statement about an item', () => {
  const waits = (...k: readonly [ItemKey, ItemKey]) => cell('d1', { said: [1, 'yes'] }, ['dep', ...k]);

  test('goes with either of its items, every word of it', async () => {
    const cells = [waits(api45, task), { ...waits(api45, task), device: 'd2' }];
    expect(keptStatement(await sieve(site(github)), cells)).toEqual([]);
    expect(keptStatement(await sieve(place({ tool: 'asana', site: 'asana' }, '*')), cells)).toEqual([]);
    expect(keptStatement(await sieve(site(jira)), cells)).toEqual(cells);
  });

  test('[K2] goes where its item went, under its old key too', async () => {
    expect(keptStatement(await sieve(place(jira, 'CORE')), [waits(pay7, api45)])).toEqual([]);
  });

  test('[K2] stays where its item has left what goes, and is called by the present key', async () => {
    const kept = keptStatement(await sieve(place(jira, 'PAY')), [waits(pay7, api45)]);
    expect(kept).toEqual([waits(core3, api45)]);
  });

  test('[K2] written under two keys is one: the word that replaced the other brings it not back', async () => {
    const underOld = {
      ...named('d2', 1, noor),
      rec: 'r1',
      body: { ...named('d2', 1, noor).body, k: ['own', pay7, 'owner'] },
    };
    const underNew = named('d1', 2, dana, { d2: 1 });
    const cells = [underOld, { ...underNew, body: { ...underNew.body, k: ['own', core3, 'owner'] } }] as const;
    expect(keptStatement(await sieve(person()), cells as readonly Cell[])).toEqual([]);
  });
});

const entry = (more: Partial<HistoryRow>): HistoryRow => ({
  seq: 3,
  change: 'c1',
  rec: 'r',
  k: owner,
  field: 'who',
  before: null,
  after: null,
  at: noon,
  author: 'local',
  device: 'd1',
  ...more,
});

describe('[K8] the history', () => {
  const none: ReadonlySet<string> = new Set();

  test.each<[string, Partial<HistoryRow>, boolean]>([
    ['named them', { after: dana }, true],
    [
      'wrote them into its own cell, while another word was shown',
      { after: noor, own: { was: null, became: write([1, dana]) } },
      true,
    ],
    ['named somebody else before whom they were', { before: dana, after: noor }, false],
    ['took them out', { before: dana, after: null, own: { was: write([1, dana]), became: write([2, null]) } }, false],
    ['took its own word back', { before: dana, after: null, own: { was: write([1, dana]), became: null } }, false],
    ['named their namesake', { after: namesake }, false],
    ['came from a file', { after: noor }, false],
  ])('an entry that %s', async (_what, more, expected) => {
    expect(namesThem((await sieve(person())).covered, entry(more))).toBe(expected);
  });

  test('of one change goes whole where one of its entries names them, and no other change', async () => {
    const asked = await sieve(person());
    const gone = new Set([entryGroup(entry({ after: dana }))]);
    expect(keptHistory(asked, entry({ field: 'accepted', after: true }), gone)).toBeUndefined();
    const others = [entry({ change: 'c2', after: noor }), entry({ rec: 'r2', field: 'said', after: 'yes' })];
    for (const other of others) expect(keptHistory(asked, other, gone)).toEqual(other);
  });

  test('does not say any more that they were named before somebody else', async () => {
    const became = write([2, noor]);
    const row = entry({ before: dana, after: noor, own: { was: write([1, dana]), became } });
    expect(keptHistory(await sieve(person()), row, none)).toEqual(entry({ after: noor, own: { was: null, became } }));
    expect(keptHistory(await sieve(person()), entry({ before: dana, after: noor }), none)).toEqual(
      entry({ after: noor }),
    );
  });

  test('[E4] is as before where it names others', async () => {
    const row = entry({ before: namesake, after: noor, own: { was: write([1, namesake]), became: write([2, noor]) } });
    expect(keptHistory(await sieve(person()), row, none)).toEqual(row);
    expect(keptHistory(await sieve(place(jira, 'PAY')), row, none)).toEqual(row);
  });

  test('goes with its item', async () => {
    expect(keptHistory(await sieve(place(github, 'acme/api')), entry({ after: noor }), none)).toBeUndefined();
  });

  test('[K2] of an item that has left what goes is told of its present key', async () => {
    const under = (of: ItemKey) => entry({ k: ['dep', of, task], field: 'said', after: 'yes' });
    expect(keptHistory(await sieve(place(jira, 'PAY')), under(pay7), none)).toEqual(under(core3));
    expect(keptHistory(await sieve(place(jira, 'CORE')), under(pay7), none)).toBeUndefined();
  });
});

const operation = (more: Partial<OperationRow>): OperationRow => ({
  seq: 3,
  id: 'c1',
  at: noon,
  did: 'change',
  ...more,
});
const role = (item: ItemKey, who: Account | null): Change => ({
  type: 'name-role',
  item,
  role: 'owner',
  who,
  accepted: true,
});
const wait = (blocker: ItemKey, blocked: ItemKey, reason = 'R'): Change => ({
  type: 'add-dependency',
  blocker,
  blocked,
  reason,
});

describe('[K8] what was done', () => {
  const none: ReadonlySet<string> = new Set();

  test.each<[string, PartScope, Change]>([
    ['that names them', person(), role(task, dana)],
    ['that names one of a site’s people', site(github), role(task, noor)],
    ['about an item that goes', site(github), role(api45, null)],
    ['where the blocker goes', place(github, 'acme/api'), wait(api45, task)],
    ['where the blocked one goes', place({ tool: 'asana', site: 'asana' }, '*'), wait(api45, task)],
    [
      'about an item that moved to what goes',
      place(jira, 'CORE'),
      { type: 'deny-dependency', blocker: api45, blocked: pay7 },
    ],
  ])('goes: a change %s', async (_what, scope, change) => {
    expect(keptOperation(await sieve(scope), operation({ change }), none)).toBeUndefined();
  });

  test.each<[string, PartScope, Change]>([
    ['that names their namesake', person(), role(task, namesake)],
    ['that names nobody', person(), role(task, null)],
    ['with their name in its reason', person(), wait(api45, task, 'Dana Reyes')],
    ['in a project that begins like the one that goes', place(jira, 'COR'), wait(core3, task)],
  ])('stays as it is: a change %s', async (_what, scope, change) => {
    expect(keptOperation(await sieve(scope), operation({ change }), none)).toEqual(operation({ change }));
  });

  test('[K2] is told of the present key of an item that has left what goes', async () => {
    const asked = await sieve(place(jira, 'PAY'));
    const done = (of: ItemKey, ...changes: readonly ((of: ItemKey) => Change)[]) =>
      changes.map((change) => operation({ change: change(of) }));
    const changes = [(of: ItemKey) => role(of, dana), (of: ItemKey) => wait(of, task), (of: ItemKey) => wait(task, of)];
    expect(done(pay7, ...changes).map((row) => keptOperation(asked, row, none))).toEqual(done(core3, ...changes));
  });

  test('goes with what it took back, and stays with what stays', async () => {
    const undo = operation({ id: 'c2', did: 'undo', undoes: 'c1' });
    expect(keptOperation(await sieve(person()), undo, new Set(['c1']))).toBeUndefined();
    expect(keptOperation(await sieve(person()), undo, new Set(['c2', 'c3']))).toEqual(undo);
  });

  test('by a file stays, with what it brought about what stays', async () => {
    const waits = (of: ItemKey) => cell('d2', { said: [1, 'yes'] }, ['dep', of, task]);
    const file = operation({
      did: 'file',
      brought: [named('d2', 1, dana), named('d3', 1, noor), waits(pay7)],
      replaced: [named('d2', 0, dana)],
    });
    expect(keptOperation(await sieve(person()), file, none)).toEqual({
      ...file,
      brought: [named('d3', 1, noor), waits(pay7)],
      replaced: [],
    });
    expect(keptOperation(await sieve(place(jira, 'PAY')), file, none)?.brought?.at(-1)).toEqual(waits(core3));
    expect(keptOperation(await sieve(place(jira, 'CORE')), file, none)?.brought).toHaveLength(2);
  });

  test('by a file that replaced nothing is not said to have replaced anything', async () => {
    const file = operation({ did: 'file', brought: [] });
    expect(keptOperation(await sieve(person()), file, none)).toEqual(file);
  });
});

test('the items that an operation names, and no part of a name that is none', () => {
  expect(keysInOperation(operation({ change: role(pay7, dana) }))).toEqual([pay7]);
  expect(keysInOperation(operation({ change: wait(api45, task) }))).toEqual([api45, task]);
  const [brought, replaced] = [[cell('d2', {}, ['dep', pay7, task])], [cell('d2', {}, owner)]];
  expect(keysInOperation(operation({ did: 'file', brought, replaced }))).toEqual([pay7, task, api45]);
  expect(keysInOperation(operation({ did: 'undo', undoes: 'c1' }))).toEqual([]);
});
