import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import type { Facts, LinkGroup } from '../../../lib/core/item.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import type { Person } from '../../../lib/core/person.ts';
import type { FactChange } from '../../../lib/core/snapshot.ts';
import { itemRow, updateFacts } from '../../../lib/store/facts.ts';
import { type Covered, coveredBy, type PartScope } from '../../../lib/store/forget/covered.ts';
import {
  keptAlias,
  keptChange,
  keptItem,
  keptLinks,
  keptTold,
  keyInLinkName,
  keysInChange,
} from '../../../lib/store/forget/seen-rows.ts';
import { type Sieve, sieveOf } from '../../../lib/store/forget/sieve.ts';
import type { AliasRow, ItemRow, LinksRow, StoredLink, ToldRow } from '../../../lib/store/rows.ts';
import { linksRow } from '../../../lib/store/sightings.ts';
import { api45, dana, key, noon, openOn, pay7, task } from '../fresh.ts';

const github = { tool: 'github', site: 'github.com' };
const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const core3 = key('jira:acme.atlassian.net:CORE-3');
const moved = new Map<ItemKey, ItemKey>([[pay7, core3]]);

const site = (of: typeof github): PartScope => ({ type: 'site', site: of });
const place = (of: typeof github, name: string): PartScope => ({ type: 'place', place: { ...of, name } });
const person: PartScope = { type: 'person', person: dana };

const covering = async (scope: PartScope): Promise<Covered> => coveredBy((await openOn()).db, scope, toolNeeds.place);
/** PAY-7 has moved to CORE-3. */
const sieve = async (scope: PartScope): Promise<Sieve> =>
  sieveOf(await covering(scope), { nowOf: (of) => moved.get(of) ?? of });

const them: Person = { handle: 'dana', name: 'Dana Reyes' };
const other: Person = { handle: 'noor', name: 'Noor Haddad' };
const namesake: Person = { handle: 'dana2', name: 'Dana Reyes' };

const row = (facts: Facts, of = api45): ItemRow => {
  const seen = updateFacts({}, { key: of, facts, from: 'item' }, noon);
  return itemRow({ key: of, facts: seen.facts, firstSeen: noon - 1, lastSeen: noon }, { opened: noon, logged: 2 });
};

describe('[K8] an item', () => {
  /** The facts that are left without them. */
  const left = async (facts: Facts) => {
    const kept = keptItem(await covering(person), row(facts));
    return Object.fromEntries(Object.entries(kept?.facts ?? {}).map(([name, { value }]) => [name, value]));
  };

  test('goes with its place, and its neighbour is the same as before', async () => {
    const [gone, neighbour] = [row({ title: 'A' }), row({ title: 'A' }, key('github:github.com:acme/api-2#45'))];
    const covered = await covering(place(github, 'acme/api'));
    expect(keptItem(covered, gone)).toBeUndefined();
    expect(keptItem(covered, neighbour)).toBe(neighbour);
  });

  test.each<[string, Facts, Facts]>([
    ['one of two assignees goes', { assignees: [them, other] }, { assignees: [other] }],
    ['one of two who are asked goes', { reviewers: [other, them] }, { reviewers: [other] }],
    ['the author goes', { title: 'A', author: them }, { title: 'A' }],
    ['a name alone goes', { assignees: [{ name: 'dana reyes' }, other] }, { assignees: [other] }],
    [
      'their reviews go, those of others stay',
      {
        reviews: [
          { by: them, verdict: 'approved' },
          { by: other, verdict: 'commented' },
        ],
      },
      { reviews: [{ by: other, verdict: 'commented' }] },
    ],
    ['an agent that has their account goes', { agent: 'Dana', title: 'A' }, { title: 'A' }],
    ['an agent that has their name goes', { agent: 'Dana Reyes', title: 'A' }, { title: 'A' }],
  ])('shows them no more: %s', async (_what, facts, expected) => expect(await left(facts)).toEqual(expected));

  test.each<[string, Facts]>([
    ['who only has their name', { assignees: [namesake], author: namesake, reviewers: [namesake] }],
    ['a team with their account’s name', { assignees: [{ handle: 'dana', kind: 'team' }] }],
    ['an agent whose name begins like theirs', { agent: 'dana-bot' }],
    ['words of the item, also where their name is among them', { title: 'Ask Dana Reyes', description: '@dana' }],
    ['people in labels', { labels: ['dana'], projects: ['Dana Reyes'], branch: 'dana' }],
  ])('is the same as before: %s', async (_what, facts) => {
    const before = row(facts);
    expect(keptItem(await covering(person), before)).toBe(before);
  });

  test('[O4] a list that showed them alone is not known any more; one that was seen empty still is', async () => {
    expect(
      await left({ state: 'open', assignees: [them], reviewers: [], reviews: [{ by: them, verdict: 'approved' }] }),
    ).toEqual({ state: 'open', reviewers: [] });
  });

  test('what is left keeps when it was seen, and who may answer for it is derived anew', async () => {
    const before = { ...row({ state: 'open', assignees: [them, other] }), drift: { at: noon, missing: ['title'] } };
    const { assignees } = before.facts;
    if (assignees === undefined) throw new Error('nobody');
    expect(keptItem(await covering(person), before)).toEqual({
      ...before,
      facts: { ...before.facts, assignees: { ...assignees, value: [other] } },
      answers: ['github:github.com:noor', 'github:github.com:~noor haddad'],
    });
  });

  test('on another site shows somebody else, whatever they are called there', async () => {
    const before = row({ assignees: [them] }, pay7);
    expect(keptItem(await covering(person), before)).toBe(before);
  });
});

