import type { Kind } from '../item.ts';
import { type ItemKey, type Site, siteOf } from '../key.ts';
import type { Person } from '../person.ts';
import { counted, createDocuments, eachTerm } from './documents.ts';
import {
  type CheapName,
  cheapFeatures,
  comparing,
  type Features,
  type FoundSide,
  type QuerySide,
  type Surroundings,
} from './features.ts';
import { withRoom } from './growing.ts';
import { createHeld, type Held } from './held.ts';
import { createMasks } from './masks.ts';
import { type Model, weighed } from './model.ts';
import { createPostings, posting } from './postings.ts';
import { createSearch, presence, type QueryTerm, searchSettings, weightOf } from './search.ts';
import { countTerms, type TwinItem, type TwinText } from './text.ts';
import { createVocabulary, isNameTerm } from './vocabulary.ts';

/** An item that a text is like, before it is judged. */
export interface Candidate {
  /** Without its description, which is not held. */
  readonly item: TwinItem;
  readonly features: Features;
}

/** An item as it is held: without its description, and with the numbers of its terms (`Documents`). */
export interface Entry {
  readonly item: TwinItem;
  readonly title: Uint32Array;
  readonly text: Uint32Array;
}

/** What a text and an item have, and few others. */
export interface Shared {
  /** The weightiest first. */
  readonly terms: readonly string[];
  readonly isName: (term: string) => boolean;
}

/** Finds what a text is like. Items come, change and go at any time; what it answers is what an index made anew would. */
export interface TwinIndex {
  /** Takes the place of what was there of the item. */
  readonly put: (item: TwinItem) => void;
  readonly remove: (key: ItemKey) => void;
  /** The same with the item's terms as the index numbers them (`entries`). */
  readonly insert: (item: TwinItem, title: Uint32Array, text: Uint32Array) => void;
  readonly entries: () => Iterable<Entry>;
  /** In the order of their numbers; some may be in nothing that is there. */
  readonly terms: () => Iterable<string>;
  readonly has: (key: ItemKey) => boolean;
  readonly size: () => number;
  /**
   * For each that asks, of what it accepts and none before it does: those that have most of the words, and of these the
   * likeliest by `first`, compared in full.
   */
  readonly candidates: (query: TwinText, asks: readonly Ask[]) => readonly (readonly Candidate[])[];
  /** Terms that the text shares with an item and few others have, the weightiest first. */
  readonly shared: (query: TwinText, key: ItemKey) => Shared;
  /** How many items have this title, but for its numbers. */
  readonly alike: (title: string) => number;
}

/** Where an item is, and what it is there. */
export interface Source extends Site {
  readonly kind?: Kind | undefined;
}

export interface Ask {
  /** What decides which are compared in full. */
  readonly first: Model<CheapName>;
  /** From where they may be. */
  readonly from: (source: Source) => boolean;
  /** What of it is left out; asked of a few only. */
  readonly accept: (item: TwinItem) => boolean;
  /** How many are compared in full. Absent: the measured number. */
  readonly compared?: number;
}

/** By words alone the right one is among the first 50 in four of five, among the first 200 in nine of ten (`bench -- twins`). */
const found = 200;
export const compared = 30;

