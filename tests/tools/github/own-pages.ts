import type { OwnPage } from '../own-page.ts';
import { discussionPage, issuePage, listPage, pullPage, railsPage, railsRow, reactRow } from './fixtures.ts';

const row = { number: 45, title: 'Invoices are paid twice' };

export const ownPages: readonly OwnPage[] = [
  { name: 'issue', address: 'https://github.com/acme/api/issues/45', item: true, html: issuePage() },
  { name: 'pull request', address: 'https://github.com/acme/api/pull/46', item: true, html: pullPage() },
  { name: 'issue in Rails', address: 'https://github.com/acme/api/issues/45', item: true, html: railsPage('issue') },
  { name: 'discussion', address: 'https://github.com/acme/api/discussions/9', item: true, html: discussionPage() },
  {
    name: 'list',
    address: 'https://github.com/acme/api/issues',
    item: false,
    html: listPage(reactRow(row) + railsRow({ ...row, number: 44 })),
  },
];
