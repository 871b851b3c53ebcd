import type { Observation } from '../../core/item.ts';
import { type ItemKey, makeKey, splitKey } from '../../core/key.ts';
import type { Page } from '../reader.ts';
import { id as tool } from './addresses.ts';
import { attributeOf, declaredKeys, type Header } from './header.ts';
import { firstOutside, written } from './scope.ts';

/** Issues and pull requests are numbered apart in GitHub's database. */
export interface DatabaseId {
  readonly of: 'issue' | 'pull';
  readonly id: number | string;
}

/** A second identity that outlives a renamed owner or repository (K2): `github:github.com:issue-id/2869649024`. */
export const aliasesFor = (key: ItemKey, found: DatabaseId | undefined): Pick<Observation, 'aliases'> => {
  const { site } = splitKey(key);
  if (found === undefined || site === undefined) return {};
  return { aliases: [makeKey({ tool, site, ref: `${found.of}-id/${found.id}` })] };
};

/** The database id that an item's page shows. */
export const findDatabaseId = (page: Page, header: Header, key: ItemKey): DatabaseId | undefined =>
  inOpeningComment(page, header) ?? inDeclaration(page, key);

/** `#issue-2869649024`, `#pullrequest-2754871261` at the opening comment: part of what is shown, so never the page before. */
const inOpeningComment = ({ dom }: Page, { container, kind }: Header): DatabaseId | undefined => {
  const anchorOf = (selector: string): string => {
    const element = firstOutside(dom, selector, container, written);
    return element === undefined ? '' : (dom.attribute(element, 'id') ?? dom.attribute(element, 'href') ?? '');
  };
  const pull = /^pullrequest-(\d+)$/u.exec(anchorOf('.timeline-comment-group[id^="pullrequest-"]'))?.[1];
  if (pull !== undefined) return { of: 'pull', id: pull };
  if (kind !== 'issue') return undefined;
  const anchors = '.timeline-comment-group[id^="issue-"], [data-testid="issue-body-header-link"]';
  const issue = /(?:^|#)issue-(\d+)$/u.exec(anchorOf(anchors))?.[1];
  return issue === undefined ? undefined : { of: 'issue', id: issue };
};

/** The document's own tag, believed where the document also declares this very item. */
const inDeclaration = (page: Page, key: ItemKey): DatabaseId | undefined =>
  declaredKeys(page).includes(key)
    ? databaseIdFrom(attributeOf(page.dom, 'meta[name="hovercard-subject-tag"]', 'content'))
    : undefined;

/** `issue:3395146723`, `pull_request:90889453`. */
export const databaseIdFrom = (tag: string | undefined): DatabaseId | undefined => {
  const [, of, id] = /^(issue|pull)(?:_request)?:(\d+)$/u.exec(tag ?? '') ?? [];
  return id === undefined ? undefined : { of: of === 'pull' ? 'pull' : 'issue', id };
};
