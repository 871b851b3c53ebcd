import { type Documents, termIn, timesIn } from './documents.ts';
import { withRoom } from './growing.ts';
import { documentOf, inTextOf, inTitleOf, maxInText, type Postings } from './postings.ts';

/**
 * BM25F after Sun et al. (REP, ASE 2011): both fields are weighted and set against their usual length before they count
 * together, and a word that the query says often counts more. These were the best of some 160 tried on one tracker; the plateau is
 * wide. They are not learnt (`tests/twins/learn.ts`), what is learnt rests on them.
 */
export interface SearchSettings {
  readonly title: number;
  readonly text: number;
  /** 0: a long one counts like a short one. 1: it counts by its length. */
  readonly titleLength: number;
  readonly textLength: number;
  readonly saturation: number;
  readonly queryTitle: number;
  readonly queryText: number;
  readonly querySaturation: number;
  /** So many terms are looked up, the weightiest. */
  readonly terms: number;
}

export const searchSettings: SearchSettings = {
  title: 6,
  text: 1,
  titleLength: 0.75,
  textLength: 1,
  saturation: 5,
  queryTitle: 3,
  queryText: 0.5,
  querySaturation: 5,
  terms: 60,
};

/** One term of a query, numbered as in the index. */
export interface QueryTerm {
  readonly term: number;
  readonly inTitle: number;
  readonly inText: number;
  readonly idf: number;
  readonly weight: number;
}

export interface Hit {
  readonly document: number;
  readonly score: number;
}

/** Counts in one text do not weigh for ever. */
const maxQueryText = 4;

export const weightOf = (settings: SearchSettings, inTitle: number, inText: number, idf: number): number => {
  const times = settings.queryTitle * inTitle + settings.queryText * Math.min(inText, maxQueryText);
  return (((settings.querySaturation + 1) * times) / (settings.querySaturation + times)) * idf;
};

/** How far a term counts in a document: 0 to 1. Lengths are in usual lengths. */
export const presence = (
  settings: SearchSettings,
  inTitle: number,
  inText: number,
  titleLength: number,
  textLength: number,
): number => {
  const title = 1 - settings.titleLength + settings.titleLength * titleLength;
  const text = 1 - settings.textLength + settings.textLength * textLength;
  const times =
    (inTitle === 0 ? 0 : (settings.title * inTitle) / Math.max(title, shortest)) +
    (inText === 0 ? 0 : (settings.text * inText) / Math.max(text, shortest));
  return times / (settings.saturation + times);
};

const shortest = 0.05;

/** Which list a document is for; below 0: none. */
export type GroupOf = (document: number) => number;

/**
 * Postings that are looked at before what is found is counted in full. The weightiest terms come first; what has
 * none of them is not looked for by the common ones that are left.
 */
const budget = 25_000;
/** Terms that are looked up whatever they cost. */
const always = 4;
/** About so many of each list are counted in full. */
const recounted = 300;
const steps = 512;

