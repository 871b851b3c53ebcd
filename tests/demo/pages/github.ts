import { ago, type Day, instantOf, longDay } from '../dates.ts';
import { type Html, html, json, nothing } from '../html.ts';
import { dana } from '../people.ts';
import { addressOf, places } from '../story.ts';
import type { Comment, GitHubItem, Item, Person, World } from '../world.ts';
import { act, avatar, firstRows, type LookAlike, type Page, proseOf, switchTheme, type Visit } from './page.ts';

/**
 * GitHub as of 2026: issues, lists of issues and the header of a pull request drawn by React (`data-testid`,
 * `data-status`, CSS modules whose names keep their stem), the sidebar of a pull request and lists of pull requests
 * still by Rails (`js-issue-row`, `js-issue-assignees`).
 */
export const github: LookAlike = {
  tool: 'github',
  host: 'github.com',
  start: '/acme/api/issues',
  page: (visit) => {
    const [first, second, third, fourth] = visit.address.pathname.split('/').slice(1);
    if (first === 'pulls' && second === 'review-requested') return pullsPage(visit, reviewsAskedOf(visit.world, dana));
    if (first === 'issues' && second === 'assigned') return issuesPage(visit, assignedTo(visit.world, dana));
    const repository = `${first}/${second}`;
    if (!repositories.includes(repository)) return undefined;
    if (third === 'issues' && fourth === 'new') return newIssuePage(visit, repository);
    if (third === 'issues' && fourth === undefined) return issuesPage(visit, issuesOf(visit, repository), repository);
    if (third === 'pulls' && fourth === undefined)
      return pullsPage(visit, itemsOf(visit.world, repository, 'pull'), repository);
    const item = visit.world.find(`${repository}#${fourth}`);
    if (item?.tool !== 'github') return undefined;
    if (third === 'issues' && item.kind === 'issue') return issuePage(visit, item);
    return third === 'pull' && item.kind === 'pull' ? pullPage(visit, item) : undefined;
  },
  late: (visit, name) => {
    const [owner, repository, , number] = visit.address.pathname.split('/').slice(1);
    const item = visit.world.find(`${owner}/${repository}#${number}`);
    return name === 'relationships' && item?.tool === 'github' ? relationships(visit.world, item) : undefined;
  },
  rows: (visit, name) => {
    const [first, second] = visit.address.pathname.split('/').slice(1);
    if (name !== 'issues') return undefined;
    const items = first === 'issues' ? assignedTo(visit.world, dana) : issuesOf(visit, `${first}/${second}`);
    return items.map((item) => issueRow(visit, item));
  },
};

const repositories = ['acme/api', 'acme/web'];

const isGitHub = (item: Item): item is GitHubItem => item.tool === 'github';
const inRepository = (item: GitHubItem, repository: string): boolean => item.ref.startsWith(`${repository}#`);
const isOpen = ({ state }: GitHubItem): boolean => state === 'open' || state === 'draft';

const itemsOf = (world: World, repository: string, kind: GitHubItem['kind']): readonly GitHubItem[] =>
  world
    .items()
    .filter(isGitHub)
    .filter((item) => inRepository(item, repository) && item.kind === kind && isOpen(item));

const issuesOf = ({ world, many }: Visit, repository: string): readonly GitHubItem[] => [
  ...itemsOf(world, repository, 'issue'),
  ...world
    .many('github', many)
    .filter(isGitHub)
    .filter((item) => inRepository(item, repository)),
];

const assignedTo = (world: World, person: Person): readonly GitHubItem[] =>
  world
    .items()
    .filter(isGitHub)
    .filter((item) => item.kind === 'issue' && isOpen(item) && item.assignees.includes(person));

const reviewsAskedOf = (world: World, person: Person): readonly GitHubItem[] =>
  world
    .items()
    .filter(isGitHub)
    .filter((item) => isOpen(item) && item.reviewers.includes(person));

const repositoryOf = ({ ref }: GitHubItem): string => ref.slice(0, ref.indexOf('#'));
const numberOf = ({ ref }: GitHubItem): string => ref.slice(ref.indexOf('#') + 1);
const pathOf = (item: GitHubItem): string => new URL(addressOf(item)).pathname;

