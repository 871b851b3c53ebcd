import type { Tool } from '../tool.ts';
import { examples, homeAddress, isAsana, locateTask, taskAddress } from './addresses.ts';
import { readRow, rows } from './list-rows.ts';
import { paneTitle, readTaskPane, taskPane } from './task-pane.ts';

export const asana: Tool = {
  id: 'asana',
  name: 'Asana',
  colour: { light: '#b3334a', dark: '#ff9aa5' },
  matches: ['https://app.asana.com/*'],
  locate: locateTask,
  link: taskAddress,
  // A task may stand in several projects, or in none: its key names no place.
  place: () => undefined,
  // References are global, so all of Asana is one site.
  site: (address) => (isAsana(address) ? 'asana' : undefined),
  short: () => undefined,
  expand: () => undefined,
  examples,
  read: readTaskPane,
  rows,
  row: readRow,
  title: paneTitle,
  container: taskPane,
  attributes: ['aria-checked', 'aria-pressed', 'class', 'data-task-id', 'href', 'id'],
  // Who is signed in stands only in the page's own scripts, out of reach.
  me: () => undefined,
  theme: ({ dom }) => {
    if (dom.first('body.DesignTokenThemeSelectors-theme--darkMode') !== undefined) return 'dark';
    if (dom.first('body.DesignTokenThemeSelectors-theme--lightMode') !== undefined) return 'light';
    return undefined;
  },
  tells: { due: true, relations: false, reviewers: false },
  mine: homeAddress,
};
