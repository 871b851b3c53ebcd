import { bounds, type Link } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Page } from '../reader.ts';
import { allOwn, hook, hookPart, hookStart } from './hooks.ts';
import { kindOfWord } from './link-words.ts';
import { addressOf, firstLinkedKey, itemLinks, linkedKey } from './references.ts';

export const linkGroups = hook('issue.views.issue-base.content.issue-links.group-container');
const groupHeadings = hook(
  'issue.issue-view.views.issue-base.content.issue-links.issue-links-view.relationship-heading',
);
const webLinks = hookPart('content.web-links', 'content.remote-links');
const children = `${hookPart('child-issues-panel', 'children-issues', 'issue-base.content.subtasks')}, ${hook('native-issue-table.ui.issue-row', 'native-issue-table.ui.row.issue-row.merged-cell')}`;
const parents = `${hookStart('issue.views.issue-base.foundation.breadcrumbs.parent-issue')}, ${hook('issue-field-parent.ui.view-link')}`;

/** Lines, rows and panels about other items within an issue view. */
export const otherItems = `${linkGroups}, ${children}, ${hook('issue-line-card.card-container')}`;

/** Linked work items, each under the words of its group; links into other tools relate. Undefined: no such panel. */
export const relationsIn = (page: Page, container: Element): readonly Link[] | undefined => {
  const { dom } = page;
  const panels = allOwn(dom, `${linkGroups}, ${webLinks}`, container);
  if (panels.length === 0) return undefined;
  return panels.flatMap((panel) =>
    dom.matches(panel, linkGroups) ? groupLinks(page, panel) : remoteLinks(page, panel),
  );
};

/** Reads in document order: a heading's words hold for what follows it. Groups of 2020 had bare headings. */
const groupLinks = (page: Page, group: Element): readonly Link[] => {
  const { dom } = page;
  const links: Link[] = [];
  let word = '';
  for (const element of dom.all(`${groupHeadings}, h3, h4, ${itemLinks}`, group)) {
    if (dom.tag(element) !== 'a') word = dom.text(element, bounds.word) || word;
    else {
      const key = linkedKey(page, element);
      if (key !== undefined) links.push({ kind: kindOfWord(word), key, ...(word === '' ? {} : { word }) });
    }
  }
  return links;
};

const remoteLinks = (page: Page, panel: Element): readonly Link[] =>
  page.dom.all('a[href]', panel).flatMap((anchor): readonly Link[] => {
    const address = addressOf(page, anchor);
    const key = address && page.locate(address);
    return key === undefined ? [] : [{ kind: 'relates', key }];
  });

/** The parent in the bread crumbs or the parent field, and the children of the panel below the description. */
export const hierarchyIn = (page: Page, key: ItemKey, container: Element): readonly Link[] | undefined => {
  const { dom } = page;
  // Crumbs go from the eldest down: the last one is the parent.
  const parent = allOwn(dom, parents, container)
    .flatMap((element) => firstLinkedKey(page, element) ?? [])
    .filter((found) => found !== key)
    .at(-1);
  const below = allOwn(dom, children, container).flatMap((panel) =>
    dom.all(itemLinks, panel).flatMap((anchor) => linkedKey(page, anchor) ?? []),
  );
  const links: readonly Link[] = [
    ...(parent === undefined ? [] : [{ kind: 'part-of' as const, key: parent }]),
    ...below
      .filter((child) => child !== key && child !== parent)
      .map((child) => ({ kind: 'has-part' as const, key: child })),
  ];
  return links.length === 0 ? undefined : links;
};