/** `data-status` of a state label, and its words. */
const labels = {
  issue: {
    open: ['issueOpened', 'Open'],
    draft: ['issueDraft', 'Draft'],
    closed: ['issueClosed', 'Closed'],
    'not-planned': ['issueClosedNotPlanned', 'Closed as not planned'],
    merged: ['issueClosed', 'Closed'],
  },
  pull: {
    open: ['pullOpened', 'Open'],
    draft: ['draft', 'Draft'],
    closed: ['pullClosed', 'Closed'],
    'not-planned': ['pullClosed', 'Closed'],
    merged: ['pullMerged', 'Merged'],
  },
} as const;

const page = (visit: Visit, { title, head = nothing, stale = nothing, repository, tab, main }: PageParts): Page => ({
  title,
  root: html`data-color-mode="${visit.theme}" data-light-theme="light" data-dark-theme="dark"`,
  head: html`<meta name="user-login" content="${dana.login}">
    <meta name="hostname" content="github.com">
    <meta name="expected-hostname" content="github.com">
    ${head}`,
  bodyClass: 'logged-in env-production page-responsive',
  stale,
  regions: {
    top: html`<header class="top">
      <a class="logo" href="/acme/api/issues" aria-label="Homepage"><span class="logo-mark"></span></a>
      <nav class="where">${repository === undefined ? html`<b>${title.split(' · ')[0]}</b>` : html`<span>acme</span><span class="slash">/</span><a href="/${repository}/issues"><b>${repository.split('/')[1]}</b></a>`}</nav>
      <span class="grow"></span>
      <a class="top-link" href="/issues/assigned">Assigned</a>
      <a class="top-link" href="/pulls/review-requested">Reviews</a>
      ${switchTheme(visit)}
      ${avatar(dana, `@${dana.login}`, 'm')}
    </header>`,
    ...(repository === undefined
      ? {}
      : {
          tabs: html`<nav class="tabs" aria-label="Repository">
            <a href="/${repository}/issues" ${tab === 'issues' && html`aria-current="page"`}>Issues <span class="count">${itemsOf(visit.world, repository, 'issue').length}</span></a>
            <a href="/${repository}/pulls" ${tab === 'pulls' && html`aria-current="page"`}>Pull requests <span class="count">${itemsOf(visit.world, repository, 'pull').length}</span></a>
          </nav>`,
        }),
    main,
  },
});

interface PageParts {
  readonly title: string;
  readonly head?: Html;
  readonly stale?: Html;
  readonly repository?: string;
  readonly tab?: 'issues' | 'pulls';
  readonly main: Html;
}

/** What search engines and link previews read: it stays as it was when the page is navigated inside. */
const itemHead = (item: GitHubItem, title: string): Html => html`
    <meta name="hovercard-subject-tag" content="${item.kind === 'pull' ? 'pull_request' : 'issue'}:${item.id}" data-turbo-transient>
    <meta name="octolytics-dimension-repository_nwo" content="${repositoryOf(item)}">
    <meta name="octolytics-dimension-repository_public" content="false">
    <meta property="og:title" content="${title}">
    <meta property="og:url" content="${addressOf(item)}">
    <link rel="canonical" href="${addressOf(item)}">`;

const embedded = (payload: unknown): Html =>
  html`<script type="application/json" data-target="react-app.embeddedData">${json({ payload })}</script>`;

