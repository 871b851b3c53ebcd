import { bounds } from '../../core/item.ts';
import type { Person } from '../../core/person.ts';
import type { Page, Reader } from '../reader.ts';
import { locate } from './addresses.ts';
import { attributeOf, findHeader, type Header } from './header.ts';
import { github } from './index.ts';
import { readItem } from './item.ts';
import { readRow, rows } from './lists.ts';
import { personFrom } from './people.ts';

export const githubReader: Reader = {
  tool: github,
  read: readItem,
  rows,
  row: readRow,
  title: (page) => headerOf(page)?.title,
  container: (page) => headerOf(page)?.container,
  // Everything else that matters is replaced as a whole; times and labels of controls change all the time.
  attributes: ['data-status'],
  me: (page) => signedIn(page),
  theme: (page) => themeOf(page),
  isPublic: (page) => isPublic(page),
  ownCards: '[data-hovercard-url]',
};

const headerOf = (page: Page): Header | undefined => {
  const key = locate(page.address, page.sites);
  const finding = key === undefined ? undefined : findHeader(page, key);
  return finding?.type === 'found' ? finding.header : undefined;
};

/** The meta tag is there, and empty, for visitors. */
const signedIn = ({ dom }: Page): Person | undefined => {
  const account = attributeOf(dom, 'meta[name="user-login"]', 'content')?.slice(0, bounds.handle) ?? '';
  return account === '' ? undefined : personFrom(account, account);
};

/** A public repository's page, or any page that is shown to a visitor. */
const isPublic = ({ dom }: Page): boolean =>
  attributeOf(dom, 'meta[name="octolytics-dimension-repository_public"]', 'content') === 'true' ||
  attributeOf(dom, 'meta[name="user-login"]', 'content') === '';

/** `auto` follows the system, unless both of its themes are of one kind (`dark_dimmed` by day and night). */
const themeOf = ({ dom }: Page): 'light' | 'dark' | undefined => {
  const mode = attributeOf(dom, 'html', 'data-color-mode');
  const kindOf = (name: 'light' | 'dark'): 'light' | 'dark' =>
    (attributeOf(dom, 'html', `data-${name}-theme`) ?? name).startsWith('dark') ? 'dark' : 'light';
  if (mode === 'light' || mode === 'dark') return kindOf(mode);
  return mode === 'auto' && kindOf('light') === kindOf('dark') ? kindOf('light') : undefined;
};
