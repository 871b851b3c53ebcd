import type { Link, State } from '../../core/item.ts';
import { bounds } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Listed, Page } from '../reader.ts';
import { idAlias, keyAt, siteOfPage } from './addresses.ts';
import { avatarAssignees, dueFields, linkedLabels, lozengeIn, personIn, shownPriority } from './cloud-fields.ts';
import { dayIn, instantIn } from './dates.ts';
import { type Found, listed } from './facts.ts';
import { allOwn, firstOwn, hook, hookOf, hookPart, hookStart } from './hooks.ts';
import { firstLinkedKey, itemLinks, linkedKey } from './references.ts';
import { type StatusReading, stateOf, stateOfWord } from './status.ts';
import type { RowVariant } from './variant.ts';
import { type Field, fieldOfLabel } from './words.ts';

const boardCards = hook('platform-board-kit.ui.card.card');
const backlogCards = hookStart('software-backlog.card-list.card.content-container');
const backlogKeys = hook('software-backlog.card-list.card.card-contents.accessible-card-key');
const tableRows = hook('native-issue-table.ui.issue-row');
const mergedCells = hook('native-issue-table.ui.row.issue-row.merged-cell');
const lineCards = hook('issue-line-card.card-container');
const lineLinks = hook(
  'issue.issue-view.views.common.issue-line-card.issue-line-card-view.key',
  'issue-field-summary.ui.inline-read.link-item',
);
const planRows = hook('portfolio-3-portfolio.app-simple-plans.main.tabs.roadmap.scope.issues.issue.row');
const resultCards = hook('issue-navigator.ui.issue-results.detail-view.card-list.card');
const recentLinks = hookStart('global-pages.home.ui.tab-container.tab.item-list.item-link');
/** 2018: no hooks at all, generated class names; what can be dragged and has one link to an item is a card. */
const draggables = '[data-react-beautiful-dnd-draggable], [data-rbd-draggable-id]';

const wholeRows = [boardCards, backlogCards, tableRows, planRows, lineCards, resultCards, recentLinks].join(', ');
const parts = [mergedCells, backlogKeys, lineLinks].join(', ');

/** Newest first. */
export const cloudRows: readonly RowVariant[] = [
  { rows: wholeRows, read: (page, row) => readRow(page, row, row) },
  // Parts of rows, for pages where the row around them has a hook that is not known.
  { rows: parts, partOf: wholeRows, read: (page, part) => readRow(page, part, whole(page, part)) },
  // A column can be dragged as well; its cards are the rows.
  { rows: draggables, frameOf: `${wholeRows}, ${parts}, ${draggables}`, read: (page, row) => readRow(page, row, row) },
];

/** Everything of a row that speaks of the same item: upwards until something speaks of another. */
const whole = (page: Page, part: Element): Element => {
  const { dom } = page;
  const key = firstLinkedKey(page, part);
  let at = part;
  for (let steps = 0; steps < 8; steps += 1) {
    const next = dom.parent(at);
    if (next === undefined || dom.matches(next, bordersOfRows)) return at;
    const links = dom.all(itemLinks, next);
    if (links.length > 12 || links.some((link) => linkedKey(page, link) !== key)) return at;
    at = next;
  }
  return at;
};

const bordersOfRows = 'body, main, ul, ol, table, tbody, [role="dialog"], [role="list"], [role="main"]';

const readRow = (page: Page, row: Element, scope: Element): Listed | undefined => {
  const { dom } = page;
  const keyLink = firstOwn(dom, keyLinks, scope);
  const key = (keyLink && firstLinkedKey(page, keyLink)) ?? firstLinkedKey(page, scope) ?? keyOfCard(page, row);
  if (key === undefined) return undefined;
  const cells = cellsOf(page, scope);
  const status = lozengeIn(dom, scope);
  const found: Found = {
    title: titleIn(page, scope, key),
    state: stateIn(page, scope, status),
    word: status?.word,
    assignees: cells.assignee === undefined ? avatarAssignees(dom, scope) : assigneesOf(page, cells.assignee),
    author: personAt(page, cells.reporter ?? cells.creator),
    priority: shownPriority(dom, scope),
    labels: linkedLabels(page, scope),
    due: dueOf(page, scope, cells.due),
    created: cells.created && instantIn(dom, cells.created),
    updated: cells.updated && instantIn(dom, cells.updated),
    closed: cells.resolved && instantIn(dom, cells.resolved),
    links: { hierarchy: parentOf(page, cells.parent, key) },
  };
  const aliases = idAlias(key, idOf(page, row));
  return { observation: listed({ key, found, aliases }), mark: markPlace(page, scope, keyLink) };
};

const keyLinks = [
  hook(
    'platform-card.common.ui.key.key',
    'software-backlog.card-list.card.card-contents.key',
    'native-issue-table.common.ui.issue-cells.issue-key.issue-key-cell',
    'issue.issue-view.views.common.issue-line-card.issue-line-card-view.key',
  ),
  'a[id^="issue-link-"]',
].join(', ');

/** Cards carry their key in their id or hook too: `card-PAY-7`, `…content-container.PAY-7`. */
const keyOfCard = (page: Page, row: Element): ItemKey | undefined => {
  const site = siteOfPage(page.address, page.sites);
  const id = page.dom.attribute(row, 'id') ?? '';
  return keyAt(site, id.replace(/^card-/u, '')) ?? keyAt(site, hookOf(page.dom, row).split('.').at(-1));
};

