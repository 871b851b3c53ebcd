import { bounds, type Facts, type Priority, type State } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import { seen } from '../../core/seen.ts';
import type { Listed, Page } from '../reader.ts';
import { taskKey } from './addresses.ts';
import { shownDate, stateFrom } from './hooks.ts';
import { isPriorityField, priorityFrom } from './priority.ts';

/**
 * A task's own element in a list (search, project, my tasks: 2023 to 2025), on a board (2023) and among subtasks
 * (2026). Sections have elements of their own, and none of these.
 */
export const rows = '.SpreadsheetTaskRow, .BoardCardLayout, .SubtaskTaskRow';

export const readRow = (page: Page, row: Element): Listed | undefined => {
  const key = taskKey(gidOf(page, row));
  const title = key === undefined ? undefined : titleOf(page, row);
  if (key === undefined || title === undefined || title === '' || isSection(page, row, title)) return undefined;
  const mark = page.dom.first(markPlaces, row);
  return seen<Listed>({ observation: { key, from: 'list', facts: factsOf(page, row, key, title) }, mark });
};

const markPlaces =
  '.SpreadsheetTaskRow-nameOrDetailsCell, .BoardCardLayout-titleAndIndicator, .SubtaskTaskRow-taskName, .SubtaskTaskRow-name';
const nameFields = 'textarea.SpreadsheetTaskName-input, .SpreadsheetTaskName textarea, .SubtaskTaskRow textarea';

/** `Search.<view>_search_<task>`, `Pot.<project>_<section>_<task>`; the prefixes differ by the kind of list. */
const gidOf = ({ dom }: Page, row: Element): string | undefined => {
  const carrier = dom.attribute(row, 'data-task-id') === undefined ? dom.first('[data-task-id]', row) : row;
  if (carrier !== undefined) return dom.attribute(carrier, 'data-task-id');
  const field = nameField({ dom }, row);
  const id = dom.attribute(field, 'id');
  // `lui_12` numbers the elements of a page, not tasks.
  return id === undefined || id.startsWith('lui_') ? undefined : /_(\d{1,20})$/u.exec(id)?.[1];
};

const nameField = ({ dom }: Pick<Page, 'dom'>, row: Element): Element | undefined =>
  dom.first(nameFields, row) ?? (dom.matches(row, '.SubtaskTaskRow') ? dom.first('textarea', row) : undefined);

const titleOf = ({ dom }: Page, row: Element): string | undefined => {
  const field = nameField({ dom }, row);
  if (field !== undefined) return dom.value(field).replace(/\s+/gu, ' ').trim().slice(0, bounds.title);
  const words = dom.first('.BoardCard-taskName, .SpreadsheetTaskName, .SubtaskTaskRow-taskName', row);
  return words === undefined ? undefined : dom.text(words, bounds.title);
};

/** Old sections are tasks that Asana draws as a heading: no completion, and a name that ends with a colon. */
const isSection = ({ dom }: Page, row: Element, title: string): boolean =>
  title.endsWith(':') && dom.first('.TaskRowCompletionStatus, [role="checkbox"]', row) === undefined;

const factsOf = (page: Page, row: Element, key: ItemKey, title: string): Facts =>
  seen<Facts>({
    kind: 'task',
    title,
    state: stateOf(page, row),
    word: wordOf(page, row),
    assignees: isUnassigned(page, row) ? [] : undefined,
    due: dueOf(page, row),
    priority: priorityOf(page, row, key, title),
    labels: pillsOf(page, row, '.SpreadsheetTaskRow-tagsCell', bounds.label)?.slice(0, bounds.labels),
    projects: pillsOf(page, row, '.SpreadsheetTaskRow-projectsCell', bounds.name)?.slice(0, bounds.labels),
  });

const stateOf = ({ dom }: Page, row: Element): State | undefined => {
  const box = dom.first('.TaskRowCompletionStatus[aria-checked], [role="checkbox"][aria-checked]', row);
  return box === undefined ? undefined : stateFrom(dom.attribute(box, 'aria-checked'));
};

/** What a screen reader is told of the row ("Incomplete task"), in the reader's language. */
const wordOf = ({ dom }: Page, row: Element): string | undefined => {
  const cell = dom.first('.SpreadsheetTaskRow-nameOrDetailsCell[aria-describedby]', row);
  const id = dom.attribute(cell, 'aria-describedby');
  const words = dom.all('.HiddenText', row).find((hidden) => dom.attribute(hidden, 'id') === id);
  return id === undefined || words === undefined ? undefined : dom.text(words, bounds.word);
};

/** A row shows an assignee only as a picture or initials, which name nobody; that there is none, it shows. */
const isUnassigned = ({ dom }: Page, row: Element): boolean =>
  dom.first(
    '.AssigneeWithNameDisplayButton-avatar--noValue, .BoardCardLayout-assignee .DomainUserAvatarButton--noValue',
    row,
  ) !== undefined;

const dueOf = (page: Page, row: Element): string | null | undefined => {
  const date = shownDate(page, row);
  if (date !== undefined) return date;
  const cell = page.dom.first('.SpreadsheetTaskRow-dueDateCell', row);
  if (cell === undefined || page.dom.text(cell, 40) !== '') return undefined;
  const empty = '.PlaceholderAvatar, .SpreadsheetMutableDateCell-button';
  return page.dom.first(empty, cell) === undefined ? undefined : null;
};

/** The cell is labelled with the field's name and the task's, in an order that depends on the language. */
const priorityOf = ({ dom }: Page, row: Element, key: ItemKey, title: string): Priority | null | undefined => {
  const gid = key.slice(key.indexOf(':') + 1);
  for (const input of dom.all(`[id^="SpreadsheetCustomPropertyEnumCell-${gid}-"]`, row)) {
    const cell = dom.closest(input, '[role="gridcell"]');
    const label = (dom.attribute(cell, 'aria-label') ?? '').slice(0, bounds.title * 2);
    if (!label.replace(title, ' ').split(/\s+/u).some(isPriorityField)) continue;
    if (dom.matches(input, '.CustomPropertyEnumValueInput--empty')) return null;
    const word = dom.text(input, bounds.word);
    return word === '' ? undefined : priorityFrom(word);
  }
  return undefined;
};

/** Tokens of a cell; none where the cell is there and shows nothing. */
const pillsOf = ({ dom }: Page, row: Element, selector: string, limit: number): readonly string[] | undefined => {
  const cell = dom.first(selector, row);
  if (cell === undefined) return undefined;
  const pills = dom.all('.SpreadsheetPotsCell-potPill', cell).map((pill) => dom.text(pill, limit));
  const shown = pills.filter((pill) => pill !== '');
  return shown.length > 0 || dom.text(cell, 10) === '' ? shown : undefined;
};
