import { bounds, type Facts, isClosed, type Kind, type Link, type Observation } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import { seen } from '../../core/seen.ts';
import type { Listed, Page } from '../reader.ts';
import { aliasesFor, type DatabaseId, databaseIdFrom } from './aliases.ts';
import { kindOfAddress } from './header.ts';
import { keyOfLink } from './item-links.ts';
import { labelsOf, priorityOf } from './labels.ts';
import { peopleLinks, peopleOf, personFrom } from './people.ts';
import { allOutside, firstOutside, timeIn, times, visibleText, written } from './scope.ts';
import { type ShownState, stateOf } from './states.ts';

/** How one kind of row shows its item. Selectors are tried within the row. */
interface Variant {
  readonly rows: string;
  /** The link that names the item; of several matches the first that leads to one. */
  readonly link: string;
  /** The title where it is not the link's own text. */
  readonly title?: string;
  /** Labels of its state, the likeliest first. */
  readonly state?: string;
  /** `whole`: what is not shown is not there. `part`: the person chooses what the row shows. */
  readonly labels?: 'whole' | 'part';
  readonly assignees?: string;
  /** Who opened it, and the time beside. */
  readonly author?: string;
  readonly time?: string;
  /** Pull requests that close it. */
  readonly development?: string;
  /** Its links lead to a comment, an event or a tab of the item, not to the item's own address. */
  readonly deepLinks?: boolean;
  /** Where a mark can stand; beside the link otherwise. */
  readonly mark?: string;
}

const icon = 'svg[class*="octicon-"]';

/** Newest first. */
const variants: readonly Variant[] = [
  // Lists of issues (2025 on) and pull requests (2026 on) in React
  {
    rows: 'li[class*="ListItem-module__listItem"], [class*="PullsListItem-module__listItem"], [class*="PullsListItem-module__row"], [data-listview-component="items-list"] > li',
    link: 'a[data-testid="issue-pr-title-link"], a[data-testid="listitem-title-link"], h3 a[href]',
    state: '[data-testid="list-row-state-icon"], [class*="LeadingVisual-module"]',
    labels: 'whole',
    assignees: '[data-testid="list-row-assignees"]',
    author: '[data-testid="author-filter-link"], [data-testid="created-at"] a',
    time: '[data-testid="created-at"], [data-testid="timestamp-container"]',
    development: '[data-testid="list-row-linked-pull-requests"] a',
    mark: 'h3',
  },
  // Sub-issues below the description, relationships and linked pull requests beside it (2025 on)
  {
    rows: '[data-testid="sub-issues-issue-container"] li[role="treeitem"], [data-testid="sidebar-relationships-section"] li, [data-testid="issue-viewer-linked-pr-container"] li',
    link: 'a[href]',
    title: '[class*="markdown-title"], bdi',
    state: icon,
  },
  // Project boards and tables (2022 on). Most cards are empty until they are scrolled to; drafts have no link.
  {
    rows: '[data-board-card-id], #memex-project-view-root [role="row"]',
    link: 'a[href]',
    title: 'a[href] h3',
    state: icon,
    labels: 'part',
    mark: '[class*="header-module__Text"]',
  },
  // Lists from Rails: pull requests to 2026, issues to 2024, Enterprise Server
  {
    rows: '.js-issue-row',
    link: 'a.js-navigation-open, a.markdown-title, a.h4',
    state: '.tooltipped[aria-label]:not(.AvatarStack-body)',
    labels: 'whole',
    assignees: '.AvatarStack',
    author: '.opened-by a',
    time: '.opened-by',
    mark: '.opened-by',
  },
  // Notifications
  {
    rows: '.notifications-list-item, .js-notifications-list-item',
    link: 'a.notification-list-item-link',
    title: '.markdown-title',
    state: `a.notification-list-item-link ${icon}`,
    deepLinks: true,
    mark: 'p.f6',
  },
  // The development section of Rails' sidebar
  {
    rows: 'development-menu .Truncate, form[action*="/closing_references"] .Truncate',
    link: 'a[href]',
    state: icon,
  },
];

/** Every row of every variant. */
export const rows = variants.map((variant) => variant.rows).join(', ');

/** What one row says of its item. */
export const readRow = (page: Page, row: Element): Listed | undefined => {
  const { dom } = page;
  const variant = variants.find((candidate) => dom.matches(row, candidate.rows));
  if (variant === undefined || dom.closest(row, `${written}, .js-hovercard-content`) !== undefined) return undefined;
  const link = allOutside(dom, variant.link, row, written).find((candidate) => namesItem(page, variant, candidate));
  const key = link === undefined ? undefined : keyOfLink(page, link);
  if (link === undefined || key === undefined || !isOwnRow(page, row, link)) return undefined;
  const mark = (variant.mark === undefined ? undefined : dom.first(variant.mark, row)) ?? dom.parent(link);
  return seen<Listed>({ observation: observationFrom(page, variant, row, link, key), mark });
};

/** Rows of checks and commits lead to tabs of a pull request: they are not about it. */
const namesItem = (page: Page, variant: Variant, link: Element): boolean => {
  if (keyOfLink(page, link) === undefined) return false;
  const { pathname, searchParams } = new URL(page.dom.attribute(link, 'href') ?? '', page.address);
  return variant.deepLinks === true || /\/\d+\/?$/u.test(pathname) || searchParams.has('issue');
};

