import type { Link, State } from '../../core/item.ts';
import { bounds } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import type { Dom } from '../dom.ts';
import type { Listed, Page } from '../reader.ts';
import { idAlias, keyAt, siteOfPage } from './addresses.ts';
import { dayIn, instantIn } from './dates.ts';
import { type Found, listed, personOf } from './facts.ts';
import { fileName, priorityOf } from './priority.ts';
import { carriedKey, firstLinkedKey, linkedKey } from './references.ts';
import { labelsOf, priorityField, statusOf, userIn } from './server-fields.ts';
import { stateOf, stateOfWord } from './status.ts';
import type { RowVariant } from './variant.ts';
import { saysNobody } from './words.ts';
import { readWriting, startOf } from './writing.ts';

/** Tables: navigator, printable view, sub-tasks, epics, gadgets, and the Cloud's exports, which still look like this. */
const tableRows = 'tr.issuerow, tr[data-issuekey]';
const linkLines = '#linkingmodule dd .link-content';
const cards = '.ghx-issue, .ghx-backlog-card, .ghx-issue-compact, .ghx-swimlane-header[data-issue-key]';
const resultLines = 'ol.issue-list > li[data-key]';

export const serverRows: readonly RowVariant[] = [
  { rows: tableRows, read: (page, row) => readTableRow(page, row) },
  { rows: linkLines, read: (page, row) => readLinkLine(page, row) },
  { rows: cards, partOf: '.ghx-issue, .ghx-backlog-card', read: (page, row) => readCard(page, row) },
  { rows: resultLines, read: (page, row) => readResultLine(page, row) },
];

type Cells = ReadonlyMap<string, Element>;

/** A row's own cells by the name of their column, which is a class of each. */
const cellsOf = (dom: Dom, row: Element): Cells => {
  const cells = new Map<string, Element>();
  for (const cell of dom.children(row)) {
    for (const name of (dom.attribute(cell, 'class') ?? '').split(/\s+/u)) {
      if (name !== '' && !cells.has(name)) cells.set(name, cell);
    }
  }
  return cells;
};

const readTableRow = (page: Page, row: Element): Listed | undefined => {
  const { dom } = page;
  const cells = cellsOf(dom, row);
  const keyCell = cells.get('issuekey') ?? cells.get('ghx-minimal');
  const key = (keyCell && firstLinkedKey(page, keyCell, 'a')) ?? rowLink(page, cells) ?? carriedKey(page, row);
  if (key === undefined) return undefined;
  const summary = cells.get('summary') ?? cells.get('stsummary') ?? cells.get('ghx-summary');
  const found: Found = {
    title: summary && titleOf(dom, summary),
    ...statusFacts(dom, cells),
    assignees: cellPeople(dom, cells.get('assignee')),
    author: cellPeople(dom, cells.get('reporter') ?? cells.get('creator'))?.[0],
    priority: within(cells.get('priority'), (cell) => priorityField(dom, cell)),
    labels: within(cells.get('labels'), (cell) => cellLabels(dom, cell)),
    due: within(cells.get('duedate'), (cell) => dayIn(dom, cell) ?? null),
    created: within(cells.get('created'), (cell) => instantIn(dom, cell)),
    updated: within(cells.get('updated'), (cell) => instantIn(dom, cell)),
    closed: within(cells.get('resolutiondate'), (cell) => instantIn(dom, cell) ?? null),
    description: within(cells.get('description'), (root) => startOf(page, { root, isMarkup: true })),
    links: rowLinks(page, key, cells, summary),
  };
  const aliases = idAlias(key, dom.attribute(row, 'rel') ?? dom.attribute(row, 'data-issueid'));
  return { observation: listed({ key, found, aliases }), mark: keyCell ?? summary ?? row };
};

/** Applies to what was seen; what was not seen stays unknown. */
const within = <Seen, Value>(seen: Seen | undefined, read: (seen: Seen) => Value): Value | undefined =>
  seen === undefined ? undefined : read(seen);