const issuePage = (visit: Visit, item: GitHubItem): Page => {
  const title = `${item.title} · Issue #${numberOf(item)} · ${repositoryOf(item)}`;
  const [status, word] = labels.issue[item.state];
  return page(visit, {
    title,
    head: itemHead(item, title),
    stale: embedded({
      preloadedQueries: [
        {
          queryName: 'IssueViewerViewQuery',
          result: {
            data: {
              repository: {
                issue: {
                  number: Number(numberOf(item)),
                  title: item.title,
                  state: isOpen(item) ? 'OPEN' : 'CLOSED',
                  stateReason: item.state === 'not-planned' ? 'NOT_PLANNED' : null,
                  url: addressOf(item),
                  labels: { edges: item.labels.map((name) => ({ node: { name } })) },
                  assignedActors: { nodes: item.assignees.map(({ login, name }) => ({ login, name })) },
                },
              },
            },
          },
        },
      ],
    }),
    repository: repositoryOf(item),
    tab: 'issues',
    main: html`<main class="item" data-testid="issue-viewer-container">
      <div class="IssueViewer-module__mainContainer--PhquW">
        <div data-testid="issue-header" role="region" aria-label="Header" data-hydrate>
          <div class="title-row" data-component="TitleArea">
            <h1 data-component="PH_Title" class="prc-PageHeader-Title-LKOsd prc-Heading-Heading-6CmGO"><bdi class="markdown-title" data-testid="issue-title">${item.title}</bdi>&nbsp;<span class="HeaderViewer-module__issueNumberText--ofQHQ">#${numberOf(item)}</span></h1>
            <div class="actions" data-component="PH_Actions"><button type="button" class="button">Edit</button><a class="button primary" href="/${repositoryOf(item)}/issues/new">New issue</a></div>
          </div>
          <div class="meta" data-testid="issue-metadata-fixed"><span data-testid="header-state" class="prc-StateLabel-StateLabel-Iawzp state" data-status="${status}">${word}</span></div>
        </div>
        <div class="columns">
          <div class="column">
            <div data-testid="issue-viewer-issue-container">${comment(item, item.author, item.opened, item.text, 'body')}</div>
            <div data-testid="issue-viewer-comments-container" class="react-comments-container">
              <h2 class="sr-only">Activity</h2>
              <div data-testid="issue-timeline-container">${item.comments.map(({ by, on, text }) => comment(item, by, on, text, 'comment'))}${mentionedIn(visit.world, item)}</div>
              ${commentForm(item, isOpen(item) ? 'Close issue' : 'Reopen issue')}
            </div>
          </div>
          <div class="sidebar" data-testid="issue-viewer-metadata-pane">
            ${section('Assignees', peopleList(item.assignees, 'No one assigned'))}
            ${section('Labels', html`<div data-testid="issue-labels">${labelList(item)}</div>`, item.labels.length === 0 ? 'No labels' : undefined)}
            ${section('Type', nothing, 'No type')}
            ${section('Milestone', html`<a href="/${repositoryOf(item)}/milestone/2">Checkout 2.0</a>`)}
            <div data-late="relationships" class="Section-module__SectionContainer--bIlEv late"><h3>Relationships</h3><span class="skeleton"></span></div>
            ${section('Development', html`<ul data-testid="issue-viewer-linked-pr-container">${closersOf(visit.world, item).map(linkedItem)}</ul>`)}
            ${section('Participants', html`<div data-testid="sidebar-participants-section">${[item.author, ...item.comments.map(({ by }) => by)].map((person) => html`<a href="/${person.login}" data-hovercard-url="/users/${person.login}/hovercard">${avatar(person, `@${person.login}`)}</a>`)}</div>`)}
          </div>
        </div>
      </div>
    </main>`,
  });
};

const section = (heading: string, content: Html, empty?: string): Html =>
  html`<div data-testid="sidebar-section" class="Section-module__SectionContainer--bIlEv"><div class="Section-module__headerContentWrapper--OIm9m"><h3 class="SectionHeader-module__SectionHeaderTitle--TxSJL">${heading}</h3></div>${empty === undefined ? content : html`<span class="Section-module__emptyText--qZ0Bc">${empty}</span>`}</div>`;

const peopleList = (people: readonly Person[], empty: string): Html =>
  people.length === 0
    ? html`<span class="Section-module__emptyText--qZ0Bc">${empty}</span>`
    : html`<ul class="Assignees-module__assigneesList--JFnuE">${people.map((person) => html`<li><a href="/${person.login}" data-hovercard-url="/users/${person.login}/hovercard">${avatar(person, `@${person.login}`)}<span>${person.login}</span></a></li>`)}</ul>`;

const labelList = (item: GitHubItem): readonly Html[] =>
  item.labels.map(
    (label) =>
      html`<a class="LabelsList-module__labelLink--hHZBM label label-${label.length % 5}" href="/${repositoryOf(item)}/issues?q=state%3Aopen%20label%3A${label}"><span class="prc-Text-Text-0ima0">${label}</span></a>`,
  );

