import { withRoom } from './growing.ts';

/** Terms by number, and in how many documents each is. */
export interface Vocabulary {
  /** The number of a term; a new one where it has none. */
  readonly numberOf: (term: string) => number;
  /** Undefined: no document ever had it. */
  readonly find: (term: string) => number | undefined;
  /** A name of code or of a product: it holds digits, or is made of parts. */
  readonly isName: (number: number) => boolean;
  readonly hasDigit: (number: number) => boolean;
  readonly size: () => number;
  /** In the order of their numbers. */
  readonly terms: () => Iterable<string>;
  /** 0 for numbers that it does not have. */
  readonly frequency: (number: number) => number;
  readonly count: (number: number, by: 1 | -1) => void;
}

export const createVocabulary = (): Vocabulary => {
  const numbers = new Map<string, number>();
  let size = 0;
  let looks = new Uint8Array(0);
  let frequencies = new Uint32Array(0);
  return {
    numberOf: (term) => {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      const number = size;
      size += 1;
      numbers.set(term, number);
      looks = withRoom(looks, size);
      looks[number] = (isNameTerm(term) ? named : 0) | (digit.test(term) ? numbered : 0);
      frequencies = withRoom(frequencies, number + 1);
      return number;
    },
    find: (term) => numbers.get(term),
    isName: (number) => ((looks[number] ?? 0) & named) !== 0,
    hasDigit: (number) => ((looks[number] ?? 0) & numbered) !== 0,
    terms: () => numbers.keys(),
    size: () => size,
    frequency: (number) => frequencies[number] ?? 0,
    count: (number, by) => {
      frequencies[number] = (frequencies[number] ?? 0) + by;
    },
  };
};

const named = 1;
const numbered = 2;
const digit = /\p{N}/u;

export const isNameTerm = (term: string): boolean => /[\p{N}.'’\-+#_]/u.test(term);
