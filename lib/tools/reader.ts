import type { Observation } from '../core/item.ts';
import type { ItemKey, Site } from '../core/key.ts';
import type { Person } from '../core/person.ts';
import type { Result } from '../core/result.ts';
import type { Dom } from './dom.ts';
import type { Tool } from './tool.ts';

/** A page to be read. Everything a reader may know arrives here: no global, no clock, no other tool. */
export interface Page {
  /** The address at the moment of reading: the only source of identity (K1). */
  readonly address: URL;
  readonly dom: Dom;
  readonly sites: readonly Site[];
  /** The item that any tool's address names. */
  readonly locate: (address: URL) => ItemKey | undefined;
  /** The item that a short form (`#45`, `acme/api#45`, `PAY-231`) means in the text of `here` (D8). */
  readonly expand: (word: string, here: ItemKey) => ItemKey | undefined;
  /** `YYYY-MM-DD`, for dates that a page writes without a year. */
  readonly today: string;
}

/** The address is an item's, but the page does not show what such a page shows (K5). */
export interface PageDrift {
  readonly type: 'PageDrift';
  /** Names of what was looked for and not found: `title`, `state`. */
  readonly missing: readonly string[];
}

/** The address is an item's, but the page (still) shows another one, or nothing yet: wait, say nothing. */
export interface PageNotReady {
  readonly type: 'PageNotReady';
}

export interface Listed {
  readonly observation: Observation;
  /** Where a mark can stand without changing the row's height: it is put in as this element's last child. */
  readonly mark?: Element;
}

/** How the pages of one tool are read. */
export interface Reader {
  readonly tool: Tool;

  /** What does this item page say? Never changes the page. */
  readonly read: (page: Page) => Result<Observation, PageDrift | PageNotReady>;
  /** Selector of every listed item's own element, all variants of markup, newest first. */
  readonly rows: string;
  /** What one such element says. Undefined: a placeholder, a draft, not an item. */
  readonly row: (page: Page, row: Element) => Listed | undefined;
  /** The item page's title element: the strip goes under it, the mark beside it. The same element each time, or none. */
  readonly title: (page: Page) => Element | undefined;
  /** The element that holds the item (a pane, a dialog, the page's main part); changes outside of it do not concern the item. */
  readonly container: (page: Page) => Element | undefined;
  /** Attributes within the container whose change means that the item changed. */
  readonly attributes: readonly string[];
  /** Who is signed in, where the page tells. */
  readonly me: (page: Page) => Person | undefined;
  /** The page's own theme, where it says one. */
  readonly theme: (page: Page) => 'light' | 'dark' | undefined;
  /** Whether strangers can read this page (P3). Absent: they cannot. */
  readonly isPublic?: (page: Page) => boolean;
  /** Selector of links on which the page opens a card of its own: ours stays away. */
  readonly ownCards?: string;
}
