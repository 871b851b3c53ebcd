import { longDay } from '../dates.ts';
import { type Html, html, nothing } from '../html.ts';
import { dana } from '../people.ts';
import { places } from '../story.ts';
import type { Item, JiraIssue, Person, World } from '../world.ts';
import { act, avatar, firstRows, type LookAlike, type Page, proseOf, switchTheme, type Visit } from './page.ts';

/**
 * Jira Cloud as of August 2026: issue view (also as a dialog over the board), board, navigator. The due date has no
 * known hook, so it carries none here. The description's hook is `issue.views.field.rich-text.description` with an
 * `.ak-renderer-document` in it, as several public extensions of 2024-26 read it.
 */
export const jira: LookAlike = {
  tool: 'jira',
  host: 'acme.atlassian.net',
  start: `/jira/software/c/projects/${places.project}/boards/${places.board}`,
  page: (visit) => {
    const path = visit.address.pathname;
    const key = /^\/browse\/([A-Z]+-\d+)$/u.exec(path)?.[1];
    if (key !== undefined) return issuePage(visit, key);
    if (path === '/issues/' || path === '/issues') return navigatorPage(visit);
    if (/^\/jira\/software\/c\/projects\/PAY\/(issues\/?|list)$/u.test(path)) return navigatorPage(visit);
    return /^\/jira\/software\/c\/projects\/PAY\/boards\/7\/?$/u.test(path) ? boardPage(visit) : undefined;
  },
  late: () => undefined,
  rows: (visit, name) => {
    const issues = issuesOf(visit);
    if (name === 'navigator') return issues.map(navigatorRow);
    const column = columns.find(({ title }) => title === name);
    return column === undefined ? undefined : inColumn(issues, column).map((issue) => card(visit.world, issue));
  },
};

const isJira = (item: Item): item is JiraIssue => item.tool === 'jira';

const issuesOf = ({ world, many }: Visit): readonly JiraIssue[] => [
  ...world
    .items()
    .filter(isJira)
    .filter(({ type }) => type !== 'Epic'),
  ...world.many('jira', many).filter(isJira),
];

interface Column {
  readonly title: string;
  readonly states: readonly JiraIssue['state'][];
}
const columns: readonly Column[] = [
  { title: 'To Do', states: ['To Do'] },
  { title: 'In Progress', states: ['In Progress'] },
  { title: 'In Review', states: ['In Review'] },
  { title: 'Done', states: ['Done', "Won't do"] },
];
const inColumn = (issues: readonly JiraIssue[], { states }: Column): readonly JiraIssue[] =>
  issues.filter(({ state }) => states.includes(state));

const isResolved = ({ state }: JiraIssue): boolean => state === 'Done' || state === "Won't do";
const tone = (issue: JiraIssue): string =>
  isResolved(issue) ? 'success' : issue.state === 'To Do' ? 'default' : 'inprogress';

/** Jira's own three kinds of status, by the numbers that its hooks end with. */
const categoryId = (issue: JiraIssue): number => (isResolved(issue) ? 3 : issue.state === 'To Do' ? 2 : 4);

const page = (visit: Visit, title: string, regions: Page['regions']): Page => ({
  title: `${title} - Jira`,
  root: html`data-color-mode="${visit.theme}" data-theme="dark:dark light:light"`,
  head: html`<meta name="application-name" content="JIRA">
    <meta name="ajs-atlassian-account-id" content="${dana.account}">
    <meta name="ajs-cloud-id" content="6a2f0b5e-5c1d-4c55-9a0b-0d3f7e8d9c11">
    <meta name="ajs-user-locale" content="en_US">`,
  bodyClass: '',
  regions: {
    top: html`<header class="top" data-testid="page-layout.top-nav">
      <a class="logo" href="${jira.start}"><span class="logo-mark"></span>Jira</a>
      <span class="grow"></span>
      <input class="search" aria-label="Search" placeholder="Search">
      <button type="button" class="button primary">Create</button>
      ${switchTheme(visit)}
      ${avatar(dana, '', 'm')}
    </header>`,
    side: html`<nav class="side" aria-label="Project">
      <div class="project"><span class="project-mark"></span><span><b>Payments</b><small>Software project</small></span></div>
      <a href="${jira.start}">Board</a>
      <a href="/issues/?jql=project%20%3D%20PAY">All work</a>
      <a href="/issues/?jql=assignee%20%3D%20currentUser()">Assigned to me</a>
    </nav>`,
    ...regions,
  },
});

const issuePage = (visit: Visit, key: string): Page | undefined => {
  const issue = visit.world.find(key);
  if (issue?.tool !== 'jira') return undefined;
  return page(visit, `[${issue.ref}] ${issue.title}`, {
    main: html`<main class="issue-page" id="jira-issue-main">${issueView(visit, issue)}</main>`,
  });
};

