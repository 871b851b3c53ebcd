import { bounds, type Link, type LinkGroup, type LinkKind } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import { seen } from '../../core/seen.ts';
import type { Page } from '../reader.ts';
import type { Header } from './header.ts';
import { keyOfLink, keysWithin } from './item-links.ts';
import { elsewhere, firstOutside } from './scope.ts';
import { isSettled } from './settled.ts';

export type NativeLinks = { readonly [Group in 'relations' | 'hierarchy' | 'development']?: readonly Link[] };

export interface Relationships {
  readonly links: NativeLinks;
  readonly partial: readonly LinkGroup[];
}

/** GitHub's own links: dependencies, parent and sub-issues, and what closes what. */
export const readRelationships = (page: Page, header: Header, key: ItemKey): Relationships => {
  const related = inRelationshipsSection(page, header, key);
  const family = inFamily(page, header, key);
  const development = inDevelopment(page, header, key);
  const hierarchy = unique([...(related?.filter(isFamily) ?? []), ...family.links]);
  const knowsFamily = related !== undefined || family.shown;
  return {
    links: seen<NativeLinks>({
      relations: related && unique(related.filter((link) => !isFamily(link))),
      hierarchy: knowsFamily ? hierarchy : undefined,
      development,
    }),
    partial: [
      ...(isCut(page, header) ? (['relations', 'hierarchy'] as const) : []),
      // A parent in the head, or a folded list: there may be more of the family than that.
      ...(family.folded || (family.shown && related === undefined) ? (['hierarchy'] as const) : []),
    ],
  };
};

const relationshipsSection = '[data-testid="sidebar-relationships-section"]';
const subIssues = '[data-testid="sub-issues-issue-container"], [data-testid^="sub-issues"]';
/** Parts of the lists that stay hidden behind a button. */
const more = '[data-testid*="show-more"], [data-testid*="load-more"], [class*="ShowMore"], [class*="LoadMore"]';

const isFamily = ({ kind }: Link): boolean => kind === 'part-of' || kind === 'has-part';

/**
 * The sidebar's section for dependencies and parent. Undefined: not there, or still without its content, which the
 * page asks for after it is served: "None yet" in the served page is no statement.
 */
const inRelationshipsSection = (page: Page, { container }: Header, key: ItemKey): readonly Link[] | undefined => {
  const { dom } = page;
  const section = firstOutside(dom, relationshipsSection, container, elsewhere);
  if (section === undefined) return undefined;
  const links = linksWithDirection(page, section, key);
  if (links.length > 0) return links;
  // Participants come with the same answer as relationships, and there is always one: the author.
  const isAnswered = dom.first('[data-testid="sidebar-participants-section"]', container) !== undefined;
  const saysNone = dom.first('[class*="emptyText"]', section) !== undefined;
  return saysNone && isAnswered && isSettled(dom, container) ? links : undefined;
};

/** Links in document order; each stands in a list whose own hooks, or whose heading before it, say the direction. */
const linksWithDirection = (page: Page, section: Element, key: ItemKey): readonly Link[] => {
  const { dom } = page;
  const links: Link[] = [];
  let heading: LinkKind | undefined;
  const stack: Node[] = [section];
  for (let node = stack.pop(); node !== undefined && links.length < bounds.links; node = stack.pop()) {
    if (!dom.isElement(node)) {
      const words = node.nodeType === 3 ? (node.nodeValue ?? '') : '';
      heading = words.length < 80 ? (directionIn(words) ?? heading) : heading;
      continue;
    }
    const named = keyOfLink(page, node);
    if (named === undefined) {
      if (!dom.matches(node, controls)) stack.push(...[...dom.childNodes(node)].reverse());
    } else if (named !== key) {
      links.push({ kind: directionOfLists(page, node, section) ?? heading ?? 'relates', key: named });
    }
  }
  return unique(links);
};

/** "Mark as blocked by" in a menu says nothing about the links behind it. */
const controls = 'button, [role="menu"], [role="menuitem"], [role="tooltip"]';

