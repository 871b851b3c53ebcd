import { bounds } from '../../core/item.ts';
import type { Person } from '../../core/person.ts';
import type { Page, Tool } from '../tool.ts';
import { examples, expand, id, link, locate, place, short, siteOf } from './addresses.ts';
import { attributeOf, findHeader, type Header } from './header.ts';
import { readItem } from './item.ts';
import { readRow, rows } from './lists.ts';
import { personFrom } from './people.ts';

/** GitHub: github.com, data-residency tenants (`*.ghe.com`) and the Enterprise Servers that are known. */
export const github: Tool = {
  id,
  name: 'GitHub',
  colour: { light: '#24292f', dark: '#d1d7e0' },
  matches: ['https://github.com/*'],

  locate,
  link,
  place,
  site: siteOf,
  short,
  expand,
  examples,

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
  tells: { due: false, relations: true, reviewers: true },
  // Of all lists the one of what I am assigned to holds most of what others can wait on; reviews asked of me are
  // read where they are asked.
  mine: (site) => new URL(`https://${site}/issues/assigned`),
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