const issueView = (
  visit: Visit,
  issue: JiraIssue,
): Html => html`<div class="issue" data-testid="issue.views.issue-details.issue-layout.issue-layout">
    <div class="issue-left">
      <div id="jira-issue-header" class="crumbs"><span>Payments</span><span class="slash">/</span>${
        issue.parent !== undefined &&
        html`<a data-testid="issue.views.issue-base.foundation.breadcrumbs.parent-issue.item" href="/browse/${issue.parent}"><span>${issue.parent}</span></a><span class="slash">/</span>`
      }<div data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container" role="listitem"><img src="/images/issuetype/${issue.type}.svg" width="16" height="16" alt="${issue.type}"> <a aria-current="page" target="_blank" data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" href="/browse/${issue.ref}"><span>${issue.ref}</span></a></div></div>
      <h1 data-testid="issue.views.issue-base.foundation.summary.heading">${issue.title}</h1>
      <div class="issue-actions"><button type="button" class="button">Add</button><button type="button" class="button">Link work item</button></div>
      <h2>Description</h2>
      <div data-testid="issue.views.field.rich-text.description"><div class="ak-renderer-document">${prose(issue)}</div></div>
      ${linkedItems(visit.world, issue)}
      ${comments(issue)}
    </div>
    <div class="issue-right">
      <div data-testid="issue.views.issue-base.foundation.status.status-field-wrapper"><button type="button" class="status status-${tone(issue)}" data-testid="issue-field-status.ui.status-view.status-button.status-button" aria-label="${issue.state} - Change status" aria-expanded="false" ${act(issue.ref, { state: next(issue.state) })}><span>${issue.state}</span></button></div>
      <section class="details" aria-label="Details"><h2>Details</h2><dl>
        <dt>Assignee</dt><dd data-testid="issue.views.field.user.assignee">${person(issue.assignee)}${issue.assignee !== dana && html`<button type="button" class="link" ${act(issue.ref, { assignees: [dana.name] })}>Assign to me</button>`}</dd>
        <dt>Reporter</dt><dd data-testid="issue.views.field.user.reporter">${person(issue.reporter)}</dd>
        <dt>Priority</dt><dd data-testid="issue.issue-view-layout.issue-view-priority-field.priority"><div class="priority" data-testid="issue-field-priority-readview-full.ui.priority.wrapper"><img src="/images/icons/priorities/${issue.priority}.svg" width="16" height="16" alt=""><span>${issue.priority}</span></div></dd>
        <dt>Labels</dt><dd data-testid="issue.views.issue-base.context.labels">${issue.labels.length === 0 ? 'None' : issue.labels.map((label) => html`<a class="tag" href="/issues/?jql=labels%20%3D%20${label}"><span>${label}</span></a>`)}</dd>
        <dt>Due date</dt><dd>${issue.due === undefined ? 'None' : longDay(issue.due)}</dd>
        <dt>Fix versions</dt><dd>Checkout 2.0</dd>
      </dl></section>
      <p class="dates">Created ${longDay(issue.created)}<br>Updated ${longDay(issue.updated)}</p>
    </div>
  </div>`;

const next = (state: JiraIssue['state']): JiraIssue['state'] =>
  state === 'To Do' ? 'In Progress' : state === 'In Progress' ? 'In Review' : state === 'In Review' ? 'Done' : 'To Do';

const prose = ({ text }: JiraIssue): Html =>
  text === ''
    ? html`<p class="muted">Add a description…</p>`
    : proseOf(text, (address) => html`<a href="${address}" target="_blank">${address}</a>`);

/** A profile card names its person twice: beside the picture, and hidden for screen readers. */
const person = (who: Person | undefined): Html =>
  who === undefined
    ? html`<span class="person">${avatar(who, '')}<span>Unassigned</span></span>`
    : html`<div data-vc="profilecard-wrapper"><span role="button" tabindex="0" aria-label="More information about ${who.name}"><div data-testid="profilecard-next.ui.profilecard.profilecard-trigger" class="person"><div role="img"><span>${avatar(who, '')}</span><span hidden>${who.name}</span></div><span><span>${who.name}</span></span></div></span></div>`;

