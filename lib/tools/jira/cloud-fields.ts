import type { Priority } from '../../core/item.ts';
import { bounds } from '../../core/item.ts';
import type { Person } from '../../core/person.ts';
import type { Dom } from '../dom.ts';
import type { Page } from '../reader.ts';
import { personOf } from './facts.ts';
import { allOwn, firstOwn, hook, hookOf, hookPart, hookStart } from './hooks.ts';
import { priorityIn } from './priority.ts';
import { addressOf } from './references.ts';
import { categoryOfId, type StatusReading } from './status.ts';
import { saysNobody } from './words.ts';

const lozenges = hookStart('issue.fields.status.common.ui.status-lozenge.');
const lozengeId = /status-lozenge\.(\d+)$/u;
/** A menu that stands open offers other statuses in the same dress. */
const offered = `${hookPart('status-view.transition')}, [role="menu"], [role="listbox"]`;

/** The status that a lozenge below `from` shows. Its hook ends with Jira's own category, in every language. */
export const lozengeIn = (dom: Dom, from: Element): StatusReading | undefined => {
  for (const lozenge of allOwn(dom, lozenges, from)) {
    const id = lozengeId.exec(hookOf(dom, lozenge))?.[1];
    if (id !== undefined && dom.closest(lozenge, offered) === undefined) {
      return { category: categoryOfId(id), word: wordOf(dom, lozenge) };
    }
  }
  return undefined;
};

const wordOf = (dom: Dom, element: Element): string | undefined => {
  const inner = dom.all('[data-testid$="--text"], [data-test-id$="--text"]', element)[0] ?? element;
  return dom.text(inner, bounds.word) || undefined;
};

const statusButtons = hook(
  'issue-field-status.ui.status-view.status-button.status-button',
  'issue.views.issue-base.foundation.status.status-button-item',
  'issue.views.issue-base.foundation.status.status-field-wrapper',
);

/** The status in the head of an issue view. */
export const statusIn = (dom: Dom, container: Element): StatusReading | undefined => {
  const wrapper = hook('issue.views.issue-base.foundation.status.status-field-wrapper');
  const place = firstOwn(dom, wrapper, container) ?? firstOwn(dom, statusButtons, container);
  if (place === undefined) return undefined;
  const button = firstOwn(dom, `button, [role="button"], ${statusButtons}`, place) ?? place;
  return lozengeIn(dom, place) ?? (wordOf(dom, button) === undefined ? undefined : { word: wordOf(dom, button) });
};

