import { bounds, type Link, type LinkGroup } from '../../core/item.ts';
import { type ItemKey, splitKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import type { Dom } from '../dom.ts';
import type { Page } from '../reader.ts';
import { idAlias, keyAt, siteOfPage } from './addresses.ts';
import { dayIn, instantIn } from './dates.ts';
import type { Found } from './facts.ts';
import { allOwn, firstOwn } from './hooks.ts';
import { kindOfWord } from './link-words.ts';
import { addressOf, carriedKey, firstLinkedKey, linkedKey } from './references.ts';
import { labelsOf, priorityField, statusOf, userIn } from './server-fields.ts';
import type { Sight } from './sight.ts';
import { type StatusReading, stateOf } from './status.ts';
import { digestIn, readWriting, startOf, type Writing } from './writing.ts';

/** The issue view, the detail view beside a list, and the detail view of a RapidBoard (`ghx`). */
const keyPlaces = '#key-val, #issuekey-val, #ghx-detail-issue';
const frames = '#ghx-detail-view, #ghx-detail-issue, #issue-content, .issue-container, #content, main, body';

export const seeServerIssue = (page: Page, key: ItemKey): Sight => {
  const { dom } = page;
  const places = allOwn(dom, keyPlaces);
  const place = places.find((one) => namedKey(page, one) === key);
  if (place === undefined) return { type: places.length > 0 ? 'another' : 'none' };
  return { type: 'this', container: dom.closest(place, frames) ?? place };
};

const namedKey = (page: Page, place: Element): ItemKey | undefined =>
  carriedKey(page, place) ??
  firstLinkedKey(page, place, 'a[href]') ??
  keyAt(siteOfPage(page.address, page.sites), page.dom.text(place, bounds.word));

/** A value by its id on the issue view, by its field name on a board. */
const value = (dom: Dom, container: Element, name: string): Element | undefined =>
  firstOwn(dom, `#${name}-val`, container) ?? firstOwn(dom, `dd[data-field-id="${name}"]`, container);

const firstOf = (dom: Dom, container: Element, ...queries: readonly string[]): Element | undefined =>
  queries.map((query) => firstOwn(dom, query, container)).find((element) => element !== undefined);

/** Newer servers wrap the text in a heading of its own, beside an edit icon. */
export const serverTitle = (dom: Dom, container: Element): Element | undefined => {
  const field = value(dom, container, 'summary');
  return field && (dom.first('h2, h1', field) ?? field);
};

export const readServerIssue = (page: Page, key: ItemKey, container: Element): Found => {
  const { dom } = page;
  const reporter = value(dom, container, 'reporter');
  const author = reporter && userIn(dom, reporter);
  const description =
    dom.first('#description-val .user-content-block', container) ?? dom.first('#description-val', container);
  const writings = [
    ...(description === undefined ? [] : [{ root: description, by: author }]),
    ...comments(dom, container),
  ];
  const isWhole = firstOwn(dom, '#details-module, #peoplemodule', container) !== undefined;
  const priority = value(dom, container, 'priority');
  return {
    title: titleText(dom, container),
    ...statusFacts(dom, container),
    assignees: assignees(dom, container),
    author,
    priority: priority && priorityField(dom, priority),
    labels: labels(dom, container),
    ...dates(dom, container),
    ...(description === undefined
      ? isWhole && { description: '' }
      : { description: startOf(page, { root: description }), digest: digestIn(page, description) }),
    links: {
      relations: relations(page, container) ?? (isWhole ? [] : undefined),
      hierarchy: hierarchy(page, key, container) ?? (isWhole ? [] : undefined),
      ...(writings.length === 0 && !isWhole ? {} : readWriting(page, key, writings)),
    },
  };
};

const titleText = (dom: Dom, container: Element): string | undefined => {
  const title = serverTitle(dom, container);
  if (title === undefined) return undefined;
  // While somebody edits it, the title stands in a field; what was typed and not saved is no title.
  const field = dom.first('input, textarea', title);
  const saved = dom.attribute(field, 'value');
  return (saved ?? dom.text(field ?? title, bounds.title)) || undefined;
};

const statusFacts = (dom: Dom, container: Element): Pick<Found, 'state' | 'word'> => {
  const field = value(dom, container, 'status');
  const status = (field && statusOf(dom, field)) ?? menuStatus(dom, container);
  if (status === undefined) return {};
  const resolution = value(dom, container, 'resolution');
  const classes = dom.attribute(resolution, 'class') ?? '';
  const resolved = /(?:^|\s)resolved(?:\s|$)/u.test(classes) || undefined;
  return {
    state: stateOf({ ...status, resolution: dom.text(resolution, bounds.word), resolved }),
    word: status.word,
  };
};

/** Newer servers can show the status as the menu of its transitions; on others that menu is called "Workflow". */
const menuStatus = (dom: Dom, container: Element): StatusReading | undefined => {
  const menu = firstOwn(dom, '#opsbar-transitions_more', container);
  const status = menu && statusOf(dom, menu);
  return status?.word?.toLowerCase() === 'workflow' ? undefined : status;
};

/** Every person carries an account name here; a field without one says "Unassigned" in the page's language. */
const assignees = (dom: Dom, container: Element): readonly Person[] | undefined => {
  const field = value(dom, container, 'assignee');
  if (field === undefined || dom.first('input, select, textarea', field) !== undefined) return undefined;
  const person = userIn(dom, field);
  return person === undefined ? [] : [person];
};

const labels = (dom: Dom, container: Element): readonly string[] | undefined => {
  const field = firstOf(
    dom,
    container,
    '#wrap-labels .labels',
    'dd[data-field-id="labels"]',
    '[id^="labels-"][id$="-value"]',
  );
  return field && labelsOf(dom, field);
};

const dates = (dom: Dom, container: Element): Pick<Found, 'created' | 'updated' | 'closed' | 'due'> => {
  const instant = (...queries: readonly string[]): string | undefined => {
    const field = firstOf(dom, container, ...queries);
    return field && instantIn(dom, field);
  };
  // The module lists every date that is set; one that is not there is not set.
  const absent = firstOwn(dom, '#datesmodule', container) === undefined ? undefined : null;
  const due = firstOf(dom, container, '#due-date', '#duedate-val', 'dd[data-field-id="duedate"]');
  return {
    created: instant('#create-date', '#created-val', 'dd[data-field-id="created"]'),
    updated: instant('#updated-date', '#updated-val', 'dd[data-field-id="updated"]'),
    closed: instant('#resolved-date', '#resolutiondate-val', 'dd[data-field-id="resolutiondate"]') ?? absent,
    due: due === undefined ? absent : dayIn(dom, due),
  };
};

/** Each `dl` is one kind of link: its words, then the items. Remote links (another tool, a wiki) stand there as well. */
const relations = (page: Page, container: Element): readonly Link[] | undefined => {
  const { dom } = page;
  const module = firstOwn(dom, '#linkingmodule', container);
  return module && dom.all('dl.links-list', module).flatMap((list) => listLinks(page, list));
};

const listLinks = (page: Page, list: Element): readonly Link[] => {
  const { dom } = page;
  const links: Link[] = [];
  let word = '';
  for (const child of dom.children(list)) {
    if (dom.tag(child) === 'dt') word = dom.attribute(child, 'title') || dom.text(child, bounds.word);
    else {
      const anchor = dom.first('a.issue-link, a.link-title, .link-content a[href]', child);
      const key = anchor && (linkedKey(page, anchor) ?? otherTool(page, anchor));
      if (key !== undefined) links.push({ kind: kindOfWord(word), key, word: word.slice(0, bounds.word) });
    }
  }
  return links;
};

const otherTool = (page: Page, anchor: Element): ItemKey | undefined => {
  const address = addressOf(page, anchor);
  return address && page.locate(address);
};

const parents = '#parent_issue_summary, .type-gh-epic-link a[href], [data-fieldtype="gh-epic-link"] a[href]';
const childRows = '#view-subtasks tr[data-issuekey], #ghx-issues-in-epic-table tr[data-issuekey]';

const hierarchy = (page: Page, key: ItemKey, container: Element): readonly Link[] | undefined => {
  const { dom } = page;
  const above = allOwn(dom, parents, container).flatMap((element) => linkedKey(page, element) ?? []);
  const below = allOwn(dom, childRows, container).flatMap((row) => carriedKey(page, row) ?? []);
  const links: readonly Link[] = [
    ...above.map((parent) => ({ kind: 'part-of' as const, key: parent })),
    ...below.map((child) => ({ kind: 'has-part' as const, key: child })),
  ].filter((link) => link.key !== key);
  return links.length === 0 ? undefined : links;
};

/** A comment stands twice, folded and unfolded; only one of them is read. */
const comments = (dom: Dom, container: Element): readonly Writing[] =>
  dom.all('.activity-comment', container).flatMap((comment) => {
    const root = dom.first('.action-body', comment);
    const author = dom.first('.action-head .user-hover', comment) ?? dom.first('.action-details .user-hover', comment);
    return root === undefined ? [] : [{ root, by: author && userIn(dom, author) }];
  });

/** Comments are on the page when their tab is the open one, and none of them is folded away. */
export const serverPartial = ({ dom }: Page, container: Element): readonly LinkGroup[] => {
  const tab = firstOwn(
    dom,
    '#comment-tabpanel.active, #comment-tabpanel.active-tab, #all-tabpanel.active, #all-tabpanel.active-tab',
    container,
  );
  const folded = dom.first('.collapsed-comments, .show-more-comments, #show-more-comments', container);
  return tab !== undefined && folded === undefined ? [] : ['text', 'mentions'];
};

export const serverAliases = (page: Page, key: ItemKey, container: Element): readonly string[] | undefined => {
  const { dom } = page;
  const place = allOwn(dom, '#key-val', container).find((one) => namedKey(page, one) === key);
  const board = dom.closest(container, '#ghx-detail-issue') ?? dom.first('#ghx-detail-issue', container);
  return idAlias(key, dom.attribute(place, 'rel') ?? dom.attribute(board, 'data-issueid'));
};

/** Whether the server's own meta element names the item. */
export const metaNames = ({ dom }: Page, key: ItemKey): boolean => {
  const meta = dom.first('meta[name="ajs-issue-key"]');
  return meta !== undefined && dom.attribute(meta, 'content') === splitKey(key).ref;
};
