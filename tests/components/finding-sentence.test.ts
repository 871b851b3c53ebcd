import { describe, expect, test } from 'vitest';
import { whyOf } from '../../components/check-words.ts';
import { type Ink, sentenceOf } from '../../components/finding-sentence.ts';
import { sentences } from '../../components/finding-sentences.ts';
import { createWords } from '../../components/words.ts';
import { type Argument, type Finding, type Saying, signalIds, titleOf } from '../../lib/core/finding.ts';
import { find } from '../../lib/signals/find.ts';
import { signals, twin } from '../../lib/signals/index.ts';
import { messageSource } from '../gallery/source.ts';
import { net } from '../nets.ts';
import { ada, kofi, mei, noonOf, worldAt } from '../signals/judging.ts';
import { keyOf } from '../worlds.ts';
import { readMessages } from './messages.ts';

type Work = ReturnType<typeof net>;

const lately = noonOf('2026-11-20');
const pair = (): Work =>
  net()
    .item('a', { assigned: [kofi] })
    .item('b', { assigned: [ada] })
    .waits('b', 'a');
const trio = (): Work =>
  pair()
    .item('c', { assigned: [mei] })
    .waits('c', 'a');
const stated = (accepted: boolean, rivals: readonly (typeof ada)[] = []) => ({ who: ada, accepted, rivals });
const begun = (count: number): Work =>
  Array.from({ length: count }, (_, at) => `i${at}`).reduce(
    (work, name) => work.item(name, { state: 'in-progress', assigned: [kofi] }),
    net(),
  );

/** Work of which signals say everything that they can say, one and several of each. */
const works: readonly Work[] = [
  // Waiting in a circle that one cut opens, and one that only several open.
  pair().waits('a', 'b'),
  trio().waits('a', 'b').waits('a', 'c').waits('b', 'c'),
  pair().item('a', { due: '2026-12-05' }).item('b', { due: '2026-12-04' }),
  trio().item('a', { due: '2026-12-05' }).item('b', { due: '2026-12-04' }).item('c', { due: '2026-12-03' }),
  pair().item('b', { state: 'done', closed: lately }),
  pair().item('b', { state: 'done', closed: lately }).item('d').waits('b', 'd'),
  pair().item('b', { state: 'in-progress' }),
  pair().item('b', { state: 'in-progress' }).item('d').waits('b', 'd'),
  begun(9),
  ['p', 'q', 'r', 's'].reduce(
    (work, name) => work.item(name, { assigned: [{ ...mei, handle: name, name: `Person ${name}` }] }).waits(name, 'a'),
    net().item('a', { assigned: [kofi] }),
  ),
  net().item('a', { owner: stated(true, [kofi]) }),
  net().item('a', { owner: stated(true), assigned: [kofi] }),
  net().item('a', { owner: stated(false), assigned: [kofi] }),
  net().item('a', {
    sameWork: {
      main: keyOf('t'),
      own: { who: [ada], fact: 'assignees' },
      work: { who: [kofi], fact: 'owner' },
    },
  }),
  net()
    .item('a', { assigned: [ada] })
    .item('t', { assigned: [kofi] })
    .codeFor('a', 't'),
  net()
    .item('a', { assigned: [ada] })
    .item('t', { assigned: [kofi] })
    .item('u', { assigned: [mei] })
    .codeFor('a', 't')
    .codeFor('a', 'u'),
  pair().item('a', { rank: 'low' }).item('b', { rank: 'high' }),
  trio().item('a', { rank: 'low' }).item('b', { rank: 'high' }).item('c', { rank: 'urgent' }),
  pair().item('a', { reopened: lately }),
  trio().item('a', { reopened: lately }),
  net().item('a', { due: '2026-12-04', slipped: { from: '2026-11-27', at: lately } }),
  pair().item('a', { due: '2026-12-04', slipped: { from: '2026-11-27', at: lately } }),
  trio().item('a', { due: '2026-12-04', slipped: { from: '2026-11-27', at: lately } }),
  pair().item('a', { seen: noonOf('2026-10-01') }),
  trio().item('a', { seen: noonOf('2026-10-01') }),
  net().item('b').waits('b', 'z'),
  net().item('b').item('c').waits('b', 'z').waits('c', 'z'),
  net().item('a', { state: 'in-progress', moved: noonOf('2026-11-02'), seen: noonOf('2026-11-22') }),
  net().item('a', { reviewers: [kofi, mei], asked: noonOf('2026-11-10') }),
  pair().item('a', { state: 'done', closed: lately }),
  pair().item('a', { state: 'done', closed: lately }).item('d', { state: 'done', closed: lately }).waits('b', 'd'),
  pair().item('a', { state: 'dropped', closed: lately }),
  pair().item('a', { assigned: [] }),
  trio().item('a', { assigned: [] }),
  net().item('a', { assigned: [], state: 'in-progress' }),
  net().item('a', { assigned: [], due: '2026-12-04' }),
];

