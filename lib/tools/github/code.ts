import { bounds, type Link } from '../../core/item.ts';
import { type ItemKey, splitKey } from '../../core/key.ts';
import { readText, type TextReading } from '../../core/text.ts';
import type { Page } from '../reader.ts';
import { id } from './addresses.ts';
import { type Header, refParts } from './header.ts';
import { allOutside, elsewhere, firstOutside, written } from './scope.ts';

/** The head branch, without its repository's owner. */
export const readBranch = (page: Page, { container }: Header): string | undefined => {
  const { dom, address } = page;
  const names = allOutside(
    dom,
    '[class*="PullRequestHeaderSummary"] [data-component="BranchName"], [class*="PullRequestHeaderSummary"] [class*="PullRequestBranchName"]',
    container,
    elsewhere,
  );
  // React names the base first, then the head.
  const head = names[1] ?? firstOutside(dom, '.gh-header-meta .head-ref', container, elsewhere);
  if (head === undefined) return undefined;
  const link = dom.matches(head, 'a') ? head : dom.first('a', head);
  return branchOfAddress(dom.attribute(link, 'href'), address) ?? branchOfWords(dom.text(head, bounds.title));
};

const branchOfAddress = (href: string | undefined, base: URL): string | undefined => {
  if (href === undefined || !URL.canParse(href, base)) return undefined;
  const path = /^\/[^/]+\/[^/]+\/tree\/(.+)$/u.exec(new URL(href, base).pathname)?.[1];
  if (path === undefined) return undefined;
  try {
    return decodeURIComponent(path).slice(0, bounds.title);
  } catch {
    return path.slice(0, bounds.title);
  }
};

/** `mona:feature/x` for a fork; a branch name cannot hold a colon. */
const branchOfWords = (words: string): string | undefined => words.split(':').pop()?.trim() || undefined;

/** The head commit: the last one in the timeline, which the page updates after a push. */
export const readCommit = (page: Page, { container }: Header, key: ItemKey): string | undefined => {
  const { name, number } = refParts(key);
  const own = `/${name}/pull/${number}/commits/`;
  return allOutside(page.dom, '.js-timeline-item a[href*="/commits/"]', container, written)
    .map((link) => page.dom.attribute(link, 'href')?.toLowerCase() ?? '')
    .flatMap((href) => (href.includes(own) ? (/\/([\da-f]{40})$/u.exec(href)?.[1] ?? []) : []))
    .at(-1);
};

/**
 * The items that a pull request is code for (D8): keys in its title and branch, and in its description closing keywords
 * and addresses of other tools' items. GitHub's own numbers count only behind a closing keyword: in titles and
 * descriptions they mostly name earlier pull requests.
 */
export const codeLinks = (
  page: Page,
  key: ItemKey,
  pull: { readonly title?: string; readonly branch?: string; readonly opening?: TextReading },
): readonly Link[] => {
  const inTitle = readText(pull.title ?? '', { here: key, locate: page.locate, expand: page.expand });
  const named = [
    ...inTitle.closes.map((link) => link.key),
    ...inTitle.mentions.map((link) => link.key).filter(isElsewhere),
    ...keysInBranch(page, key, pull.branch ?? ''),
    ...(pull.opening?.closes.map((link) => link.key) ?? []),
    ...(pull.opening?.mentions.map((link) => link.key).filter(isElsewhere) ?? []),
  ];
  return [...new Set(named)]
    .filter((to) => to !== key)
    .slice(0, bounds.links)
    .map((to) => ({ kind: 'implements', key: to }));
};

const isElsewhere = (key: ItemKey): boolean => splitKey(key).tool !== id;

/** `feature/pay-231-retry`: branches are often lower case, keys never are. Only known projects are believed. */
const keysInBranch = (page: Page, here: ItemKey, branch: string): readonly ItemKey[] =>
  Array.from(
    branch.slice(0, bounds.title).matchAll(/(?<![A-Za-z\d])[A-Za-z][A-Za-z\d_]{1,30}-\d{1,10}(?![A-Za-z\d])/gu),
  )
    .slice(0, 10)
    .flatMap(([word]) => page.expand(word.toUpperCase(), here) ?? [])
    .filter(isElsewhere);