/** The link of a sub-task's row: the key column may not be shown. */
const rowLink = (page: Page, cells: Cells): ItemKey | undefined => {
  const cell = cells.get('stsummary') ?? cells.get('summary');
  const link = cell && page.dom.all('a.issue-link:not(.parentIssue)', cell).at(-1);
  return link && linkedKey(page, link);
};

const titleOf = (dom: Dom, cell: Element): string | undefined => {
  const link = dom
    .all('a.issue-link', cell)
    .filter((anchor) => !dom.matches(anchor, '.parentIssue'))
    .at(-1);
  return dom.text(link ?? cell, bounds.title) || undefined;
};

const statusFacts = (dom: Dom, cells: Cells): Pick<Found, 'state' | 'word'> => {
  const cell = cells.get('status');
  const status = cell && statusOf(dom, cell);
  const kind = cells.get('statusCategory');
  const category = status?.category ?? (kind && statusOf(dom, kind)?.category);
  if (status === undefined && category === undefined) return {};
  const resolution = cells.get('resolution');
  return {
    state: stateOf({ ...status, category, resolution: dom.text(resolution, bounds.word) }),
    word: status?.word,
  };
};

/** Servers link people; exports have bare names, and emphasis where nobody is assigned, in every language. */
const cellPeople = (dom: Dom, cell: Element | undefined): readonly Person[] | undefined => {
  if (cell === undefined) return undefined;
  const user = userIn(dom, cell);
  if (user !== undefined) return [user];
  const name = dom.text(cell, bounds.name);
  const person = dom.first('em', cell) !== undefined || saysNobody(name) ? undefined : personOf(name);
  return person === undefined ? [] : [person];
};

const cellLabels = (dom: Dom, cell: Element): readonly string[] => {
  const linked = labelsOf(dom, cell);
  if (linked.length > 0) return linked;
  return dom
    .text(cell)
    .split(/,\s*/u)
    .filter((label) => label !== '');
};

const keysIn = (page: Page, cell: Element | undefined): readonly ItemKey[] =>
  cell === undefined ? [] : page.dom.all('a', cell).flatMap((anchor) => linkedKey(page, anchor) ?? []);

/** A column of linked issues names no direction, so what stands in it relates. */
const rowLinks = (
  page: Page,
  key: ItemKey,
  cells: Cells,
  summary: Element | undefined,
): NonNullable<Found['links']> => {
  const { dom } = page;
  const parent = summary && dom.first('a.parentIssue', summary);
  const above = [...(parent === undefined ? [] : [linkedKey(page, parent)]), ...keysIn(page, cells.get('parent'))];
  const hierarchy = [
    ...above.flatMap((one): readonly Link[] => (one === undefined ? [] : [{ kind: 'part-of', key: one }])),
    ...keysIn(page, cells.get('subtasks')).map((one): Link => ({ kind: 'has-part', key: one })),
  ].filter((link) => link.key !== key);
  const related = keysIn(page, cells.get('issuelinks')).map((one): Link => ({ kind: 'relates', key: one }));
  const description = cells.get('description');
  const said = description && readWriting(page, key, [{ root: description, isMarkup: true }]);
  return {
    ...(hierarchy.length === 0 ? {} : { hierarchy }),
    ...(related.length === 0 ? {} : { relations: related }),
    ...(said === undefined || said.text.length === 0 ? {} : { text: said.text }),
    ...(said === undefined || said.mentions.length === 0 ? {} : { mentions: said.mentions }),
  };
};

/** A linked issue in the issue view; its link is struck through by a class once it is resolved. */
const readLinkLine = (page: Page, line: Element): Listed | undefined => {
  const { dom } = page;
  const anchor = dom.first('a.issue-link, a.link-title', line);
  const key = anchor && linkedKey(page, anchor);
  if (anchor === undefined || key === undefined) return undefined;
  const summary = dom.first('.link-summary', line);
  const statusPlace = dom.first('li.status', line) ?? dom.first('.jira-issue-status-lozenge', line);
  const status = statusPlace && statusOf(dom, statusPlace);
  const resolved = dom.matches(anchor, '.resolution') || undefined;
  const priority = dom.first('li.priority', line);
  const assignee = dom.first('li.assignee', line);
  return {
    observation: listed({
      key,
      found: {
        title: summary && (dom.text(summary, bounds.title) || undefined),
        state: status === undefined && resolved === undefined ? undefined : stateOf({ ...status, resolved }),
        word: status?.word,
        priority: priority && (priorityField(dom, priority) ?? undefined),
        assignees: within(assignee && userIn(dom, assignee), (person) => [person]),
      },
    }),
    mark: dom.parent(anchor) ?? line,
  };
};

