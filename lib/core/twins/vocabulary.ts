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

/**
 * The letters of all terms stand in one pool, and are found by a table of their hashes: an object for each of hundreds of
 * thousands of terms takes three times the room (`bench -- twins`), and the engine walks over each whenever it tidies up.
 */
export const createVocabulary = (): Vocabulary => {
  let size = 0;
  /** Most letters are one byte; `wide` and two more are one of the others. */
  let letters = new Uint8Array(0);
  /** By number, where the letters of the term end. */
  let ends = new Uint32Array(0);
  /** By hash, the next free place after it: number plus 1. At most half of it is taken. */
  let table = new Uint32Array(smallestTable);
  let looks = new Uint8Array(0);
  let frequencies = new Uint32Array(0);

  const startOf = (number: number): number => (number === 0 ? 0 : (ends[number - 1] as number));

  const isAt = (number: number, term: string): boolean => {
    let at = startOf(number);
    for (let letter = 0; letter < term.length; letter += 1) {
      const code = term.charCodeAt(letter);
      if (code < wide) {
        if (letters[at] !== code) return false;
        at += 1;
      } else {
        if (letters[at] !== wide || letters[at + 1] !== code >>> 8 || letters[at + 2] !== (code & 0xff)) return false;
        at += 3;
      }
    }
    return at === ends[number];
  };

  const append = (term: string): void => {
    let at = startOf(size);
    letters = withRoom(letters, at + 3 * term.length);
    for (let letter = 0; letter < term.length; letter += 1) {
      const code = term.charCodeAt(letter);
      if (code >= wide) {
        letters[at] = wide;
        letters[at + 1] = code >>> 8;
        at += 2;
      }
      letters[at] = code & 0xff;
      at += 1;
    }
    ends = withRoom(ends, size + 1);
    ends[size] = at;
    size += 1;
  };

  const termAt = (number: number): string => {
    const codes: number[] = [];
    const end = ends[number] as number;
    for (let at = startOf(number); at < end; at += 1) {
      const code = letters[at] as number;
      if (code < wide) codes.push(code);
      else {
        codes.push(((letters[at + 1] as number) << 8) | (letters[at + 2] as number));
        at += 2;
      }
    }
    return String.fromCharCode(...codes);
  };

  /** Where a term stands in the table, or would. */
  const placeOf = (term: string): number => {
    const last = table.length - 1;
    let place = hashOf(term) & last;
    for (let there = table[place] as number; there > 0 && !isAt(there - 1, term); there = table[place] as number)
      place = (place + 1) & last;
    return place;
  };

  const widen = (): void => {
    table = new Uint32Array(table.length * 2);
    for (let number = 0; number < size; number += 1) table[placeOf(termAt(number))] = number + 1;
  };

  return {
    numberOf: (term) => {
      const place = placeOf(term);
      const known = table[place] as number;
      if (known > 0) return known - 1;
      const number = size;
      append(term);
      table[place] = size;
      looks = withRoom(looks, size);
      looks[number] = (isNameTerm(term) ? named : 0) | (digit.test(term) ? numbered : 0);
      frequencies = withRoom(frequencies, size);
      if (2 * size > table.length) widen();
      return number;
    },
    find: (term) => {
      const known = table[placeOf(term)] as number;
      return known > 0 ? known - 1 : undefined;
    },
    isName: (number) => ((looks[number] ?? 0) & named) !== 0,
    hasDigit: (number) => ((looks[number] ?? 0) & numbered) !== 0,
    *terms() {
      for (let number = 0; number < size; number += 1) yield termAt(number);
    },
    size: () => size,
    frequency: (number) => frequencies[number] ?? 0,
    count: (number, by) => {
      frequencies[number] = (frequencies[number] ?? 0) + by;
    },
  };
};

const smallestTable = 1_024;
const wide = 0xff;

/** FNV-1a, with its last bits mixed: the table is asked by those. */
const hashOf = (term: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
};

const named = 1;
const numbered = 2;
const digit = /\p{N}/u;

export const isNameTerm = (term: string): boolean => /[\p{N}.'’\-+#_]/u.test(term);
