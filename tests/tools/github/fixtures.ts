/**
 * Small pages in the shape of GitHub's, one builder for each generation of its interface. The hooks (test ids, data
 * attributes, class stems) are the ones that saved pages and other projects record; all words are our own.
 */

export interface Comment {
  readonly by: string;
  readonly html: string;
  readonly at?: string;
}

export interface IssueOptions {
  readonly repo?: string;
  readonly number?: number;
  readonly title?: string;
  /** `data-status` of the label; empty: the served page, which has only the icon. */
  readonly status?: string;
  readonly icon?: string;
  readonly word?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly relationships?: string;
  readonly subIssues?: string;
  readonly parent?: string;
  readonly development?: string;
  /** False: the page's second request, with relationships and participants, is still under way. */
  readonly answered?: boolean;
  readonly author?: string;
  readonly body?: string;
  readonly comments?: readonly Comment[];
  /** False: as served, before the page's script has taken over. */
  readonly loaded?: boolean;
  readonly head?: string;
  readonly embedded?: unknown;
  readonly after?: string;
}

const timeTag = (at: string): string => `<relative-time datetime="${at}">some day</relative-time>`;

const labelLink = (repo: string, label: string): string =>
  `<a class="LabelsList-module__labelLink--x1" href="https://github.com/${repo}/issues?q=state%3Aopen%20label%3A%22${encodeURIComponent(label)}%22"><span>${label}</span><span class="sr-only">what it is for</span></a>`;

const section = (testid: string, heading: string, content: string): string => `
  <div data-testid="${testid}" class="Section-module__SectionContainer--x1"><div><h3>${heading}</h3></div>${content}</div>`;

const empty = (words: string): string => `<span class="Section-module__emptyText--x1">${words}</span>`;

const embeddedScript = (embedded: unknown): string =>
  embedded === undefined
    ? ''
    : `<script type="application/json" data-target="react-app.embeddedData">${JSON.stringify(embedded)}</script>`;

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en" data-color-mode="light" data-light-theme="light" data-dark-theme="dark"><head>${head}</head><body>${body}</body></html>`;

/** An issue in React, 2025: the viewer alone, as it stands on its page and in side panes. */
export const issueViewer = ({
  repo = 'acme/api',
  number = 45,
  title = 'Invoices are paid twice',
  status = 'issueOpened',
  icon = '',
  word = 'Open',
  labels = [],
  assignees = [],
  relationships = empty('None yet'),
  subIssues = '',
  parent = '',
  development = '',
  author = 'mona',
  body = '<p>The second run pays again.</p>',
  comments = [],
  loaded = true,
  answered = loaded,
  embedded,
}: IssueOptions = {}): string => {
  const state = `<span data-testid="header-state" class="prc-StateLabel-StateLabel-x1"${status === '' ? '' : ` data-status="${status}"`}><svg class="octicon ${icon}"></svg>${word}</span>`;
  return `
  <react-app class="${loaded ? 'loaded' : ''}">${embeddedScript(embedded)}
  <div data-testid="issue-viewer-container"><div class="IssueViewer-module__issueViewerContainer--x1">
    <div data-testid="issue-header" role="region"><div data-component="TitleArea">
      <h1 data-component="PH_Title"><bdi class="markdown-title" data-testid="issue-title">${title}</bdi> <span class="HeaderViewer-module__issueNumberText--x1">#${number}</span></h1></div>
      <div data-component="PH_Actions"><a href="https://github.com/${repo}/issues/new/choose">New issue</a></div></div>
    <div data-testid="issue-metadata-fixed">${state}${parent}</div>
    <div data-testid="issue-metadata-sticky" id="issue-viewer-sticky-header">${state}<bdi class="markdown-title" data-testid="issue-title-sticky">${title}</bdi><span>#${number}</span></div>
    <div data-testid="issue-viewer-issue-container"><div data-testid="issue-body" class="react-issue-body">
      <a data-testid="issue-body-header-author" href="https://github.com/${author}" data-hovercard-url="/users/${author}/hovercard">${author}</a>
      <a data-testid="issue-body-header-link" href="#issue-9001">${timeTag('2026-03-02T08:00:00.000Z')}</a>
      <div data-testid="issue-body-viewer"><div data-testid="markdown-body" class="markdown-body"><div class="markdown-body">${body}</div></div></div>
      ${subIssues === '' ? '' : `<div data-testid="sub-issues-issue-container"><ul role="tree">${subIssues}</ul></div>`}
    </div></div>
    <div data-testid="issue-viewer-comments-container">${loaded ? '' : '<div data-testid="issue-timeline-loading"></div>'}
      ${comments.map(reactComment).join('')}
      <div data-testid="comment-composer"><textarea></textarea></div></div>
    <div data-testid="issue-viewer-metadata-container">
      ${section('sidebar-section', 'Assignees', assignees.length === 0 ? `${empty('No one assigned')}<ul class="Assignees-module__assigneesList--x1"></ul>` : `<ul class="Assignees-module__assigneesList--x1">${assignees.map((login) => `<li><a href="https://github.com/${login}" data-hovercard-url="/users/${login}/hovercard"><img alt="@${login}"><span>${login}</span></a></li>`).join('')}</ul>`)}
      ${section('sidebar-section', 'Labels', `<div data-testid="issue-labels">${labels.length === 0 ? 'No labels' : labels.map((label) => labelLink(repo, label)).join('')}</div>`)}
      ${section('sidebar-relationships-section', 'Relationships', relationships)}
      ${section('sidebar-section', 'Development', `<ul data-testid="issue-viewer-linked-pr-container">${development}</ul>`)}
      ${answered ? section('sidebar-section', 'Participants', `<div data-testid="sidebar-participants-section"><a href="/${author}"></a></div>`) : ''}
    </div>
  </div></div></react-app>`;
};

