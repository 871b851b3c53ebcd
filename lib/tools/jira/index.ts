import type { Tool } from '../tool.ts';
import { expand, link, locate, mine, place, short, site } from './addresses.ts';
import { examples } from './examples.ts';
import { container, read, title } from './item-page.ts';
import { row, rows } from './rows.ts';
import { me, theme } from './surroundings.ts';

/** Jira Cloud and Data Center: two variants of markup, one tool. */
export const jira: Tool = {
  id: 'jira',
  name: 'Jira',
  colour: { light: '#0b5cd6', dark: '#85b8ff' },
  matches: ['https://*.atlassian.net/*'],
  excludeMatches: ['https://*.atlassian.net/wiki/*'],
  locate,
  link,
  place,
  site,
  short,
  expand,
  examples,
  read,
  rows,
  row,
  title,
  container,
  // The Cloud's hooks carry the status category, a server's links the key; dates change by attribute alone.
  attributes: ['data-testid', 'data-issue-key', 'href', 'datetime'],
  me,
  theme,
  tells: { due: true, relations: true, reviewers: false },
  mine,
};
