import { readFileSync } from 'node:fs';
import type { OwnPage } from '../own-page.ts';

const html = (name: string): string => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8');

const cloud = 'https://acme.atlassian.net/browse/PAY-7';
const server = 'https://corp.example/browse/PAY-7';
const board = 'https://acme.atlassian.net/jira/software/projects/PAY/boards/1';

export const ownPages: readonly OwnPage[] = [
  { name: 'issue in the Cloud', address: cloud, item: true, html: html('cloud-issue') },
  {
    name: 'issue on a board in the Cloud, 2020',
    address: `${board}?selectedIssue=PAY-7`,
    item: true,
    html: html('cloud-issue-2020'),
  },
  { name: 'issue on a server', address: server, item: true, html: html('server-issue') },
  { name: 'issue on a server, version 6', address: server, item: true, html: html('server-issue-6') },
  { name: 'lists in the Cloud', address: board, item: false, html: html('cloud-lists') },
  {
    name: 'lists on a server',
    address: 'https://corp.example/secure/IssueNavigator.jspa',
    item: false,
    html: html('server-lists'),
  },
];
