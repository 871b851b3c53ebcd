import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../lib/core/item.ts';
import { githubGuide } from '../../../lib/tools/github/guide.ts';
import { github } from '../../../lib/tools/github/index.ts';
import { githubReader } from '../../../lib/tools/github/reader.ts';
import type { Listed, Page } from '../../../lib/tools/reader.ts';
import { pageOf } from '../../pages.ts';
import { card, cardContent, issuePage, listPage, notification, pullPage, railsRow, reactRow } from './fixtures.ts';

const listAddress = 'https://github.com/acme/api/issues';
const key = (ref: string): string => `github:github.com:${ref}`;

const listedOn = (page: Page): readonly Listed[] =>
  page.dom.all(githubReader.rows).flatMap((row) => githubReader.row(page, row) ?? []);
const list = (html: string, address = listAddress): readonly Observation[] =>
  listedOn(pageOf(html, { address })).map(({ observation }) => observation);

describe('lists of issues and pull requests', () => {
  test('React', () => {
    const [first, second] = list(
      listPage(
        reactRow({ number: 45, title: 'Invoices are paid twice', labels: ['bug', 'P0'], author: 'Mona' }) +
          reactRow({
            number: 46,
            title: 'Pay each invoice once',
            folder: 'pull',
            author: 'app/renovate',
            state: '<svg class="octicon octicon-git-merge"></svg><span class="sr-only">État\u00a0: fusionnée.</span>',
            assignees: '<a href="https://github.com/acme/api/issues?q=assignee%3Ahubot"><img alt="@hubot"></a>',
          }),
      ),
    );
    expect(first).toEqual({
      key: key('acme/api#45'),
      from: 'list',
      facts: {
        kind: 'issue',
        title: 'Invoices are paid twice',
        state: 'open',
        word: 'Open',
        labels: ['bug', 'P0'],
        priority: { word: 'P0', rank: 'urgent' },
        assignees: [],
        author: { handle: 'mona', name: 'Mona' },
        created: '2026-03-02T08:00:00.000Z',
      },
    });
    expect(second?.facts).toMatchObject({
      kind: 'pull-request',
      state: 'done',
      assignees: [{ handle: 'hubot' }],
      author: { handle: 'renovate[bot]', kind: 'agent' },
      closed: '2026-03-02T08:00:00.000Z',
    });
    expect(second?.facts).not.toHaveProperty('created');
  });

  test.each([
    ['Status: Open.', 'issues', 'open', 'Open'],
    ['Status: Closed (completed).', 'issues', 'done', 'Closed (completed)'],
    ['Status: Closed (not planned).', 'issues', 'dropped', 'Closed (not planned)'],
    ['Status: Closed (duplicate).', 'issues', 'dropped', 'Closed (duplicate)'],
    ['Status: Open (draft).', 'pull', 'in-progress', 'Open (draft)'],
    ['Status: Merged (completed).', 'pull', 'done', 'Merged (completed)'],
    ['Status: Closed.', 'pull', 'dropped', 'Closed'],
  ] as const)('without its icon, "%s" of /%s/ is %s', (words, folder, state, word) => {
    const rows = reactRow({
      number: 45,
      title: 'Pay',
      folder,
      state: `<svg></svg><span class="sr-only">${words}</span>`,
    });
    expect(list(listPage(rows))[0]?.facts).toMatchObject({ state, word });
  });

  test('linked pull requests are some of those that close it', () => {
    const rows = reactRow({ number: 45, title: 'Pay', pulls: '<a href="https://github.com/acme/web/pull/8">1</a>' });
    expect(list(listPage(rows))[0]).toMatchObject({
      facts: { links: { development: [{ kind: 'implemented-by', key: key('acme/web#8') }] } },
      partial: ['development'],
    });
  });

  test('Rails', () => {
    const stack =
      '<div class="AvatarStack"><div class="AvatarStack-body tooltipped" aria-label="Assigned to hubot"><a class="avatar" href="/acme/api/issues?q=assignee%3Ahubot"><img alt="@hubot"></a></div></div>';
    const draft =
      '<span class="tooltipped" aria-label="Draft Pull Request"><svg class="octicon octicon-git-pull-request-draft"></svg></span>';
    const [first, second, third] = list(
      listPage(
        railsRow({ number: 45, title: 'Pay', labels: ['low priority'], assignees: stack }) +
          railsRow({ number: 46, title: 'Draft', folder: 'pull', state: draft }) +
          railsRow({
            number: 47,
            title: 'Old',
            state: '<span class="tooltipped" aria-label="Closed issue"><svg></svg></span>',
          }),
      ),
    );
    expect(first).toMatchObject({
      key: key('acme/api#45'),
      aliases: [key('issue-id/7045')],
      facts: {
        state: 'open',
        word: 'Open',
        labels: ['low priority'],
        priority: { rank: 'low' },
        assignees: [{ handle: 'hubot' }],
        author: { handle: 'mona' },
        created: '2026-03-02T08:00:00Z',
      },
    });
    expect(second?.facts).toMatchObject({ kind: 'pull-request', state: 'in-progress' });
    expect(second?.facts).not.toHaveProperty('assignees');
    expect(second).not.toHaveProperty('aliases');
    expect(third?.facts).toMatchObject({ state: 'done', closed: '2026-03-02T08:00:00Z' });
  });

  test('the dashboard of pull requests, whose author is a button', () => {
    const row = `<ul data-listview-component="items-list"><li class="PullsListItem-module__listItem__x1">
      <h3><a data-testid="listitem-title-link" href="/acme/api/pull/46">Pay once</a></h3>
      <div data-testid="timestamp-container"><button data-testid="author-filter-link">hubot</button> <relative-time datetime="2026-03-02T08:00:00Z">x</relative-time></div></li></ul>`;
    expect(list(listPage(row), 'https://github.com/pulls')).toMatchObject([
      { key: key('acme/api#46'), facts: { kind: 'pull-request', title: 'Pay once', author: { handle: 'hubot' } } },
    ]);
  });
});