/** "Linked work items": Jira's own links, each under the words of its direction. */
const linkedItems = (world: World, issue: JiraIssue): Html => {
  const blockedBy = issue.blockedBy.map((ref) => world.find(ref));
  const blocks = world.items().filter((other) => isJira(other) && other.blockedBy.includes(issue.ref));
  const group = (words: string, items: readonly (Item | undefined)[]): Html => {
    const issues = items.filter((item) => item?.tool === 'jira');
    return issues.length === 0
      ? nothing
      : html`<div class="links" data-testid="issue.views.issue-base.content.issue-links.group-container"><h3><span data-testid="issue.issue-view.views.issue-base.content.issue-links.issue-links-view.relationship-heading">${words}</span></h3><ul>${issues.map(lineCard)}</ul></div>`;
  };
  if (blockedBy.length + blocks.length === 0) return nothing;
  return html`<h2>Linked work items</h2>${group('is blocked by', blockedBy)}${group('blocks', blocks)}`;
};

const lineCard = (
  issue: JiraIssue,
): Html => html`<div role="listitem"><div class="line" data-testid="issue-line-card.card-container">
    <div data-testid="issue-line-card-issue-type.issue-type"><img src="/images/issuetype/${issue.type}.svg" width="16" height="16" alt="Work item type: ${issue.type}"></div>
    <span><a data-testid="issue.issue-view.views.common.issue-line-card.issue-line-card-view.key" href="/browse/${issue.ref}" aria-label="${issue.ref} ${issue.state}">${issue.ref}</a></span>
    <div class="grow" data-testid="issue.issue-view.views.common.issue-line-card.issue-line-card-view.summary"><a data-testid="issue-field-summary.ui.inline-read.link-item" href="/browse/${issue.ref}"><span data-item-title="true">${issue.title}</span></a></div>
    <div data-testid="issue-line-card.ui.priority.priority"><img src="/images/icons/priorities/${issue.priority}.svg" width="16" height="16" alt="Priority: ${issue.priority}"></div>
    ${issue.assignee !== undefined && html`<div data-testid="issue-line-card.ui.assignee.read-only-assignee">${avatar(issue.assignee, '')}<span data-testid="issue-line-card.ui.assignee.read-only-assignee--label" hidden>${issue.assignee.name}</span></div>`}
    <div data-testid="issue-line-card.ui.status.status-field-container"><button type="button" class="lozenge lozenge-${tone(issue)}" aria-label="${issue.state} - Change status" data-testid="issue.fields.status.common.ui.status-lozenge.${categoryId(issue)}"><span data-testid="issue.fields.status.common.ui.status-lozenge.${categoryId(issue)}--text">${issue.state}</span></button></div>
  </div></div>`;

const comments = (issue: JiraIssue): Html => html`<h2>Activity</h2><div data-testid="issue.activity.comments-list">
    ${issue.comments.map(({ by, on, text }, index) => html`<div class="comment" data-testid="comment-base-item-${issue.id * 10 + index}">${avatar(by, '', 'm')}<div><div class="comment-head"><b>${by.name}</b> <span>${longDay(on)}</span></div><div class="ak-renderer-document">${proseOf(text, (address) => html`<a href="${address}">${address}</a>`)}</div></div></div>`)}
    <form class="comment-form">${avatar(dana, '', 'm')}<textarea rows="2" aria-label="Add a comment" placeholder="Add a comment…"></textarea></form>
  </div>`;

const boardPage = (visit: Visit): Page => {
  const selected = visit.address.searchParams.get('selectedIssue');
  const issue = selected === null ? undefined : visit.world.find(selected);
  const issues = issuesOf(visit);
  return page(visit, issue?.tool === 'jira' ? `[${issue.ref}] ${issue.title}` : 'PAY board', {
    main: html`<main class="board-page">
      <div class="crumbs">Projects<span class="slash">/</span>Payments</div>
      <h1>PAY board</h1>
      <div class="board">${columns.map((column) => {
        const inside = inColumn(issues, column);
        return html`<section class="board-column" aria-label="${column.title}"><h2>${column.title} <span class="count">${inside.length}</span></h2><div class="cards" data-rows="${column.title}" data-virtual="116">${inside.slice(0, firstRows).map((one) => card(visit.world, one))}</div></section>`;
      })}</div>
    </main>`,
    ...(issue?.tool === 'jira'
      ? {
          dialog: html`<div class="blanket"><div role="dialog" aria-modal="true" aria-label="${issue.ref}" class="dialog"><a class="dialog-close" href="${visit.address.pathname}" aria-label="Close">✕</a>${issueView(visit, issue)}</div></div>`,
        }
      : {}),
  });
};

