import { wordSet } from '../core/word-set.ts';
import type { Dom } from './dom.ts';

/** Text that is not the writer's own statement: code, quotations, struck words (D7), and what is not shown. */
const notSaid = wordSet(`
  code pre kbd samp blockquote del s strike script style template noscript button textarea svg select
`);
/** Beside each other on one line, but not one word. */
const breaksWord = new Set(['td', 'th']);
const breaksLine = wordSet(`
  p div li ul ol br tr table h1 h2 h3 h4 h5 h6 section article dd dt hr details summary
`);

export interface ProseOptions {
  /** Characters at most. */
  readonly limit: number;
  /** What stands for a link: its address (to find items) or its words (to compare descriptions). */
  readonly links: 'address' | 'words';
  /** Resolves relative addresses. */
  readonly base: URL;
  /** Elements that are left out besides code, quotations and struck text. */
  readonly skip?: string;
}

/**
 * What somebody wrote, as plain lines: block elements end a line; code, quotations and struck text are left out.
 * Walks with a stack and stops at the limit, however deep or long the page's text is.
 */
export const prose = (dom: Dom, root: Element, { limit, links, base, skip }: ProseOptions): string => {
  const parts: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  type Step = Node | string;
  const stack: Step[] = [root];
  for (let step = stack.pop(); step !== undefined && length < limit; step = stack.pop()) {
    if (typeof step === 'string') {
      add(step);
      continue;
    }
    if (!dom.isElement(step)) {
      if (step.nodeType === 3) add((step.nodeValue ?? '').slice(0, limit).replace(/\s+/gu, ' '));
      continue;
    }
    const tag = dom.tag(step);
    if (notSaid.has(tag) || (skip !== undefined && step !== root && dom.matches(step, skip))) continue;
    if (tag === 'a' && links === 'address') {
      const address = absolute(dom.attribute(step, 'href'), base);
      if (address !== undefined) {
        add(` ${address} `);
        continue;
      }
    }
    const edge = breaksLine.has(tag) ? '\n' : breaksWord.has(tag) ? ' ' : undefined;
    if (edge !== undefined) stack.push(edge);
    const within = dom.childNodes(step);
    for (let index = within.length - 1; index >= 0; index -= 1) stack.push(within[index] as Node);
    if (edge !== undefined) stack.push(edge);
  }
  return parts
    .join('')
    .slice(0, limit)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
};

const absolute = (href: string | undefined, base: URL): string | undefined => {
  if (href === undefined || href.startsWith('#') || !URL.canParse(href, base)) return undefined;
  const address = new URL(href, base);
  return address.protocol === 'https:' || address.protocol === 'http:' ? address.href : undefined;
};