/** Gives `groups` lists, each best first and at most `limit` long. `terms`: the weightiest first. */
export const createSearch = (settings: SearchSettings, documents: Documents, postings: Postings) => {
  let scores = new Float32Array(0);
  let touched = new Uint32Array(0);
  /** Of what was touched, in the same order. */
  let groupsOf = new Int8Array(0);
  /** By term, its place among those of the query, from 1; 0 where the query has it not. */
  let places = new Uint8Array(0);
  /** By that place, how often the document that is counted says it, weighted. */
  const said = new Float64Array(settings.terms + 1);

  const lengths = () => {
    const { count, title, text } = documents.total();
    return {
      titles: documents.titleLengths(),
      texts: documents.textLengths(),
      titleBase: 1 - settings.titleLength,
      titlePer: settings.titleLength / (title / count || 1),
      textBase: 1 - settings.textLength,
      textPer: settings.textLength / (text / count || 1),
    };
  };

  /** Scores what has one of the weightiest terms, and notes the list of each; gives how many those are. */
  const score = (terms: readonly QueryTerm[], groupOf: GroupOf): number => {
    scores = withRoom(scores, documents.end());
    touched = withRoom(touched, documents.end());
    groupsOf = withRoom(groupsOf, documents.end());
    const { titles, texts, titleBase, titlePer, textBase, textPer } = lengths();
    const { saturation } = settings;
    let many = 0;
    let left = budget;
    for (const [place, { term, weight }] of terms.entries()) {
      if (place >= always && postings.count(term) > left) continue;
      left -= postings.count(term);
      const all = postings.of(term);
      for (let at = 0; at < all.length; at += 1) {
        const one = all[at] as number;
        const document = documentOf(one);
        const inTitle = inTitleOf(one);
        const inText = inTextOf(one);
        let times = 0;
        if (inTitle > 0)
          times = (settings.title * inTitle) / Math.max(shortest, titleBase + titlePer * (titles[document] as number));
        if (inText > 0)
          times += (settings.text * inText) / Math.max(shortest, textBase + textPer * (texts[document] as number));
        const before = scores[document] as number;
        if (before === 0) {
          touched[many] = document;
          groupsOf[many] = groupOf(document);
          many += 1;
        }
        // Never 0: that says "not touched".
        scores[document] = before + (weight * times) / (saturation + times) + 1e-9;
      }
    }
    return many;
  };

  /** The scores by all terms of the query, whose places are set. Each document is gone through once, term by term. */
  const fullScores = (terms: readonly QueryTerm[], chosen: readonly number[]): readonly Hit[] => {
    const { titles, texts, titleBase, titlePer, textBase, textPer } = lengths();
    const { saturation } = settings;
    // Without a view for each of hundreds of documents.
    const pool = documents.pool();
    return chosen.map((document) => {
      const title = documents.start(document);
      const text = title + documents.titleCount(document);
      const end = text + documents.textCount(document);
      const perTitle = settings.title / Math.max(shortest, titleBase + titlePer * (titles[document] as number));
      const perText = settings.text / Math.max(shortest, textBase + textPer * (texts[document] as number));
      said.fill(0);
      for (let at = title; at < text; at += 1) {
        const place = places[pool[at] as number] ?? 0;
        said[place] = (said[place] as number) + perTitle;
      }
      for (let at = text; at < end; at += 1) {
        const one = pool[at] as number;
        const place = places[termIn(one)] ?? 0;
        said[place] = (said[place] as number) + Math.min(timesIn(one), maxInText) * perText;
      }
      let score = 0;
      for (let place = 1; place <= terms.length; place += 1) {
        const times = said[place] as number;
        if (times > 0) score += ((terms[place - 1] as QueryTerm).weight * times) / (saturation + times);
      }
      return { document, score };
    });
  };

  /** By list, a score that about so many reach: counted in steps, which is faster than to sort. */
  const leastFor = (wanted: number, many: number, groups: number): Float32Array => {
    let highest = 0;
    for (let at = 0; at < many; at += 1) highest = Math.max(highest, scores[touched[at] as number] as number);
    const counts = new Uint32Array(groups * steps);
    const perStep = steps / highest;
    for (let at = 0; at < many; at += 1) {
      const group = groupsOf[at] as number;
      if (group < 0) continue;
      const step = Math.min(steps - 1, Math.floor((scores[touched[at] as number] as number) * perStep));
      counts[group * steps + step] = (counts[group * steps + step] as number) + 1;
    }
    const least = new Float32Array(groups);
    for (let group = 0; group < groups; group += 1) {
      let reached = 0;
      let step = steps;
      while (step > 0 && reached < wanted) {
        step -= 1;
        reached += counts[group * steps + step] as number;
      }
      least[group] = (step / steps) * highest;
    }
    return least;
  };

  return (
    terms: readonly QueryTerm[],
    limit: number,
    groups: number,
    groupOf: GroupOf,
  ): readonly (readonly Hit[])[] => {
    const lists = Array.from({ length: groups }, () => [] as number[]);
    if (documents.total().count === 0) return lists.map(() => []);
    const many = score(terms, groupOf);
    const least = leastFor(Math.max(limit, recounted), many, groups);
    for (let at = 0; at < many; at += 1) {
      const document = touched[at] as number;
      const group = groupsOf[at] as number;
      if (group >= 0 && (scores[document] as number) >= (least[group] as number))
        (lists[group] as number[]).push(document);
      scores[document] = 0;
    }
    for (const [at, { term }] of terms.entries()) {
      places = withRoom(places, term + 1);
      places[term] = at + 1;
    }
    const full = lists.map((chosen) =>
      fullScores(terms, chosen)
        .toSorted((a, b) => b.score - a.score || a.document - b.document)
        .slice(0, limit),
    );
    for (const { term } of terms) places[term] = 0;
    return full;
  };
};
