import { bounds, type LinkGroup } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import { splitKey } from '../../core/key.ts';
import type { Dom } from '../dom.ts';
import type { Page } from '../reader.ts';
import { assigneesIn, dueFields, headPriority, labelsIn, personIn, reporterIn, statusIn } from './cloud-fields.ts';
import { hierarchyIn, linkGroups, otherItems, relationsIn } from './cloud-links.ts';
import { dayIn, instantIn } from './dates.ts';
import type { Found } from './facts.ts';
import { allOwn, firstOwn, hook, hookOf, hookPart, hookStart } from './hooks.ts';
import { linkedKey } from './references.ts';
import type { Sight } from './sight.ts';
import { stateOf } from './status.ts';
import { digestIn, readWriting, startOf, type Writing } from './writing.ts';

const crumbs = hook('issue.views.issue-base.foundation.breadcrumbs.current-issue.item');
const headings = hook('issue.views.issue-base.foundation.summary.heading');
/** Parts that lie far from each other within one issue view. */
const landmarks = [
  headings,
  hook('issue.views.issue-base.foundation.status.status-field-wrapper'),
  hook('issue.views.field.user.assignee', 'issue.issue-view-layout.issue-view-assignee-field.assignee'),
  hook('issue.views.field.rich-text.description'),
  hook('created-date.ui.read.meta-date'),
];
const frames = '[role="dialog"], main, [role="main"], body';

/**
 * Full page, modal dialog and side panel are one view in different frames. The bread crumb tells whose view it is; a
 * view without one is believed where the title of the document names the item.
 */
export const seeCloudIssue = (page: Page, key: ItemKey): Sight => {
  const { dom } = page;
  const found = allOwn(dom, crumbs);
  const crumb = found.find((one) => linkedKey(page, one) === key);
  if (crumb !== undefined) return { type: 'this', container: around(dom, crumb) };
  if (found.length > 0) return { type: 'another' };
  const heading = firstOwn(dom, headings);
  if (heading === undefined) return { type: 'none' };
  return isTitled(page, key) ? { type: 'this', container: around(dom, heading) } : { type: 'another' };
};

/** Whether the document's title names the item: `[PAY-7] Title - Jira`. */
export const isTitled = ({ dom }: Page, key: ItemKey): boolean => {
  const title = dom.first('title');
  const { ref } = splitKey(key);
  return title !== undefined && new RegExp(`(?:^|[^\\w-])${ref}(?![\\w-])`, 'u').test(dom.text(title, bounds.title));
};

/** The lowest element that holds a view's far parts, at most the frame it stands in. */
const around = (dom: Dom, part: Element): Element => {
  const frame = dom.closest(part, frames) ?? part;
  const wanted = landmarks.filter((landmark) => firstOwn(dom, landmark, frame) !== undefined);
  let at = part;
  while (at !== frame && !wanted.every((landmark) => dom.first(landmark, at) !== undefined)) {
    at = dom.parent(at) ?? frame;
  }
  return at;
};

export const cloudTitle = (dom: Dom, container: Element): Element | undefined => firstOwn(dom, headings, container);

export const readCloudIssue = (page: Page, key: ItemKey, container: Element): Found => {
  const { dom } = page;
  const title = cloudTitle(dom, container);
  const status = statusIn(dom, container);
  const author = reporterIn(page, container);
  const description = dom.first(descriptions, container);
  const writings = [
    ...(description === undefined ? [] : [{ root: description, by: author }]),
    ...comments(page, container),
  ];
  return {
    title: title && (dom.text(title, bounds.title) || undefined),
    // The head shows a status without its category; the date of the resolution says as much.
    state:
      status && stateOf({ ...status, resolution: resolutionIn(dom, container), resolved: isResolved(dom, container) }),
    word: status?.word,
    assignees: assigneesIn(page, container),
    author,
    priority: headPriority(dom, container),
    labels: labelsIn(page, container),
    due: dueIn(dom, container),
    created: footnote(dom, container, 'created-date.ui.read.meta-date'),
    updated: footnote(dom, container, 'updated-date.ui.read.meta-date'),
    closed: footnote(dom, container, 'resolved-date.ui.read.meta-date'),
    ...(description && { description: startOf(page, { root: description }), digest: digestIn(page, description) }),
    links: {
      relations: relationsIn(page, container),
      hierarchy: hierarchyIn(page, key, container),
      ...(writings.length === 0 ? {} : readWriting(page, key, writings)),
    },
  };
};

const descriptions = hook('issue.views.field.rich-text.description');

const resolutionIn = (dom: Dom, container: Element): string | undefined => {
  const field = firstOwn(dom, hookPart('foundation.status.resolution', 'field.select.resolution'), container);
  return dom.text(field, bounds.word);
};

const isResolved = (dom: Dom, container: Element): boolean =>
  firstOwn(dom, hook('resolved-date.ui.read.meta-date'), container) !== undefined;

/** Lines and rows about other issues have due dates of their own. */
const dueIn = (dom: Dom, container: Element): string | undefined => {
  const field = allOwn(dom, dueFields, container).find((one) => dom.closest(one, otherItems) === undefined);
  return field && dayIn(dom, field);
};

const footnote = (dom: Dom, container: Element, name: string): string | undefined => {
  const field = firstOwn(dom, hook(name), container);
  return field && instantIn(dom, field);
};

const loadMore = hookPart('load-more', 'show-more');
const commentList = hook('issue.activity.comments-list');

/** Children and comments are shown a few at a time; comments not at all until somebody scrolls to them. */
export const cloudPartial = ({ dom }: Page, container: Element): readonly LinkGroup[] => {
  const more = allOwn(dom, loadMore, container);
  const isMoreLinks = (button: Element): boolean => dom.closest(button, linkGroups) !== undefined;
  const allComments = firstOwn(dom, commentList, container) !== undefined && more.every(isMoreLinks);
  return [
    'hierarchy',
    ...(more.some(isMoreLinks) ? (['relations'] as const) : []),
    ...(allComments ? [] : (['text', 'mentions'] as const)),
  ];
};

const commentParts = hookStart('issue-comment-base.ui.comment.ak-comment.');

/** Comments that are on the screen, each with who wrote it. */
const comments = (page: Page, container: Element): readonly Writing[] => {
  const { dom } = page;
  const parts = dom.all(commentParts, container);
  const named = new Map(parts.map((part) => [hookOf(dom, part), part]));
  return parts
    .filter((part) => hookOf(dom, part).endsWith('-body'))
    .map((root) => {
      const header = named.get(hookOf(dom, root).replace(/-body$/u, '-header'));
      return { root, by: header && personIn(page, header) };
    });
};
