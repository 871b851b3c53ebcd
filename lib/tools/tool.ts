import type { Observation } from '../core/item.ts';
import type { ItemKey, Place, Site } from '../core/key.ts';
import type { Person } from '../core/person.ts';
import type { Result } from '../core/result.ts';
import type { Dom } from './dom.ts';

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

export interface AddressExample {
  readonly address: string;
  /** The key it names, or null. */
  readonly key: string | null;
}

/** Everything the product knows about one tool. Shared code asks; it never says a tool's name. */
export interface Tool {
  /** Its folder's name, and the first part of its keys. */
  readonly id: string;
  readonly name: string;
  /** The colour of its letter on a light and on a dark surface; both stand AA (tests/components/theme.test.ts). */
  readonly colour: { readonly light: string; readonly dark: string };
  /** Match patterns of its own hosts: host permissions and content-script matches. */
  readonly matches: readonly string[];
  /** Match patterns on those hosts that are another product. */
  readonly excludeMatches?: readonly string[];

  /**
   * Which item does this address name? The only source of identity (K1). Undefined: no item of this tool.
   * `sites`: self-hosted hosts known to be this tool; without them only hosts that cannot be another tool answer.
   */
  readonly locate: (address: URL, sites: readonly Site[]) => ItemKey | undefined;
  /** The address to open. `locate(link(key))` is `key`. */
  readonly link: (key: ItemKey) => URL;
  /** The project or repository that the key itself names. Undefined where a key names none. */
  readonly place: (key: ItemKey) => Place | undefined;
  /** The site that people on this page have their accounts on: `github.com`, `acme.atlassian.net`. Undefined: not this tool's page. */
  readonly site: (address: URL, sites: readonly Site[]) => string | undefined;
  /** How people say the key aloud: `PAY-7`, `acme/api#45`. Undefined where the reference is a bare number. */
  readonly short: (key: ItemKey) => string | undefined;
  /** Expands a short form found in the text of `here`; `places` are the projects known so far. */
  readonly expand: (word: string, here: ItemKey, places: readonly Place[]) => ItemKey | undefined;
  /** Addresses with the item each one names; the tests try all of them on every tool. */
  readonly examples: readonly AddressExample[];

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
  /** What the tool's pages can tell at all, so that the interface hides the rest instead of pretending. */
  readonly tells: { readonly due: boolean; readonly relations: boolean; readonly reviewers: boolean };
  /** The page that lists my own open work. `site` as in keys. */
  readonly mine: (site: string) => URL;
}
