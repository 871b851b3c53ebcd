import { stemmer } from 'stemmer';
import { stopWords } from './stop-words.ts';

/**
 * The terms of a text, in its order: words without case and English endings, the parts of identifiers and the identifiers
 * themselves. Scripts that set no spaces between words give every two neighbouring characters, as search engines have it
 * (Lucene's CJKAnalyzer). Names of items, addresses and long numbers are no words: who names an item is linked with it.
 */
export const termsOf = (text: string, most = Number.POSITIVE_INFINITY): readonly string[] => {
  const terms: string[] = [];
  // Most text is plain, and is read several times as fast where nothing else need be thought of.
  const isPlain = plain.test(text);
  const said = withoutNames(isPlain ? text : text.normalize('NFKC'));
  for (const [word] of said.matchAll(isPlain ? plainWords : words)) {
    if (terms.length >= most) break;
    if (word.length > longestWord) continue;
    const parts = word.split(joints).filter((part) => part !== '');
    for (const part of parts) {
      if (isPlain) addRun(terms, part);
      else addPart(terms, part);
    }
    if (parts.length > 1 && parts.length < manyParts && word.length > shortCompound) terms.push(word.toLowerCase());
  }
  return terms.length > most ? terms.slice(0, most) : terms;
};

/** Characters of a text that are looked at. */
const looked = 3_000;

/** What a text says beside its markup: addresses, comments and tags that hold no words of people. */
export const spokenText = (text: string): string =>
  text
    .slice(0, 2 * looked)
    .replace(unspoken, ' ')
    .slice(0, looked);

const unspoken =
  /<!--[\s\S]*?-->|https?:\/\/\S+|<\/?[a-z][^<>]{0,200}>|\{(?:code|noformat|quote|color)[^}\n]{0,60}\}/giu;

const withoutNames = (text: string): string => text.replace(itemNames, ' ');
const itemNames = /\b[A-Z][A-Z0-9]{1,9}-\d+\b|(?<![^\s([])#\d+\b/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is all of ASCII that is meant.
const plain = /^[\u0000-\u007f]*$/;
const plainWords = /[A-Za-z0-9_]+(?:[.'\-+#][A-Za-z0-9_]+)*/g;
const words = /[\p{L}\p{N}\p{M}_]+(?:[.'’\-+#][\p{L}\p{N}\p{M}_]+)*/gu;
const joints = /[.'’\-+#_]+/u;
const longestWord = 200;
const manyParts = 6;
const shortCompound = 4;

const addPart = (terms: string[], part: string): void => {
  if (unspaced.test(part)) {
    for (const [run] of part.matchAll(runs)) {
      if (unspaced.test(run)) addPairs(terms, run);
      else addRun(terms, run);
    }
  } else addRun(terms, part);
};

/** A word of a script that sets spaces: itself, and the words that are joined in it. */
const addRun = (terms: string[], part: string): void => {
  if (part.length > longestPart) return;
  addWord(terms, part.toLowerCase());
  if (!humps.test(part)) return;
  for (const hump of part.split(between)) addWord(terms, hump.toLowerCase());
};

const addWord = (terms: string[], word: string): void => {
  if (word.length < 2 || stopWords.has(word) || longNumber.test(word)) return;
  terms.push(stemOf(word));
};

const longestPart = 60;
const longNumber = /^\d{7,}$/u;
const humps = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u;
const between = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

const scripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const unspaced = new RegExp(`[${scripts}]`, 'u');
const runs = new RegExp(`[${scripts}]+|[^${scripts}]+`, 'gu');

const addPairs = (terms: string[], run: string): void => {
  const characters = [...run];
  if (characters.length === 1) terms.push(run);
  for (let at = 0; at + 1 < characters.length; at += 1) terms.push(`${characters[at]}${characters[at + 1]}`);
};

/** Words are few and come again: so many are remembered. */
const remembered = 5_000;
const stems = new Map<string, string>();

/** Only what is spelled as English is: an ending of another language would be cut as if it were one. */
const stemOf = (word: string): string => {
  if (!english.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (stems.size >= remembered) stems.clear();
  stems.set(word, stem);
  return stem;
};

const english = /^[a-z]+$/u;
