import { type DependencyWord, dependencyWords } from './dependency-words.ts';
import { bounds, type Day, type Link } from './item.ts';
import type { ItemKey } from './key.ts';
import { type NamedItem, namedItems } from './named-items.ts';
import type { Person } from './person.ts';
import { saidLines } from './said.ts';

export interface TextContext {
  /** The item whose text it is. */
  readonly here: ItemKey;
  /** Who wrote it. */
  readonly by?: Person;
  /** The item that an address names. */
  readonly locate: (address: URL) => ItemKey | undefined;
  /** The item that a short form means here. */
  readonly expand: (word: string, here: ItemKey) => ItemKey | undefined;
}

export interface TextReading {
  /** Links of kind `blocks` and `blocked-by` from dependency words (D7). */
  readonly dependencies: readonly Link[];
  /** Links of kind `implements` from closing keywords ("fixes #12") and "part-of"-like words are not included here. */
  readonly closes: readonly Link[];
  /** Every other item that is named. */
  readonly mentions: readonly Link[];
}

/**
 * Finds items in what somebody wrote: one block of plain text as `prose` gives it (code, quotations and struck
 * words already left out, links as addresses), or raw Markdown.
 */
export const readText = (text: string, context: TextContext): TextReading => {
  const dependencies = new Map<string, Link>();
  const closes = new Map<string, Link>();
  const named = new Set<ItemKey>();

  let heading: DependencyWord | undefined;
  for (const line of saidLines(text.slice(0, bounds.text))) {
    if (named.size >= bounds.links) break;
    const items = namedItems(line, context);
    for (const { key } of items) if (key !== undefined && key !== context.here) named.add(key);

    const words = dependencyWords(line);
    const listed = heading === undefined ? undefined : statementBelow(heading, line, items);
    for (const statement of listed ?? statementsIn(line, words, items, context.here)) {
      const into = statement.word.kind === 'implements' ? closes : dependencies;
      for (const key of statement.keys) {
        if (key !== context.here) addLink(into, linkFrom(statement, key, context.by));
      }
    }
    if (listed === undefined && line !== '') heading = headingOf(line, words);
  }

  const stated = new Set([...dependencies.values(), ...closes.values()].map(({ key }) => key));
  return {
    dependencies: bounded(dependencies.values()),
    closes: bounded(closes.values()),
    mentions: bounded(named)
      .filter((key) => !stated.has(key))
      .map((key) => ({ kind: 'mentions', key, ...(context.by && { by: context.by }) })),
  };
};

/** One dependency word with the items it speaks of. */
interface Statement {
  readonly word: DependencyWord;
  readonly keys: readonly ItemKey[];
  readonly needed?: Day;
  readonly promised?: Day;
}

const statementsIn = (
  line: string,
  words: readonly DependencyWord[],
  items: readonly NamedItem[],
  here: ItemKey,
): readonly Statement[] => {
  const found: (Statement & { readonly start: number; readonly end: number })[] = [];
  let next = 0;
  for (const word of words) {
    while ((items[next]?.start ?? Number.POSITIVE_INFINITY) < word.end) next += 1;
    const before = items[next - 1];
    // Within the name of an item (`[blocked by](…)`), or said of another item: "#4 is blocked by #5".
    if (before !== undefined && before.end > word.start) continue;
    if (before !== undefined && before.key !== here && isSubject(line.slice(before.end, word.start))) continue;
    const run = runAfter(line, word, items, next);
    const last = run.at(-1);
    if (last === undefined || isTakenBack(line.slice(last.end, last.end + 150), word)) continue;
    found.push({ word, keys: keysOf(run), start: word.start, end: last.end });
  }
  return found.map((statement, index) => ({
    ...statement,
    ...datesIn(line.slice(statement.end, found[index + 1]?.start)),
  }));
};

