import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../entrypoints/background/tool-needs.ts';
import { dailyWord } from '../../lib/app/daily-word.ts';
import { findingsOfItem, findingsView } from '../../lib/app/findings.ts';
import { keepAnswers } from '../../lib/app/keep-answers.ts';
import { isSaidOnPages, isShown, sieveOf, tellsOfOthers } from '../../lib/app/shown-findings.ts';
import { aboutPerson, findingId } from '../../lib/core/finding.ts';
import { asideOfFinding } from '../../lib/core/finding-aside.ts';
import type { KeptFinding } from '../../lib/core/findings-view.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { sayingLikes } from '../../lib/core/likes.ts';
import { noPolicy } from '../../lib/core/policy.ts';
import { defaultSettings, notifySwitch, type Settings, signalSwitch, siteSwitch } from '../../lib/core/settings.ts';
import type { Like } from '../../lib/core/twin.ts';
import { dana, keyOf, noor, world } from '../worlds.ts';
import { needsFor } from './needs.ts';

const finding = (more: Partial<KeptFinding> = {}): KeptFinding => {
  const made = {
    signal: 'late-blocker' as const,
    subject: keyOf('1'),
    items: [keyOf('1'), keyOf('2')] as const,
    concerns: [dana],
    says: { id: 'late-blocker', args: { whose: { item: keyOf('2') } } },
    evidence: [{ item: keyOf('1'), fact: 'due' as const }],
    next: [{ type: 'look' as const, item: keyOf('1') }] as const,
    sure: true,
    since: 100,
    ...more,
  };
  return { ...made, id: more.id ?? findingId(made) };
};
const stalled = finding({ signal: 'stalled', subject: keyOf('3'), items: [keyOf('3')], concerns: [noor], since: 900 });

const sieve = (settings: Partial<Settings> = {}, me = dana) =>
  sieveOf({
    settings: { ...defaultSettings, ...settings },
    policy: noPolicy,
    me: { accounts: [me] },
    tools: toolNeeds,
  });

describe('what is shown', () => {
  test('[Q3] of a signal that is switched off nothing, anywhere', () => {
    const off = { switches: { [signalSwitch('late-blocker')]: 'off' } };
    expect(isShown(finding(), sieve())).toBe(true);
    expect(isShown(finding(), sieve(off))).toBe(false);
    expect(isSaidOnPages(finding(), sieve(off), '2026-11-22')).toBe(false);
  });

  test('[Q5] a new profile says seven things that need a look on pages; the others stay in the views until they are switched on', () => {
    expect(isSaidOnPages(finding(), sieve(), '2026-11-22')).toBe(true);
    expect(isSaidOnPages(stalled, sieve(), '2026-11-22')).toBe(false);
    expect(isShown(stalled, sieve())).toBe(true);
    const on = { switches: { [signalSwitch('stalled')]: 'page' } };
    expect(isSaidOnPages(stalled, sieve(on), '2026-11-22')).toBe(true);
  });

  test("[Q5] of what is nobody's a page says only what somebody waits for", () => {
    const nobodys = (id: string) => finding({ signal: 'unowned', says: { id, args: {} } });
    expect(isSaidOnPages(nobodys('unowned-awaited'), sieve(), '2026-11-22')).toBe(true);
    expect(isSaidOnPages(nobodys('unowned-due'), sieve(), '2026-11-22')).toBe(false);
  });

  test('[Q3] nothing of a site that is off, or of a place that is none of mine', () => {
    const site = { switches: { [siteSwitch({ tool: 'github', site: 'github.com' })]: false } };
    expect(isShown(finding(), sieve(site))).toBe(false);
    const place = { places: [{ tool: 'github', site: 'github.com', name: 'acme/web', answer: 'no' as const }] };
    expect(isShown(finding(), sieve(place))).toBe(false);
  });

  test("what speaks of a person's load is shown to that person alone, and on no page", () => {
    const load = finding({ signal: 'overloaded', subject: aboutPerson('me'), concerns: [dana] });
    const on = { switches: { [signalSwitch('overloaded')]: 'page' } };
    expect(isShown(load, sieve())).toBe(true);
    expect(isShown(load, sieve({}, noor))).toBe(false);
    expect(isSaidOnPages(load, sieve(on), '2026-11-22')).toBe(false);
  });

  test("[P3] it tells of another tool's item where it rests on more than state and owner", () => {
    expect(tellsOfOthers(finding(), keyOf('2'))).toBe(false);
    expect(tellsOfOthers(finding(), keyOf('jira:acme.atlassian.net:PAY-7'))).toBe(true);
    const open = finding({ evidence: [{ item: keyOf('1'), fact: 'state' }] });
    expect(tellsOfOthers(open, keyOf('jira:acme.atlassian.net:PAY-7'))).toBe(false);
  });
});

