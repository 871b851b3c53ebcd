import { bounds, type Priority, type State } from '../../core/item.ts';
import type { Person } from '../../core/person.ts';
import type { Page } from '../reader.ts';
import { pastDate, shownDate, stateFrom } from './hooks.ts';
import { isPriorityField, priorityFrom } from './priority.ts';

/** Only the toolbar speaks of this task; subtasks have boxes of their own. */
export const stateOf = ({ dom }: Page, pane: Element): { readonly state?: State; readonly word?: string } => {
  const verdict = dom
    .all('.TaskPaneToolbar .StopLightButton--isPressed, .TaskPaneToolbar .StopLightButton[aria-pressed="true"]', pane)
    // Copies that only measure how much room the buttons need.
    .find((button) => dom.closest(button, '[aria-hidden="true"]') === undefined);
  if (verdict !== undefined) {
    const state = approvals.find(([hook]) => dom.matches(verdict, hook))?.[1];
    return { word: dom.text(verdict, bounds.word), ...(state !== undefined && { state }) };
  }
  const button = dom.first('.TaskPaneToolbar .TaskCompletionToggleButton[aria-pressed]', pane);
  const box = dom.first('.TaskPaneToolbar [role="checkbox"][aria-checked]', pane);
  const state = stateFrom(dom.attribute(button, 'aria-pressed')) ?? stateFrom(dom.attribute(box, 'aria-checked'));
  if (state === undefined) return {};
  // Unpressed, the button says what it would do ("Mark complete").
  const word = state === 'done' && button !== undefined ? dom.text(button, bounds.word) : '';
  return word === '' ? { state } : { state, word };
};

/** A request for changes has been answered, but what was asked for is not there yet. */
const approvals: readonly (readonly [string, State])[] = [
  ['.ApprovalApproveToggleButton', 'done'],
  ['.ApprovalRejectToggleButton', 'dropped'],
  ['.ApprovalRequestChangesToggleButton', 'in-progress'],
];

export const assigneesOf = ({ dom }: Page, pane: Element): readonly Person[] | undefined => {
  const token = dom.first('#task_pane_assignee_input', pane);
  if (token === undefined) return undefined;
  const label = dom.first('.AssigneeToken-userNameLabel', token);
  const name = dom.text(label, bounds.name);
  if (name !== '') return [{ name }];
  return dom.matches(token, '.AssigneeTokenButton--empty, .SubtleTokenButton--empty') ? [] : undefined;
};

export const dueOf = (page: Page, pane: Element): string | null | undefined => {
  const token = page.dom.first('#task_pane_due_date_input', pane);
  if (token === undefined) return undefined;
  if (page.dom.matches(token, '.DueDateTokenButton--empty')) return null;
  return shownDate(page, token);
};

const creation = '.TaskCreationBlockStory, .TaskStoryFeed-taskCreationStory';

export const authorOf = (page: Page, pane: Element): Person | undefined => {
  const story = page.dom.first(creation, pane);
  return story === undefined ? undefined : actorOf(page, story);
};

export const createdOf = (page: Page, pane: Element): string | undefined => {
  const story = page.dom.first(creation, pane);
  const time = story === undefined ? undefined : page.dom.first('.BlockStory-timestamp', story);
  return time === undefined ? undefined : pastDate(page, page.dom.text(time, 40));
};

export const actorOf = ({ dom }: Page, story: Element): Person | undefined => {
  const actor = dom.first('.BlockStory-actorName', story);
  const name = dom.text(actor, bounds.name);
  return name === '' ? undefined : { name };
};

/** Names of tokens, each once; none where their list is there and empty. */
export const tokensOf = (
  { dom }: Page,
  pane: Element,
  list: string,
  token: string,
  limit: number,
): readonly string[] | undefined => {
  const container = dom.first(list, pane);
  if (container === undefined) return undefined;
  const leaves = dom.all(token, pane).filter((found) => dom.children(found).length === 0);
  const names = new Set(leaves.map((leaf) => dom.text(leaf, limit)).filter((name) => name !== ''));
  return names.size > 0 || dom.text(container, 10) === '' ? [...names].slice(0, bounds.labels) : undefined;
};

export const priorityOf = ({ dom }: Page, pane: Element): Priority | null | undefined => {
  for (const row of dom.all('.LabeledRowStructure', pane)) {
    const label = dom.first('.LabeledRowStructure-label', row);
    if (label === undefined || !isPriorityField(dom.text(label, bounds.word))) continue;
    const input = dom.first('.CustomPropertyEnumValueInput', row);
    if (input === undefined) return undefined;
    if (dom.matches(input, '.CustomPropertyEnumValueInput--empty')) return null;
    const word = dom.text(input, bounds.word);
    return word === '' ? undefined : priorityFrom(word);
  }
  return undefined;
};
