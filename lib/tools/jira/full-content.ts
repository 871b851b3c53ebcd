import { bounds, type Link } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import type { Dom } from '../dom.ts';
import type { Listed, Page } from '../reader.ts';
import { idAlias } from './addresses.ts';
import { parseDay, parseInstant } from './dates.ts';
import { type Found, listed, personOf } from './facts.ts';
import { kindOfWord } from './link-words.ts';
import { priorityOf } from './priority.ts';
import { firstLinkedKey } from './references.ts';
import { userIn } from './server-fields.ts';
import { stateOf } from './status.ts';
import type { RowVariant } from './variant.ts';
import { type Field, fieldOfLabel, saysNobody } from './words.ts';
import { readWriting, startOf } from './writing.ts';

/**
 * Printable "full content": each issue is a heading and some tables after it, up to a rule. Few hooks, labels in the
 * page's language, unchanged from the first servers to the Cloud.
 */
const headings = 'h3.formtitle';
const innerRows = 'table.grid table.grid tr';

export const fullContentRows: readonly RowVariant[] = [
  { rows: headings, read: (page, row) => readIssue(page, row) },
  { rows: innerRows, read: (page, row) => readInnerRow(page, row) },
];

const readIssue = (page: Page, heading: Element): Listed | undefined => {
  const { dom } = page;
  const link = dom.first('a[href*="/browse/"]', heading);
  const key = link && firstLinkedKey(page, link);
  if (link === undefined || key === undefined) return undefined;
  const section = sectionOf(dom, heading);
  const fields = fieldsOf(dom, section);
  const word = fields.status && (dom.text(fields.status, bounds.word) || undefined);
  const resolution = dom.text(fields.resolution, bounds.word);
  const author = firstIn(dom, section, '[id^="word_reporter_"]');
  const labels = firstIn(dom, section, 'td[id^="labels-"]');
  const inner = innerLinks(page, section, key);
  const description = firstIn(dom, section, '#descriptionArea');
  const stamps = firstIn(dom, section, '.subText');
  const writings = description === undefined ? [] : [{ root: description, by: author && userIn(dom, author) }];
  const said = readWriting(page, key, [...writings, ...commentsOf(dom, section)]);
  const found: Found = {
    title: dom.text(link, bounds.title) || undefined,
    state: word === undefined ? undefined : stateOf({ word, resolution }),
    word,
    assignees: fields.assignee && peopleOf(dom, fields.assignee),
    author: author && userIn(dom, author),
    priority: fields.priority && (priorityOf(dom.text(fields.priority, bounds.word), undefined) ?? null),
    labels: labels && labelsOf(dom, labels),
    ...(stamps && datesOf(dom.text(stamps, 300))),
    description: description && startOf(page, { root: description }),
    links: {
      relations: inner.filter(({ word }) => word !== undefined),
      hierarchy: [...parentOf(page, heading), ...inner.filter(({ word }) => word === undefined)],
      ...said,
    },
  };
  const id = labels && /^labels-(\d+)-value$/u.exec(dom.attribute(labels, 'id') ?? '')?.[1];
  return { observation: listed({ key, found, aliases: idAlias(key, id) }), mark: heading };
};

/** A sub-task has its parent's link above its heading. */
const parentOf = (page: Page, heading: Element): readonly Link[] => {
  const cell = page.dom.parent(heading);
  const above = cell && page.dom.first('#parent_issue_summary, #parent_issue_key', cell);
  const parent = above && firstLinkedKey(page, above, 'a');
  return parent === undefined ? [] : [{ kind: 'part-of', key: parent }];
};

/** The tables of one issue: from the heading's own to the next rule. */
const sectionOf = (dom: Dom, heading: Element): readonly Element[] => {
  const own = dom.closest(heading, 'table') ?? heading;
  const section = [own];
  for (let next = dom.nextSibling(own); next !== undefined; next = dom.nextSibling(next)) {
    if (!dom.isElement(next)) continue;
    if (dom.tag(next) === 'hr' || dom.first(headings, next) !== undefined) break;
    section.push(next);
  }
  return section;
};

const firstIn = (dom: Dom, section: readonly Element[], query: string): Element | undefined =>
  section
    .map((part) => (dom.matches(part, query) ? part : dom.first(query, part)))
    .find((found) => found !== undefined);

