import type { ItemKey } from '../../core/key.ts';
import type { Page } from '../reader.ts';
import { keyAt, locate, siteOfPage } from './addresses.ts';

export const addressOf = (page: Page, element: Element): URL | undefined => {
  const href = page.dom.attribute(element, 'href');
  return href === undefined || !URL.canParse(href, page.address) ? undefined : new URL(href, page.address);
};

const attributes = ['data-issue-key', 'data-issuekey', 'data-key'] as const;

/** The key that an element carries as an attribute, as an item of this page's site. */
export const carriedKey = (page: Page, element: Element): ItemKey | undefined => {
  const site = siteOfPage(page.address, page.sites);
  for (const name of attributes) {
    const key = keyAt(site, page.dom.attribute(element, name));
    if (key !== undefined) return key;
  }
  return undefined;
};

/**
 * The Jira item that a link leads to. Its address decides (K1); saved pages have links that lead nowhere any more,
 * there the key that the link carries counts.
 */
export const linkedKey = (page: Page, link: Element): ItemKey | undefined => {
  const address = addressOf(page, link);
  return (address === undefined ? undefined : locate(address, page.sites)) ?? carriedKey(page, link);
};

export const itemLinks = 'a[href*="/browse/"], a[data-issue-key], a[href*="selectedIssue="]';

/** The item of the first link below `from` that leads to one. */
export const firstLinkedKey = (page: Page, from: Element, query = itemLinks): ItemKey | undefined => {
  for (const link of page.dom.matches(from, query) ? [from] : page.dom.all(query, from)) {
    const key = linkedKey(page, link);
    if (key !== undefined) return key;
  }
  return undefined;
};
