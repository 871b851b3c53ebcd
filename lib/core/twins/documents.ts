import { withRoom } from './growing.ts';

/** The terms of every document, numbers only: `title` in order, `text` once each with how often (`termIn`, `timesIn`). */
export interface Documents {
  /** Gives the number of the document: one more than the last. */
  readonly add: (title: Uint32Array, text: Uint32Array) => number;
  readonly remove: (document: number) => void;
  /** By document, 1 where it is there; good until the next one is added. */
  readonly present: () => Uint8Array;
  /** Where all terms stand: of a document those of its title from `start`, then those of its text; good until the next one is added. */
  readonly pool: () => Uint32Array;
  readonly start: (document: number) => number;
  readonly titleCount: (document: number) => number;
  readonly textCount: (document: number) => number;
  readonly title: (document: number) => Uint32Array;
  readonly text: (document: number) => Uint32Array;
  /** Terms of title and text, counted as often as they stand there. */
  readonly titleLengths: () => Float32Array;
  readonly textLengths: () => Float32Array;
  readonly count: () => number;
  /** Documents that are there, and the sums of their lengths. */
  readonly total: () => { readonly count: number; readonly title: number; readonly text: number };
  /** One more than the highest number. */
  readonly end: () => number;
}

const timesBits = 5;
export const maxTimes = 2 ** timesBits - 1;
export const counted = (term: number, times: number): number => ((term << timesBits) | Math.min(times, maxTimes)) >>> 0;
export const termIn = (one: number): number => one >>> timesBits;
export const timesIn = (one: number): number => one & maxTimes;

export const createDocuments = (): Documents => {
  let pool = new Uint32Array(0);
  let free = 0;
  let end = 0;
  // By document.
  let start = new Uint32Array(0);
  let titles = new Uint32Array(0);
  let texts = new Uint32Array(0);
  let there = new Uint8Array(0);
  let titleLengths = new Float32Array(0);
  let textLengths = new Float32Array(0);
  let count = 0;
  let titleSum = 0;
  let textSum = 0;

  const move = (document: number, by: 1 | -1): void => {
    count += by;
    titleSum += by * (titleLengths[document] as number);
    textSum += by * (textLengths[document] as number);
  };

  return {
    add: (title, text) => {
      const document = end;
      end += 1;
      start = withRoom(start, end);
      titles = withRoom(titles, end);
      texts = withRoom(texts, end);
      there = withRoom(there, end);
      titleLengths = withRoom(titleLengths, end);
      textLengths = withRoom(textLengths, end);
      pool = withRoom(pool, free + title.length + text.length);
      pool.set(title, free);
      pool.set(text, free + title.length);
      start[document] = free;
      titles[document] = title.length;
      texts[document] = text.length;
      there[document] = 1;
      titleLengths[document] = title.length;
      textLengths[document] = text.reduce((sum, one) => sum + timesIn(one), 0);
      free += title.length + text.length;
      move(document, 1);
      return document;
    },
    remove: (document) => {
      if (there[document] !== 1) return;
      there[document] = 0;
      move(document, -1);
    },
    present: () => there,
    pool: () => pool,
    start: (document) => start[document] as number,
    titleCount: (document) => titles[document] as number,
    textCount: (document) => texts[document] as number,
    title: (document) => {
      const from = start[document] ?? 0;
      return pool.subarray(from, from + (titles[document] ?? 0));
    },
    text: (document) => {
      const from = (start[document] ?? 0) + (titles[document] ?? 0);
      return pool.subarray(from, from + (texts[document] ?? 0));
    },
    titleLengths: () => titleLengths,
    textLengths: () => textLengths,
    count: () => count,
    total: () => ({ count, title: titleSum, text: textSum }),
    end: () => end,
  };
};

/** Each term of an item once, with how often it is in title and text. Titles are short: nothing is made to look them up. */
export const eachTerm = (
  title: Uint32Array,
  text: Uint32Array,
  visit: (term: number, inTitle: number, inText: number) => void,
): void => {
  timesInText = withRoom(timesInText, title.length);
  timesInText.fill(0, 0, title.length);
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] as number;
    const place = placeOf(title, termIn(one), 0);
    if (place < 0) visit(termIn(one), 0, timesIn(one));
    else timesInText[place] = timesIn(one);
  }
  for (let at = 0; at < title.length; at += 1) {
    const term = title[at] as number;
    if (placeOf(title, term, 0) < at) continue;
    let inTitle = 1;
    for (let next = placeOf(title, term, at + 1); next >= 0; next = placeOf(title, term, next + 1)) inTitle += 1;
    visit(term, inTitle, timesInText[at] as number);
  }
};

/** Used within one call only. */
let timesInText = new Uint8Array(0);

/** Below 0: not there. On so few a loop is faster than the engine's own search. */
const placeOf = (title: Uint32Array, term: number, from: number): number => {
  for (let at = from; at < title.length; at += 1) if (title[at] === term) return at;
  return -1;
};
