import type { Reader } from '../reader.ts';
import { asana } from './index.ts';
import { readRow, rows } from './list-rows.ts';
import { paneTitle, readTaskPane, taskPane } from './task-pane.ts';

export const asanaReader: Reader = {
  tool: asana,
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
};
