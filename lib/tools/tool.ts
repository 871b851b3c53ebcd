import type { ItemKey, Place, Site } from '../core/key.ts';

/**
 * What every part of the product knows about one tool: its addresses and its words. Shared code asks; it never says a
 * tool's name. How its pages are read stands apart (`Reader`): only a page of the tool itself has to carry that.
 */
export interface Tool {
  /** Its folder's name, and the first part of its keys. */
  readonly id: string;
  readonly name: string;
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
}

/** The tests try the examples of each tool on every tool. */
export interface AddressExample {
  readonly address: string;
  /** The key it names, or null. */
  readonly key: string | null;
}
