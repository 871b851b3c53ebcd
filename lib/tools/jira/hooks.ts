import type { Dom } from '../dom.ts';

/** Jira Cloud's test hooks: `data-test-id` until about 2023, then both, since 2026 mostly `data-testid`. */
const spellings = ['data-testid', 'data-test-id'] as const;

const selector =
  (operator: string) =>
  (...names: readonly string[]) =>
    names.flatMap((name) => spellings.map((spelling) => `[${spelling}${operator}"${name}"]`)).join(', ');

/** Elements with one of these hooks. */
export const hook = selector('=');
/** Elements whose hook starts so: lists and fields add a number or a key to theirs. */
export const hookStart = selector('^=');
export const hookPart = selector('*=');

export const hookOf = (dom: Dom, element: Element): string =>
  dom.attribute(element, 'data-testid') ?? dom.attribute(element, 'data-test-id') ?? '';

/** What people wrote. Nothing in it is Jira's own word, whatever hooks it carries. */
export const written = [
  hookStart('issue.views.field.rich-text', 'issue-comment-base.ui.comment', 'comment-base-item'),
  hook('issue.activity.comment'),
  '.ak-renderer-document',
  '.ProseMirror',
  '[contenteditable="true"]',
  '.user-content-block',
  '.flooded',
  '[data-fieldtype="textarea"]',
  '#description-val',
  '#descriptionArea',
  '.activity-comment',
  '[id^="comment-body-"]',
  'td.description',
  'td.environment',
  'td[class^="customfield_"]',
].join(', ');

export const isWritten = (dom: Dom, element: Element): boolean => dom.closest(element, written) !== undefined;

/** The first match that is Jira's own. */
export const firstOwn = (dom: Dom, query: string, from?: Element): Element | undefined =>
  dom.all(query, from).find((element) => !isWritten(dom, element));

export const allOwn = (dom: Dom, query: string, from?: Element): readonly Element[] =>
  dom.all(query, from).filter((element) => !isWritten(dom, element));