/** The numeric id, which plans and old draggables carry. */
const idOf = ({ dom }: Page, row: Element): string | undefined =>
  dom.attribute(row, 'data-issue') ??
  /^ISSUE::(\d+)$/u.exec(dom.attribute(row, 'data-rbd-draggable-id') ?? '')?.[1] ??
  /#issue-(\d+)$/u.exec(hookOf(dom, row))?.[1];

const titles = [
  hook(
    'native-issue-table.common.ui.issue-cells.issue-summary.issue-summary-cell',
    'issue-field-single-line-text-readview-card.ui.single-line-text.container.box',
    'issue.issue-view.views.common.issue-line-card.issue-line-card-view.summary',
    'issue-field-summary.ui.inline-read.link-item',
  ),
  hookPart('card-contents.summary', 'card-contents.title'),
].join(', ');
/** A heading for screen readers: the key, then the title in an element of its own. */
const spokenTitles = hook('software-backlog.card-list.card.card-contents.screen-reader-key');

const titleIn = (page: Page, scope: Element, key: ItemKey): string | undefined => {
  const { dom } = page;
  const spoken = firstOwn(dom, spokenTitles, scope);
  const named = firstOwn(dom, titles, scope) ?? (spoken && dom.children(spoken).at(-1));
  const text = named === undefined ? plainTitle(page, scope, key) : dom.text(named, bounds.title);
  return text || undefined;
};

/** Where no hook names the title: the longest piece of text in the row that is neither its key nor a control. */
const plainTitle = ({ dom }: Page, scope: Element, key: ItemKey): string | undefined => {
  const ref = key.slice(key.lastIndexOf(':') + 1);
  const pieces = dom
    .all('*', scope)
    .filter(
      (element) =>
        dom.children(element).length === 0 && dom.closest(element, 'svg, label, [aria-hidden="true"]') === undefined,
    )
    .filter((element) => dom.closest(element, `${lozengeParts}, ${hookPart('assignee', 'priority')}`) === undefined)
    .map((element) => dom.text(element, bounds.title))
    .filter((text) => text !== '' && !text.startsWith(ref) && !text.startsWith(','));
  return pieces.reduce<string | undefined>(
    (best, text) => (best !== undefined && best.length >= text.length ? best : text),
    undefined,
  );
};

const lozengeParts = hookPart('status-lozenge');

const stateIn = (page: Page, scope: Element, status: StatusReading | undefined): State | undefined => {
  const { dom } = page;
  if (status !== undefined) {
    const cell = dom.first('[data-vc="native-issue-table-ui-resolution-cell"]', scope);
    return stateOf({ ...status, resolution: dom.text(cell, bounds.word) });
  }
  const resolved = isResolved(page, scope);
  if (resolved === true) return 'done';
  // A column holds statuses of one kind, as a rule; only a name that everybody knows is taken for one.
  const column = stateOfWord(columnName(page, scope));
  if (column === 'open' || column === 'in-progress' || (column === 'done' && resolved === undefined)) return column;
  // Not resolved is to do or in progress; both block. Without a word, a more exact reading elsewhere is kept.
  return resolved === false && column === 'unknown' ? 'open' : undefined;
};

/** The key's link says it for screen readers, in English sites; elsewhere this stays unknown. */
const isResolved = (page: Page, scope: Element): boolean | undefined => {
  const labels = page.dom.all(`${itemLinks}`, scope).map((link) => page.dom.attribute(link, 'aria-label') ?? '');
  if (labels.some((label) => / is not resolved$/u.test(label))) return false;
  return labels.some((label) => / is resolved$/u.test(label)) ? true : undefined;
};

const columns = hookPart('column.draggable-column', 'ui.column.');

const columnName = ({ dom }: Page, card: Element): string | undefined => {
  const column = dom.closest(card, columns);
  const heading = column && dom.first('h2, h3', column);
  return heading && dom.text(heading, bounds.word);
};

type Cells = Readonly<Partial<Record<Field, Element>>>;

/** A table's cells have no hook of their own; the button in each names its field, behind the person it shows. */
const cellsOf = (page: Page, scope: Element): Cells => {
  const { dom } = page;
  if (dom.tag(scope) !== 'tr') return {};
  const cells: Partial<Record<Field, Element>> = {};
  for (const cell of dom.children(scope)) {
    const button = dom.first('button[aria-label]', cell);
    const label = dom.attribute(button, 'aria-label') ?? '';
    const field = fieldOfLabel(label.replace(personIn(page, cell)?.name ?? '', ''));
    if (field !== undefined) cells[field] ??= cell;
  }
  return cells;
};

const assigneesOf = (page: Page, cell: Element) => {
  const person = personIn(page, cell);
  return person === undefined ? [] : [person];
};

const personAt = (page: Page, cell: Element | undefined) => cell && personIn(page, cell);

const dueOf = ({ dom }: Page, scope: Element, cell: Element | undefined): string | null | undefined => {
  if (cell !== undefined) return dayIn(dom, cell) ?? null;
  const field = firstOwn(dom, dueFields, scope);
  return field && dayIn(dom, field);
};

const parentOf = (page: Page, cell: Element | undefined, key: ItemKey): readonly Link[] | undefined => {
  const parent = cell && firstLinkedKey(page, cell);
  return parent === undefined || parent === key ? undefined : [{ kind: 'part-of', key: parent }];
};

/** The mark stands beside the key, where a row has room without growing. */
const markPlace = ({ dom }: Page, scope: Element, keyLink: Element | undefined): Element => {
  const beside = keyLink && (dom.tag(keyLink) === 'a' ? dom.parent(keyLink) : keyLink);
  return (
    beside ??
    allOwn(dom, itemLinks, scope)
      .map((link) => dom.parent(link))
      .find((parent) => parent !== undefined) ??
    scope
  );
};
