import type { Link } from './item.ts';
import type { ItemKey } from './key.ts';
import type { Person } from './person.ts';

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
 * words already left out, links as addresses).
 */
export const readText = (_text: string, _context: TextContext): TextReading => ({
  dependencies: [],
  closes: [],
  mentions: [],
});
