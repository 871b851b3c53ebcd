import { describe, expect, test } from 'vitest';
import { parseDay, parseInstant } from '../../../lib/tools/jira/dates.ts';
import { kindOfWord } from '../../../lib/tools/jira/link-words.ts';
import { priorityOf } from '../../../lib/tools/jira/priority.ts';
import { categoryOfClasses, categoryOfId, stateOf, stateOfWord } from '../../../lib/tools/jira/status.ts';
import { fromWikiMarkup } from '../../../lib/tools/jira/wiki-markup.ts';
import { fieldOfLabel, saysNobody } from '../../../lib/tools/jira/words.ts';

// [D4] Direction is taken from the tool's own words.
describe('[D4] words over links', () => {
  test.each([
    ['is blocked by', 'blocked-by'],
    ['blocks', 'blocks'],
    ['depends upon', 'blocked-by'],
    ['is depended upon by', 'blocks'],
    ['depends on', 'blocked-by'],
    ['is depended on by', 'blocks'],
    ['is dependent of', 'blocks'],
    ['requires', 'blocked-by'],
    ['is required by', 'blocks'],
    ['has to be done after', 'blocked-by'],
    ['has to be done before', 'blocks'],
    ['has to be finished together with', 'relates'],
    ['is caused by', 'relates'],
    ['causes', 'relates'],
    ['is broken by', 'relates'],
    ['duplicates', 'duplicates'],
    ['is duplicated by', 'duplicated-by'],
    ['clones', 'relates'],
    ['is cloned by', 'relates'],
    ['is a clone of', 'relates'],
    ['supercedes', 'relates'],
    ['relates to', 'relates'],
    ['is related to', 'relates'],
    ['split to', 'relates'],
    ['implements', 'implements'],
    ['is implemented by', 'implemented-by'],
    ['is a child of', 'part-of'],
    ['is a parent of', 'has-part'],
    ['is part of', 'part-of'],
    ['incorporates', 'has-part'],
    ['Is contained by', 'part-of'],
    ['contains', 'has-part'],
    ['wird blockiert von', 'blocked-by'],
    ['blockiert', 'blocks'],
    ['est bloqué par', 'blocked-by'],
    ['bloque', 'blocks'],
    ['está bloqueado por', 'blocked-by'],
    ['é bloqueado por', 'blocked-by'],
    ['è bloccato da', 'blocked-by'],
    ['jest blokowane przez', 'blocked-by'],
    ['blokuje', 'blocks'],
    ['wordt geblokkeerd door', 'blocked-by'],
    ['次の課題にブロックされている', 'blocked-by'],
    ['次の課題をブロックしている', 'blocks'],
    ['wird dupliziert von', 'duplicated-by'],
    // Words that some sites put around theirs, and spelling that pages change.
    ['Is Blocked By:', 'blocked-by'],
    ['is  blocked\nby', 'blocked-by'],
    ['is blocked by (hard)', 'blocked-by'],
    ['blocks release of', 'blocks'],
    // One word for both ends has no direction.
    ['Blocked', 'relates'],
    ['Dependency', 'relates'],
    // Not (any more) what it sounds like.
    ['is no longer blocked by', 'relates'],
    ['was blocked by', 'relates'],
    ['does not depend on', 'relates'],
    ['unblocks', 'relates'],
    ['', 'relates'],
    ['toString', 'relates'],
  ])('%s is %s', (word, kind) => expect(kindOfWord(word)).toBe(kind));
});

describe('a state', () => {
  test.each([
    [{ category: 'new', word: 'Beim Chef' }, 'open'],
    [{ category: 'indeterminate', word: 'Done' }, 'in-progress'],
    [{ category: 'done', word: 'Abgehakt' }, 'done'],
    [{ category: 'done', word: 'Rejected' }, 'dropped'],
    [{ category: 'done', word: 'Closed', resolution: "Won't Do" }, 'dropped'],
    [{ category: 'done', word: 'Closed', resolution: 'Duplicate' }, 'dropped'],
    [{ category: 'done', word: 'Closed', resolution: 'Fixed' }, 'done'],
    [{ category: 'new', word: 'Reopened', resolution: 'Duplicate' }, 'open'],
    [{ word: 'Closed', resolution: 'Cannot Reproduce' }, 'dropped'],
    [{ word: 'Closed', resolution: 'Unresolved' }, 'done'],
    [{ word: 'In Arbeit' }, 'in-progress'],
    [{ word: 'à faire' }, 'open'],
    [{ word: 'Zamknięte' }, 'done'],
    [{ word: '進行中' }, 'in-progress'],
    [{ word: 'Beim Chef', icon: 'inprogress' }, 'in-progress'],
    [{ word: 'Beim Chef', icon: 'generic' }, 'unknown'],
    [{ word: 'Beim Chef', resolved: true }, 'done'],
    [{ word: 'Beim Chef', resolved: true, resolution: 'Declined' }, 'dropped'],
    [{ word: 'Beim Chef', resolution: 'Unresolved' }, 'unknown'],
    [{ word: 'constructor' }, 'unknown'],
    [{}, 'unknown'],
  ] as const)('of %o is %s', (reading, state) => expect(stateOf(reading)).toBe(state));

  test('[K3] a word that nobody taught us is unknown', () => expect(stateOfWord('Ready for Boarding')).toBe('unknown'));

  test('categories come from ids and classes, the category before its colour', () => {
    expect(['2', '4', '3', '1', undefined].map(categoryOfId)).toEqual([
      'new',
      'indeterminate',
      'done',
      undefined,
      undefined,
    ]);
    expect(categoryOfClasses('aui-lozenge jira-issue-status-lozenge-green jira-issue-status-lozenge-new')).toBe('new');
    expect(categoryOfClasses('jira-issue-status-lozenge jira-issue-status-lozenge-yellow')).toBe('indeterminate');
    expect(categoryOfClasses('aui-lozenge aui-lozenge-success')).toBe('done');
    expect(categoryOfClasses('jira-issue-status-lozenge-newer')).toBeUndefined();
  });
});

