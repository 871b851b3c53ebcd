import { digestOf, firstTokens } from '../../core/digest.ts';
import { bounds, type Facts, type Instant, type Link, type LinkGroup } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import { seen } from '../../core/seen.ts';
import { readText, type TextReading } from '../../core/text.ts';
import { prose } from '../prose.ts';
import type { Page } from '../reader.ts';
import type { Header } from './header.ts';
import { personOf } from './people.ts';
import { allOutside, firstOutside, timeIn, written } from './scope.ts';
import { isSettled } from './settled.ts';

/** Something somebody wrote on the page. */
interface Said {
  readonly body: Element;
  readonly by?: Person;
  readonly at?: Instant;
}

export interface Conversation {
  readonly author?: Person;
  readonly created?: Instant;
  readonly facts: Facts;
  /** What the description names, for D8. */
  readonly opening?: TextReading;
  /** The description as plain lines. */
  readonly lines?: string;
  readonly partial: readonly LinkGroup[];
}

/** Description and visible comments, and the items they name, each with its writer. */
export const readConversation = (page: Page, header: Header, key: ItemKey): Conversation => {
  const opening = findOpening(page, header);
  // Without the description this is another tab of the item (files, commits), which says nothing about its text.
  if (opening === undefined) return { facts: {}, partial: [] };
  const comments = findComments(page, header, opening);
  const lines = linesOf(page, opening.body);
  const first = readText(lines, contextOf(page, key, opening));
  const readings = [first, ...comments.map((said) => readText(linesOf(page, said.body), contextOf(page, key, said)))];
  return {
    ...(opening.by && { author: opening.by }),
    ...(opening.at !== undefined && { created: opening.at }),
    facts: {
      ...descriptionFacts(page, opening.body),
      links: {
        text: unique(readings.flatMap(({ dependencies }) => dependencies)),
        mentions: unique(readings.flatMap(({ mentions }) => mentions)),
      },
    },
    opening: first,
    lines,
    partial: isWhole(page, header) && comments.length < mostComments ? [] : ['text', 'mentions'],
  };
};

const mostComments = 200;

const contextOf = (page: Page, here: ItemKey, { by }: Said): Parameters<typeof readText>[1] => ({
  ...seen({ by }),
  here,
  locate: page.locate,
  expand: page.expand,
});

/** Links stand as addresses: GitHub writes the title of the other item where its author wrote a number. */
const linesOf = ({ dom, address }: Page, body: Element): string =>
  prose(dom, body, { limit: bounds.text, links: 'address', base: address });

const descriptionFacts = (page: Page, body: Element): Facts => {
  if (isPlaceholder(page, body)) return { description: '', digest: digestOf('') };
  const { dom, address } = page;
  // Titles of other items are not the writer's words, and they change without the description changing.
  const words = prose(dom, body, { limit: bounds.text, links: 'words', base: address, skip: referenceLink });
  return { description: firstTokens(words), digest: digestOf(wholeText(page, body)) };
};

const referenceLink = 'a.issue-link, a[data-hovercard-type="issue"], a[data-hovercard-type="pull_request"]';

/** All that the description says, code included, references by address. */
const wholeText = ({ dom, address }: Page, body: Element): string => {
  const parts: string[] = [];
  const stack: Node[] = [body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!dom.isElement(node)) {
      if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    } else if (dom.matches(node, referenceLink)) {
      const href = dom.attribute(node, 'href') ?? '';
      parts.push(URL.canParse(href, address) ? new URL(href, address).href : href);
    } else if (!dom.matches(node, 'button, svg, template, clipboard-copy, [role="tooltip"]')) {
      stack.push(...[...dom.childNodes(node)].reverse());
    }
  }
  return parts.join('');
};

/** "No description provided." is the page's word, in italics and alone. */
const isPlaceholder = ({ dom }: Page, body: Element): boolean => {
  const all = dom.text(body, 100);
  const italics = dom.first('em', body);
  return italics !== undefined && dom.text(italics, 100) === all && /^no description provided\.?$/iu.test(all);
};

/** The description: the first thing written, in React's body or in Rails' first comment group. */
const findOpening = (page: Page, { container }: Header): Said | undefined => {
  const { dom } = page;
  const react = firstOutside(dom, '[data-testid="issue-body"]', container, `${written}, ${commentArea}`);
  if (react !== undefined) {
    const body = outermost(page, react)[0];
    const author = firstOutside(dom, '[data-testid="issue-body-header-author"]', react, written);
    const time = firstOutside(dom, '[data-testid="issue-body-header-link"]', react, written);
    return body === undefined ? undefined : saidFrom(page, body, author, time);
  }
  const group = firstOutside(
    dom,
    '.timeline-comment-group[id^="issue-"], .timeline-comment-group[id^="pullrequest-"], .timeline-comment-group[id^="discussion-"]',
    container,
    written,
  );
  const body = group === undefined ? undefined : outermost(page, group)[0];
  return body === undefined ? undefined : saidIn(page, body, group);
};

const commentArea = '[data-testid="issue-viewer-comments-container"]';
/** What surrounds one comment: React, then Rails. */
const comment =
  '[data-wrapper-timeline-id], .react-issue-comment, .timeline-comment, .review-comment, .js-comment, .timeline-comment-group, .js-comment-container';

const findComments = (page: Page, { container }: Header, opening: Said): readonly Said[] => {
  const { dom } = page;
  return outermost(page, container)
    .filter((body) => body !== opening.body && dom.closest(body, comment) !== undefined)
    .filter((body) => dom.closest(body, '[hidden], .minimized-comment, [data-testid="comment-composer"]') === undefined)
    .slice(0, mostComments)
    .map((body) => saidIn(page, body, dom.closest(body, comment)));
};

/** Bodies that do not stand within another body: whatever is written inside one is part of it. */
const outermost = ({ dom }: Page, from: Element): readonly Element[] =>
  dom.all('[data-testid="markdown-body"], .js-comment-body, .markdown-body', from).filter((body) => {
    const parent = dom.parent(body);
    return parent === undefined || dom.closest(parent, written) === undefined;
  });

const saidIn = (page: Page, body: Element, group: Element | undefined): Said => {
  const { dom } = page;
  const author = firstOutside(
    dom,
    'a.author, [data-testid*="author"], a[data-hovercard-url^="/users/"]',
    group,
    written,
  );
  const time = firstOutside(dom, 'a.js-timestamp, relative-time, time-ago', group, written);
  return saidFrom(page, body, author, time);
};

const saidFrom = (page: Page, body: Element, author: Element | undefined, time: Element | undefined): Said => {
  const by = author === undefined ? undefined : personOf(page.dom, author, page.address);
  const at = timeIn(page.dom, time);
  return seen<Said>({ body, by, at });
};

/** False where the page says that it holds more comments back, or has not loaded them yet. */
const isWhole = ({ dom }: Page, { container }: Header): boolean => {
  const hidden =
    '.ajax-pagination-form, .js-ajax-pagination, [data-testid*="load-more"], [data-testid*="issue-timeline-load"], [class*="LoadMore"]';
  return isSettled(dom, container) && allOutside(dom, hidden, container, written).length === 0;
};

const unique = (links: readonly Link[]): readonly Link[] =>
  [...new Map(links.map((link) => [`${link.kind} ${link.key} ${link.by?.handle ?? ''}`, link])).values()].slice(
    0,
    bounds.links,
  );