const reactComment = ({ by, html, at = '2026-03-03T08:00:00.000Z' }: Comment): string => `
  <div data-wrapper-timeline-id="IC_x"><div class="react-issue-comment">
    <a data-testid="avatar-link" href="https://github.com/${by}" data-hovercard-url="/users/${by}/hovercard">${by}</a>${timeTag(at)}
    <div data-testid="markdown-body" class="markdown-body">${html}</div></div></div>`;

export const issuePage = (options: IssueOptions = {}): string => {
  const { repo = 'acme/api', number = 45, title = 'Invoices are paid twice' } = options;
  return page(
    options.head ??
      `<title>${title} · Issue #${number} · ${repo}</title><meta name="user-login" content="mona"><meta property="og:url" content="https://github.com/${repo}/issues/${number}">`,
    `<main>${issueViewer(options)}</main>${options.after ?? ''}`,
  );
};

/** A project board with the issue in its side pane, 2025: no test id on the viewer, a link as the number. */
export const boardWithPane = (options: IssueOptions, cards: string): string => {
  const { repo = 'acme/api', number = 45 } = options;
  const viewer = issueViewer(options)
    .replace('data-testid="issue-viewer-container"', '')
    .replace(
      `<span class="HeaderViewer-module__issueNumberText--x1">#${number}</span>`,
      `<a class="HeaderViewer-module__issueNumberLink--x1" href="https://github.com/${repo}/issues/${number}">#${number}</a>`,
    );
  return page(
    '<title>Backlog</title><meta property="og:url" content="https://github.com">',
    `<main>${cards}</main><div role="dialog">${viewer}</div>`,
  );
};

export interface PullOptions {
  readonly repo?: string;
  readonly number?: number;
  readonly title?: string;
  readonly status?: string;
  readonly word?: string;
  readonly author?: string;
  readonly branch?: string;
  readonly body?: string;
  readonly reviewers?: string;
  readonly assignees?: string;
  readonly labels?: readonly string[];
  readonly development?: string;
  readonly timeline?: string;
  readonly headTime?: string;
  readonly embedded?: unknown;
  readonly head?: string;
}

const account = (login: string): string =>
  `class="author" data-hovercard-type="user" data-hovercard-url="/users/${login}/hovercard" href="/${login}"`;

const railsBody = (author: string, body: string): string => `
  <div class="TimelineItem js-comment-container"><div class="timeline-comment-group TimelineItem-body" id="issue-8001">
    <div class="timeline-comment-group comment" id="pullrequest-7001"><div class="timeline-comment-header"><h3><strong><a ${account(author)}>${author}</a></strong>
      <a class="js-timestamp" href="#issue-8001">${timeTag('2026-03-02T08:00:00Z')}</a></h3></div>
    <div class="comment-body markdown-body js-comment-body">${body}</div></div></div></div>`;