const card = (
  _: World,
  issue: JiraIssue,
): Html => html`<div id="card-${issue.ref}" class="card" data-testid="platform-board-kit.ui.card.card" data-component-selector="platform-board-kit.ui.card-container" tabindex="-1" data-go="?selectedIssue=${issue.ref}">
    <button type="button" class="card-button" data-testid="platform-card.ui.card.focus-container" data-go="?selectedIssue=${issue.ref}" aria-label="${issue.ref} ${issue.title}. Use the enter key to load the work item."></button>
    <div data-component-selector="platform-card.ui.card.card-content.content-section"><span data-testid="issue-field-single-line-text-readview-card.ui.single-line-text.container.box">${issue.title}</span></div>
    <div class="card-foot" data-testid="platform-card.ui.card.card-content.footer"><img alt="${issue.type}" src="/images/issuetype/${issue.type}.svg" width="16" height="16"><div data-testid="platform-card.common.ui.key.key"><a href="/browse/${issue.ref}" target="_blank" aria-label="${issue.ref} is ${isResolved(issue) ? 'resolved' : 'not resolved'}"><div>${issue.ref}</div></a></div><span class="grow"></span><div data-testid="platform-card.common.ui.priority.icon"><img alt="${issue.priority} priority" src="/images/icons/priorities/${issue.priority}.svg" width="16" height="16"></div><div data-testid="software-board.common.fields.assignee-field-static.avatar-wrapper"><div data-testid="board.common.fields.assignee-field-static.avatar" role="img">${avatar(issue.assignee, '')}<span data-testid="board.common.fields.assignee-field-static.avatar--label" hidden>${issue.assignee === undefined ? 'Unassigned' : `Assignee: ${issue.assignee.name}`}</span></div></div></div>
  </div>`;

const navigatorPage = (visit: Visit): Page => {
  const mine = visit.address.searchParams.get('jql')?.includes('currentUser') === true;
  const issues = issuesOf(visit).filter(({ assignee }) => !mine || assignee === dana);
  return page(visit, 'Work items', {
    main: html`<main class="navigator-page"><h1>${mine ? 'Assigned to me' : 'All work'}</h1>
      <div class="jql"><input class="search wide" aria-label="JQL query" value="${visit.address.searchParams.get('jql') ?? 'project = PAY'}"></div>
      <table aria-label="Work" data-vc="issue-table"><thead><tr><th>Work</th><th>Assignee</th><th>Priority</th><th>Status</th><th>Updated</th></tr></thead>
      <tbody ${!mine && html`data-rows="navigator"`}>${(mine ? issues : issues.slice(0, firstRows)).map(navigatorRow)}</tbody></table>
    </main>`,
  });
};

const cell = (label: string, content: Html): Html =>
  html`<td tabindex="-1"><div data-testid="issue-field-inline-edit-read-view-container.ui.container" data-vc="issue-field-inline-edit-read-view-container" role="presentation"><button type="button" class="sr-only" aria-label="${label}"></button>${content}</div></td>`;

const navigatorRow = (
  issue: JiraIssue,
): Html => html`<tr data-testid="native-issue-table.ui.issue-row" role="row" tabindex="-1" data-vc="issue-row">
    <td tabindex="-1"><div class="merged" data-vc="merged-cell" data-testid="native-issue-table.ui.row.issue-row.merged-cell"><img height="16" width="16" src="/images/issuetype/${issue.type}.svg" alt="${issue.type}" data-vc="native-issue-table-ui-icon-cell-img"><div data-testid="native-issue-table.common.ui.issue-cells.issue-key.action-container"><div data-vc="native-issue-table-ui-issue-key-cell"><a aria-label="${issue.ref} is ${isResolved(issue) ? 'resolved' : 'not resolved'}" data-testid="native-issue-table.common.ui.issue-cells.issue-key.issue-key-cell" href="/browse/${issue.ref}">${issue.ref}</a></div></div><div data-testid="native-issue-table.common.ui.issue-cells.issue-summary.action-container"><span data-testid="native-issue-table.common.ui.issue-cells.issue-summary.issue-summary-cell">${issue.title}</span></div></div></td>
    ${cell(`${issue.assignee?.name ?? 'Unassigned'}- edit Assignee`, person(issue.assignee))}
    ${cell('Edit Priority', html`<div class="priority" data-testid="issue-field-priority-readview-full.ui.priority.wrapper"><img src="/images/icons/priorities/${issue.priority}.svg" width="16" height="16" alt=""><span>${issue.priority}</span></div>`)}
    <td tabindex="-1"><div data-vc="native-issue-table-ui-issue-status-box"><button type="button" class="lozenge lozenge-${tone(issue)}" aria-label="${issue.state} - Change status" aria-expanded="false" data-testid="issue.fields.status.common.ui.status-lozenge.${categoryId(issue)}"><span data-testid="issue.fields.status.common.ui.status-lozenge.${categoryId(issue)}--text">${issue.state}</span></button></div></td>
    ${cell('Edit Updated', html`<span>${longDay(issue.updated)}</span>`)}
  </tr>`;