/** Cards of RapidBoards, from Greenhopper to Data Center. The key's text may be shortened, its attributes never are. */
const readCard = (page: Page, card: Element): Listed | undefined => {
  const { dom } = page;
  const link = dom.first('a.ghx-key, .ghx-key a, a.js-key-link, a.ghx-key-link', card);
  const key = (link && linkedKey(page, link)) ?? carriedKey(page, card) ?? titledKey(page, link);
  if (key === undefined) return undefined;
  const summary = dom.first('.ghx-summary', card);
  const epic = dom.first('[data-epickey]', card);
  const parent = epic && keyAt(siteOfPage(page.address, page.sites), dom.attribute(epic, 'data-epickey'));
  const found: Found = {
    title: summary && cardTitle(dom, summary),
    state: cardState(dom, card),
    assignees: cardAssignees(dom, card),
    priority: cardPriority(dom, card),
    ...(parent === undefined ? {} : { links: { hierarchy: [{ kind: 'part-of', key: parent }] } }),
  };
  const aliases = idAlias(key, dom.attribute(card, 'data-issue-id'));
  return { observation: listed({ key, found, aliases }), mark: dom.parent(link) ?? card };
};

const titledKey = (page: Page, link: Element | undefined): ItemKey | undefined =>
  keyAt(siteOfPage(page.address, page.sites), page.dom.attribute(link, 'title'));

const cardTitle = (dom: Dom, summary: Element): string | undefined =>
  dom.text(summary, bounds.title) ||
  dom.attribute(summary, 'title') ||
  dom.attribute(summary, 'data-tooltip') ||
  undefined;

/** A card itself has no status: only that it is done, or the column it stands in, where everybody knows its name. */
const cardState = (dom: Dom, card: Element): State | undefined => {
  if (dom.matches(card, '.ghx-done')) return 'done';
  const column = dom.closest(card, '.ghx-column');
  const id = dom.attribute(column, 'data-column-id');
  const heading = dom
    .all('.ghx-column-headers .ghx-column')
    .find((one) => id !== undefined && (dom.attribute(one, 'data-id') ?? dom.attribute(one, 'data-column-id')) === id);
  const name = heading && dom.first('h2, h3', heading);
  const state = stateOfWord(name && dom.text(name, bounds.word));
  return state === 'unknown' ? undefined : state;
};

const cardAssignees = (dom: Dom, card: Element): readonly Person[] | undefined => {
  const image = dom.first('img.ghx-avatar-img, .ghx-avatar img', card);
  const label = image && (dom.attribute(image, 'alt') || dom.attribute(image, 'data-tooltip'));
  const name = label?.replace(/^[^:：]{1,30}[:：]\s*/u, '').trim();
  if (name === undefined || name === '') return undefined;
  return saysNobody(name) ? [] : within(personOf(name), (person) => [person]);
};

const cardPriority = (dom: Dom, card: Element): Found['priority'] => {
  const field = dom.first('.ghx-priority', card);
  const image = field && dom.first('img', field);
  return field && priorityOf(dom.attribute(field, 'title'), image && fileName(dom.attribute(image, 'src')));
};

const readResultLine = (page: Page, line: Element): Listed | undefined => {
  const { dom } = page;
  const key = firstLinkedKey(page, line, 'a[href]') ?? carriedKey(page, line);
  if (key === undefined) return undefined;
  const summary = dom.first('.issue-link-summary', line);
  const title = dom.attribute(line, 'title') || (summary && dom.text(summary, bounds.title)) || undefined;
  return {
    observation: listed({ key, found: { title }, aliases: idAlias(key, dom.attribute(line, 'data-id')) }),
    mark: line,
  };
};
