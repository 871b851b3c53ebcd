import { bounds, type Facts, isClosed, type Observation, type State } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { seen } from '../../core/seen.ts';
import type { Page, PageDrift, PageNotReady } from '../reader.ts';
import { locate } from './addresses.ts';
import { agentOf } from './agent.ts';
import { aliasesFor, findDatabaseId } from './aliases.ts';
import { codeLinks, readBranch, readCommit } from './code.ts';
import { type Conversation, readConversation } from './conversation.ts';
import { type Embedded, readEmbedded } from './embedded.ts';
import { aboutDocument, findHeader, type Header } from './header.ts';
import { priorityOf } from './labels.ts';
import { readRelationships } from './relationships.ts';
import { readReviewing } from './reviews.ts';
import { allOutside, firstOutside, timeIn, written } from './scope.ts';
import { readAssignees, readLabels } from './sidebar.ts';
import { type ShownState, stateOf } from './states.ts';

/** What an item's page, or the pane beside a list or a board, says about the item of the address. */
export const readItem = (page: Page): Result<Observation, PageDrift | PageNotReady> => {
  const key = locate(page.address, page.sites);
  if (key === undefined) return fail({ type: 'PageNotReady' });
  const finding = findHeader(page, key);
  switch (finding.type) {
    case 'found':
      return readHeaded(page, key, finding.header);
    case 'another':
      return fail({ type: 'PageNotReady' });
    case 'unconfirmed':
      return fail({ type: 'PageDrift', missing: ['number'] });
    case 'none':
      // Nothing says that this is the item's page at all ("Page not found", a list whose pane is not open yet): wait.
      return aboutDocument(page, key) === 'this'
        ? fail({ type: 'PageDrift', missing: ['title', 'state'] })
        : fail({ type: 'PageNotReady' });
  }
};

const readHeaded = (page: Page, key: ItemKey, header: Header): Result<Observation, PageDrift> => {
  const shown = shownState(page, header);
  const embedded = freshEmbedded(readEmbedded(page.dom, key), shown);
  const title = page.dom.text(header.title, bounds.title) || embedded?.facts.title;
  const state = shown ?? (embedded?.facts.state === undefined ? undefined : { state: embedded.facts.state });
  if (title === undefined || state === undefined) {
    return fail({
      type: 'PageDrift',
      missing: [...(title === undefined ? ['title'] : []), ...(state === undefined ? ['state'] : [])],
    });
  }
  const conversation = readConversation(page, header, key);
  const relationships = readRelationships(page, header, key);
  const facts = seen<Facts>({
    ...embedded?.facts,
    ...conversation.facts,
    kind: header.kind,
    title,
    ...state,
    ...peopleFacts(page, header, conversation, embedded),
    ...labelFacts(page, header, embedded),
    ...timeFacts(page, header, conversation, state.state, embedded),
    links: { ...conversation.facts.links, ...relationships.links },
  });
  return ok({
    key,
    facts: header.kind === 'pull-request' ? withCode(page, header, key, facts, conversation) : facts,
    from: 'item',
    ...aliasesFor(key, embedded?.databaseId ?? findDatabaseId(page, header, key)),
    ...partialOf([...conversation.partial, ...relationships.partial]),
  });
};

/** A discussion wears no label while it is open. */
const shownState = ({ dom }: Page, { state, kind }: Header): ShownState | undefined => {
  if (state !== undefined) return stateOf(dom, state, kind);
  return kind === 'discussion' ? { state: 'open' } : undefined;
};

/** Embedded data that contradict the page's own state are from before it changed. */
const freshEmbedded = (embedded: Embedded | undefined, shown: ShownState | undefined): Embedded | undefined =>
  shown === undefined || embedded?.facts.state === shown.state ? embedded : undefined;

const peopleFacts = (
  page: Page,
  header: Header,
  conversation: Conversation,
  embedded: Embedded | undefined,
): Pick<Facts, 'author' | 'assignees' | 'reviewers' | 'reviews' | 'agent'> => {
  const shown = conversation.author;
  const known = embedded?.facts.author;
  // Both name the author; what the embedded data add is that it is an app, or a name.
  const author = shown === undefined || shown.handle === known?.handle ? (known ?? shown) : shown;
  return seen<Facts>({
    author,
    assignees: readAssignees(page, header) ?? embedded?.facts.assignees,
    ...(header.kind === 'pull-request' && readReviewing(page, header, author)),
    agent: agentOf(page, header, author, conversation.lines ?? ''),
  });
};

const labelFacts = (page: Page, header: Header, embedded: Embedded | undefined): Pick<Facts, 'labels' | 'priority'> => {
  const labels = readLabels(page, header) ?? embedded?.facts.labels;
  return labels === undefined ? {} : { labels, priority: priorityOf(labels) };
};

const timeFacts = (
  page: Page,
  header: Header,
  conversation: Conversation,
  state: State,
  embedded: Embedded | undefined,
): Pick<Facts, 'created' | 'closed'> =>
  seen<Facts>({
    created: conversation.created ?? embedded?.facts.created,
    closed: isClosed(state) ? (closingTime(page, header) ?? embedded?.facts.closed) : null,
  });

/**
 * When it was closed: the head of a merged pull request says it, elsewhere the last event of that kind, told by the
 * prefix of its node id (`CE_` closed, `ME_` merged; before 2021 the same in base64).
 */
const closingTime = ({ dom }: Page, { region, container }: Header): string | undefined => {
  const events = [
    '[data-timeline-event-id^="CE_"]',
    '.js-timeline-item[data-gid^="CE_"]',
    '.js-timeline-item[data-gid^="ME_"]',
    '.js-timeline-item[data-gid^="MDExOkNsb3NlZEV2ZW50"]',
    '.js-timeline-item[data-gid^="MDExOk1lcmdlZEV2ZW50"]',
  ];
  const inHead = firstOutside(
    dom,
    '[class*="PullRequestHeaderSummary"] relative-time, .gh-header-meta relative-time',
    region,
    written,
  );
  const isMerge = dom.first('[data-status="pullMerged"], .State--merged', region) !== undefined;
  const lastEvent = allOutside(dom, events.join(', '), container, written).at(-1);
  return (isMerge ? timeIn(dom, inHead) : undefined) ?? timeIn(dom, lastEvent);
};

const withCode = (page: Page, header: Header, key: ItemKey, facts: Facts, conversation: Conversation): Facts => {
  const branch = readBranch(page, header) ?? facts.branch;
  const commit = readCommit(page, header, key) ?? facts.commit;
  const code = codeLinks(page, key, seen({ title: facts.title, branch, opening: conversation.opening }));
  return seen<Facts>({ ...facts, branch, commit, links: { ...facts.links, code } });
};

const partialOf = (partial: NonNullable<Observation['partial']>): Pick<Observation, 'partial'> =>
  partial.length === 0 ? {} : { partial: [...new Set(partial)] };