/** `terms`: those that entries are given in (`insert`), by number. */
export const createTwinIndex = (terms: Iterable<string> = []): TwinIndex => {
  const settings = searchSettings;
  const vocabulary = createVocabulary();
  for (const term of terms) vocabulary.numberOf(term);
  const documents = createDocuments();
  const postings = createPostings();
  const search = createSearch(settings, documents, postings);
  const known = new Map<ItemKey, number>();
  const masks = createMasks();
  /** Sources are few; each item has the number of its own. */
  const places: Source[] = [];
  let sources = new Uint16Array(0);
  const held = createHeld();

  /** By how many have a term, as long as as many are there: most terms are in few. */
  const idfs = new Float64Array(usualFrequencies);
  let countedAt = 0;
  const idfOf = (term: number): number => {
    const frequency = vocabulary.frequency(term);
    const count = documents.count();
    if (count !== countedAt) {
      idfs.fill(0);
      countedAt = count;
    }
    const known = idfs[frequency] ?? 0;
    if (known > 0) return known;
    const value = Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
    if (frequency < usualFrequencies) idfs[frequency] = value;
    return value;
  };

  const remove = (key: ItemKey): void => {
    const there = known.get(key);
    if (there === undefined) return;
    known.delete(key);
    masks.count(held.title(there) ?? '', -1);
    held.remove(there);
    eachTerm(documents.title(there), documents.text(there), (term) => vocabulary.count(term, -1));
    documents.remove(there);
  };

  const put = (item: TwinItem): void => {
    const { title, description } = countTerms(item);
    const titleNumbers = Uint32Array.from(title, vocabulary.numberOf);
    const text = Uint32Array.from(description, ([term, times]) => counted(vocabulary.numberOf(term), times));
    const there = known.get(item.key);
    // Most of what is seen again says the same: only what surrounds it is another.
    if (there !== undefined && saysAll(there, titleNumbers, text)) hold(there, item);
    else insert(item, titleNumbers, text);
  };

  const saysAll = (document: number, title: Uint32Array, text: Uint32Array): boolean =>
    isSame(documents.title(document), title) && isSame(documents.text(document), text);

  const insert = (item: TwinItem, title: Uint32Array, text: Uint32Array): void => {
    remove(item.key);
    const document = documents.add(title, text);
    eachTerm(title, text, (term, inTitle, inText) => {
      postings.add(term, posting(document, inTitle, inText));
      vocabulary.count(term, 1);
    });
    known.set(item.key, document);
    hold(document, item);
  };

  const hold = (document: number, item: TwinItem): void => {
    const before = held.title(document);
    if (before !== item.title) {
      if (before !== undefined) masks.count(before, -1);
      masks.count(item.title, 1);
    }
    held.put(document, item);
    sources = withRoom(sources, document + 1);
    sources[document] = sourceOf(item);
  };

  const sourceOf = ({ key, kind }: TwinItem): number => {
    const { tool, site } = siteOf(key);
    const there = places.findIndex((place) => place.tool === tool && place.site === site && place.kind === kind);
    return there < 0 ? places.push({ tool, site, ...(kind === undefined ? {} : { kind }) }) - 1 : there;
  };

  /** Terms that no document has get numbers that the vocabulary has not. */
  const sideOf = (text: TwinText): QuerySide => {
    const unknown = new Map<string, number>();
    const numberOf = (term: string): number => {
      const number = vocabulary.find(term) ?? unknown.get(term) ?? vocabulary.size() + unknown.size;
      if (number >= vocabulary.size()) unknown.set(term, number);
      return number;
    };
    const { title, description } = countTerms(text);
    return {
      heading: text.title,
      title: title.map(numberOf),
      text: new Map([...description].map(([term, times]) => [numberOf(term), times])),
      ...surroundings(text),
    };
  };

  const sideAt = (document: number, item: TwinItem): FoundSide => ({
    heading: item.title,
    title: documents.title(document),
    text: documents.text(document),
    ...surroundings(item),
  });

  const queryTerms = ({ title, text }: QuerySide): readonly QueryTerm[] => {
    const inTitle = new Map<number, number>();
    for (const term of title) inTitle.set(term, (inTitle.get(term) ?? 0) + 1);
    return (
      [...new Set([...title, ...text.keys()])]
        .map((term): QueryTerm => {
          const counts = { inTitle: inTitle.get(term) ?? 0, inText: text.get(term) ?? 0, idf: idfOf(term) };
          return { term, ...counts, weight: weightOf(settings, counts.inTitle, counts.inText, counts.idf) };
        })
        // Of equal ones in the order of the text: numbers of terms may be others after packing.
        .sort((a, b) => b.weight - a.weight)
        .slice(0, settings.terms)
    );
  };

  /** What the query would score if it stood in the index. */
  const selfScore = ({ title, text }: QuerySide, terms: readonly QueryTerm[]): number => {
    const total = documents.total();
    let textLength = 0;
    for (const times of text.values()) textLength += times;
    const usual = (sum: number): number => sum / total.count || 1;
    return terms.reduce(
      (sum, { inTitle, inText, weight }) =>
        sum +
        weight * presence(settings, inTitle, inText, title.length / usual(total.title), textLength / usual(total.text)),
      0,
    );
  };

  const isRare = (term: number): boolean =>
    vocabulary.frequency(term) <= Math.max(fewest, documents.total().count * rareShare);

  return {
    put,
    insert,
    remove,
    terms: vocabulary.terms,
    *entries() {
      for (const document of known.values()) {
        const item = held.item(document);
        if (item !== undefined) yield { item, title: documents.title(document), text: documents.text(document) };
      }
    },
    has: (key) => known.has(key),
    size: () => known.size,
    alike: masks.of,
    shared: (query, key) => {
      const document = known.get(key);
      if (document === undefined) return { terms: [], isName: isNameTerm };
      const theirs = new Set<number>();
      eachTerm(documents.title(document), documents.text(document), (term) => theirs.add(term));
      const { title, description } = countTerms(query);
      const terms = [...new Set([...title, ...description.keys()])].flatMap((term) => {
        const number = vocabulary.find(term);
        return number !== undefined && theirs.has(number) && isRare(number) ? [{ term, idf: idfOf(number) }] : [];
      });
      return { terms: terms.sort((a, b) => b.idf - a.idf).map(({ term }) => term), isName: isNameTerm };
    },
    candidates: (query, asks) => {
      const side = sideOf(query);
      const terms = queryTerms(side);
      const groups = Int8Array.from(places, (place) => asks.findIndex(({ from }) => from(place)));
      const present = documents.present();
      const lists = search(terms, found, asks.length, (document) =>
        present[document] === 1 ? (groups[sources[document] as number] as number) : -1,
      );
      const { count } = documents.total();
      const { isName, hasDigit } = vocabulary;
      const compare = comparing(side, { idf: idfOf, rareFrom: Math.log(1 + (count + 0.5) / 6), isName, hasDigit });
      const self = selfScore(side, terms);
      return asks.map((ask, at) => {
        const hits = (lists[at] ?? []).filter(({ document }) => {
          const item = held.item(document);
          return item !== undefined && ask.accept(item);
        });
        const best = hits[0]?.score ?? 0;
        return hits
          .map(({ document, score }) => ({
            document,
            score,
            likely: weighed(ask.first, cheapFeatures(query, timesOf(held, document), { score, self })),
          }))
          .sort((a, b) => b.likely - a.likely || b.score - a.score)
          .slice(0, ask.compared ?? compared)
          .flatMap(({ document, score }) => {
            const item = held.item(document);
            if (item === undefined) return [];
            return [{ item, features: compare(sideAt(document, item), { score, self, best }) }];
          });
      });
    },
  };
};

const usualFrequencies = 4_096;

/** What few have: in a store of any size a handful, in a large one two of a thousand. */
const fewest = 5;
const rareShare = 0.002;

const timesOf = (held: Held, document: number): Pick<Surroundings, 'created' | 'closed'> => {
  const [created, closed] = [held.created(document), held.closed(document)];
  return {
    ...(Number.isNaN(created) ? {} : { created }),
    ...(Number.isNaN(closed) ? {} : { closed }),
  };
};

const isSame = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

const surroundings = ({ created, closed, author, labels }: TwinText): Surroundings => ({
  ...(created === undefined ? {} : { created }),
  ...(closed === undefined ? {} : { closed }),
  ...(author === undefined ? {} : { author: nameOf(author) }),
  ...(labels === undefined ? {} : { labels }),
});

const nameOf = ({ handle, name }: Person): string => (name ?? handle ?? '').toLowerCase();
