import { bounds } from '../../core/item.ts';
import type { Person } from '../../core/person.ts';
import type { Dom } from '../dom.ts';
import { reservedOwners } from './reserved.ts';

/** Whoever a link (or a link around an avatar) leads to; undefined where it leads to no account, team or app. */
export const personOf = (dom: Dom, link: Element, base: URL): Person | undefined => {
  const account =
    accountIn(dom.attribute(link, 'data-hovercard-url'), base) ?? accountIn(dom.attribute(link, 'href'), base);
  return account === undefined ? undefined : personFrom(account, shownName(dom, link, account));
};

/** People that links lead to, each once, in the page's order. */
export const peopleOf = (dom: Dom, links: readonly Element[], base: URL): readonly Person[] => {
  const people = new Map<string, Person>();
  for (const element of links) {
    const person = personOf(dom, element, base);
    if (person?.handle === undefined) continue;
    const known = people.get(person.handle);
    if (known === undefined || (known.name === undefined && person.name !== undefined))
      people.set(person.handle, person);
    if (people.size >= bounds.people) break;
  }
  return [...people.values()];
};

/** Links that may lead to people: an account's card, its page, or a list filtered by it. */
export const peopleLinks = 'a[data-hovercard-url*="/users/"], a[data-hovercard-url*="/teams/"], a[href]';

/** A person from an account name as GitHub writes it. Apps end in `[bot]`; everything GitHub marks so is an agent. */
export const personFrom = (account: string, shown?: string): Person => {
  const handle = account.toLowerCase().slice(0, bounds.handle);
  if (handle.includes('/')) return { handle, name: `@${handle}`, kind: 'team' };
  const name = shown === undefined || shown === handle ? {} : { name: shown.slice(0, bounds.name) };
  return { handle, ...name, ...(handle.endsWith('[bot]') && { kind: 'agent' as const }) };
};

/** `mona`, `acme/platform` (a team) or `renovate[bot]` from `/mona`, `/users/mona/hovercard`, `?q=author:mona` and so on. */
const accountIn = (address: string | undefined, base: URL): string | undefined => {
  if (address === undefined || address.startsWith('#') || !URL.canParse(address, base)) return undefined;
  const { host, pathname, searchParams } = new URL(address, base);
  if (host !== base.host) return undefined;
  const filter = /(?:^|\s)(?:author|assignee):"?([^\s"]+)/u.exec(searchParams.get('q') ?? '')?.[1];
  if (filter !== undefined) return fromFilter(filter);
  const [first = '', second = '', third = '', fourth = '', fifth] = decoded(pathname).split('/').filter(Boolean);
  if (first === 'orgs' && third === 'teams' && fourth !== '' && (fifth === undefined || fifth === 'hovercard')) {
    return valid(`${second}/${fourth}`);
  }
  if (first === 'users' && (third === 'hovercard' || third === '')) return valid(second);
  if (first === 'apps' && third === '') return valid(second === '' ? '' : `${second}[bot]`);
  return second === '' && !reservedOwners.has(first.toLowerCase()) ? valid(first) : undefined;
};

/** Searches write an app as `app/renovate`. */
const fromFilter = (account: string): string | undefined =>
  valid(account.startsWith('app/') ? `${account.slice('app/'.length)}[bot]` : account);

const valid = (account: string): string | undefined =>
  /^[\w-]{1,100}(?:\[bot\]|\/[\w.-]{1,100})?$/u.test(account) ? account : undefined;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray per cent sign: then no segment of it is an account name either.
    return '';
  }
};

/** The link's words, but of an account with more words behind it ("Mona is assigned") only the account as written. */
const shownName = (dom: Dom, link: Element, account: string): string | undefined => {
  const text = dom.text(link, bounds.name).replace(/^@/u, '');
  if (text.toLowerCase().startsWith(account.toLowerCase())) return text.slice(0, account.length);
  return text === '' ? undefined : text;
};
