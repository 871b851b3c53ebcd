import { wordSet } from './word-set.ts';

/** What a writer says of the item whose text it is, up to the name of the other one. */
export interface DependencyWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'blocks' | 'blocked-by' | 'implements';
  readonly hard: boolean;
  /** Only a statement when these words follow the named items ("needs #4 first"). */
  readonly closing?: RegExp;
}

type Meaning = Pick<DependencyWord, 'kind' | 'hard' | 'closing'>;

const blockedBy: Meaning = { kind: 'blocked-by', hard: true };
const blocks: Meaning = { kind: 'blocks', hard: true };
const implementing: Meaning = { kind: 'implements', hard: true };

/** The words of each meaning, lower case. A word that can as well mean the opposite is left out. */
const vocabulary: readonly (readonly [Meaning, readonly string[]])[] = [
  [
    blockedBy,
    [
      ...['blocked by', 'blocked on', 'depends on', 'depends upon', 'depend on', 'depend upon', 'depending on'],
      ...['depending upon', 'dependent on', 'dependent upon', 'waits on', 'waits for', 'waiting on', 'waiting for'],
      ...['wait on', 'wait for', 'requires'],
      ...['blockiert von', 'blockiert durch', 'hängt ab von', 'hängt von', 'abhängig von', 'wartet auf'],
      ...['bloqué par', 'bloquée par', 'dépend de', 'en attente de'],
      ...['bloqueado por', 'bloqueada por', 'depende de', 'a la espera de', 'esperando a'],
      ...['aguardando', 'bloccato da', 'bloccata da', 'dipende da', 'in attesa di'],
      ...['geblokkeerd door', 'hangt af van', 'wacht op'],
      ...['ブロック元', '依存先'],
    ],
  ],
  [{ kind: 'blocked-by', hard: false }, ['better after', 'besser nach']],
  [{ kind: 'blocked-by', hard: true, closing: /^[^.,;]{0,40}\bfirst\b/iu }, ['needs', 'need']],
  [
    blocks,
    [
      ...['blocks', 'blocking', 'will block', 'would block', 'depended on by', 'depended upon by'],
      ...['required by', 'needed by', 'waited on by', 'prerequisite for', 'prerequisite of', 'blocker for'],
      ...['blockiert', 'bloque', 'bloquea', 'bloqueia', 'blocca', 'blokkeert'],
    ],
  ],
  [{ kind: 'blocks', hard: false }, ['better before', 'besser vor']],
  [
    implementing,
    ['close', 'closes', 'closed', 'fix', 'fixes', 'fixed', 'resolve', 'resolves', 'resolved', 'implements'],
  ],
];

const meanings: ReadonlyMap<string, Meaning> = new Map(
  vocabulary.flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)),
);

const longestFirst = [...meanings.keys()].sort((a, b) => b.length - a.length);

// `Depends-On: …` is how commit trailers spell it. "Blocking issue" is what blocks here, not what is blocked.
// For lower-case lines, and blind to letters beyond ASCII around a word: compiling the rules of Unicode for sixty words
// takes longer than all the rest of reading a page.
const wordPattern = new RegExp(
  `(?<![\\w/#-])(?:${longestFirst.join('|').replaceAll(' ', '[ -]')})` +
    '(?![\\w-])(?<!blocking(?= (?:issue|item|task|ticket|bug|pr)s?\\b))',
  'g',
);

/** The dependency words of a line, those that are negated or tell of the past left out. */
export const dependencyWords = (line: string): readonly DependencyWord[] => {
  // The one letter that grows when it is made small; places in the line must stay what they are.
  const small = line.replaceAll('İ', 'i').toLowerCase();
  return Array.from(small.matchAll(wordPattern), ({ 0: word, index: start }): DependencyWord[] => {
    const end = start + word.length;
    const meaning = meanings.get(word.replaceAll('-', ' '));
    if (meaning === undefined || isLetter(small[start - 1]) || isLetter(small[end])) return [];
    if (isDenied(small.slice(Math.max(0, start - 100), start))) return [];
    return [{ ...meaning, text: line.slice(start, end), start, end }];
  }).flat();
};

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && character > '\u007f' && /[\p{L}\p{N}]/u.test(character);

const clauseEnd = /[.;:,!?()[\]|–—]| - /u;

const conjunctions = wordSet(`
  and but because since as so und aber weil et mais car y pero porque e mas ma en maar
`);

const negations = `
  not no never nor neither cannot without nothing nobody hardly stopped stop avoid avoids isnt doesnt dont wont
  arent cant wasnt
`;
/** Not stated, only considered. */
const conditions = 'if unless whether falls ob si se';
/** Over. */
const past = 'was were had used previously formerly originally earlier';
/** The same in German, French, Spanish, Portuguese, Italian and Dutch. */
const others = `
  nicht nie kein keine war waren wurde wurden früher pas plus jamais était étaient
  nunca jamás estaba era não estava non mai niet nooit werd
`;
const denials = wordSet(`${negations} ${conditions} ${past} ${others}`);

/** Words that may stand between a denial and what it denies. */
const between = wordSet(`
  be been being is are has have to by of it this that they we a longer more anymore yet still even just any also at
  all in way now think believe seem seems look looks like appear sure will would should mehr ist sind wird está più
  é è être meer encore fue sido
`);

/** "Not only blocked by" says that it is. */
const affirming = wordSet('only merely solely nur seulement solo apenas alleen');

const isDenied = (before: string): boolean => {
  const clause =
    before
      .replace(/[\u2019\u02BC]/gu, "'")
      .split(clauseEnd)
      .at(-1) ?? '';
  const words = clause.trim().split(' ');
  for (const word of words.reverse()) {
    const bare = word.replace(/^[*_"']+|[*_"']+$/gu, '');
    if (conjunctions.has(bare) || affirming.has(bare)) return false;
    if (denials.has(bare) || /n't$|^n'/u.test(bare)) return true;
    if (!between.has(bare) && !/^\p{L}+ly$/u.test(bare)) return false;
  }
  return false;
};