/** GitHub's own relationships, which its page asks for after it is drawn. */
const relationships = (world: World, item: GitHubItem): Html => {
  const known = (ref: string): readonly GitHubItem[] => [world.find(ref)].filter((found) => found?.tool === 'github');
  const blockedBy = item.blockedBy.flatMap(known);
  const blocking = world
    .items()
    .filter(isGitHub)
    .filter((other) => other.blockedBy.includes(item.ref));
  const group = (name: string, items: readonly GitHubItem[]): Html =>
    items.length === 0
      ? nothing
      : html`<li class="relation" role="presentation"><h4>${name}</h4><ul>${items.map(linkedItem)}</ul></li>`;
  const empty = blockedBy.length + blocking.length === 0;
  return html`<div data-testid="sidebar-relationships-section" class="Section-module__SectionContainer--bIlEv"><div class="Section-module__headerContentWrapper--OIm9m"><h3 class="SectionHeader-module__SectionHeaderTitle--TxSJL">Relationships</h3></div>${
    empty
      ? html`<span class="Section-module__emptyText--qZ0Bc">None yet</span>`
      : html`<ul class="prc-ActionList-ActionList-X4RiC">${group('Blocked by', blockedBy)}${group('Blocking', blocking)}</ul>`
  }</div>`;
};

const linkedItem = (item: GitHubItem): Html =>
  html`<li class="linked"><a href="${pathOf(item)}" data-hovercard-url="${pathOf(item)}/hovercard"><span class="dot ${labels[item.kind][item.state][0]}"></span><span>${item.title}</span></a> <span class="number">#${numberOf(item)}</span></li>`;

const closersOf = (world: World, item: GitHubItem): readonly GitHubItem[] =>
  world
    .items()
    .filter(isGitHub)
    .filter(({ closes }) => closes.includes(item.ref));

/** A state label of another item in the timeline: a trap for readers that take the first label they find. */
const mentionedIn = (world: World, item: GitHubItem): readonly Html[] =>
  closersOf(world, item).map((other) => {
    const [status, word] = labels[other.kind][other.state];
    return html`<section class="event" aria-label="Events"><span class="disc disc-s disc-0"></span><span><a href="/${other.author.login}" data-testid="actor-link">${other.author.login}</a> linked a pull request that will close this issue</span><div class="event-item"><a href="${pathOf(other)}">${other.title} <span class="number">#${numberOf(other)}</span></a><span class="prc-StateLabel-StateLabel-Iawzp state small" data-status="${status}">${word}</span></div></section>`;
  });

const comment = (
  item: GitHubItem,
  by: Person,
  on: Day,
  text: string,
  kind: 'body' | 'comment',
): Html => html`<div ${kind === 'body' ? html`class="comment react-issue-body" data-testid="issue-body"` : html`class="comment react-issue-comment"`}>
    <div class="comment-head">${avatar(by, `@${by.login}`)}<a ${kind === 'body' && html`data-testid="issue-body-header-author"`} href="/${by.login}" data-hovercard-url="/users/${by.login}/hovercard"><b>${by.login}</b></a> <span>${kind === 'body' && 'opened '}<a ${kind === 'body' && html`data-testid="issue-body-header-link"`} href="#"><relative-time datetime="${instantOf(on)}">${longDay(on)}</relative-time></a></span></div>
    <div data-testid="markdown-body" class="markdown-body">${prose(item, text)}</div>
  </div>`;

