import { type Dom, foldSpace } from '../dom.ts';

/** What people wrote. Whatever stands in it, however it looks, is text and never the page's own statement (T1). */
export const written =
  '.markdown-body, .comment-body, .js-comment-body, [data-testid="markdown-body"], [contenteditable], textarea';

/** Second copies of the header that stay on the screen while scrolling. */
const sticky =
  '[data-testid="issue-metadata-sticky"], [class*="StickyPullRequestHeader"], [class*="tickyHeader"], .gh-header-sticky';

/** Events, cross-references and comments: they show states and titles of other items. */
export const timeline =
  '.js-timeline-item, .TimelineItem, [data-testid="issue-viewer-comments-container"], [data-timeline-event-id]';

const hovering = '.Popover, .js-hovercard-content, [class*="Hovercard-module"], [role="tooltip"]';

/** Everything that is not the page's own statement about its item. */
export const elsewhere = [written, sticky, timeline, hovering].join(', ');

/** All matches below `from` that do not stand in one of the `excluded` places. */
export const allOutside = (
  dom: Dom,
  selector: string,
  from: Element | undefined,
  excluded: string,
): readonly Element[] =>
  dom.all(selector, from).filter((element) => {
    const place = dom.closest(element, excluded);
    // A scope that itself stands in such a place (the list inside a dialog) does not exclude its own content.
    return place === undefined || (from !== undefined && place !== from && dom.contains(place, from));
  });

export const firstOutside = (
  dom: Dom,
  selector: string,
  from: Element | undefined,
  excluded: string,
): Element | undefined => allOutside(dom, selector, from, excluded)[0];

/** Text within an element, without what only readers of screens get. Folded and bounded like `dom.text`. */
export const visibleText = (dom: Dom, element: Element, limit: number): string => {
  const parts: string[] = [];
  const stack: Node[] = [element];
  for (let node = stack.pop(), length = 0; node !== undefined && length < limit * 4; node = stack.pop()) {
    if (!dom.isElement(node)) {
      const text = node.nodeType === 3 ? (node.nodeValue ?? '') : '';
      parts.push(text);
      length += text.length;
    } else if (!dom.matches(node, '.sr-only, [class*="VisuallyHidden"], [role="tooltip"], svg')) {
      stack.push(...[...dom.childNodes(node)].reverse());
    }
  }
  return foldSpace(parts.join('')).slice(0, limit);
};

/** The time that an element or its first time element gives, with its date and clock; relative words give none. */
export const timeIn = (dom: Dom, element: Element | undefined): string | undefined => {
  if (element === undefined) return undefined;
  const shown = dom.matches(element, times) ? element : dom.first(times, element);
  const given = dom.attribute(shown, 'datetime');
  return given !== undefined && /^\d{4}-\d{2}-\d{2}T[\d:.]{5,15}(?:Z|[+-]\d{2}:?\d{2})?$/u.test(given)
    ? given
    : undefined;
};

/** `time-ago` until 2022, `relative-time` since. */
export const times = 'relative-time, time-ago, time';
