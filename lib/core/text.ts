import { type DependencyWord, dependencyWords } from './dependency-words.ts';
import { bounds, type Day, type Link } from './item.ts';
import type { ItemKey } from './key.ts';
import { type NamedItem, type NamingContext, namedItems } from './named-items.ts';
import type { Person } from './person.ts';
import { isSeparator, isSubject, isTakenBack, leadsTo } from './phrasing.ts';
import { saidLines } from './said.ts';
import { seen } from './seen.ts';

export interface TextContext extends NamingContext {
  /** Who wrote it. */
  readonly by?: Person;
}

export interface TextReading {
  /** Links of kind `blocks` and `blocked-by` from dependency words (D7). */
  readonly dependencies: readonly Link[];
  /** Links of kind `implements` from closing keywords ("fixes #12", "implements PAY-3"). "Part of" is none. */
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
  for (const line of saidLines(withinBounds(text))) {
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

/** Ends before a word that the bound, here or where the text was made, cuts in two: a part of it names another item. */
const withinBounds = (text: string): string => {
  if (text.length < bounds.text) return text;
  let end = bounds.text;
  while (end > 0 && !/\s/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
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

const datesIn = (rest: string): Pick<Statement, 'needed' | 'promised'> => {
  const needed = dayAfter(/\bneeded by (\d{4}-\d{2}-\d{2})(?!\d)/iu, rest);
  const promised = dayAfter(/\bpromised for (\d{4}-\d{2}-\d{2})(?!\d)/iu, rest);
  return seen<Pick<Statement, 'needed' | 'promised'>>({ needed, promised });
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
  const marker = line.slice(0, items[0]?.start);
  if (!/^(?:[-*+•]|\d{1,3}[.)])?\s*(?:\[[ xX]\]\s*)?$/u.test(marker)) return undefined;
  const run = runFrom(line, items, 0);
  return [{ word, keys: keysOf(run), ...datesIn(line.slice(run.at(-1)?.end)) }];
};

const keysOf = (items: readonly NamedItem[]): readonly ItemKey[] => items.flatMap(({ key }) => key ?? []);

const linkFrom = ({ word, needed, promised }: Statement, key: ItemKey, by: Person | undefined): Link =>
  seen<Link>({
    kind: word.kind,
    key,
    word: word.text.slice(0, bounds.word),
    by,
    hard: word.hard ? undefined : false,
    needed,
    promised,
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