const trigger = hookPart('profilecard-trigger', 'profilecard-wrapper');
const accountPath = /\/people\/([^/?#]+)/u;

/** Somebody in a field of an issue view or a cell. The profile card's hook is everybody's: only ever below a field. */
export const personIn = (page: Page, field: Element): Person | undefined => {
  const { dom } = page;
  const card = dom.first(`${trigger}, [data-vc="profilecard-wrapper"]`, field);
  if (card === undefined) return undefined;
  const link = dom.first('a[href*="/people/"]', field);
  const account = link === undefined ? undefined : accountPath.exec(addressOf(page, link)?.pathname ?? '')?.[1];
  return personOf(shownName(dom, card), account);
};

/** A name stands twice in a profile card: for the eye and, hidden, for screen readers. */
const shownName = (dom: Dom, card: Element): string | undefined => {
  const leaves = dom.all('span', card).filter((span) => dom.children(span).length === 0);
  const name = leaves.map((leaf) => dom.text(leaf, bounds.name)).find((text) => text !== '');
  return name ?? (dom.text(card, bounds.name) || undefined);
};

/** The value of a field of persons, else the whole field with its caption. */
const personField = ({ dom }: Page, container: Element, name: string): Element | undefined =>
  firstOwn(dom, hook(`issue.views.field.user.${name}`), container) ??
  firstOwn(dom, hook(`issue.issue-view-layout.issue-view-${name}-field.${name}`), container);

/** `[]` where the field stands there and holds no person, whatever it says instead. */
export const assigneesIn = (page: Page, container: Element): readonly Person[] | undefined => {
  const field = personField(page, container, 'assignee');
  const person = field && (personIn(page, field) ?? picturedPerson(page.dom, field));
  if (field === undefined) return undefined;
  return person === undefined ? [] : [person];
};

export const reporterIn = (page: Page, container: Element): Person | undefined => {
  const field = personField(page, container, 'reporter');
  return field && (personIn(page, field) ?? picturedPerson(page.dom, field));
};

/** A person shown by a picture alone, with the name in its label. Captions and buttons have pictures as well. */
const picturedPerson = (dom: Dom, field: Element): Person | undefined => {
  const image = dom
    .all('[role="img"][aria-label], img[alt]:not([alt=""])', field)
    .find((one) => dom.closest(one, `button, ${hookPart('field-heading')}`) === undefined);
  const name = image && (dom.attribute(image, 'aria-label') ?? dom.attribute(image, 'alt'));
  return name === undefined || saysNobody(name) ? undefined : personOf(name);
};

/** Avatars of cards and lines: `Assignee: Alex Example` in a hidden label, a drawn person where there is nobody. */
export const avatarAssignees = (dom: Dom, row: Element): readonly Person[] | undefined => {
  const parts = allOwn(dom, hookPart('assignee'), row);
  const label = parts.find((part) => hookOf(dom, part).endsWith('--label'));
  const name = dom.text(label, bounds.name).replace(/^[^:：]{1,30}[:：]\s*/u, '');
  const pictured = parts.some((part) => hookOf(dom, part).endsWith('--image'));
  if (name !== '' && (pictured || !saysNobody(name))) return [{ name }];
  return parts.some((part) => hookOf(dom, part).endsWith('--person')) || name !== '' ? [] : undefined;
};

const priorityFields = hook(
  'issue-field-priority-readview-full.ui.priority.wrapper',
  'issue-line-card.ui.priority.priority',
  'platform-card.common.ui.priority.icon',
  'issue.views.field.priority.priority',
);

export const shownPriority = (dom: Dom, from: Element): Priority | undefined => {
  const field = firstOwn(dom, priorityFields, from) ?? priorityImage(dom, from);
  return field === undefined ? undefined : priorityIn(dom, field);
};

const priorityImage = (dom: Dom, from: Element): Element | undefined => firstOwn(dom, 'img[src*="/priorities/"]', from);

/** The head of an issue view names its priority field; the caption in it is no value. */
export const headPriority = (dom: Dom, container: Element): Priority | undefined => {
  const field = firstOwn(
    dom,
    hook('issue.issue-view-layout.issue-view-priority-field.priority', 'issue.views.field.priority.priority'),
    container,
  );
  if (field === undefined) return undefined;
  const image = dom.first('img', field);
  const beside = dom.parent(image);
  return shownPriority(dom, field) ?? (beside === undefined ? undefined : priorityIn(dom, beside));
};

const labelLinks = 'a[href*="jql="]';
const isLabelQuery = (query: string | null | undefined): boolean => /\blabels\s*(?:=|in)/iu.test(query ?? '');

export const labelsIn = (page: Page, container: Element): readonly string[] | undefined => {
  const { dom } = page;
  const field = firstOwn(
    dom,
    `${hook('issue.views.issue-base.context.labels')}, ${hookStart('issue.views.field.select.common.select-inline-edit.labels')}`,
    container,
  );
  if (field === undefined) return undefined;
  const links = dom.all('a[href*="label"]', field);
  const tags = links.length > 0 ? links : dom.all('[data-tag-text], [data-testid*="tag-item"]', field);
  return tags.map((tag) => dom.text(tag, bounds.label)).filter((label) => label !== '');
};

/** Labels in a table are links to a search for them; components and sprints are links to other searches. */
export const linkedLabels = (page: Page, row: Element): readonly string[] | undefined => {
  const labels = allOwn(page.dom, labelLinks, row)
    .filter((anchor) => isLabelQuery(addressOf(page, anchor)?.searchParams.get('jql')))
    .map((anchor) => page.dom.text(anchor, bounds.label));
  return labels.length === 0 ? undefined : labels;
};

/** Several public page readers name this hook; the date in it carries its year. */
export const dueFields = hook(
  'coloured-due-date.ui.colored-due-date-container',
  'coloured-due-date.ui.tooltip-container',
);