const railsSidebar = (
  repo: string,
  number: number,
  {
    reviewers = 'No reviews',
    assignees = 'No one assigned',
    labels = [],
    development = '<p>None yet</p>',
  }: PullOptions,
): string => `
  <div id="partial-discussion-sidebar">
    <div class="discussion-sidebar-item"><form class="js-issue-sidebar-form" data-reviewers-team-size-check-url="/${repo}/pull/${number}/review-requests/team-size-check">
      <details><summary>Reviewers</summary><div role="menu"><span data-assignee-name="nobody-asked"></span></div></details>
      <span class="css-truncate">${reviewers}</span></form></div>
    <div class="discussion-sidebar-item"><form><span class="css-truncate js-issue-assignees">${assignees}</span></form></div>
    <div class="discussion-sidebar-item"><div class="js-issue-labels">${labels.length === 0 ? 'None yet' : labels.map((label) => `<a class="IssueLabel" data-name="${label}" href="/${repo}/issues?q=label%3A${label}">${label}</a>`).join('')}</div></div>
    <create-branch class="discussion-sidebar-item"><development-menu><form action="/${repo}/issues/closing_references">${development}</form></development-menu></create-branch>
  </div>`;

/** A pull request with the React head of July 2026; timeline and sidebar still come from Rails. */
export const pullPage = (options: PullOptions = {}): string => {
  const {
    repo = 'acme/api',
    number = 46,
    title = 'Pay each invoice once',
    status = 'pullOpened',
    word = 'Open',
    author = 'mona',
    branch = 'pay-once',
    body = '<p>Checks the ledger first.</p>',
    timeline = '',
    headTime = '',
    embedded,
  } = options;
  const label = `<span class="prc-StateLabel-StateLabel-x1" data-component="StateLabel" data-status="${status}"><svg></svg>${word}</span>`;
  const summary = `<div class="PullRequestHeaderSummary-module__summaryContainer__x1"><a href="/${author}" data-hovercard-url="/users/${author}/hovercard">${author}</a>
    <a href="/${repo}/tree/main" class="PullRequestBranchName-module__branchName__x1" data-component="BranchName">main</a> from
    <a href="/${repo}/tree/${branch}" class="PullRequestBranchName-module__branchName__x1" data-component="BranchName">${branch}</a>${headTime}</div>`;
  return page(
    options.head ?? `<title>${title} by ${author} · Pull Request #${number} · ${repo}</title>`,
    `<main><react-app class="loaded">${embeddedScript(embedded)}
    <div class="prc-PageHeader-PageHeader-x1 PullRequestHeader-module__x1" data-component="PageHeader">
      <div data-component="TitleArea"><h1 data-component="PH_Title"><span class="markdown-title">${title}</span> <span><span class="fgColor-muted">#<!-- -->${number}</span></span></h1></div>
      <div data-component="PageHeader.Description">${label}${summary}</div>
      <div data-component="PH_Navigation"><a href="/${repo}/pull/${number}">Conversation</a><a href="/${repo}/pull/${number}/commits">Commits</a></div></div>
    <div class="prc-PageHeader-PageHeader-x1 StickyPullRequestHeader-module__x1" data-component="PageHeader">${label}<h2 data-component="PH_Title"><span class="markdown-title">${title}</span><span>#${number}</span></h2></div>
    <div class="js-discussion">${railsBody(author, body)}${timeline}</div>
    ${railsSidebar(repo, number, options)}</react-app></main>`,
  );
};

