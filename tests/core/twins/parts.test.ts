import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted, createDocuments, maxTimes, termIn, timesIn } from '../../../lib/core/twins/documents.ts';
import { withRoom } from '../../../lib/core/twins/growing.ts';
import { createMasks } from '../../../lib/core/twins/masks.ts';
import { likelihood, type Model, weighed } from '../../../lib/core/twins/model.ts';
import {
  createPostings,
  documentOf,
  inTextOf,
  inTitleOf,
  maxDocuments,
  posting,
} from '../../../lib/core/twins/postings.ts';
import { countTerms } from '../../../lib/core/twins/text.ts';
import { adjusted } from '../../../lib/core/twins/threshold.ts';
import { createVocabulary } from '../../../lib/core/twins/vocabulary.ts';

describe('postings', () => {
  test('each term gives what was added, in its order, however many others were added between', () => {
    const adds = fc.array(fc.tuple(fc.nat(12), fc.nat(maxDocuments - 1)), { maxLength: 800 });
    fc.assert(
      fc.property(adds, (all) => {
        const postings = createPostings();
        for (const [term, document] of all) postings.add(term, posting(document, 1, 0));
        for (let term = 0; term < 14; term += 1) {
          const own = all.filter(([of]) => of === term).map(([, document]) => document);
          expect([...postings.of(term)].map(documentOf)).toEqual(own);
          expect(postings.count(term)).toBe(own.length);
        }
      }),
    );
  });

  test('one number holds the document and both counts; higher counts are held at the highest', () => {
    const one = posting(maxDocuments - 1, 9, 3);
    expect([documentOf(one), inTitleOf(one), inTextOf(one)]).toEqual([maxDocuments - 1, 7, 3]);
    expect(inTextOf(posting(0, 0, 99))).toBe(15);
  });
});

describe('documents', () => {
  test('give back their terms, and what is gone counts in no sum', () => {
    const documents = createDocuments();
    const first = documents.add(Uint32Array.of(4, 5, 4), Uint32Array.of(counted(7, 2)));
    const second = documents.add(Uint32Array.of(1), Uint32Array.of(counted(2, 1), counted(3, 99)));
    expect([...documents.title(first)]).toEqual([4, 5, 4]);
    expect([...documents.text(second)].map((one) => [termIn(one), timesIn(one)])).toEqual([
      [2, 1],
      [3, maxTimes],
    ]);
    expect(documents.total()).toEqual({ count: 2, title: 4, text: 2 + 1 + maxTimes });
    documents.remove(second);
    documents.remove(second);
    expect(documents.total()).toEqual({ count: 1, title: 3, text: 2 });
    expect([first, second].map((document) => documents.present()[document])).toEqual([1, 0]);
  });
});

test('numbers grow and keep what they held', () => {
  const few = Uint32Array.of(1, 2, 3);
  expect(withRoom(few, 3)).toBe(few);
  const more = withRoom(few, 4);
  expect(more.length).toBeGreaterThan(3);
  expect([...more.subarray(0, 4)]).toEqual([1, 2, 3, 0]);
});

test('a vocabulary numbers each term once, knows names, and counts who has it', () => {
  const vocabulary = createVocabulary();
  const [word, name] = [vocabulary.numberOf('login'), vocabulary.numberOf('ti.ui.window')];
  expect(vocabulary.numberOf('login')).toBe(word);
  expect([vocabulary.isName(word), vocabulary.isName(name)]).toEqual([false, true]);
  expect(vocabulary.hasDigit(vocabulary.numberOf('ipv6'))).toBe(true);
  vocabulary.count(word, 1);
  vocabulary.count(word, 1);
  vocabulary.count(word, -1);
  expect([vocabulary.frequency(word), vocabulary.frequency(99)]).toEqual([1, 0]);
  expect([vocabulary.find('nothing'), [...vocabulary.terms()]]).toEqual([undefined, ['login', 'ti.ui.window', 'ipv6']]);
});

test('titles that differ in numbers only are one form', () => {
  const masks = createMasks();
  for (const title of ['Rollup of 6 pull requests', 'Rollup of 12 pull requests', 'rollup of 7 pull requests!'])
    masks.count(title, 1);
  expect(masks.of('Rollup of 99 pull requests')).toBe(3);
  masks.count('Rollup of 6 pull requests', -1);
  expect([masks.of('Rollup of 1 pull requests'), masks.of('Rollup of pull requests')]).toEqual([2, 0]);
});

describe('a model', () => {
  const model: Model<'a' | 'b'> = {
    bias: 1,
    terms: [
      { name: 'a', mean: 2, spread: 2, weight: 3 },
      { name: 'b', mean: 0, spread: 1, weight: -1 },
    ],
  };

  test('adds what is above the usual; what is not known counts as usual', () => {
    expect(weighed(model, { a: 4, b: 1 })).toBe(3);
    expect(weighed(model, { a: Number.NaN, b: 1 })).toBe(0);
  });

  test('is as likely as not at 0', () => {
    expect(likelihood(0)).toBe(0.5);
    expect(likelihood(5)).toBeGreaterThan(0.99);
  });
});

describe('what people make of suggestions moves how sure it must be', () => {
  test('nothing said: as it was measured', () => {
    expect(adjusted(0.75, { accepted: 0, dismissed: 0 })).toBeCloseTo(0.75, 10);
  });

  test('one word moves it little, many are heard, and none moves it to always or never', () => {
    const moved = (accepted: number, dismissed: number) => adjusted(0.75, { accepted, dismissed });
    expect(moved(0, 1)).toBeGreaterThan(0.75);
    expect(moved(0, 1)).toBeLessThan(0.81);
    expect(moved(0, 12)).toBeGreaterThan(moved(0, 1));
    expect(moved(12, 0)).toBeLessThan(0.6);
    expect(moved(0, 10_000)).toBeLessThan(0.95);
    expect(moved(10_000, 0)).toBeGreaterThan(0.35);
  });
});

test('of a description only the first 120 terms count', () => {
  const { description } = countTerms({ title: 'a', description: `${'early '.repeat(120)} late` });
  expect([...description]).toEqual([['earli', 120]]);
});
