import { bounds, type Facts, type Observation } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { seen } from '../../core/seen.ts';
import type { Page, PageDrift, PageNotReady } from '../reader.ts';
import { locateTask, taskKey } from './addresses.ts';
import { hasNoDependencies, hierarchyOf } from './pane-family.ts';
import { assigneesOf, authorOf, createdOf, dueOf, priorityOf, stateOf, tokensOf } from './pane-fields.ts';
import { descriptionOf, textLinks } from './pane-text.ts';

/** The pane of the address's task (2023 to 2026). Not one of a task that is just being left or opened. */
export const taskPane = (page: Page): Element | undefined => {
  const key = locateTask(page.address);
  return key === undefined ? undefined : paneOf(page, key);
};

/** The heading around the name, which is a text field where the name may be changed. */
export const paneTitle = (page: Page): Element | undefined => {
  const pane = taskPane(page);
  return pane === undefined ? undefined : page.dom.first(headings, pane);
};

export const readTaskPane = (page: Page): Result<Observation, PageDrift | PageNotReady> => {
  const key = locateTask(page.address);
  const pane = key === undefined ? undefined : paneOf(page, key);
  if (key === undefined || pane === undefined) {
    const unnamed = page.dom.first('.TaskPane:not([data-task-id])') !== undefined;
    return fail(unnamed ? { type: 'PageDrift', missing: ['task id'] } : { type: 'PageNotReady' });
  }
  const title = titleOf(page, pane);
  if (title === undefined) return fail({ type: 'PageDrift', missing: ['title'] });

  const said = textLinks(page, pane, key);
  const family = hierarchyOf(page, pane);
  const partial = [...(family?.partial === true ? (['hierarchy'] as const) : []), ...said.partial];
  return ok({
    key,
    from: 'item',
    facts: seen<Facts>({
      kind: 'task',
      title,
      ...stateOf(page, pane),
      assignees: assigneesOf(page, pane),
      author: authorOf(page, pane),
      due: dueOf(page, pane),
      created: createdOf(page, pane),
      projects: tokensOf(page, pane, '.TaskProjects-projectList', '.TaskProjectTokenPill-name', bounds.name),
      labels: tokensOf(page, pane, '.TaskTagTokenPills', '.TaskTagTokenPills span', bounds.label),
      priority: priorityOf(page, pane),
      links: {
        ...(hasNoDependencies(page, pane) && { relations: [] }),
        ...(family !== undefined && { hierarchy: family.links }),
        ...said.links,
      },
      ...descriptionOf(page, pane),
    }),
    ...(partial.length > 0 && { partial }),
  });
};

const paneOf = ({ dom }: Page, key: ItemKey): Element | undefined =>
  dom
    .all('.TaskPane[data-task-id], article[data-task-id]')
    .find((pane) => taskKey(dom.attribute(pane, 'data-task-id')) === key);

const headings = '.TaskPane-titleRow, .TaskPaneTitle, [role="heading"]';

/** What may be changed is the value of a text field; its shadow beside it repeats it. */
const titleOf = ({ dom }: Page, pane: Element): string | undefined => {
  const field = dom.first(
    '[role="heading"] textarea, .TaskPane-titleRow textarea, .TaskPaneTitle textarea, .TitleInput textarea',
    pane,
  );
  if (field !== undefined) return dom.value(field).replace(/\s+/gu, ' ').trim().slice(0, bounds.title);
  const heading = dom.first(headings, pane);
  const words = dom.text(heading, bounds.title);
  return words === '' ? undefined : words;
};
