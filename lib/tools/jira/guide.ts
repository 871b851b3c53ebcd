import type { Guide } from '../guide.ts';
import { mine, placeAt } from './addresses.ts';
import { jira } from './index.ts';

export const jiraGuide: Guide = {
  tool: jira,
  colour: { light: '#0b5cd6', dark: '#85b8ff' },
  tells: { due: true, relations: true, reviewers: false },
  mine,
  placeAt,
};