/** Cells by the label in bold in the cell before them. What people wrote has no part in it. */
const fieldsOf = (dom: Dom, section: readonly Element[]): Readonly<Partial<Record<Field, Element>>> => {
  const fields: Partial<Record<Field, Element>> = {};
  for (const label of section.flatMap((part) => dom.all('td > b', part))) {
    if (dom.closest(label, '#descriptionArea, [id^="comment-body-"], table.grid table.grid') !== undefined) continue;
    const cell = dom.parent(label);
    const row = dom.parent(cell);
    const cells = row === undefined ? [] : dom.children(row);
    const value = cell && cells[cells.indexOf(cell) + 1];
    const field = value && fieldOfLabel(dom.text(label, bounds.word));
    if (field !== undefined && value !== undefined) fields[field] ??= value;
  }
  return fields;
};

/** People carry their account, except in some versions; "Unassigned" never does. */
const peopleOf = (dom: Dom, cell: Element): readonly Person[] => {
  const user = userIn(dom, cell);
  if (user !== undefined) return [user];
  const name = dom.text(cell, bounds.name);
  const person = saysNobody(name) ? undefined : personOf(name);
  return person === undefined ? [] : [person];
};

const labelsOf = (dom: Dom, cell: Element): readonly string[] => {
  const text = dom.text(cell);
  return saysNobody(text) ? [] : text.split(/[,\s]+/u).filter((label) => label !== '');
};

/** `Created: 09/Feb/23 Updated: 10/Feb/23 Due: 01/Mar/23`, labels in the page's language. */
const datesOf = (text: string): Pick<Found, 'created' | 'updated' | 'closed' | 'due'> => {
  const named = new Map<Field, string>();
  for (const [, label = '', date = ''] of text.matchAll(
    /([^\d:：]{2,40})[:：]\s*(\d[^:：]{4,20}?(?=\s{1,30}\p{L}[^\d:：]*[:：]|$))/gu,
  )) {
    const field = fieldOfLabel(label);
    if (field !== undefined) named.set(field, date);
  }
  const at = (field: Field): string | undefined => {
    const date = named.get(field);
    return date === undefined ? undefined : parseInstant(date);
  };
  const due = named.get('due');
  return {
    created: at('created'),
    updated: at('updated'),
    closed: at('resolved') ?? null,
    due: due === undefined ? null : parseDay(due),
  };
};

/** Tables within: sub-tasks (key, title, …) and links (words, key, title, …). */
const innerLinks = (page: Page, section: readonly Element[], key: ItemKey): readonly Link[] =>
  section
    .flatMap((part) => page.dom.all('table.grid tr', part))
    .flatMap((row): readonly Link[] => {
      const inner = innerRow(page, row);
      if (inner === undefined || inner.key === key || !page.dom.matches(row, innerRows)) return [];
      const { word } = inner;
      return [
        word === undefined ? { kind: 'has-part', key: inner.key } : { kind: kindOfWord(word), key: inner.key, word },
      ];
    });

interface InnerRow {
  readonly key: ItemKey;
  /** The words of a link; a sub-task has none. */
  readonly word?: string;
  /** The cells behind the key. */
  readonly rest: readonly Element[];
}

const innerRow = (page: Page, row: Element): InnerRow | undefined => {
  const { dom } = page;
  const cells = dom.children(row);
  const keyed = cells.findIndex((cell) => dom.first('a[href*="/browse/"]', cell) !== undefined);
  const key = keyed < 0 ? undefined : firstLinkedKey(page, cells[keyed] as Element);
  if (key === undefined) return undefined;
  const before = cells[keyed - 1];
  const word = before && dom.text(before, bounds.word);
  return { key, ...(word === undefined || word === '' ? {} : { word }), rest: cells.slice(keyed + 1) };
};

/** A sub-task's row ends with its status and assignee; a link's with its status. */
const readInnerRow = (page: Page, row: Element): Listed | undefined => {
  const { dom } = page;
  const inner = innerRow(page, row);
  if (inner === undefined) return undefined;
  const [title, ...after] = inner.rest;
  const isSubtask = inner.word === undefined && after.length >= 3;
  const statusCell = isSubtask ? after[1] : after.at(-1);
  const word = statusCell && (dom.text(statusCell, bounds.word) || undefined);
  const found: Found = {
    title: title && (dom.text(title, bounds.title) || undefined),
    state: word === undefined ? undefined : stateOf({ word }),
    word,
    assignees: isSubtask && after[2] !== undefined ? peopleOf(dom, after[2]) : undefined,
  };
  return { observation: listed({ key: inner.key, found }), mark: title ?? row };
};

const commentsOf = (dom: Dom, section: readonly Element[]) =>
  section
    .flatMap((part) => dom.all('tr[id^="comment-body-"]', part))
    .map((root) => {
      const header = firstIn(dom, section, `[id="${(dom.attribute(root, 'id') ?? '').replace('body', 'header')}"]`);
      return { root, by: header && userIn(dom, header) };
    });