const link = (to: ItemKey, more: Partial<StoredLink> = {}): StoredLink => ({
  kind: 'blocked-by',
  to,
  since: noon,
  at: noon,
  ...more,
});
const links = (from: ItemKey, groups: { readonly [Group in LinkGroup]?: readonly StoredLink[] }): LinksRow =>
  linksRow(from, Object.fromEntries(Object.entries(groups).map(([group, all]) => [group, { at: noon, links: all }])));

describe('[K8] the links of an item', () => {
  test('go with it, whatever they lead to', async () => {
    expect(keptLinks(await sieve(site(github)), links(api45, { text: [link(task)] }))).toBeUndefined();
  });

  test('that lead to what goes, go, from every group; the others stay', async () => {
    const before = links(task, {
      relations: [link(api45), link(core3)],
      mentions: [link(api45, { kind: 'mentions' })],
    });
    const kept = keptLinks(await sieve(site(github)), before);
    expect(kept).toEqual(links(task, { relations: [link(core3)], mentions: [] }));
    expect(kept?.to).toEqual([core3]);
  });

  test('[K2] lead to the present key of an item that left what goes, and to none in what it is in now', async () => {
    const before = links(task, { text: [link(pay7), link(api45)] });
    expect(keptLinks(await sieve(place(jira, 'PAY')), before)).toEqual(
      links(task, { text: [link(core3), link(api45)] }),
    );
    expect(keptLinks(await sieve(place(jira, 'CORE')), before)).toEqual(links(task, { text: [link(api45)] }));
  });

  test('[K2] never lead to their own item, as which another one turns out', async () => {
    const before = links(core3, { relations: [link(pay7), link(api45)] });
    expect(keptLinks(await sieve(place(jira, 'PAY')), before)).toEqual(links(core3, { relations: [link(api45)] }));
  });

  test('lose who wrote them, not what they say', async () => {
    const said = { word: 'needs', hard: false, needed: '2026-12-04' };
    const before = links(api45, { text: [link(task, { ...said, by: them }), link(pay7, { by: namesake })] });
    expect(keptLinks(await sieve(person), before)).toEqual(
      links(api45, { text: [link(task, said), link(pay7, { by: namesake })] }),
    );
  });

  test('written by somebody of another site stay as they are', async () => {
    const before = links(pay7, { text: [link(task, { by: them })] });
    expect(keptLinks(await sieve(person), before)).toEqual(before);
  });
});

const change = (more: Partial<FactChange>): FactChange & { readonly seq: number } => ({
  seq: 7,
  key: api45,
  field: 'assignees',
  before: null,
  after: null,
  at: noon,
  ...more,
});

describe('[K8] an entry of the log', () => {
  test('goes with its item', async () => {
    expect(keptChange(await sieve(site(github)), change({ field: 'title', before: 'A', after: 'B' }))).toBeUndefined();
  });

  test.each<[string, readonly [unknown, unknown], readonly [unknown, unknown]]>([
    ['somebody else instead of them', [[them], [other]], [null, [other]]],
    ['them instead of somebody else', [[other], [them]], [[other], null]],
    ['them beside somebody else, who went', [[them, other], [them]], [[other], null]],
    ['nobody any more', [[them], []], [null, []]],
    ['them, where nobody was', [[], [them]], [[], null]],
    ['their namesake instead of them', [[them], [namesake]], [null, [namesake]]],
  ])('does not name them any more: %s', async (_what, [before, after], expected) => {
    const kept = keptChange(await sieve(person), change({ before, after }));
    expect(kept).toEqual(change({ before: expected[0], after: expected[1] }));
  });

  test.each<[string, unknown, unknown]>([
    ['they came to somebody else', [other], [other, them]],
    ['they went from somebody else', [them, other], [other]],
    ['they were the first who was seen', null, [them]],
    ['their account was seen behind their name', [{ name: 'Dana Reyes' }], [them]],
  ])('goes where it says nothing any more: %s', async (_what, before, after) => {
    expect(keptChange(await sieve(person), change({ before, after }))).toBeUndefined();
  });

  test.each<[string, Partial<FactChange>]>([
    ['other people', { before: [other], after: [namesake] }],
    ['their name on another site', { key: pay7, before: [them], after: [] }],
    ['a title with their name', { field: 'title', before: 'Dana Reyes', after: 'dana' }],
    ['nothing before and nothing after', { before: null, after: [] }],
    ['a date', { field: 'due', before: null, after: '2026-12-01' }],
  ])('is the same as before: %s', async (_what, more) => {
    const before = change(more);
    expect(keptChange(await sieve(person), before)).toBe(before);
  });
});

