import { describe, expect, test } from 'vitest';
import { counted } from '../../../lib/core/twins/documents.ts';
import {
  comparing,
  type Features,
  type FoundSide,
  featureNames,
  type QuerySide,
} from '../../../lib/core/twins/features.ts';
import { guardOf, sameTitle } from '../../../lib/core/twins/guards.ts';
import { inOrder, type Ranked, relationTo, sureFeatures, sureness } from '../../../lib/core/twins/ranking.ts';
import { reasonsFor } from '../../../lib/core/twins/reasons.ts';
import { presence, searchSettings, weightOf } from '../../../lib/core/twins/search.ts';
import type { TwinItem } from '../../../lib/core/twins/text.ts';
import { weights } from '../../../lib/core/twins/weights.ts';
import { keyOf } from '../../worlds.ts';

const nothing = Object.fromEntries(featureNames.map((name) => [name, 0])) as unknown as Features;

const ranked = (title: string, more: Partial<Features> = {}, place = 0): Ranked => ({
  item: { key: keyOf(title.slice(0, 3)), title },
  features: { ...nothing, ...more },
  place,
});

describe('a word counts', () => {
  test('more in a title than in a text, and more in a short one than in a long one', () => {
    const [title, text] = [presence(searchSettings, 1, 0, 1, 1), presence(searchSettings, 0, 1, 1, 1)];
    expect(title).toBeGreaterThan(text);
    expect(presence(searchSettings, 1, 0, 3, 1)).toBeLessThan(title);
    expect(presence(searchSettings, 7, 15, 0.1, 0.1)).toBeLessThan(1);
  });

  test('by how rare it is, and said often it is held', () => {
    expect(weightOf(searchSettings, 1, 0, 6)).toBe(2 * weightOf(searchSettings, 1, 0, 3));
    expect(weightOf(searchSettings, 0, 4, 1)).toBe(weightOf(searchSettings, 0, 99, 1));
  });
});

describe('two texts compared', () => {
  const idf = (term: number): number => (term >= 50 ? 5 : 1);
  const facts = { idf, rareFrom: 4, isName: (term: number) => term === 60, hasDigit: (term: number) => term >= 90 };
  const query: QuerySide = { heading: 'login fails', title: [1, 2, 60], text: new Map([[50, 1]]) };
  const found = (title: readonly number[], text: readonly number[] = [], heading = 'login fails'): FoundSide => ({
    heading,
    title: Uint32Array.from(title),
    text: Uint32Array.from(text, (term) => counted(term, 1)),
  });
  const compare = (side: FoundSide, by = query) => comparing(by, facts)(side, { score: 1, self: 2, best: 4 });

  test('the same are all alike', () => {
    const { titleCosine, textCosine, titlesShared, trigrams, pairs, queryTitleCovered, titleCovered } = compare(
      found([1, 2, 60], [50]),
    );
    for (const one of [titleCosine, textCosine, titlesShared, trigrams, pairs, queryTitleCovered, titleCovered])
      expect(one).toBeCloseTo(1, 10);
  });

  test('those that share nothing are not', () => {
    const features = compare(found([7, 8], [9], 'xyz'));
    for (const name of ['titleCosine', 'textCosine', 'titlesShared', 'trigrams', 'pairs', 'rare', 'names'] as const)
      expect(features[name]).toBe(0);
  });

  test('a word of the title is covered by a text as well, and counts once', () => {
    const { queryTitleCovered, titlesShared, names, rare } = compare(found([7], [60, 60]));
    expect(queryTitleCovered).toBeCloseTo(5 / 7, 10);
    expect(titlesShared).toBe(0);
    expect(names).toBeCloseTo(Math.log1p(5) / 4, 10);
    expect(rare).toBeCloseTo(1 / 6, 10);
  });

  test('one comparison leaves nothing for the next', () => {
    const again = comparing(query, facts);
    const scores = { score: 1, self: 2, best: 4 };
    const first = again(found([1, 2, 60], [50]), scores);
    again(found([7, 8], [9]), scores);
    expect(again(found([1, 2, 60], [50]), scores)).toEqual(first);
  });

  test('titles that differ by a word on each side, or by numbers, are told', () => {
    const by = { ...query, title: [1, 2, 91] };
    expect(compare(found([1, 2, 92]), by)).toMatchObject({ contrast: 1, numbers: 1 });
    expect(compare(found([1, 2, 3]), by)).toMatchObject({ contrast: 1, numbers: 0 });
    expect(compare(found([1, 2, 3, 4, 5]), by)).toMatchObject({ contrast: 0, numbers: 0 });
    expect(compare(found([1, 2, 91]), by)).toMatchObject({ contrast: 0, numbers: 0 });
  });

  test('labels and authors that are not known are not said to differ', () => {
    expect(compare(found([1])).author).toBeNaN();
    expect(compare({ ...found([1]), labels: [] }, { ...query, labels: ['bug'] }).labels).toBeNaN();
    expect(compare({ ...found([1]), labels: ['bug', 'api'] }, { ...query, labels: ['bug'] }).labels).toBe(0.5);
    expect(compare({ ...found([1]), author: 'dana' }, { ...query, author: 'noor' }).author).toBe(0);
  });
});