/** Between the item and the word that speaks of it stands at most an auxiliary: "#4 (is still", "#4:". */
const isSubject = (gap: string): boolean =>
  gap.length < 60 &&
  /^[\s(:*_–—-]*(?:(?:which|that|is|are|was|were|be|been|has|had|will|still|currently|also|now|not|no|longer|then|ist|wird|est|está|è)[\s*_]+)*$/iu.test(
    gap,
  );

/** The items right after a word, as far as they are listed one after the other. */
const runAfter = (
  line: string,
  word: DependencyWord,
  items: readonly NamedItem[],
  from: number,
): readonly NamedItem[] => {
  const first = items[from];
  return first !== undefined && leadsTo(line.slice(word.end, first.start), word) ? runFrom(line, items, from) : [];
};

const runFrom = (line: string, items: readonly NamedItem[], from: number): readonly NamedItem[] => {
  const rest = items.slice(from);
  const stop = rest.findIndex((item, index) => index > 0 && !isSeparator(line.slice(rest[index - 1]?.end, item.start)));
  return stop === -1 ? rest : rest.slice(0, stop);
};

/** What may stand between a dependency word and the item: nothing much, or a noun that the item explains ("the migration in #45"). */
const leadsTo = (gap: string, { kind }: DependencyWord): boolean =>
  gap.length < 100 &&
  (/^[\s:：("'*_[<=>-]*(?:(?:both|all|of|the|these|this|our|on|upon|issues?|items?|tickets?|tasks?|bugs?|prs?|pull requests?|pull|work|also|der|die|das|dem|den|la|le|el|o|a|il)[\s:("'*_[<]+)*$/iu.test(
    gap,
  ) ||
    // "Fixes a bug in #4" is no word on #4.
    (kind !== 'implements' &&
      /^ (?!no |not |none |nothing )(?:[\p{L}\p{N}'’-]+ ){1,6}(?:in |from |of |by |with |\()$/iu.test(gap)));

const isSeparator = (gap: string): boolean =>
  gap.length < 100 &&
  /^(?:[\s,;，、&+/*_"'\][<>)(|]|(?<!\p{L})(?:and|or|und|oder|et|ou|y|e|o|en|as well as|also|plus|と)(?!\p{L}))*$/iu.test(
    gap.replace(/\([^()]*\)/gu, ' '),
  );

/** A question states nothing, nor does "no longer" afterwards, nor "needs" without its "first". */
const isTakenBack = (rest: string, { closing }: DependencyWord): boolean =>
  /^[^.!;?]*\?(?!\S)/u.test(rest) ||
  /^[\s,:;(–—-]*(?:no longer|not any ?more|nicht mehr)\b/iu.test(rest) ||
  (closing !== undefined && !closing.test(rest));

const datesIn = (rest: string): Pick<Statement, 'needed' | 'promised'> => {
  const needed = dayAfter(/\bneeded by (\d{4}-\d{2}-\d{2})(?!\d)/iu, rest);
  const promised = dayAfter(/\bpromised for (\d{4}-\d{2}-\d{2})(?!\d)/iu, rest);
  return { ...(needed !== undefined && { needed }), ...(promised !== undefined && { promised }) };
};

const dayAfter = (words: RegExp, text: string): Day | undefined => {
  const day = words.exec(text)?.[1];
  if (day === undefined) return undefined;
  const instant = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day ? undefined : day;
};

/** A line that is a dependency word and nothing else ("## Blocked by:") speaks of the items listed below it. */
const headingOf = (line: string, words: readonly DependencyWord[]): DependencyWord | undefined => {
  const word = words[0];
  if (word === undefined || word.kind === 'implements' || word.closing !== undefined) return undefined;
  return /^[\s#*_]*$/u.test(line.slice(0, word.start)) && /^[\s:：*_]*$/u.test(line.slice(word.end)) ? word : undefined;
};

const statementBelow = (
  word: DependencyWord,
  line: string,
  items: readonly NamedItem[],
): readonly Statement[] | undefined => {
  const first = items[0];
  if (first === undefined || !/^(?:[-*+•]|\d{1,3}[.)])?\s*(?:\[[ xX]\]\s*)?$/u.test(line.slice(0, first.start))) {
    return line === '' ? [] : undefined;
  }
  const run = runFrom(line, items, 0);
  return [{ word, keys: keysOf(run), ...datesIn(line.slice(run.at(-1)?.end)) }];
};

const keysOf = (items: readonly NamedItem[]): readonly ItemKey[] => items.flatMap(({ key }) => key ?? []);

const linkFrom = ({ word, needed, promised }: Statement, key: ItemKey, by: Person | undefined): Link => ({
  kind: word.kind,
  key,
  word: word.text.slice(0, bounds.word),
  ...(by !== undefined && { by }),
  ...(!word.hard && { hard: false }),
  ...(needed !== undefined && { needed }),
  ...(promised !== undefined && { promised }),
});

/** The same dependency said twice is one; hard outweighs soft, and a date is not lost. */
const addLink = (links: Map<string, Link>, link: Link): void => {
  const id = `${link.kind} ${link.key}`;
  const known = links.get(id);
  if (known === undefined) {
    links.set(id, link);
    return;
  }
  const { hard: _soft, ...stronger } = { ...link, ...known };
  links.set(id, known.hard === false && link.hard === false ? { ...stronger, hard: false } : stronger);
};

const bounded = <Value>(values: Iterable<Value>): Value[] => [...values].slice(0, bounds.links);
