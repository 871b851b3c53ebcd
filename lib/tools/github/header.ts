import type { Kind } from '../../core/item.ts';
import { type ItemKey, splitKey } from '../../core/key.ts';
import type { Dom } from '../dom.ts';
import type { Page } from '../reader.ts';
import { locate } from './addresses.ts';
import { allOutside, elsewhere, firstOutside, written } from './scope.ts';

/** The head of an item as one generation of GitHub's interface draws it. */
interface Variant {
  readonly title: string;
  /** Around the title: what it says of repository and number is about the same item. */
  readonly region: string;
  /** Around the whole item; the document's main part where nothing narrower is there. */
  readonly container: string;
  /** State labels within the container that are about the item itself. */
  readonly state: string;
  readonly kind: (dom: Dom, region: Element) => Kind | undefined;
}

const main = 'main, #repo-content-turbo-frame, #js-repo-pjax-container, #js-pjax-container';

/** Newest first. All stay: GitHub serves several at once, Enterprise Server keeps the old ones for years. */
const variants: readonly Variant[] = [
  // Issues in React, page and side pane (2025-02 on)
  {
    title: '[data-testid="issue-title"]',
    region: '[data-testid="issue-header"]',
    container: '[data-testid="issue-viewer-container"], [class*="issueViewerContainer"], [role="dialog"]',
    state: '[data-testid="header-state"]',
    kind: () => 'issue',
  },
  // Pull requests in React (2026-07 on)
  {
    title: '[data-component="PH_Title"] .markdown-title:not([data-testid])',
    region: '[data-component="PageHeader"], [class*="prc-PageHeader-PageHeader"]',
    container: main,
    state: '[data-component="StateLabel"], [class*="prc-StateLabel-StateLabel"], [class^="StateLabel"]',
    kind: () => 'pull-request',
  },
  // Issues, pull requests and discussions from Rails (to 2025-26)
  {
    title: '.gh-header-show .js-issue-title, .gh-header-title .js-issue-title, .js-issue-title',
    region: '#partial-discussion-header, .gh-header',
    container: main,
    state: '.gh-header-meta .State, .gh-header .State, .State',
    kind: (dom, region) => {
      const classes = (dom.attribute(region, 'class') ?? '').split(/\s+/u);
      if (classes.includes('pull')) return 'pull-request';
      return classes.includes('issue') ? 'issue' : undefined;
    },
  },
];

export interface Header {
  readonly kind: Kind;
  readonly title: Element;
  readonly state: Element | undefined;
  readonly region: Element;
  readonly container: Element;
}

/** What the page's heads say about the item of the address: it is there, another one is, or none at all. */
export type HeaderFinding =
  | { readonly type: 'found'; readonly header: Header }
  | { readonly type: 'another' | 'unconfirmed' | 'none' };

/**
 * Finds the head of the item that the address names. After a navigation inside the page the old head may stand for
 * a while, so one is believed only if its own number and repository are the address's (T2).
 */
export const findHeader = (page: Page, key: ItemKey): HeaderFinding => {
  const { dom } = page;
  let best: HeaderFinding = { type: 'none' };
  for (const variant of variants) {
    for (const title of allOutside(dom, variant.title, undefined, elsewhere)) {
      const region = dom.closest(title, variant.region) ?? dom.parent(title);
      if (region === undefined) continue;
      const about = aboutOf(page, region, title, key);
      if (about === 'this') return { type: 'found', header: headerFrom(page, variant, region, title) };
      // Another item's head explains why this one's is not there; a head that says nothing does not.
      if (best.type !== 'another') best = { type: about };
    }
  }
  return best;
};

const headerFrom = ({ dom, address }: Page, variant: Variant, region: Element, title: Element): Header => {
  const container = dom.closest(title, variant.container) ?? dom.closest(title, 'body') ?? region;
  return {
    kind: variant.kind(dom, region) ?? kindOfAddress(address),
    title,
    region,
    container,
    state: firstOutside(dom, variant.state, container, elsewhere),
  };
};