describe('boards, notifications and sidebars', () => {
  test('[K6] cards that are empty until scrolled to, and drafts, are nothing', () => {
    const cards =
      card('') + card('<h3><span>Only a thought</span></h3>') + card(cardContent(45, 'Pay <code>once</code>'));
    expect(list(listPage(cards), 'https://github.com/orgs/acme/projects/3')).toEqual([
      {
        key: key('acme/api#45'),
        from: 'list',
        facts: { kind: 'issue', title: 'Pay once' },
        aliases: [key('issue-id/9001')],
      },
    ]);
  });

  test('rows of a project table', () => {
    const table = `<div id="memex-project-view-root"><div role="row"><div role="columnheader">Title</div></div>
      <div role="row"><div role="gridcell"><a href="/acme/api/pull/46">Pay once</a></div></div></div>`;
    expect(list(listPage(table), 'https://github.com/orgs/acme/projects/3')).toMatchObject([
      { key: key('acme/api#46') },
    ]);
  });

  test('notifications lead deep into an item; those about something else are nothing', () => {
    const html = listPage(
      notification('/acme/api/pull/46/changes/a..b?notification_referrer_id=NT_1', 'Pay once') +
        notification('/advisories/GHSA-1/dependabot', 'Upgrade') +
        notification('/acme/api/issues/45?notification_referrer_id=NT_2#event-1', 'Paid twice'),
    );
    expect(list(html, 'https://github.com/notifications')).toMatchObject([
      { key: key('acme/api#46'), facts: { title: 'Pay once', kind: 'pull-request' } },
      { key: key('acme/api#45'), facts: { title: 'Paid twice', kind: 'issue' } },
    ]);
  });

  test('sub-issues, relationships and linked pull requests are listed with their state', () => {
    const entry = (icon: string, path: string, title: string): string =>
      `<li role="treeitem"><a href="https://github.com/acme/${path}"><svg class="octicon ${icon}"></svg><span class="markdown-title">${title}</span></a></li>`;
    const html = issuePage({
      subIssues: entry('octicon-issue-closed', 'api/issues/50', 'A part'),
      relationships: `<ul><li><h4>Blocked by</h4><ul>${entry('octicon-issue-opened', 'ledger/issues/3', 'The ledger')}</ul></li></ul>`,
      development: entry('octicon-git-merge', 'web/pull/8', 'Pay once'),
    });
    expect(list(html, 'https://github.com/acme/api/issues/45')).toMatchObject([
      { key: key('acme/api#50'), facts: { title: 'A part', state: 'done', kind: 'issue' } },
      { key: key('acme/ledger#3'), facts: { title: 'The ledger', state: 'open', kind: 'issue' } },
      { key: key('acme/web#8'), facts: { title: 'Pay once', state: 'done', kind: 'pull-request' } },
    ]);
  });

  test('the number behind a title, and what only readers of screens get, are not the title', () => {
    const html = issuePage({
      development:
        '<li><a href="https://github.com/acme/web/pull/8"><span class="sr-only">Open</span>Pay once <span>acme/web#8</span></a></li>',
    });
    expect(list(html, 'https://github.com/acme/api/issues/45')).toMatchObject([{ facts: { title: 'Pay once' } }]);
  });

  test("what Rails' sidebar says a pull request closes", () => {
    const html = pullPage({
      development: '<span class="Truncate"><a href="/acme/api/issues/45">Paid twice</a></span>',
    });
    expect(list(html, 'https://github.com/acme/api/pull/46')).toMatchObject([
      { key: key('acme/api#45'), facts: { title: 'Paid twice' } },
    ]);
  });
});

