import type { Kind } from '../item.ts';
import type { ItemKey } from '../key.ts';
import type { Person } from '../person.ts';
import { counted, termIn, timesIn } from './documents.ts';
import { createShared } from './held.ts';
import type { TwinItem } from './text.ts';
import { createTwinIndex, type TwinIndex } from './twin-index.ts';

/** Another number: an index of another shape or of other terms, which is not read but made anew from what is known. */
export const packVersion = 1;

/**
 * A whole index as one value: lists of words, and numbers in columns. From it 50,000 items are there again in a fraction of
 * the time that reading and splitting their texts takes (`bench -- twins`).
 */
export interface PackedIndex {
  readonly version: number;
  /** Joined by line breaks, which neither a term nor a key holds. */
  readonly terms: string;
  readonly keys: string;
  readonly titles: readonly string[];
  /** Terms of item after item; `titleEnds` and `textEnds` say where each ends. */
  readonly title: Uint32Array;
  readonly titleEnds: Uint32Array;
  readonly text: Uint32Array;
  readonly textEnds: Uint32Array;
  /** Milliseconds; NaN absent. */
  readonly created: Float64Array;
  readonly closed: Float64Array;
  /** Places in `kindNames` and `people`, plus 1; 0 absent. */
  readonly kinds: Uint8Array;
  readonly kindNames: readonly Kind[];
  readonly authors: Uint32Array;
  readonly people: readonly Person[];
  /** Of those that have any, by their place. */
  readonly labels: readonly (readonly [at: number, labels: readonly string[]])[];
}

/** Terms that nothing has any more are left behind. */
export const packTwins = (index: TwinIndex): PackedIndex => {
  const entries = [...index.entries()];
  const names = [...index.terms()];
  const terms: string[] = [];
  const numbers = new Map<number, number>();
  const numberOf = (term: number): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, terms.length);
    return terms.push(names[term] ?? '') - 1;
  };
  const kinds = createShared<Kind>((kind) => kind);
  const people = createShared<Person>((person) => JSON.stringify([person.handle, person.name, person.kind]));
  return {
    version: packVersion,
    keys: entries.map(({ item }) => item.key).join('\n'),
    titles: entries.map(({ item }) => item.title),
    title: flat(entries.map(({ title }) => title.map(numberOf))),
    titleEnds: ends(entries.map(({ title }) => title.length)),
    text: flat(entries.map(({ text }) => text.map((one) => counted(numberOf(termIn(one)), timesIn(one))))),
    textEnds: ends(entries.map(({ text }) => text.length)),
    created: Float64Array.from(entries, ({ item }) => item.created ?? Number.NaN),
    closed: Float64Array.from(entries, ({ item }) => item.closed ?? Number.NaN),
    kinds: Uint8Array.from(entries, ({ item }) => kinds.number(item.kind)),
    kindNames: kinds.values,
    authors: Uint32Array.from(entries, ({ item }) => people.number(item.author)),
    people: people.values,
    labels: entries.flatMap(({ item: { labels } }, at) => (labels === undefined ? [] : [[at, labels] as const])),
    terms: terms.join('\n'),
  };
};

/** Undefined: it is of another version. */
export const unpackTwins = (packed: PackedIndex): TwinIndex | undefined => {
  if (packed.version !== packVersion) return undefined;
  const index = createTwinIndex(packed.terms === '' ? [] : packed.terms.split('\n'));
  const keys = packed.keys === '' ? [] : packed.keys.split('\n').map((key) => key as ItemKey);
  const labels = new Map(packed.labels);
  for (const [at, key] of keys.entries())
    index.insert(
      itemAt(packed, at, key, labels.get(at)),
      packed.title.subarray(packed.titleEnds[at - 1] ?? 0, packed.titleEnds[at]),
      packed.text.subarray(packed.textEnds[at - 1] ?? 0, packed.textEnds[at]),
    );
  return index;
};

const itemAt = (
  { titles, created, closed, kinds, kindNames, authors, people }: PackedIndex,
  at: number,
  key: ItemKey,
  labels: readonly string[] | undefined,
): TwinItem => {
  const kind = kindNames[(kinds[at] ?? 0) - 1];
  const author = people[(authors[at] ?? 0) - 1];
  const [made, ended] = [created[at] ?? Number.NaN, closed[at] ?? Number.NaN];
  return {
    key,
    title: titles[at] ?? '',
    ...(kind === undefined ? {} : { kind }),
    ...(Number.isNaN(made) ? {} : { created: made }),
    ...(Number.isNaN(ended) ? {} : { closed: ended }),
    ...(author === undefined ? {} : { author }),
    ...(labels === undefined ? {} : { labels }),
  };
};

const flat = (lists: readonly Uint32Array[]): Uint32Array => {
  const whole = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    whole.set(list, at);
    at += list.length;
  }
  return whole;
};

const ends = (lengths: readonly number[]): Uint32Array => {
  let end = 0;
  return Uint32Array.from(lengths, (length) => {
    end += length;
    return end;
  });
};
