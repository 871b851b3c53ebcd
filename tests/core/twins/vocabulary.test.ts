import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVocabulary } from '../../../lib/core/twins/vocabulary.ts';

describe('the vocabulary', () => {
  test('law: numbers terms of any letters in the order in which they come, as a map would', () => {
    const term = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', 'ÿ', 'ÿÿ', '\u0000', '決済', '決', 'ab', 'abc'),
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 60 }), (terms) => {
        const vocabulary = createVocabulary();
        const known = new Map<string, number>();
        for (const one of terms) {
          expect(vocabulary.find(one)).toBe(known.get(one));
          const number = known.get(one) ?? known.size;
          known.set(one, number);
          expect(vocabulary.numberOf(one)).toBe(number);
        }
        expect([...vocabulary.terms()]).toEqual([...known.keys()]);
        expect(vocabulary.size()).toBe(known.size);
      }),
    );
  });

  test('grows and finds everything again', () => {
    const vocabulary = createVocabulary();
    const terms = Array.from({ length: 20_000 }, (_, n) => `term${(n * 7_919) % 20_011}é${n % 3 === 0 ? '決' : ''}`);
    for (const term of terms) vocabulary.numberOf(term);
    expect(new Set(terms).size).toBe(20_000);
    expect(terms.every((term, number) => vocabulary.find(term) === number)).toBe(true);
    expect(vocabulary.find('term')).toBeUndefined();
  });

  test('knows what is a name and in how many documents it is', () => {
    const vocabulary = createVocabulary();
    const [name, word] = [vocabulary.numberOf('ti.ui2'), vocabulary.numberOf('window')];
    vocabulary.count(word, 1);
    vocabulary.count(word, 1);
    expect([vocabulary.isName(name), vocabulary.hasDigit(name), vocabulary.isName(word)]).toEqual([true, true, false]);
    expect([vocabulary.frequency(word), vocabulary.frequency(name), vocabulary.frequency(99)]).toEqual([2, 0, 0]);
  });
});