describe('rows and marks', () => {
  test('a row is found from anything inside it', () => {
    const page = pageOf(listPage(reactRow({ number: 45, title: 'Pay' })), { address: listAddress });
    const inside = page.dom.first('[data-testid="created-at"] a');
    const row = inside === undefined ? undefined : page.dom.closest(inside, githubReader.rows);
    expect(row === undefined ? undefined : githubReader.row(page, row)?.observation.key).toBe(key('acme/api#45'));
  });

  test('each row has a place for a mark, inside it', () => {
    const html = listPage(
      reactRow({ number: 45, title: 'Pay' }) +
        railsRow({ number: 46, title: 'Once' }) +
        card(cardContent(47, 'Card')) +
        notification('/acme/api/issues/48', 'Note'),
    );
    const page = pageOf(html, { address: listAddress });
    const listed = listedOn(page);
    expect(listed).toHaveLength(4);
    for (const { mark } of listed) {
      expect(mark === undefined ? undefined : page.dom.closest(mark, githubReader.rows)).toBeDefined();
    }
  });

  test('rows of checks and commits lead to tabs of a pull request: they are not about it', () => {
    const check = `<ul data-listview-component="items-list"><li class="ListItem-module__listItem--x1"><h3><a href="/acme/api/pull/46/checks?check_run_id=1">lint</a></h3></li></ul>`;
    expect(list(pullPage({ timeline: check }), 'https://github.com/acme/api/pull/46')).toEqual([]);
  });
});

describe('the page around [decisions: Me]', () => {
  const pageWith = (html: string): Page => pageOf(html, { address: listAddress });
  const htmlWith = (attributes: string): string =>
    `<!doctype html><html ${attributes}><head></head><body></body></html>`;
  const headWith = (meta: string): string => `<!doctype html><html><head>${meta}</head><body></body></html>`;

  test('me: the account that is signed in, nobody for a visitor', () => {
    const me = (content: string): unknown =>
      githubReader.me(pageWith(headWith(`<meta name="user-login" content="${content}">`)));
    expect(me('Mona')).toEqual({ handle: 'mona', name: 'Mona' });
    expect(me('')).toBeUndefined();
    expect(githubReader.me(pageWith(headWith('')))).toBeUndefined();
  });

  test.each([
    ['data-color-mode="dark" data-light-theme="light" data-dark-theme="dark_dimmed"', 'dark'],
    ['data-color-mode="light" data-light-theme="light" data-dark-theme="dark"', 'light'],
    ['data-color-mode="light" data-light-theme="dark_high_contrast" data-dark-theme="dark"', 'dark'],
    ['data-color-mode="auto" data-light-theme="light" data-dark-theme="dark"', undefined],
    ['data-color-mode="auto" data-light-theme="dark_colorblind" data-dark-theme="dark_colorblind"', 'dark'],
    ['', undefined],
  ] as const)('theme of %s', (attributes, theme) => {
    expect(githubReader.theme(pageWith(htmlWith(attributes)))).toBe(theme);
  });

  test('[P3] public: a public repository, or a page shown to a visitor', () => {
    const isPublic = (meta: string): unknown => githubReader.isPublic?.(pageWith(headWith(meta)));
    expect(
      isPublic(
        '<meta name="octolytics-dimension-repository_public" content="true"><meta name="user-login" content="mona">',
      ),
    ).toBe(true);
    expect(
      isPublic(
        '<meta name="octolytics-dimension-repository_public" content="false"><meta name="user-login" content="mona">',
      ),
    ).toBe(false);
    expect(isPublic('<meta name="user-login" content="">')).toBe(true);
    expect(isPublic('')).toBe(false);
  });

  test.each([
    ['https://github.com/Acme/API', 'acme/api'],
    ['https://github.com/acme/api/actions?query=1', 'acme/api'],
    ['https://github.com/acme', undefined],
    ['https://github.com/orgs/acme', undefined],
    ['https://github.com/issues/assigned', undefined],
    ['https://github.com.evil.tld/acme/api', undefined],
  ])('[K7] the repository of %s is %s', (address, name) =>
    expect(githubGuide.placeAt?.(new URL(address), [])).toEqual(name && { tool: 'github', site: 'github.com', name }),
  );

  test('my own work', () => {
    expect(githubGuide.mine('ghe.example.com').href).toBe('https://ghe.example.com/issues/assigned');
    expect(github.locate(githubGuide.mine('github.com'), [])).toBeUndefined();
  });
});