/** A group around other rows is no row, nor is it the row of the first item in it. */
const isOwnRow = ({ dom }: Page, row: Element, link: Element): boolean => dom.closest(link, rows) === row;

const observationFrom = (page: Page, variant: Variant, row: Element, link: Element, key: ItemKey): Observation => {
  const { dom, address } = page;
  const kind = kindOfAddress(new URL(dom.attribute(link, 'href') ?? '', address));
  const title = titleOf(page, variant, row, link);
  const shown = shownState(page, variant, row, kind);
  const development = developmentOf(page, variant, row, key);
  const facts: Facts = {
    kind,
    ...(title !== '' && { title }),
    ...shown,
    ...labelFacts(page, variant, row),
    ...peopleFacts(page, variant, row),
    ...timeFacts(page, variant, row, shown),
    ...(development.length > 0 && { links: { development } }),
  };
  return {
    key,
    facts,
    from: 'list',
    ...aliasesFor(key, databaseIdOf(page, row, kind)),
    ...(development.length > 0 && { partial: ['development' as const] }),
  };
};

/** Entries without a title of their own show it with the item's number behind it: `Pay once acme/web#8`. */
const titleOf = ({ dom }: Page, variant: Variant, row: Element, link: Element): string => {
  const own = variant.title === undefined ? undefined : dom.first(variant.title, row);
  const text = visibleText(dom, own ?? link, bounds.title);
  return own === undefined && variant.title !== undefined ? text.replace(/ ?(?:[\w.-]+\/)?[\w.-]*#\d+$/u, '') : text;
};

const shownState = ({ dom }: Page, { state }: Variant, row: Element, kind: Kind): ShownState | undefined => {
  if (state === undefined) return undefined;
  for (const label of allOutside(dom, state, row, written)) {
    const shown = stateOf(dom, label, kind);
    if (shown !== undefined) return shown;
  }
  return undefined;
};

const labelFacts = ({ dom, address }: Page, variant: Variant, row: Element): Pick<Facts, 'labels' | 'priority'> => {
  if (variant.labels === undefined) return {};
  const links = dom.all('.IssueLabel, .labels a, a[href*="label%3A"], a[href*="label:"]', row);
  const labels = labelsOf(dom, links, address);
  return labels.length === 0 && variant.labels === 'part' ? {} : { labels, priority: priorityOf(labels) };
};

const peopleFacts = (page: Page, variant: Variant, row: Element): Pick<Facts, 'assignees' | 'author'> => {
  const author = authorOf(page, variant, row);
  const assignees = assigneesOf(page, variant, row);
  return seen({ assignees, author });
};

const authorOf = ({ dom, address }: Page, variant: Variant, row: Element): Person | undefined => {
  const link = variant.author === undefined ? undefined : dom.first(variant.author, row);
  if (link === undefined) return undefined;
  // The list of pull requests has a button that filters by the author whose account it shows.
  if (dom.tag(link) !== 'button') return peopleOf(dom, [link], address)[0];
  const account = dom.text(link, bounds.handle);
  return /^[\w-]+(?:\[bot\])?$/u.test(account) ? personFrom(account, account) : undefined;
};

const assigneesOf = ({ dom, address }: Page, variant: Variant, row: Element): readonly Person[] | undefined => {
  const shown = variant.assignees === undefined ? undefined : dom.first(variant.assignees, row);
  if (shown === undefined) return undefined;
  const linked = peopleOf(dom, dom.all(peopleLinks, shown), address);
  if (linked.length > 0) return linked;
  const pictures = dom.all('img', shown);
  const pictured = pictures.flatMap(
    (picture) => /^@([\w-]+(?:\[bot\])?)$/u.exec(dom.attribute(picture, 'alt') ?? '')?.[1] ?? [],
  );
  // Pictures without names: somebody is assigned, it is not known who.
  return pictured.length < pictures.length ? undefined : pictured.map((account) => personFrom(account, account));
};

/** "opened on" for what is open, "closed on" or "merged on" for the rest: one time, told apart by the state. */
const timeFacts = (
  { dom }: Page,
  variant: Variant,
  row: Element,
  shown: ShownState | undefined,
): Pick<Facts, 'created' | 'closed'> => {
  const place = variant.time === undefined ? undefined : firstOutside(dom, variant.time, row, written);
  const at = place === undefined ? undefined : timeIn(dom, dom.first(times, place));
  if (at === undefined || shown === undefined) return {};
  return isClosed(shown.state) ? { closed: at } : { created: at };
};

const developmentOf = (page: Page, variant: Variant, row: Element, key: ItemKey): readonly Link[] =>
  variant.development === undefined
    ? []
    : page.dom
        .all(variant.development, row)
        .flatMap((link) => keyOfLink(page, link) ?? [])
        .filter((to) => to !== key)
        .map((to) => ({ kind: 'implemented-by', key: to }));

/** Boards carry the database id in `issue:3395146723`, Rails rows of issues as `data-id`. */
const databaseIdOf = ({ dom }: Page, row: Element, kind: Kind): DatabaseId | undefined => {
  const tagged = databaseIdFrom(dom.attribute(row, 'data-hovercard-subject-tag'));
  if (tagged !== undefined || kind !== 'issue' || !dom.matches(row, '.js-issue-row')) return tagged;
  return databaseIdFrom(`issue:${dom.attribute(row, 'data-id') ?? ''}`);
};
