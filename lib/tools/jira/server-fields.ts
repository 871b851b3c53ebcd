import type { Priority } from '../../core/item.ts';
import { bounds } from '../../core/item.ts';
import type { Person } from '../../core/person.ts';
import type { Dom } from '../dom.ts';
import { personOf } from './facts.ts';
import { fileName, priorityIn } from './priority.ts';
import { categoryOfClasses, type StatusReading } from './status.ts';

const lozenges = '.jira-issue-status-lozenge, .aui-lozenge';

/** The status in a field or cell: a lozenge with its category in the class, or (up to 6) an icon and a word. */
export const statusOf = (dom: Dom, field: Element): StatusReading | undefined => {
  const lozenge = dom.matches(field, lozenges) ? field : dom.first(lozenges, field);
  if (lozenge !== undefined) {
    const word = dom.text(lozenge, bounds.word) || undefined;
    return { word, category: categoryOfClasses(dom.attribute(lozenge, 'class')) };
  }
  const image = dom.first('img', field);
  const word = dom.text(field, bounds.word) || (image && imageWord(dom, image));
  if (word === undefined && image === undefined) return undefined;
  return { word, icon: image && fileName(dom.attribute(image, 'src')) };
};

/** `Closed` from `Closed - The issue is considered finished…`: old icons have name and description in one. */
const imageWord = (dom: Dom, image: Element): string | undefined => {
  const text = dom.attribute(image, 'alt') || dom.attribute(image, 'title') || '';
  return text.split(' - ', 1)[0]?.trim().slice(0, bounds.word) || undefined;
};

/** Somebody with an account name, as every link to a user carries it. */
export const userIn = (dom: Dom, field: Element): Person | undefined => {
  const user = dom.matches(field, '.user-hover') ? field : dom.first('.user-hover', field);
  return (
    user && personOf(dom.text(user, bounds.name), dom.attribute(user, 'rel') ?? dom.attribute(user, 'data-username'))
  );
};

/** The priority of a field, or null where the field is empty. */
export const priorityField = (dom: Dom, field: Element): Priority | null => {
  const image = dom.first('img', field);
  const named = image && dom.text(field, bounds.word) === '' ? imageWord(dom, image) : undefined;
  const priority = priorityIn(dom, field);
  return priority === undefined ? null : named === undefined ? priority : { ...priority, word: named };
};

/** Labels are links; without any, the field says "None" in the page's language. */
export const labelsOf = (dom: Dom, field: Element): readonly string[] =>
  dom
    .all('a, li', field)
    .filter((element) => dom.tag(element) === 'a' || dom.first('a', element) === undefined)
    .map((element) => dom.attribute(element, 'title') || dom.text(element, bounds.label))
    .filter((label) => label !== '');
