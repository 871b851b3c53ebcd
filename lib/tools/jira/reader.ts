import type { Reader } from '../reader.ts';
import { jira } from './index.ts';
import { container, read, title } from './item-page.ts';
import { row, rows } from './rows.ts';
import { me, theme } from './surroundings.ts';

/** Jira Cloud and Data Center are two variants of markup. */
export const jiraReader: Reader = {
  tool: jira,
  read,
  rows,
  row,
  title,
  container,
  // The Cloud's hooks carry the status category, a server's links the key; dates change by attribute alone.
  attributes: ['data-testid', 'data-issue-key', 'href', 'datetime'],
  me,
  theme,
};