describe('[T4] a priority', () => {
  test.each([
    ['Highest', undefined, { word: 'Highest', rank: 'urgent' }],
    ['Blocker', 'blocker', { word: 'Blocker', rank: 'urgent' }],
    ['Critical', 'critical', { word: 'Critical', rank: 'high' }],
    ['P1 priority', 'critical_new', { word: 'P1', rank: 'high' }],
    ['Priority: P2', 'major_new', { word: 'P2', rank: 'normal' }],
    ['Medium', 'medium', { word: 'Medium', rank: 'normal' }],
    ['Trivial', undefined, { word: 'Trivial', rank: 'low' }],
    ['Wichtig', 'highest', { word: 'Wichtig', rank: 'urgent' }],
    ['Hoch', undefined, { word: 'Hoch', rank: 'high' }],
    ['?', 'minor', { word: 'minor', rank: 'low' }],
    ['Someday', 'generic', { word: 'Someday' }],
    ['', undefined, undefined],
  ])('%s drawn as %s', (shown, icon, priority) => expect(priorityOf(shown, icon)).toEqual(priority));
});

describe('a date', () => {
  test.each([
    ['2026-08-10', '2026-08-10'],
    ['05/Oct/25', '2025-10-05'],
    ['05/paź/25', '2025-10-05'],
    ['10. Dez. 2026', '2026-12-10'],
    ['3. März 2027', '2027-03-03'],
    ['9 de febrero de 2023', '2023-02-09'],
    ['12 août 2026', '2026-08-12'],
    ['1 juil. 2026', '2026-07-01'],
    ['1 juin 2026', '2026-06-01'],
    ['Aug 10, 2026', '2026-08-10'],
    ['2026年8月10日', '2026-08-10'],
    ['10.08.2026', '2026-08-10'],
    ['28/Sep/03 5:41 AM', '2003-09-28'],
    // Two meanings, none, or no such day.
    ['03/04/2026', undefined],
    ['Aug 10', undefined],
    ['2 days ago', undefined],
    ['31/Feb/26', undefined],
    ['10/Foo/26', undefined],
    ['', undefined],
  ])('%s is %s', (text, day) => expect(parseDay(text)).toBe(day));

  test.each([
    ['2004-08-05T17:44-0500', '2004-08-05T17:44-05:00'],
    ['2026-08-10T12:44:03.120Z', '2026-08-10T12:44:03.120Z'],
    ['2017-02-27T01:07-3300', '2017-02-27T01:07'],
    ['Aug 10, 2026, 12:44 AM', '2026-08-10T00:44'],
    ['August 10, 2026 at 12:44 PM', '2026-08-10T12:44'],
    ['13/Jul/15 22:50 PM', '2015-07-13T22:50'],
    ['28.11.2022 13:05', '2022-11-28T13:05'],
    ['09/Feb/23', '2023-02-09'],
    ['yesterday', undefined],
  ])('%s is the moment %s', (text, instant) => expect(parseInstant(text)).toBe(instant));
});

describe('labels of fields', () => {
  test.each([
    ['Edit Due date', 'due'],
    ['Edit Created', 'created'],
    ['Edit Created by', undefined],
    ['Edit Due diligence', undefined],
    ['Unassigned- edit Assignee', 'assignee'],
    ['Zugewiesene Person bearbeiten', 'assignee'],
    ['Fälligkeitsdatum bearbeiten', 'due'],
    ['Status:', 'status'],
    ['Priorität:', 'priority'],
    ['Time tracking', undefined],
  ])('%s is %s', (label, field) => expect(fieldOfLabel(label)).toBe(field));

  test('nobody is said in many languages', () => {
    for (const words of ['Unassigned', 'Nicht zugewiesen', 'Non assigné', 'Sin asignar'])
      expect(saysNobody(words)).toBe(true);
    expect(saysNobody('Norma None')).toBe(false);
  });
});

test('[D7] markup as typed: code, quotations and struck words are not said', () => {
  const typed = [
    '{code:java}blocked by PAY-1{code} a',
    '{noformat}blocked by PAY-2',
    'still code{noformat} b {quote}blocked by PAY-3{quote}',
    'bq. blocked by PAY-4',
    '-blocked by PAY 5- {{PAY-6}} c [the plan|https://a.example/1|smart-link] [https://a.example/2]',
  ].join('\n');
  const plain = (links: 'address' | 'words') => fromWikiMarkup(typed, links).replace(/\s+/gu, ' ').trim();
  expect(plain('address')).toBe('a b c https://a.example/1 https://a.example/2');
  expect(plain('words')).toBe('a b c the plan https://a.example/2');
});
