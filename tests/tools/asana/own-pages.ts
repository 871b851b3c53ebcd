import { readFileSync } from 'node:fs';
import type { OwnPage } from '../own-page.ts';

const html = (name: string): string => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8');

export const ownPages: readonly OwnPage[] = [
  { name: 'task pane', address: 'https://app.asana.com/0/500/7001', item: true, html: html('task-pane') },
  { name: 'list and board', address: 'https://app.asana.com/0/500/list', item: false, html: html('lists') },
];