/** What the lists around a link say by test id, class or label. */
const directionOfLists = ({ dom }: Page, link: Element, section: Element): LinkKind | undefined => {
  for (let at: Element | undefined = link; at !== undefined && at !== section; at = dom.parent(at)) {
    for (const name of ['data-testid', 'class']) {
      const found = directionInHook(dom.attribute(at, name) ?? '');
      if (found !== undefined) return found;
    }
    const label = at === link ? undefined : dom.attribute(at, 'aria-label');
    const found = label === undefined || label.length > 80 ? undefined : directionIn(label);
    if (found !== undefined) return found;
  }
  return undefined;
};

const directionInHook = (hook: string): LinkKind | undefined => {
  if (/blocked-?by/iu.test(hook)) return 'blocked-by';
  if (/blocking/iu.test(hook)) return 'blocks';
  if (/parent-?(?:issue|title|link)/iu.test(hook)) return 'part-of';
  return /sub-?issue/iu.test(hook) ? 'has-part' : undefined;
};

/** English words: the last resort (D4). */
const directionIn = (words: string): LinkKind | undefined => {
  if (/\bblocked by\b/iu.test(words)) return 'blocked-by';
  if (/\b(?:blocking|blocks)\b/iu.test(words)) return 'blocks';
  if (/\bparent\b/iu.test(words)) return 'part-of';
  if (/\bsub-?issues?\b/iu.test(words)) return 'has-part';
  return /\bduplicate of\b/iu.test(words) ? 'duplicates' : undefined;
};

interface Family {
  readonly links: readonly Link[];
  /** The list of sub-issues or a parent is there. */
  readonly shown: boolean;
  /** The list is there, folded up. */
  readonly folded: boolean;
}

const inFamily = (page: Page, { container }: Header, key: ItemKey): Family => {
  const { dom } = page;
  const parent = firstOutside(dom, '[class*="ParentTitle"], [data-testid*="parent-issue"]', container, elsewhere);
  const list = firstOutside(dom, subIssues, container, elsewhere);
  const own = list === undefined ? [] : topItems(page, list);
  const links = [
    ...(parent === undefined ? [] : keysWithin(page, parent).map((to) => ({ kind: 'part-of' as const, key: to }))),
    ...own.flatMap((item) => keysWithin(page, item).slice(0, 1)).map((to) => ({ kind: 'has-part' as const, key: to })),
  ].filter((link) => link.key !== key);
  return {
    links: links.slice(0, bounds.links),
    shown: links.length > 0,
    folded: list !== undefined && own.length === 0,
  };
};

/** Sub-issues, without the sub-issues of those. */
const topItems = ({ dom }: Page, list: Element): readonly Element[] =>
  dom.all('li[role="treeitem"]', list).filter((item) => {
    const parent = dom.parent(item);
    const around = dom.closest(parent, 'li[role="treeitem"]');
    return around === undefined || !dom.contains(list, around);
  });

/** What the tool itself says closes what. Undefined: not shown, or not loaded yet. */
const inDevelopment = (page: Page, { container, kind }: Header, key: ItemKey): readonly Link[] | undefined => {
  const { dom } = page;
  const selector =
    '[data-testid="sidebar-development-section"], [data-testid="issue-viewer-linked-pr-container"], development-menu, form[action*="/closing_references"]';
  const section = firstOutside(dom, selector, container, elsewhere);
  if (section === undefined) return undefined;
  const direction = kind === 'pull-request' ? 'implements' : 'implemented-by';
  const links = keysWithin(page, section)
    .filter((to) => to !== key)
    .map((to): Link => ({ kind: direction, key: to }));
  const isLoading = dom.first('include-fragment[src*="/partials/links"]', section) !== undefined;
  return links.length === 0 && isLoading ? undefined : links.slice(0, bounds.links);
};

const isCut = ({ dom }: Page, { container }: Header): boolean => {
  const section = firstOutside(dom, relationshipsSection, container, elsewhere);
  return section !== undefined && dom.first(more, section) !== undefined;
};

const unique = (links: readonly Link[]): readonly Link[] => [
  ...new Map(links.map((link) => [`${link.kind} ${link.key}`, link])).values(),
];
