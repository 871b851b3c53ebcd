import { type ItemKey, splitKey } from '../../core/key.ts';
import type { Page } from '../reader.ts';
import { id } from './addresses.ts';
import { allOutside, written } from './scope.ts';

/** The item of this tool that a link leads to; undefined where it leads elsewhere, or is no link. */
export const keyOfLink = ({ dom, address, locate }: Page, element: Element): ItemKey | undefined => {
  const href = dom.tag(element) === 'a' ? dom.attribute(element, 'href') : undefined;
  if (href === undefined || href.startsWith('#') || !URL.canParse(href, address)) return undefined;
  const key = locate(new URL(href, address));
  return key !== undefined && splitKey(key).tool === id ? key : undefined;
};

/** Items that the links within an element lead to, menus and people's words aside. */
export const keysWithin = (page: Page, within: Element): readonly ItemKey[] =>
  allOutside(page.dom, 'a[href]', within, `${written}, details-menu, [role="menu"]`).flatMap(
    (element) => keyOfLink(page, element) ?? [],
  );
