import { type Argument, type Saying, type SignalId, titleOf } from '../lib/core/finding.ts';
import type { Day } from '../lib/core/item.ts';
import type { ItemKey } from '../lib/core/key.ts';
import type { Account } from '../lib/core/person.ts';
import { sentences, type Told } from './finding-sentences.ts';
import type { Words } from './words.ts';

/** How what a sentence names is written: as elements to read and press, or as text to copy. */
export interface Ink<Piece> {
  readonly item: (key: ItemKey) => Piece;
  readonly people: (people: readonly Account[]) => Piece;
  readonly day: (day: Day) => Piece;
  /** `at`: milliseconds. */
  readonly at: (at: number) => Piece;
}

/** A piece of a sentence. Undefined: an argument that is not there, or is of another kind. */
type Part<Piece> = string | Piece | undefined;

/**
 * What a finding says, as the pieces of a sentence in the order of the language. Of what this version has no words for,
 * the title of its check.
 */
export const sentenceOf = <Piece>(
  words: Words,
  ink: Ink<Piece>,
  { signal, says }: { readonly signal: SignalId; readonly says: Saying },
): readonly (string | Piece)[] => {
  const pieces = sentences.get(says.id)?.<Part<Piece>>(toldOf(words, ink, says.args)) ?? [];
  const known = pieces.filter((piece) => piece !== undefined);
  return known.length === 0 || known.length < pieces.length ? [words.text(titleOf(signal))] : known;
};

const toldOf = <Piece>(words: Words, ink: Ink<Piece>, args: Saying['args']): Told<Part<Piece>> => {
  const arg = (name: string): Argument | undefined => (Object.hasOwn(args, name) ? args[name] : undefined);
  return {
    words,
    item: (name) => {
      const value = arg(name);
      return value !== undefined && 'item' in value ? ink.item(value.item) : undefined;
    },
    people: (name) => {
      const value = arg(name);
      return value !== undefined && 'people' in value ? ink.people(value.people) : undefined;
    },
    day: (name) => {
      const value = arg(name);
      return value !== undefined && 'day' in value ? ink.day(value.day) : undefined;
    },
    at: (name) => {
      const value = arg(name);
      return value !== undefined && 'at' in value ? ink.at(value.at) : undefined;
    },
    number: (name) => {
      const value = countIn(arg(name));
      return value === undefined ? undefined : words.number(value);
    },
    items: (name) => {
      const value = countIn(arg(name));
      return value === undefined ? undefined : words.count('countItems', value);
    },
    count: (name) => countIn(arg(name)) ?? 0,
  };
};

const countIn = (value: Argument | undefined): number | undefined =>
  value !== undefined && 'count' in value ? value.count : undefined;