const needsWith = (findings: readonly KeptFinding[], settings: Partial<Settings> = {}, looked = 500) => {
  const made = needsFor(
    world().item('1', { due: '2026-12-12', title: 'Limits' }).item('2').item('3').waits('2', '1', { at: 77 }),
    { accounts: [dana] },
    settings,
  );
  made.knowledge.findings.mockResolvedValue(findings);
  made.knowledge.findingsOn.mockResolvedValue(findings);
  made.knowledge.keptAnswers.mockResolvedValue({
    gaps: [{ field: 'due', count: 4, some: [keyOf('2')] }],
    looked,
  });
  return made;
};

describe('findingsView', () => {
  test('[Q5] opens on what concerns me, and counts both', async () => {
    const { needs } = needsWith([finding(), stalled]);
    const view = await findingsView(needs, { mine: true });
    expect(view.rows.map((row) => row.finding.signal)).toEqual(['late-blocker']);
    expect(view.counts).toEqual({ mine: 1, all: 2 });
    expect((await findingsView(needs, { mine: false })).rows.map(({ isNew }) => isNew)).toEqual([false, true]);
  });

  test.each([
    [{ mine: false, signal: 'stalled' as const }, ['stalled']],
    [{ mine: false, tool: 'jira' }, []],
    [{ mine: false, person: 'github:github.com:noor' }, ['stalled']],
    [{ mine: false, place: 'github:github.com:acme/web' }, ['late-blocker', 'stalled']],
  ])('filters by %o', async (filter, expected) => {
    const view = await findingsView(needsWith([finding(), stalled]).needs, filter);
    expect(view.rows.map((row) => row.finding.signal)).toEqual(expected);
    expect(view.total).toBe(expected.length);
  });

  test('[K3] says what a finding rests on, and when and where that was seen', async () => {
    const rests = finding({
      evidence: [
        { item: keyOf('1'), fact: 'due' },
        { item: keyOf('2'), fact: 'due' },
        { item: keyOf('2'), fact: 'waits', on: keyOf('1') },
      ],
    });
    const [row] = (await findingsView(needsWith([rests]).needs, { mine: true })).rows;
    expect(row?.evidence.map(({ item, seen }) => [item.key, seen?.from, seen?.at === undefined])).toEqual([
      [keyOf('1'), 'item', false],
      [keyOf('2'), undefined, true],
      [keyOf('2'), 'item', false],
    ]);
    expect(row?.evidence[2]?.seen?.at).toBe(77);
    expect(row?.items.get(keyOf('1'))?.title).toBe('Limits');
  });

  test('[K3] says what could not be judged, and how much was', async () => {
    const view = await findingsView(needsWith([]).needs, { mine: true });
    expect(view.gaps.map(({ field, count, some }) => [field, count, some.map(({ key }) => key)])).toEqual([
      ['due', 4, [keyOf('2')]],
    ]);
    expect(view.judged).toBe(3);
  });

  test('[Q4] what is dismissed stands apart with its reason, and is not counted; what came back says why', async () => {
    const dismissed = { ...asideOfFinding(finding(), 200), reason: 'known' };
    const { needs } = needsWith([finding()], { asides: [dismissed] });
    const view = await findingsView(needs, { mine: true });
    expect([view.rows.length, view.total, view.counts.all]).toEqual([0, 0, 0]);
    expect(view.aside.map(({ aside }) => aside.reason)).toEqual(['known']);
    const again = await findingsView(needsWith([finding({ since: 300, gone: 250 })], { asides: [dismissed] }).needs, {
      mine: true,
    });
    expect(again.rows[0]?.back?.why).toBe('again');
  });

  test('of one item: what stands about it and is not set aside', async () => {
    expect((await findingsOfItem(needsWith([finding()]).needs, keyOf('1'))).map(({ isNew }) => isNew)).toEqual([false]);
    const asides = [asideOfFinding(finding(), 200)];
    expect(await findingsOfItem(needsWith([finding()], { asides }).needs, keyOf('1'))).toEqual([]);
  });
});