/** GitHub shortens addresses of its own items and links short forms. */
const prose = (item: GitHubItem, text: string): Html => {
  const written = text.replace(/(^|\s)#(\d+)\b/gu, `$1${places.github}/${repositoryOf(item)}/issues/$2`);
  return text === ''
    ? html`<p><em>No description provided.</em></p>`
    : proseOf(written, (address) => {
        const [, repository, , number] = /github\.com\/([^/]+\/[^/]+)\/(issues|pull)\/(\d+)$/u.exec(address) ?? [];
        if (repository === undefined) return html`<a href="${address}" rel="nofollow">${address}</a>`;
        const short = repository === repositoryOf(item) ? `#${number}` : `${repository}#${number}`;
        return html`<a class="issue-link js-issue-link" href="${address}" data-hovercard-type="issue">${short}</a>`;
      });
};

const commentForm = (item: GitHubItem, words: string): Html => html`<form class="comment-form">
    <label class="sr-only" for="new-comment">Add a comment</label>
    <textarea id="new-comment" placeholder="Use Markdown to format your comment" rows="3"></textarea>
    <div class="form-actions"><button type="button" class="button" ${act(item.ref, { state: isOpen(item) ? 'closed' : 'open' })}>${words}</button><button type="button" class="button primary">Comment</button></div>
  </form>`;

const pullPage = (visit: Visit, item: GitHubItem): Page => {
  const title = `${item.title} by ${item.author.login} · Pull Request #${numberOf(item)} · ${repositoryOf(item)}`;
  const [status, word] = labels.pull[item.state];
  const branch = item.branch ?? 'main';
  return page(visit, {
    title,
    head: itemHead(item, title),
    stale: embedded({
      pullRequestsLayoutRoute: {
        pullRequest: {
          number: Number(numberOf(item)),
          title: item.title,
          state: item.state === 'draft' ? 'DRAFT' : item.state.toUpperCase(),
          author: { login: item.author.login, isAgent: item.author.bot === true },
          baseBranch: 'main',
          headBranch: branch,
          headSha: item.head,
          createdTime: instantOf(item.opened),
          mergedTime: item.state === 'merged' && item.closed !== undefined ? instantOf(item.closed) : null,
          closedTime: item.closed === undefined ? null : instantOf(item.closed),
          id: item.id,
        },
      },
    }),
    repository: repositoryOf(item),
    tab: 'pulls',
    main: html`<main class="item">
      <div data-hydrate>
        <div class="title-row" data-component="TitleArea">
          <h1 data-component="PH_Title" class="prc-PageHeader-Title-p0Mgh prc-Heading-Heading-MtWFE"><span class="f1 text-normal markdown-title" data-component="Text">${item.title}</span><span class="f1"><span class="number">&nbsp;#${numberOf(item)}</span></span></h1>
          <div class="actions" data-component="PH_Actions"><button type="button" class="button">Edit</button><button type="button" class="button">Code</button></div>
        </div>
        <div class="meta" data-component="PageHeader.Description"><span class="prc-StateLabel-StateLabel-Iawzp state" data-component="StateLabel" data-size="medium" data-status="${status}">${word}</span>
          <div class="PullRequestHeaderSummary-module__summaryContainer__dA7dP"><a class="prc-Link-Link-9ZwDx" data-hovercard-type="user" data-hovercard-url="/users/${item.author.login}/hovercard" href="/${item.author.login}"><b>${item.author.login}</b></a> wants to merge 2 commits into <a class="PullRequestBranchName-module__branchName__SCtl2 prc-BranchName-BranchName-CMTaU" data-component="BranchName" href="/${repositoryOf(item)}/tree/main">main</a> from <a class="PullRequestBranchName-module__branchName__SCtl2 prc-BranchName-BranchName-CMTaU" data-component="BranchName" href="/${repositoryOf(item)}/tree/${branch}">${branch}</a></div></div>
      </div>
      <div class="columns">
        <div class="column js-discussion">
          ${pullComment(item, `issue-${item.id}`, { by: item.author, on: item.opened, text: item.text })}
          ${item.comments.map((said, index) => pullComment(item, `issuecomment-${item.id}${index}`, said))}
          ${commentForm(item, isOpen(item) ? 'Close pull request' : 'Reopen pull request')}
        </div>
        <div class="sidebar" id="partial-discussion-sidebar">
          <div class="discussion-sidebar-item sidebar-assignee js-discussion-sidebar-item"><form class="js-issue-sidebar-form" aria-label="Select reviewers" data-reviewers-team-size-check-url="${pathOf(item)}/review-requests/team-size-check" action="${pathOf(item)}/review-requests"><div class="discussion-sidebar-heading">Reviewers</div><span class="css-truncate">${reviewers(item)}</span></form></div>
          <div class="discussion-sidebar-item sidebar-assignee js-discussion-sidebar-item"><form class="js-issue-sidebar-form" aria-label="Select assignees"><div class="discussion-sidebar-heading">Assignees</div><span class="css-truncate js-issue-assignees">${item.assignees.length === 0 ? 'No one assigned' : item.assignees.map((person) => html`<p>${sidebarPerson(person)}</p>`)}</span></form></div>
          <div class="discussion-sidebar-item js-discussion-sidebar-item"><div class="discussion-sidebar-heading">Labels</div><div class="js-issue-labels">${item.labels.length === 0 ? 'None yet' : item.labels.map((label) => html`<a class="IssueLabel hx_IssueLabel label label-${label.length % 5}" data-name="${label}" href="/${repositoryOf(item)}/issues?q=label%3A${label}"><span class="css-truncate">${label}</span></a>`)}</div></div>
          <div class="discussion-sidebar-item js-discussion-sidebar-item"><form class="js-issue-sidebar-form" aria-label="Link issues" action="/${repositoryOf(item)}/issues/closing_references/partials/links"><div class="discussion-sidebar-heading">Development</div>${closesList(visit.world, item)}</form></div>
        </div>
      </div>
    </main>`,
  });
};

/** `id`: what the page calls it, `issue-1` for the opening, `issuecomment-2` for another. */
const pullComment = (
  item: GitHubItem,
  id: string,
  { by, on, text }: Comment,
): Html => html`<div class="TimelineItem js-comment-container"><div class="timeline-comment-group TimelineItem-body" id="${id}"><div class="comment timeline-comment js-comment">
    <div class="comment-head timeline-comment-header">${avatar(by, `@${by.login}`)}<strong><a class="author Link--primary text-bold" data-hovercard-type="user" data-hovercard-url="/users/${by.login}/hovercard" href="/${by.login}">${by.login}</a></strong> commented <a href="#" class="Link--secondary js-timestamp"><relative-time datetime="${instantOf(on)}">${longDay(on)}</relative-time></a>${by.bot === true && html`<span class="Label">bot</span>`}</div>
    <div class="comment-body markdown-body js-comment-body">${prose(item, text)}</div>
  </div></div></div>`;

const reviewers = (item: GitHubItem): readonly Html[] => [
  ...item.reviews.map(
    ({ by, verdict }) =>
      html`<p class="reviewer">${sidebarPerson(by)}<a id="review-status-${by.login}" class="flex-order-2" href="#"><span class="reviewers-status-icon">${icon(verdict === 'approved' ? 'check' : 'file-diff')}</span></a><tool-tip class="sr-only" for="review-status-${by.login}">${by.login} ${verdict === 'approved' ? 'approved these changes' : 'requested changes'}</tool-tip></p>`,
  ),
  ...item.reviewers.map((asked) => {
    const name = typeof asked === 'string' ? asked : asked.login;
    return html`<p class="reviewer">${typeof asked === 'string' ? sidebarTeam(asked) : sidebarPerson(asked)}<button type="button" id="awaiting-review-${name.replace('/', '-')}" class="btn-link flex-order-2"><span class="reviewers-status-icon">${icon('dot-fill')}</span></button><tool-tip class="sr-only" for="awaiting-review-${name.replace('/', '-')}">Awaiting requested review from ${name}</tool-tip></p>`;
  }),
];

/** Drawn by the class alone; the tools' readers know it by its name. */
const icon = (name: 'check' | 'file-diff' | 'dot-fill'): Html =>
  html`<svg class="octicon octicon-${name}" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${iconShapes[name]}</svg>`;

const iconShapes = {
  check: html`<path d="M3 8.500l3.500 3.500L13 5" fill="none" stroke="var(--green)" stroke-width="2"/>`,
  'file-diff': html`<path d="M8 4v6M5 7h6M5 12.500h6" stroke="var(--red)" stroke-width="2"/>`,
  'dot-fill': html`<circle cx="8" cy="8" r="4" fill="#bf8700"/>`,
} as const;

const sidebarPerson = (person: Person): Html =>
  html`<span class="js-hovercard-left" data-hovercard-type="user" data-hovercard-url="/users/${person.login}/hovercard" data-assignee-name="${person.login}"><a class="no-underline" href="/${person.login}">${avatar(person, `@${person.login}`)}</a> <a class="assignee Link--primary" href="/${person.login}"><span class="css-truncate-target">${person.login}</span></a></span>`;

const sidebarTeam = (team: string): Html => {
  const [owner, name] = team.split('/');
  return html`<span class="js-hovercard-left" data-hovercard-type="team" data-hovercard-url="/orgs/${owner}/teams/${name}/hovercard" data-assignee-name="${team}"><a class="assignee Link--primary" href="/orgs/${owner}/teams/${name}"><span class="css-truncate-target">${team}</span></a></span>`;
};

const closesList = (world: World, item: GitHubItem): Html =>
  item.closes.length === 0
    ? html`<p class="muted">No issues linked</p>`
    : html`<p>Successfully merging this pull request may close these issues.</p>${item.closes.map((ref) => {
        const other = world.find(ref);
        return other?.tool === 'github'
          ? html`<span class="linked"><a href="${pathOf(other)}" data-hovercard-type="issue" data-hovercard-url="${pathOf(other)}/hovercard">${other.title}</a></span>`
          : nothing;
      })}`;

const issuesPage = (visit: Visit, items: readonly GitHubItem[], repository?: string): Page =>
  page(visit, {
    title: repository === undefined ? 'Assigned issues' : `Issues · ${repository}`,
    ...(repository === undefined ? {} : { repository, tab: 'issues' as const }),
    main: html`<main class="list">
      <div class="list-tools"><input class="search" aria-label="Search issues" value="is:issue state:open"><button type="button" class="button" data-sort>Newest</button>${repository !== undefined && html`<a class="button primary" href="/${repository}/issues/new">New issue</a>`}</div>
      <div class="box"><div class="box-head"><b>Open</b> <span class="count">${items.length}</span></div>
      <ul class="ListView-module__ul--A_8jF" role="list" data-listview-component="items-list" data-rows="issues">${items.slice(0, firstRows).map((item) => issueRow(visit, item))}</ul></div>
    </main>`,
  });

const branchIcon = html`<svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-label="Linked pull requests" role="img"><path d="M4 5v6M4 5a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 4 5zm0 9.4A1.7 1.7 0 1 0 4 11a1.7 1.7 0 0 0 0 3.4zm8 0a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zm0-3.4V6.500a2 2 0 0 0-2-2H8.500M10.500 2.500l-2 2 2 2" fill="none" stroke="currentColor" stroke-width="1.300"/></svg>`;

const issueRow = (
  { world }: Visit,
  item: GitHubItem,
): Html => html`<li class="ListItem-module__listItem--k4eMk row" role="listitem" aria-label="${item.title}: Status: Open. #${numberOf(item)}">
    <div class="LeadingVisual-module__outer--qS9Ac" data-testid="list-row-state-icon"><span class="dot ${labels.issue[item.state][0]}"></span><span class="sr-only">Status: ${labels.issue[item.state][1]}.</span></div>
    <div class="MainContent-module__container--NyRpm">
      <div class="Title-module__container--XD9YG"><h3 class="Title-module__heading--s7YnL"><span><a href="${pathOf(item)}" class="IssuePullRequestTitle-module__ListItemTitle_1--FWLq8" data-testid="issue-pr-title-link" data-hovercard-url="${pathOf(item)}/hovercard">${item.title}</a></span></h3><span class="Title-module__trailingBadgesContainer--mijcn">${item.labels.map((label) => html`<span data-listview-component="trailing-badge"><a class="label label-${label.length % 5}" href="/${repositoryOf(item)}/issues?q=label%3A${label}"><span class="prc-Text-Text-0ima0">${label}</span></a></span>`)}</span></div>
      <div class="Description-module__container--Zwqe8"><div data-testid="list-row-repo-name-and-number"><span><span>#${numberOf(item)}</span>&nbsp;<span class="sr-only">In ${repositoryOf(item)};</span></span> <span data-testid="created-at">· <a data-hovercard-type="user" data-hovercard-url="/users/${item.author.login}/hovercard" href="/${repositoryOf(item)}/issues?q=author%3A${item.author.login}">${item.author.login}</a> opened <relative-time datetime="${instantOf(item.opened)}">${ago(item.opened, world.today)}</relative-time></span></div></div>
    </div>
    <div class="MetadataContainer-module__container--nU0s9"><div data-testid="list-row-linked-pull-requests">${closersOf(world, item).length > 0 && html`<a href="${pathOf(item)}">${branchIcon} ${closersOf(world, item).length}</a>`}</div><div data-testid="list-row-assignees">${item.assignees.map((person) => html`<a href="/${repositoryOf(item)}/issues?q=assignee%3A${person.login}" data-hovercard-url="/users/${person.login}/hovercard" aria-label="${person.login}">${avatar(person, `@${person.login}`)}</a>`)}</div></div>
  </li>`;

const pullsPage = (visit: Visit, items: readonly GitHubItem[], repository?: string): Page =>
  page(visit, {
    title: repository === undefined ? 'Review requests' : `Pull requests · ${repository}`,
    ...(repository === undefined ? {} : { repository, tab: 'pulls' as const }),
    main: html`<main class="list">
      <div class="list-tools"><input class="search" aria-label="Search pull requests" value="${repository === undefined ? 'is:open is:pr review-requested:@me' : 'is:open is:pr'}"></div>
      <div class="box"><div class="box-head"><b>Open</b> <span class="count">${items.length}</span></div>
      <div class="js-navigation-container js-active-navigation-container">${items.map((item) => pullRow(visit, item, repository === undefined))}</div></div>
    </main>`,
  });

const pullRow = (
  { world }: Visit,
  item: GitHubItem,
  everywhere: boolean,
): Html => html`<div id="issue_${numberOf(item)}${everywhere && `_${repositoryOf(item).replace('/', '_')}`}" class="Box-row Box-row--focus-gray js-navigation-item js-issue-row row" data-id="${item.id}">
    <div class="leading"><span class="tooltipped" aria-label="${labels.pull[item.state][1]} Pull Request"><span class="dot ${labels.pull[item.state][0]}"></span></span></div>
    <div class="middle">
      ${everywhere && html`<a data-hovercard-type="repository" class="muted-link" href="/${repositoryOf(item)}">${repositoryOf(item)}</a> `}<a id="issue_${numberOf(item)}_link" class="Link--primary v-align-middle no-underline h4 js-navigation-open markdown-title" data-hovercard-type="pull_request" data-hovercard-url="${pathOf(item)}/hovercard" href="${pathOf(item)}">${item.title}</a>
      <span class="labels">${item.labels.map((label) => html`<a class="IssueLabel hx_IssueLabel label label-${label.length % 5}" data-name="${label}" href="/${repositoryOf(item)}/pulls?q=label%3A${label}">${label}</a>`)}</span>
      <div class="Description-module__container--Zwqe8"><span class="opened-by">#${numberOf(item)} opened <relative-time datetime="${instantOf(item.opened)}">${ago(item.opened, world.today)}</relative-time> by <a class="Link--muted" data-hovercard-type="user" data-hovercard-url="/users/${item.author.login}/hovercard" href="/${repositoryOf(item)}/pulls/${item.author.login}">${item.author.login}</a></span></div>
    </div>
    <div class="trailing">${item.assignees.length > 0 && html`<div class="AvatarStack" aria-label="Assigned to ${item.assignees.map(({ login }) => login).join(', ')}">${item.assignees.map((person) => avatar(person, `@${person.login}`))}</div>`}</div>
  </div>`;

const newIssuePage = (visit: Visit, repository: string): Page =>
  page(visit, {
    title: `New issue · ${repository}`,
    repository,
    tab: 'issues',
    // As saved in September 2025: no form, no names, and ids that change.
    main: html`<main class="item"><div class="IssueCreatePage-module__createPaneContainer--WGwnt" data-testid="issue-create-pane-container"><h2 id="issue-create-pane-title" class="prc-Heading-Heading-6CmGO">Create new issue</h2>
      <div class="new-issue CreateIssueForm-module__CreateIssueFormWrapper--xluI0">
      <div class="CreateIssueFormTitle-module__formControl--H5ulr"><label for=":r2t:" class="prc-components-Label-bE-kK"><span>Add a title</span><span>*</span></label><span class="TextInput-wrapper"><input type="text" aria-required="true" aria-label="Add a title" placeholder="Title" id=":r2t:" data-component="input" class="search"></span></div>
      <fieldset class="MarkdownEditor-module__fieldSet--QLrYu"><legend>Add a description</legend><textarea id=":r34:" rows="10" placeholder="Type your description here…" aria-label="Markdown value"></textarea></fieldset>
      <div class="form-actions"><button type="button" class="button primary" data-testid="create-issue-button">Create</button></div></div></div></main>`,
  });
