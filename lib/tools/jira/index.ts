import type { Tool } from '../tool.ts';
import { expand, link, locate, mine, place, short, site } from './addresses.ts';

/** Jira Cloud and Data Center: one tool. */
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
  tells: { due: true, relations: true, reviewers: false },
  mine,
};