/** What texts are found to be like, of one and of several. */
const alike = (count: number): readonly Finding[] => {
  const all = Array.from({ length: count }, (_, at) => ({
    key: keyOf(`like${at}`),
    sureness: 0.9,
    reasons: [{ type: 'same-title' } as const],
  }));
  return [
    { sameWork: all, duplicates: [], similar: [] },
    { sameWork: [], duplicates: all, similar: [] },
  ].flatMap((found) => twin.judge(keyOf('a'), found, []) ?? []);
};

const everything: readonly Finding[] = [
  ...works.flatMap((work) => find(signals, worldAt(work)).findings),
  ...alike(1),
  ...alike(2),
];

/** What is said elsewhere in the row, or is one, or none. */
const unsaid: { readonly [id: string]: readonly string[] } = {
  'blocked-cycle-any': ['cuts'],
  'late-blocker': ['count'],
  'slipped-date': ['count'],
  'unblocked-dropped': ['count'],
  'unowned-awaited': ['due'],
  'unowned-begun': ['count', 'due'],
  'unowned-due': ['count'],
};

/** Writes each argument so that it is found in the sentence. */
const ink: Ink<string> = {
  item: (key) => `<${key}>`,
  people: (people) => `<${people.map(({ handle }) => handle).join()}>`,
  day: (day) => `<${day}>`,
  at: (at) => `<${at}>`,
};
const written = (value: Argument): string => {
  if ('item' in value) return ink.item(value.item);
  if ('people' in value) return ink.people(value.people);
  if ('day' in value) return ink.day(value.day);
  return 'at' in value ? ink.at(value.at) : String(value.count);
};

const said = (finding: { readonly signal: Finding['signal']; readonly says: Saying }, language: string): string =>
  sentenceOf(createWords(messageSource(readMessages(language)), language), ink, finding).join('');

describe('what signals say', () => {
  test('every signal speaks in the work above, and each thing that can be said is said', () => {
    expect([...new Set(everything.map(({ signal }) => signal))].sort()).toEqual([...signalIds]);
    expect([...new Set(everything.map(({ says }) => says.id))].sort()).toEqual([...sentences.keys()].sort());
  });

  test.each(['en', 'de'])('in %s it is a sentence of its own, with every argument in it', (language) => {
    for (const finding of everything) {
      const { id, args } = finding.says;
      const sentence = said(finding, language);
      expect(sentence, id).toMatch(/^[^a-z].*\.$/u);
      // One is told by the form of the sentence, where what is counted is named.
      for (const [name, value] of Object.entries(args))
        if (!unsaid[id]?.includes(name) && !('count' in value && value.count === 1))
          expect(sentence, `${id}: ${name}`).toContain(written(value));
      expect(sentence, id).not.toMatch(/\$|undefined|NaN/u);
    }
  });

  test.each(['en', 'de'])('in %s each says something else', (language) => {
    const bare = (finding: Finding): string => said(finding, language).replace(/<[^>]*>|\d+/gu, '_');
    const one = new Map(everything.map((finding) => [finding.says.id, bare(finding)]));
    expect(new Set(one.values()).size).toBe(one.size);
  });

  test('of what has no words here, and of what lacks an argument, the check is named', () => {
    expect(said({ signal: 'stalled', says: { id: 'stalled-in-another-version', args: {} } }, 'en')).toBe(
      'Standing still',
    );
    expect(said({ signal: 'stalled', says: { id: 'stalled', args: {} } }, 'en')).toBe('Standing still');
    expect(said({ signal: 'stalled', says: { id: 'stalled', args: { since: { count: 3 } } } }, 'en')).toBe(
      'Standing still',
    );
    expect(said({ signal: 'stalled', says: { id: 'toString', args: {} } }, 'en')).toBe('Standing still');
  });
});

describe.each(['en', 'de'])('every check in %s', (language) => {
  const words = createWords(messageSource(readMessages(language)), language);

  test('has a short title of its own, and says in a sentence or two what it looks for', () => {
    const titles = signalIds.map((id) => words.text(titleOf(id)));
    expect(new Set(titles).size).toBe(signalIds.length);
    for (const id of signalIds) {
      expect(words.text(titleOf(id)), id).toMatch(/^.{5,40}[^.]$/u);
      expect(words.text(whyOf(id)), id).toMatch(/^.{20,160}\.$/u);
    }
  });
});
