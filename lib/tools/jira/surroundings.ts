import { bounds } from '../../core/item.ts';
import type { Person } from '../../core/person.ts';
import type { Page } from '../reader.ts';
import { personOf } from './facts.ts';

const meta = ({ dom }: Page, name: string): string | undefined => {
  const element = dom.first(`meta[name="${name}"]`);
  const content = dom.attribute(element, 'content')?.trim().slice(0, bounds.handle);
  return content === '' || content === 'null' || content === 'unidentified' ? undefined : content;
};

/** Who is signed in. The Cloud tells the account id only, servers the account name and the name people read. */
export const me = (page: Page): Person | undefined => {
  const { dom } = page;
  const account = meta(page, 'ajs-atlassian-account-id') ?? meta(page, 'ajs-remote-user');
  const name = meta(page, 'ajs-remote-user-fullname');
  if (account !== undefined) return personOf(name, account);
  const menu = dom.first('#header-details-user-fullname[data-username]');
  return menu && personOf(dom.attribute(menu, 'data-displayname'), dom.attribute(menu, 'data-username'));
};

/** `auto` follows the system, which is not the page's word. */
export const theme = ({ dom }: Page): 'light' | 'dark' | undefined => {
  const root = dom.first('html');
  const mode = root && (dom.attribute(root, 'data-color-mode') ?? dom.attribute(root, 'data-theme'));
  return mode === 'light' || mode === 'dark' ? mode : undefined;
};
