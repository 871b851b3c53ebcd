import type { Change } from '../core/change.ts';
import type { Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import type { CardView, PageAnswer } from '../core/page-view.ts';
import type { Person } from '../core/person.ts';
import type { Result } from '../core/result.ts';

/** No answer in time, or a refusal: for a page it is the same, nothing was heard. */
export interface NotHeard {
  readonly type: string;
}

/** What a page says and asks, in one batch for each scan. */
export interface PageReport {
  /**
   * The document's address when it was read. The receiver compares it with the sender's own, and answers about the
   * item that it names: which item that is, is not for a page's script to say.
   */
  readonly address: string;
  readonly observations: readonly Observation[];
  /** Listed items whose marks are asked for; those of `observations` among them. */
  readonly marks: readonly ItemKey[];
  /** The page's own item could not be read: what was missing (K5). */
  readonly drift?: readonly string[];
  /** Who is signed in, where the page tells. */
  readonly me?: Person;
  /** Strangers can read this page (P3). */
  readonly isPublic: boolean;
  /** The page changes so fast that watching it was stopped; for the panel to say. */
  readonly paused: boolean;
}

/** The extension as a page's script knows it: it may observe, ask about what it sees, and propose. */
export interface Background {
  readonly seen: (report: PageReport) => Promise<Result<PageAnswer, NotHeard>>;
  /**
   * Cards for links that stand on the page. Asking reports them: the receiver counts the different keys of a document
   * and answers no more than `maxLinks`.
   */
  readonly cards: (
    address: string,
    keys: readonly ItemKey[],
    isPublic: boolean,
  ) => Promise<Result<readonly CardView[], NotHeard>>;
  /** About the item of the document's own address, after a click that was checked (T7). */
  readonly propose: (change: Change) => Promise<Result<null, NotHeard>>;
  /** Must be called straight from the click: the browser opens the panel only on a gesture. */
  readonly openPanel: (key: ItemKey) => void;
  /** Something this page shows may have changed: ask again. */
  readonly onUpdate: (listener: () => void, signal: AbortSignal) => void;
  /** Somebody asks what is written where the page's menu was opened. */
  readonly onPointed: (words: () => readonly string[], signal: AbortSignal) => void;
}

/** Different keys of links that one document may ask about. */
export const maxLinks = 200;