test('answers are kept as I see them today', async () => {
  const { needs, knowledge } = needsWith([]);
  await keepAnswers(needs);
  const { thresholds, ages, week } = defaultSettings;
  expect(knowledge.judge.mock.calls).toEqual([
    [{ me: { accounts: [dana] }, today: '2026-11-22', dayBegan: 0, settings: { thresholds, ages, week } }, 1_000],
  ]);
});

describe('the daily word', () => {
  const on: Partial<Settings> = {
    switches: { [notifySwitch]: true },
    week: { days: [1, 2, 3, 4, 5, 6, 7], holidays: [] },
  };
  const said = async (findings: readonly KeptFinding[], settings: Partial<Settings>) =>
    (await dailyWord(needsWith(findings, settings, 50).needs)).map(({ signal }) => signal);

  test('[Q1] says nothing unless it is switched on', async () => {
    expect(await said([finding()], {})).toEqual([]);
    expect(await said([finding()], on)).toEqual(['late-blocker']);
  });

  test('[Q1] says what concerns me and is not set aside, nothing else', async () => {
    expect(await said([stalled], on)).toEqual([]);
    expect(await said([finding()], { ...on, asides: [asideOfFinding(finding(), 200)] })).toEqual([]);
  });
});

describe('[W1] what may be the same work', () => {
  const jira = (n: number) => `jira:acme.atlassian.net:PAY-${n}` as const;
  const like = (key: string, sureness: number): Like => ({
    key: key as ItemKey,
    sureness,
    relation: 'same-work',
    reasons: [{ type: 'same-title' }],
  });
  const alike = (of: string, first: Like, ...others: readonly Like[]): KeptFinding =>
    finding({ signal: 'twin', subject: of, ...sayingLikes(of as ItemKey, [first, ...others]), concerns: [dana] });
  const found = [
    alike(keyOf('1'), like(jira(1), 0.9), like(jira(2), 0.8)),
    alike(keyOf('2'), like(keyOf('1'), 0.7)),
    alike(keyOf('3'), like(keyOf('1'), 0.95)),
  ];
  const shownOn = async (settings: Partial<Settings> = {}) => {
    const { needs, knowledge } = needsFor(undefined, { accounts: [dana] }, settings);
    knowledge.findingsOn.mockResolvedValue(found);
    knowledge.findings.mockResolvedValue(found);
    const told = (await findingsOfItem(needs, keyOf('1'))).map(({ finding: { subject, likes } }) => [
      subject,
      likes?.map(({ key }) => key),
    ]);
    return { told, view: await findingsView(needs, { mine: true, signal: 'twin' }) };
  };

  test('three at an item, whichever of the two it was found of; everything in the list', async () => {
    const { told, view } = await shownOn();
    expect(told).toEqual([
      [keyOf('1'), [jira(1), jira(2)]],
      [keyOf('3'), [keyOf('3')]],
    ]);
    expect(view.rows.map((row) => row.finding.likes?.length)).toEqual([2, 1, 1]);
    expect([...(view.rows[0]?.items.keys() ?? [])]).toEqual([keyOf('1'), jira(1), jira(2)]);
  });

  test('[Q4] set aside where only a part of it is told, it is away everywhere', async () => {
    const { needs, knowledge } = needsFor(undefined, { accounts: [dana] });
    knowledge.findingsOn.mockResolvedValue(found);
    const row = (await findingsOfItem(needs, jira(2) as ItemKey))[0];
    expect(row?.finding.items).toEqual([jira(2), keyOf('1')]);
    expect(row?.kept).toBe(found[0]);
    await knowledge.changeSettings(() => ({ asides: [asideOfFinding(row?.kept ?? finding(), 1_000, undefined, 'x')] }));
    expect(await findingsOfItem(needs, jira(2) as ItemKey)).toEqual([]);
    expect((await findingsOfItem(needs, keyOf('1'))).map((one) => one.finding.subject)).toEqual([
      keyOf('2'),
      keyOf('3'),
    ]);
    await knowledge.changeSettings(() => ({ asides: [asideOfFinding(row?.kept ?? finding(), 1_000)] }));
    expect(await findingsOfItem(needs, jira(2) as ItemKey)).toEqual([]);
  });

  test('[Q3] what is on a site that is off is not told; nor the finding, where nothing else is left', async () => {
    const switches = { [siteSwitch({ tool: 'jira', site: 'acme.atlassian.net' })]: false };
    const { told, view } = await shownOn({ switches });
    expect(told.map(([subject]) => subject)).toEqual([keyOf('2'), keyOf('3')]);
    expect(view.total).toBe(2);
  });
});