describe('[K8] an entry about links', () => {
  const entry = (before: unknown, after: unknown) => change({ key: task, field: 'links.relations', before, after });
  const [toApi, toPay, toCore] = [`blocked-by ${api45}`, `blocked-by ${pay7}`, `blocked-by ${core3}`];

  test.each<[string, PartScope, readonly [unknown, unknown], readonly [unknown, unknown]]>([
    ['one that goes is not named', site(github), [[toApi, toPay], []], [[toPay], []]],
    ['none is left: not known', site(github), [[toApi], [toPay]], [null, [toPay]]],
    ['an old key that goes is the present one', place(jira, 'PAY'), [[toPay], [toApi]], [[toCore], [toApi]]],
    ['a name that holds no key stays', site(github), [['blocked-by ?', toApi], []], [['blocked-by ?'], []]],
  ])('%s', async (_what, scope, [before, after], expected) => {
    expect(keptChange(await sieve(scope), entry(before, after))).toEqual(entry(...expected));
  });

  test('goes where it says nothing any more', async () => {
    expect(keptChange(await sieve(site(github)), entry([toPay], [toPay, toApi]))).toBeUndefined();
    expect(keptChange(await sieve(place(jira, 'PAY')), entry([toPay], [toCore]))).toBeUndefined();
  });

  test('is the same as before where its items stay, an old key too', async () => {
    const before = entry([toPay], [toApi]);
    expect(keptChange(await sieve(place(jira, 'PAYROLL')), before)).toBe(before);
    expect(keptChange(await sieve(person), before)).toBe(before);
  });

  test('names the items at the other ends', () => {
    expect(keysInChange(entry([toApi, 'blocked-by ?'], [toPay]))).toEqual([api45, pay7]);
    expect(keysInChange(entry(null, [toPay]))).toEqual([pay7]);
    expect(keysInChange(change({ field: 'title', before: null, after: api45 }))).toEqual([]);
  });

  test.each([
    ['blocked-by jira:acme.atlassian.net:PAY-7', pay7],
    ['mentions asana:1204', task],
    ['blocked-by', undefined],
    ['blocked-by PAY-7', undefined],
    ['blocked-by jira:acme.atlassian.net:PAY-7 and more', undefined],
    ['', undefined],
  ])('the key in the name of a link: "%s"', (name, expected) => expect(keyInLinkName(name)).toBe(expected));
});

describe('[K8] another name of an item', () => {
  const id: AliasRow = { alias: 'jira:acme.atlassian.net:id=10012', key: core3 };
  const old: AliasRow = { alias: pay7, key: core3, was: noon };

  test.each<[string, PartScope, boolean, boolean]>([
    ['the project in which it is', place(jira, 'CORE'), false, false],
    ['the project that it left', place(jira, 'PAY'), true, false],
    ['a project that begins like the one it left', place(jira, 'PA'), true, true],
    ['its site', site(jira), false, false],
    ['another site', site(github), true, true],
    ['a person', person, true, true],
  ])('an id and an old key, where this goes: %s', async (_what, scope, keepsId, keepsOld) => {
    const covered = await covering(scope);
    expect([keptAlias(covered, id), keptAlias(covered, old)]).toEqual([keepsId, keepsOld]);
  });

  test('an old key that was never seen itself is an old key all the same', async () => {
    expect(keptAlias(await covering(place(jira, 'PAY')), { ...old, was: 0 })).toBe(false);
  });
});

describe('[K8] what a colleague’s file told', () => {
  const told = (of: ItemKey, facts: Facts): ToldRow => {
    const { answers: _answers, opened: _opened, logged: _logged, ...item } = row(facts, of);
    return { key: of, operation: 'file', withdrawn: false, item };
  };

  test('goes with its item, be it withdrawn or not', async () => {
    const gone = await sieve(place(jira, 'CORE'));
    expect(keptTold(gone, told(core3, { title: 'A' }))).toBeUndefined();
    expect(keptTold(gone, { ...told(pay7, { title: 'A' }), withdrawn: true })).toBeUndefined();
  });

  test('[K2] is told of the present key where the old one goes', async () => {
    expect(keptTold(await sieve(place(jira, 'PAY')), told(pay7, { title: 'A' }))).toEqual(told(core3, { title: 'A' }));
  });

  test('shows them no more', async () => {
    const before = told(api45, { title: 'A', assignees: [them], author: other });
    expect(keptTold(await sieve(person), before)).toEqual(told(api45, { title: 'A', author: other }));
  });

  test('stays as it is otherwise', async () => {
    const before = { ...told(api45, { title: 'A', assignees: [namesake] }), withdrawn: true };
    expect(keptTold(await sieve(person), before)).toEqual(before);
  });
});