/** The kind that a path speaks of. `/issues/N` of a pull request redirects, so by the time it is read it is right. */
export const kindOfAddress = ({ pathname }: URL): Kind => {
  if (/^\/[^/]+\/[^/]+\/pull\//u.test(pathname)) return 'pull-request';
  return /^\/[^/]+\/[^/]+\/discussions\//u.test(pathname) ? 'discussion' : 'issue';
};

type About = 'this' | 'another' | 'unconfirmed';

const aboutOf = (page: Page, region: Element, title: Element, key: ItemKey): About => {
  const { name, number } = refParts(key);
  const repositories = repositoriesIn(page, region, title);
  if (repositories.size > 0 && !repositories.has(name)) return 'another';
  const shown = numberBeside(page.dom, title);
  if (shown !== undefined) return shown === number ? 'this' : 'another';
  return aboutDocument(page, key);
};

export const refParts = (key: ItemKey): { readonly name: string; readonly number: number } => {
  const [name = '', number = ''] = splitKey(key).ref.split('#');
  return { name, number: Number(number) };
};

/** `#45` in the title's heading, outside of the title itself: a title may hold any number. */
const numberBeside = (dom: Dom, title: Element): number | undefined => {
  const heading = dom.closest(title, 'h1, h2') ?? dom.parent(title);
  if (heading === undefined) return undefined;
  for (const element of dom.all('*', heading)) {
    if (dom.contains(title, element) || dom.contains(element, title)) continue;
    const number = /^# ?(\d{1,9})$/u.exec(dom.text(element, 20))?.[1];
    if (number !== undefined) return Number(number);
  }
  return undefined;
};

/** Repositories (`acme/api`) that links and update addresses of the head lead into, the title's own text aside. */
const repositoriesIn = ({ dom, address }: Page, region: Element, title: Element): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const element of [region, ...dom.all('[href], [data-url]', region)]) {
    if (dom.contains(title, element)) continue;
    const given = dom.attribute(element, 'data-url') ?? dom.attribute(element, 'href');
    // "#top" is relative to the address, whatever the head is about.
    if (given === undefined || /^(?:[#?]|$)/u.test(given) || !URL.canParse(given, address)) continue;
    const { host, pathname } = new URL(given, address);
    const inside = /^\/([^/]+\/[^/]+)\/(?:issues|pull|pulls|tree|discussions)(?:\/|$)/u.exec(pathname)?.[1];
    if (host === address.host && inside !== undefined) found.add(inside.toLowerCase());
  }
  return found;
};

/** What the document says of itself, where the head has no number: the page's title, then its declared addresses. */
export const aboutDocument = (page: Page, key: ItemKey): About => {
  const named = namedByTitle(page.dom);
  const { name, number } = refParts(key);
  if (named !== undefined) return named === `${name}#${number}` ? 'this' : 'another';
  const declared = declaredKeys(page);
  return declared.includes(key) ? 'this' : 'unconfirmed';
};

/** `acme/api#45` from "… · Issue #45 · acme/api" (in any language: only the dots, number and name count). */
const namedByTitle = (dom: Dom): string | undefined => {
  const title = allOutside(dom, 'title', undefined, `svg, ${written}`)[0];
  const text = dom.text(title, 1_000);
  const found = /· [^·]*#(\d{1,9}) · ([\w.-]+\/[\w.-]+)(?: · GitHub)?$/u.exec(text);
  return found === null ? undefined : `${found[2]?.toLowerCase()}#${found[1]}`;
};

/** Items that `og:url` and the canonical link name. They may be the previous page's: never used alone against a head. */
export const declaredKeys = ({ dom, address, sites }: Page): readonly ItemKey[] =>
  [attributeOf(dom, 'meta[property="og:url"]', 'content'), attributeOf(dom, 'link[rel="canonical"]', 'href')].flatMap(
    (given) =>
      given !== undefined && URL.canParse(given, address) ? (locate(new URL(given, address), sites) ?? []) : [],
  );

/** An attribute of the document's own head or root. Saved pages may leave out the head's tags. */
export const attributeOf = (dom: Dom, selector: string, name: string): string | undefined => {
  const element = firstOutside(dom, selector, undefined, written);
  return dom.attribute(element, name);
};
