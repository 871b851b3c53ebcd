import { bounds, type Link } from '../../core/item.ts';
import type { Page } from '../reader.ts';
import { locateTask } from './addresses.ts';
import { readRow, rows } from './list-rows.ts';

/** How rows of dependencies look is not known; that there are none is. */
export const hasNoDependencies = ({ dom }: Page, pane: Element): boolean =>
  dom.first('.TaskDependencies-noDependenciesClickable', pane) !== undefined;

export interface Family {
  readonly links: readonly Link[];
  readonly partial: boolean;
}

export const hierarchyOf = (page: Page, pane: Element): Family | undefined => {
  const { dom } = page;
  const breadcrumb = dom.all('.TaskAncestry a.TaskAncestryBreadcrumb-navigationLink', pane).at(-1);
  const parent = breadcrumb === undefined ? undefined : addressOf(page, breadcrumb);
  const parentKey = parent === undefined ? undefined : locateTask(parent);
  const grid = dom.first('.SubtaskGrid, .TaskPaneSubtasks', pane);
  if (parentKey === undefined && grid === undefined) return undefined;
  const subtasks = grid === undefined ? [] : dom.all(rows, grid).map((row) => readRow(page, row)?.observation.key);
  const links: Link[] = parentKey === undefined ? [] : [{ kind: 'part-of', key: parentKey }];
  for (const key of new Set(subtasks)) if (key !== undefined) links.push({ kind: 'has-part', key });
  const more = grid !== undefined && dom.first('[class*="oadMore"], [class*="howMore"]', grid) !== undefined;
  return { links: links.slice(0, bounds.links), partial: grid === undefined || more };
};

const addressOf = ({ dom, address }: Page, link: Element): URL | undefined => {
  const href = dom.attribute(link, 'href');
  return href !== undefined && URL.canParse(href, address) ? new URL(href, address) : undefined;
};
