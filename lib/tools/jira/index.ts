import type { Tool } from '../tool.ts';
import { expand, link, locate, place, short, site } from './addresses.ts';

/** Jira Cloud and Data Center: one tool. */
export const jira: Tool = {
  id: 'jira',
  name: 'Jira',
  matches: ['https://*.atlassian.net/*'],
  excludeMatches: ['https://*.atlassian.net/wiki/*'],
  locate,
  link,
  place,
  site,
  short,
  expand,
};