describe('what speaks against it', () => {
  const title = 'Refund webhook drops the key';

  test.each([
    ['nothing', title, ranked('Webhook for refunds loses its key'), 'within', 1, undefined],
    ['a short title', 'Fix typo', ranked('Fix typo now please'), 'within', 1, 'short'],
    ['a short title of the other', title, ranked('Webhook broken'), 'across', 1, 'short'],
    ['a form', title, ranked('Rollup of 6 pull requests'), 'across', 3, 'form'],
    ['one person’s batch', title, ranked('Webhook for refunds loses its key', { author: 1 }), 'within', 1, 'batch'],
    [
      'the same title by the same person is no batch',
      title,
      ranked('refund webhook drops the key!', { author: 1, contrast: 1 }),
      'within',
      1,
      undefined,
    ],
    ['another platform', title, ranked('Refund webhook drops the cookie', { contrast: 1 }), 'within', 1, 'variant'],
    ['another number', title, ranked('Refund webhook 2 drops the cookie', { numbers: 1 }), 'within', 1, 'variant'],
    [
      'in another tool the author names it anew',
      title,
      ranked('Webhook for refunds loses its key', { author: 1, contrast: 1 }),
      'across',
      1,
      undefined,
    ],
  ] as const)('%s', (_what, of, one, relation, alike, guard) => {
    expect(guardOf({ title: of }, one, relation, alike)).toBe(guard);
  });

  test('case, spaces and marks make no other title', () => {
    expect(sameTitle('Fix: the  Login!', 'fix the login')).toBe(true);
    expect(sameTitle('決済', '決済 ')).toBe(true);
    expect(sameTitle('Fix login', 'Fix logout')).toBe(false);
  });
});

describe('the order', () => {
  const alike: Partial<Features> = {
    ratio: 0.9,
    behindBest: 1,
    titleCosine: 0.9,
    titlesShared: 0.9,
    queryTitleCovered: 0.9,
    titleCovered: 0.9,
    pairs: 0.9,
    trigrams: 0.9,
  };

  const jira = { tool: 'jira', site: 'acme.atlassian.net' };

  test.each([
    ['another tool', { site: jira }, { tool: 'github', site: 'github.com' }, 'across'],
    ['another site', { site: jira }, { ...jira, site: 'other.atlassian.net' }, 'across'],
    ['another kind', { site: jira, kind: 'issue' }, { ...jira, kind: 'pull-request' }, 'across'],
    ['the same', { site: jira, kind: 'issue' }, { ...jira, kind: 'issue' }, 'within'],
    ['a kind that is not known', { site: jira }, { ...jira, kind: 'issue' }, 'within'],
  ] as const)('%s stands %s', (_what, query, source, relation) => {
    expect(relationTo(query, source)).toBe(relation);
  });

  test('is by what was taught, and the same whatever came first', () => {
    const all = [ranked('abc', alike), ranked('def', { ratio: 0.1 }), ranked('ghi', { ratio: 0.1 })];
    const order = (some: readonly Ranked[]) => inOrder(some, weights.across).map(({ item }) => item.title);
    expect(order(all)[0]).toBe('abc');
    expect(order([...all].reverse())).toEqual(order(all));
  });

  test('the first of several alike is less sure than one that stands out', () => {
    const first = ranked('Refund webhook', { ratio: 0.8, titlesShared: 0.8, queryTitleCovered: 0.9, trigrams: 0.7 }, 3);
    const sure = (next?: Ranked) => sureness({ title: 'Refund webhook drops' }, first, next, weights.across);
    const close = ranked('Refund webhooks', { ratio: 0.78 }, 2.9);
    expect(sure()).toBeGreaterThan(sure(close));
    expect(sureFeatures({ title: 'a b c' }, first, close)).toMatchObject({ words: 0.2, place: 3 });
  });
});

describe('reasons', () => {
  const item: TwinItem = { key: keyOf('1'), title: 'Refund webhook', created: 0, author: { name: 'Dana Reyes' } };
  const shared = { terms: ['webhook', 'ti.ui.window', 'refund'], isName: (term: string) => term.includes('.') };

  test('[W1] are in words as the text spells them, names of code apart', () => {
    const text = 'Webhooks, then Ti.UI.Window closes: REFUNDS';
    expect(reasonsFor({ title: text }, item, shared)).toEqual([
      { type: 'identifiers', words: ['Ti.UI.Window'] },
      { type: 'rare-words', words: ['Webhooks', 'REFUNDS'] },
    ]);
  });

  test('[W1] the same title, the same person and the same days are said', () => {
    const day = 24 * 60 * 60 * 1000;
    const query = { title: 'refund webhook', created: 2 * day, author: { name: 'dana reyes' } };
    expect(reasonsFor(query, item, { ...shared, terms: [] })).toEqual([
      { type: 'same-title' },
      { type: 'same-person', who: { name: 'Dana Reyes' } },
      { type: 'close-in-time', days: 2 },
    ]);
    expect(
      reasonsFor({ ...query, created: 90 * day, author: { name: 'Noor' } }, item, { ...shared, terms: [] }),
    ).toEqual([{ type: 'same-title' }]);
  });
});