/** The head that Rails drew until 2025-26, for issues and pull requests. */
export const railsPage = (
  kind: 'issue' | 'pull',
  options: PullOptions & { readonly stateClass?: string } = {},
): string => {
  const {
    repo = 'acme/api',
    number = kind === 'pull' ? 46 : 45,
    title = 'Pay each invoice once',
    word = 'Open',
    stateClass = 'State--open',
    author = 'mona',
    branch = 'pay-once',
    body = '<p>Checks the ledger first.</p>',
    timeline = '',
    headTime = '',
  } = options;
  const label = `<span title="Status: ${word}" class="State ${stateClass}"><svg></svg>${word}</span>`;
  const folder = kind === 'pull' ? 'pull' : 'issues';
  const heads = `<a ${account(author)}>${author}</a> ${headTime}${kind === 'pull' ? `<span class="commit-ref base-ref" title="${repo}:main"><a href="/${repo}/tree/main">main</a></span><span class="commit-ref head-ref" title="${repo}:${branch}"><a href="/${repo}/tree/${branch}">${branch}</a></span>` : ''}`;
  return page(
    options.head ??
      `<title>${title} · ${kind === 'pull' ? 'Pull Request' : 'Issue'} #${number} · ${repo} · GitHub</title>`,
    `<main><div id="partial-discussion-header" class="gh-header ${kind === 'pull' ? 'pull request' : 'issue'}" data-url="/${repo}/${folder}/${number}/partials/title?sticky=true">
      <div class="gh-header-show"><h1 class="gh-header-title"><bdi class="js-issue-title markdown-title">${title}</bdi> <span class="f1-light">#${number}</span></h1></div>
      <div class="gh-header-meta"><div>${label}</div>${heads}</div>
      <div class="gh-header-sticky js-sticky"><span class="State State--closed" title="Status: Closed">Closed</span><h1><a class="js-issue-title" href="#top">${title}</a><span class="gh-header-number">#${number}</span></h1></div></div>
    <div class="js-discussion">${railsBody(author, body)}${timeline}</div>
    ${railsSidebar(repo, number, options)}</main>`,
  );
};

export const railsComment = ({ by, html, at = '2026-03-03T08:00:00Z' }: Comment): string => `
  <div class="js-timeline-item" data-gid="IC_x"><div class="TimelineItem js-comment-container"><div class="timeline-comment-group" id="issuecomment-1"><div class="timeline-comment">
    <div class="timeline-comment-header"><h3><strong><a class="author" ${by.endsWith('[bot]') ? `href="/apps/${by.slice(0, -5)}"` : `href="/${by}" data-hovercard-url="/users/${by}/hovercard"`}>${by}</a></strong><a class="js-timestamp">${timeTag(at)}</a></h3></div>
    <table><tbody><tr><td class="comment-body markdown-body js-comment-body">${html}</td></tr></tbody></table></div></div></div></div>`;

export const railsReview = (id: number, by: string, words: string, commit: string, badge = ''): string => `
  <div class="js-timeline-item" data-gid="PRR_x"><div id="pullrequestreview-${id}" class="js-comment">
    <div class="TimelineItem"><div class="TimelineItem-badge ${badge}"><svg></svg></div>
    <div class="TimelineItem-body"><strong><a ${account(by)}>${by}</a></strong> ${words} ${timeTag('2026-03-04T08:00:00Z')}
      <a href="/acme/api/pull/46/files/${commit}">View reviewed changes</a></div></div></div></div>`;

/** A cross-reference: another item's title and state in this item's timeline. */
export const crossReference = (repo: string, number: number, title: string, stateClass: string): string => `
  <div class="js-timeline-item" data-gid="CRE_x"><div class="TimelineItem" id="ref-issue-1"><div class="TimelineItem-body">
    <a class="markdown-title js-issue-title" href="/${repo}/issues/${number}">${title} <span>#${number}</span></a>
    <span class="State ${stateClass} State--small" title="Status: Merged">Merged</span></div></div></div>`;

export const commitRow = (sha: string, by = ''): string => `
  <div class="js-timeline-item" data-gid="C_x"><div class="TimelineItem"><code><a class="markdown-title" href="/acme/api/pull/46/commits/${sha}">A step</a></code>
    ${by === '' ? '' : `<a data-test-selector="commits-avatar-stack-avatar-link" href="/${by}" data-hovercard-url="/users/${by}/hovercard"><img></a>`}</div></div>`;

export const reviewerRow = (login: string, sign: string): string => `
  <p class="d-flex"><span class="js-hovercard-left" data-hovercard-type="user" data-hovercard-url="/users/${login}/hovercard" data-assignee-name="${login}">
    <a class="no-underline" href="/${login}"><img alt="@${login}"></a><a class="assignee" href="/${login}"><span>${login}</span></a></span>${sign}</p>`;

export const teamRow = (org: string, team: string, sign: string): string => `
  <p class="d-flex"><span class="js-reviewer-team" data-id="1"><a href="/orgs/${org}/teams/${team}">${org}/${team}</a></span>${sign}</p>`;

export const sign = (icon: string, words = ''): string =>
  `<a class="flex-order-1" aria-labelledby="t"><span class="reviewers-status-icon"><svg class="octicon ${icon}"></svg></span></a><tool-tip role="tooltip">${words}</tool-tip>`;

export const discussionPage = (label = ''): string =>
  page(
    '<title>Which ledger? · acme/api · Discussion #9 · GitHub</title>',
    `<main><div id="partial-discussion-header" class="gh-header"><div class="gh-header-show"><h1 class="gh-header-title"><span class="js-issue-title markdown-title">Which ledger?</span> <span class="f1-light">#9</span></h1></div>
    <div class="gh-header-meta">${label}<a href="/acme/api/discussions/categories/ideas">Ideas</a></div></div>
    <div class="js-discussion"><div class="timeline-comment-group" id="discussion-5001"><div class="timeline-comment-header"><a ${account('hubot')}>hubot</a></div>
    <div class="comment-body markdown-body js-comment-body"><p>The old one or the new one?</p></div></div></div></main>`,
  );

export const listPage = (rows: string): string => page('<title>Issues · acme/api</title>', `<main>${rows}</main>`);

export interface RowOptions {
  readonly number: number;
  readonly title: string;
  readonly state?: string;
  readonly labels?: readonly string[];
  readonly assignees?: string;
  readonly author?: string;
  readonly folder?: string;
  readonly pulls?: string;
}

export const reactRow = ({
  number,
  title,
  state = '<span class="sr-only">Status: Open.</span>',
  labels = [],
  assignees = '',
  author = 'mona',
  folder = 'issues',
  pulls = '',
}: RowOptions): string => `
  <li class="ListItem-module__listItem--x1" role="listitem" aria-label="${title}">
    <div><h3 class="Title-module__heading--x1"><span><a data-testid="issue-pr-title-link" href="https://github.com/acme/api/${folder}/${number}">${title}</a></span></h3>
      ${labels.map((label) => `<div data-listview-component="trailing-badge">${labelLink('acme/api', label)}</div>`).join('')}
      <div data-listview-component="trailing-badge"><a href="https://github.com/acme/api/issues?q=is%3Aissue%20type%3ABug">Bug</a></div></div>
    <div data-testid="list-row-state-icon">${state}</div>
    <div data-testid="list-row-repo-name-and-number"><span>#${number}</span>
      <div data-testid="created-at"><a href="https://github.com/acme/api/issues?q=author%3A${author}" data-hovercard-url="/users/${author}/hovercard">${author}</a> ${timeTag('2026-03-02T08:00:00.000Z')}</div></div>
    <div data-testid="list-row-linked-pull-requests">${pulls}</div>
    <div data-testid="list-row-assignees">${assignees}</div></li>`;

export const railsRow = ({
  number,
  title,
  state = '<span class="tooltipped" aria-label="Open issue"><svg class="octicon octicon-issue-opened open"></svg></span>',
  labels = [],
  assignees = '',
  author = 'mona',
  folder = 'issues',
}: RowOptions): string => `
  <div id="issue_${number}" class="Box-row js-navigation-item js-issue-row" data-id="${7000 + number}"><div>${state}</div>
    <div><a class="Link--primary h4 js-navigation-open markdown-title" href="/acme/api/${folder}/${number}">${title}</a>
      <span>${labels.map((label) => `<a class="IssueLabel hx_IssueLabel" data-name="${label}" href="/acme/api/labels/x">${label}</a>`).join('')}</span>
      <div><span class="opened-by">#${number} ${timeTag('2026-03-02T08:00:00Z')} by <a href="/acme/api/issues?q=author%3A${author}">${author}</a></span></div></div>
    ${assignees}</div>`;

export const card = (content: string): string =>
  `<div data-board-card-id="1" data-hovercard-subject-tag="issue:9001" class="board-view-column-card">${content}</div>`;

export const cardContent = (number: number, title: string): string =>
  `<div><span class="header-module__Text--x1">api #${number}</span></div><a href="https://github.com/acme/api/issues/${number}"><h3><span>${title}</span></h3></a>`;

export const notification = (path: string, title: string): string => `
  <li class="notifications-list-item js-navigation-item" data-notification-id="NT_1"><a class="notification-list-item-link" href="https://github.com${path}"><svg></svg>
    <div><p class="m-0 f6">acme/api <span>#1</span></p><p class="markdown-title">${title}</p></div></a></li>`;
