import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../lib/core/item.ts';
import { githubReader } from '../../../lib/tools/github/reader.ts';
import { pageOf } from '../../pages.ts';
import {
  boardWithPane,
  card,
  cardContent,
  commitRow,
  crossReference,
  discussionPage,
  issuePage,
  pullPage,
  railsComment,
  railsPage,
  railsReview,
  reviewerRow,
  sign,
  teamRow,
} from './fixtures.ts';

const issueAddress = 'https://github.com/acme/api/issues/45';
const pullAddress = 'https://github.com/acme/api/pull/46';
const pay = [{ tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' }];

const read = (html: string, address: string): Observation => {
  const reading = githubReader.read(pageOf(html, { address, places: pay }));
  if (!reading.ok) throw new Error(`Not read: ${JSON.stringify(reading.failure)}`);
  return reading.value;
};
const failureOf = (html: string, address: string): unknown => {
  const reading = githubReader.read(pageOf(html, { address }));
  return reading.ok ? undefined : reading.failure;
};
const key = (ref: string): string => `github:github.com:${ref}`;

describe('an issue in React', () => {
  test('says everything that is on the page', () => {
    const html = issuePage({
      labels: ['bug', 'priority: high'],
      assignees: ['Hubot'],
      body: '<p>The second run pays again. See <a href="https://github.com/acme/web/issues/7">#7</a>.</p>',
      comments: [
        { by: 'octo', html: '<p>Blocked by <a href="https://github.com/acme/ledger/issues/3">ledger</a></p>' },
      ],
    });
    expect(read(html, issueAddress)).toMatchObject({
      key: key('acme/api#45'),
      from: 'item',
      aliases: [key('issue-id/9001')],
      facts: {
        kind: 'issue',
        title: 'Invoices are paid twice',
        state: 'open',
        word: 'Open',
        author: { handle: 'mona' },
        assignees: [{ handle: 'hubot', name: 'Hubot' }],
        labels: ['bug', 'priority: high'],
        priority: { word: 'priority: high', rank: 'high' },
        created: '2026-03-02T08:00:00.000Z',
        closed: null,
        description: 'The second run pays again. See #7.',
        links: {
          relations: [],
          hierarchy: [],
          development: [],
          text: [{ kind: 'blocked-by', key: key('acme/ledger#3'), by: { handle: 'octo' } }],
          mentions: [{ kind: 'mentions', key: key('acme/web#7'), by: { handle: 'mona' } }],
        },
      },
    });
    expect(read(html, issueAddress).partial).toBeUndefined();
  });

  test('[K4] has no due date, and no priority where labels were seen and none is one', () => {
    const { facts } = read(issuePage({ labels: ['bug'] }), issueAddress);
    expect(facts).not.toHaveProperty('due');
    expect(facts.priority).toBeNull();
    expect(facts.assignees).toEqual([]);
  });

  test.each([
    ['issueOpened', 'Open', 'open'],
    ['issueClosed', 'Closed', 'done'],
    ['issueClosedNotPlanned', 'Closed as not planned', 'dropped'],
    ['issueClosed', 'Geschlossen', 'done'],
    ['issueClosedNotPlanned', 'Nicht geplant', 'dropped'],
  ] as const)('%s (%s) is %s, in whatever language', (status, word, state) => {
    expect(read(issuePage({ status, word }), issueAddress).facts).toMatchObject({ state, word });
  });

  test('as served, the icon says the state, and what is loaded later is not known yet [K4]', () => {
    const served = read(issuePage({ status: '', icon: 'octicon-skip', word: 'Fermée', loaded: false }), issueAddress);
    expect(served.facts.state).toBe('dropped');
    expect(served.facts.links).not.toHaveProperty('relations');
    expect(served.partial).toEqual(['text', 'mentions']);
  });

  test('[K4] "None yet" before the page has asked for relationships is no statement', () => {
    const { facts } = read(issuePage({ answered: false }), issueAddress);
    expect(facts.links).not.toHaveProperty('relations');
    expect(facts.links).not.toHaveProperty('hierarchy');
  });

  test('when it was closed is its last closing event', () => {
    const event = (id: string, at: string): string =>
      `<div data-timeline-event-id="${id}"><relative-time datetime="${at}">then</relative-time></div>`;
    const html = issuePage({ status: 'issueClosed', word: 'Closed' }).replace(
      '<div data-testid="comment-composer">',
      `${event('CE_1', '2026-03-05T08:00:00Z')}${event('REE_2', '2026-03-06T08:00:00Z')}${event('CE_3', '2026-03-07T08:00:00Z')}${event('LE_4', '2026-03-08T08:00:00Z')}<div data-testid="comment-composer">`,
    );
    expect(read(html, issueAddress).facts.closed).toBe('2026-03-07T08:00:00Z');
  });

  test('[D4] relationships have the direction of the list they stand in', () => {
    const entry = (number: number): string =>
      `<li><a href="https://github.com/acme/ledger/issues/${number}"><svg class="octicon octicon-issue-opened"></svg><span>Entry ${number}, blocking nothing</span></a></li>`;
    const html = issuePage({
      relationships: `<ul><li><h4>Parent issue</h4><ul>${entry(1)}</ul></li><li><h4>Blocked by</h4><ul>${entry(2)}${entry(3)}</ul></li><li><h4>Blocking</h4><ul>${entry(4)}</ul></li></ul>`,
    });
    expect(read(html, issueAddress).facts.links).toMatchObject({
      hierarchy: [{ kind: 'part-of', key: key('acme/ledger#1') }],
      relations: [
        { kind: 'blocked-by', key: key('acme/ledger#2') },
        { kind: 'blocked-by', key: key('acme/ledger#3') },
        { kind: 'blocks', key: key('acme/ledger#4') },
      ],
    });
  });

  test('[D4] hooks win over words; an entry without a known direction is only related', () => {
    const html = issuePage({
      relationships: `<div data-testid="blocked-by-list" aria-label="Bloqueado por"><a href="/acme/ledger/issues/2">Dos</a></div>`,
    });
    expect(read(html, issueAddress).facts.links?.relations).toEqual([
      { kind: 'blocked-by', key: key('acme/ledger#2') },
    ]);
    const unknown = issuePage({
      relationships: `<ul aria-label="Otros"><li><a href="/acme/ledger/issues/2">Dos</a></li></ul>`,
    });
    expect(read(unknown, issueAddress).facts.links?.relations).toEqual([
      { kind: 'relates', key: key('acme/ledger#2') },
    ]);
  });

  test('[D4] words of menus say nothing about the entries behind them', () => {
    const html = issuePage({
      relationships: `<button>Mark as blocked by</button><div role="menu">Blocking</div><a href="/acme/ledger/issues/2">Entry</a>`,
    });
    expect(read(html, issueAddress).facts.links?.relations).toEqual([{ kind: 'relates', key: key('acme/ledger#2') }]);
  });

  test('a parent in the head is part of what there may be', () => {
    const parent = '<div class="HeaderParentTitle-module__x1"><a href="/acme/api/issues/40">Epic</a></div>';
    const { facts, partial } = read(issuePage({ parent, answered: false }), issueAddress);
    expect(facts.links?.hierarchy).toEqual([{ kind: 'part-of', key: key('acme/api#40') }]);
    expect(partial).toContain('hierarchy');
  });

  test('sub-issues are parts, their own sub-issues are not', () => {
    const item = (number: number, inner = ''): string =>
      `<li role="treeitem"><div><a href="https://github.com/acme/api/issues/${number}">Part ${number}</a></div>${inner}</li>`;
    const html = issuePage({ subIssues: item(50, `<ul>${item(52)}</ul>`) + item(51) });
    expect(read(html, issueAddress).facts.links?.hierarchy).toEqual([
      { kind: 'has-part', key: key('acme/api#50') },
      { kind: 'has-part', key: key('acme/api#51') },
    ]);
  });

  test('linked pull requests implement it', () => {
    const html = issuePage({ development: '<li><a href="https://github.com/acme/web/pull/8">Pay once</a></li>' });
    expect(read(html, issueAddress).facts.links?.development).toEqual([
      { kind: 'implemented-by', key: key('acme/web#8') },
    ]);
  });

  test('the pane beside a board is read like the page, and the cards are not mixed in', () => {
    const address = 'https://github.com/orgs/acme/projects/3?pane=issue&itemId=1&issue=acme%7Capi%7C45';
    const html = boardWithPane({ labels: ['P1'] }, card(cardContent(44, 'Another')));
    expect(read(html, address)).toMatchObject({
      key: key('acme/api#45'),
      facts: { title: 'Invoices are paid twice', state: 'open', priority: { word: 'P1', rank: 'high' } },
    });
  });
});

describe('a pull request', () => {
  test('with the React head of 2026', () => {
    const sha = 'a'.repeat(40);
    const html = pullPage({
      title: 'PAY-231: pay each invoice once',
      branch: 'feature/pay-232-ledger',
      body: '<p>Fixes <a class="issue-link" data-hovercard-type="issue" href="https://github.com/acme/api/issues/45">Invoices are paid twice #45</a>. Like <a href="https://github.com/acme/api/pull/12">#12</a>; see https://acme.atlassian.net/browse/PAY-7</p>',
      labels: ['p2'],
      timeline:
        commitRow('b'.repeat(40)) +
        commitRow(sha) +
        commitRow('e'.repeat(40)).replace('/api/', '/web/') +
        crossReference('acme/web', 9, 'Another thing', 'State--merged'),
      development: '<span class="Truncate"><a href="/acme/api/issues/45">Invoices are paid twice</a></span>',
    });
    const { facts } = read(html, pullAddress);
    expect(facts).toMatchObject({
      kind: 'pull-request',
      state: 'in-progress',
      word: 'Open',
      title: 'PAY-231: pay each invoice once',
      branch: 'feature/pay-232-ledger',
      commit: sha,
      priority: { word: 'p2', rank: 'normal' },
      created: '2026-03-02T08:00:00Z',
      closed: null,
      links: { development: [{ kind: 'implements', key: key('acme/api#45') }] },
    });
    // Whether Jira's keys are believed is Jira's to say; GitHub's own are certain [D8].
    expect(facts.links?.code).toContainEqual({ kind: 'implements', key: key('acme/api#45') });
    expect(facts.links?.code).not.toContainEqual({ kind: 'implements', key: key('acme/api#12') });
    expect(facts.links?.mentions?.map((link) => link.key)).toContain(key('acme/api#12'));
    // The other item's title is not this one's words, and no change of it is a change of this description [A1].
    expect(facts.description).not.toContain('paid twice');
    const renamed = read(html.replace('Invoices are paid twice #45', 'Invoices are paid thrice #45'), pullAddress);
    expect(renamed.facts.digest).toBe(facts.digest);
    const edited = read(html.replace('Like <a', 'Unlike <a'), pullAddress);
    expect(edited.facts.digest).not.toBe(facts.digest);
  });

  test.each([
    ['pullOpened', 'Open', 'in-progress'],
    ['draft', 'Draft', 'in-progress'],
    ['pullQueued', 'Queued', 'in-progress'],
    ['pullMerged', 'Fusionada', 'done'],
    ['pullClosed', 'Cerrada', 'dropped'],
  ] as const)('%s is %s', (status, word, state) => {
    expect(read(pullPage({ status, word }), pullAddress).facts).toMatchObject({ state, word });
  });

  test.each([
    ['pull', 'State--open', 'Open', 'in-progress'],
    ['pull', 'State--draft', 'Draft', 'in-progress'],
    ['pull', 'State--merged', 'Merged', 'done'],
    ['pull', 'State--closed', 'Closed', 'dropped'],
    ['pull', 'State--purple', 'Merged', 'done'],
    ['pull', 'State--red', 'Zu', 'dropped'],
    ['issue', 'State--open', 'Offen', 'open'],
    ['issue', 'State--closed', 'Closed', 'done'],
    ['issue', 'State--closed', 'Closed as not planned', 'dropped'],
  ] as const)('of Rails: %s with %s (%s) is %s', (kind, stateClass, word, state) => {
    const address = kind === 'pull' ? pullAddress : issueAddress;
    expect(read(railsPage(kind, { stateClass, word }), address).facts).toMatchObject({ state, word });
  });

  test('when it was merged is in its head', () => {
    const headTime = '<relative-time datetime="2026-03-05T09:00:00Z">then</relative-time>';
    const react = pullPage({ status: 'pullMerged', word: 'Merged', headTime });
    const rails = railsPage('pull', { stateClass: 'State--merged', word: 'Merged', headTime });
    for (const html of [react, rails]) {
      expect(read(html, pullAddress).facts.closed).toBe('2026-03-05T09:00:00Z');
    }
  });

  test('reviewers: people and teams asked, answers with their verdicts, and nobody who is only proposed', () => {
    const html = pullPage({
      reviewers: [
        reviewerRow('asked', `<button id="awaiting-review-asked">${sign('octicon-dot-fill')}</button>`),
        reviewerRow('again', sign('', 'Awaiting requested review from again')),
        reviewerRow('agreed', sign('octicon-check')),
        reviewerRow('against', sign('', 'against requested changes')),
        reviewerRow('remarked', sign('octicon-comment')),
        reviewerRow(
          'proposed',
          '<span><button class="js-suggested-reviewer" name="suggested_reviewer_id">Request</button></span>',
        ),
        teamRow('acme', 'platform', sign('octicon-dot-fill')),
      ].join(''),
    });
    const { facts } = read(html, pullAddress);
    expect(facts.reviewers).toEqual([
      { handle: 'asked' },
      { handle: 'again' },
      { handle: 'acme/platform', name: '@acme/platform', kind: 'team' },
    ]);
    expect(facts.reviews).toEqual([
      { by: { handle: 'agreed' }, verdict: 'approved' },
      { by: { handle: 'against' }, verdict: 'changes-requested' },
      { by: { handle: 'remarked' }, verdict: 'commented' },
    ]);
  });

  test('[A1] reviews in the timeline say which commit they are of; the author answering is no review', () => {
    const sha = 'c'.repeat(40);
    const html = pullPage({
      reviewers: reviewerRow('agreed', sign('octicon-check')),
      timeline:
        railsReview(1, 'agreed', 'approved these changes', sha) +
        railsReview(2, 'against', 'изменения', sha, 'color-bg-danger-emphasis') +
        railsReview(3, 'mona', 'reviewed', sha),
    });
    expect(read(html, pullAddress).facts.reviews).toEqual([
      { by: { handle: 'agreed' }, verdict: 'approved', commit: sha, at: '2026-03-04T08:00:00Z' },
      { by: { handle: 'against' }, verdict: 'changes-requested', commit: sha, at: '2026-03-04T08:00:00Z' },
    ]);
  });

  test('[K4] no reviewers is empty; another tab, without the sidebar, says nothing about them', () => {
    const { facts } = read(pullPage(), pullAddress);
    expect(facts).toMatchObject({ reviewers: [], reviews: [], assignees: [], labels: [] });
    const filesTab = pullPage().replace(/<div class="js-discussion">[\s\S]*<\/react-app>/u, '</react-app>');
    const onFiles = read(filesTab, `${pullAddress}/changes`);
    expect(onFiles.facts).toMatchObject({ title: 'Pay each invoice once', state: 'in-progress' });
    for (const field of ['reviewers', 'assignees', 'labels', 'description']) {
      expect(onFiles.facts).not.toHaveProperty(field);
    }
  });

  test('[A2] an app that wrote it, or a line by which an agent signs, is marked', () => {
    expect(read(pullPage({ author: 'renovate%5Bbot%5D' }), pullAddress).facts).toMatchObject({
      author: { handle: 'renovate[bot]', kind: 'agent' },
    });
    const signed = '<p>Pays once.</p><p>\u{1F916} Generated with <a href="https://claude.com">Claude Code</a></p>';
    expect(read(pullPage({ body: signed }), pullAddress).facts.agent).toBe('Claude');
    const shared = '<p>Co-authored-by: Copilot &lt;1+Copilot@users.noreply.github.com&gt;</p>';
    expect(read(pullPage({ body: shared }), pullAddress).facts.agent).toBe('Copilot');
    const timeline = commitRow('d'.repeat(40), 'claude');
    expect(read(pullPage({ timeline }), pullAddress).facts.agent).toBe('Claude');
    const near = '<p>The cursor moves. Generated with love. We asked Claude how.</p>';
    expect(read(pullPage({ body: near }), pullAddress).facts).not.toHaveProperty('agent');
  });

  test('comments of apps have the app as their writer', () => {
    const timeline = railsComment({
      by: 'mergify[bot]',
      html: '<p>Depends on <a href="https://github.com/acme/web/pull/9">#9</a></p>',
    });
    expect(read(pullPage({ timeline }), pullAddress).facts.links?.text).toMatchObject([
      { kind: 'blocked-by', key: key('acme/web#9'), by: { handle: 'mergify[bot]', kind: 'agent' } },
    ]);
  });

  test('comments held back make its text partial', () => {
    const timeline = '<form class="ajax-pagination-form"><button>Load more</button></form>';
    expect(read(pullPage({ timeline }), pullAddress).partial).toEqual(['text', 'mentions']);
  });

  test('no description is an empty one', () => {
    expect(read(pullPage({ body: '<p><em>No description provided.</em></p>' }), pullAddress).facts.description).toBe(
      '',
    );
  });
});

describe('a discussion', () => {
  const address = 'https://github.com/acme/api/discussions/9';
  test('is open while it wears no label', () => {
    expect(read(discussionPage(), address)).toMatchObject({
      key: key('acme/api#9'),
      facts: { kind: 'discussion', title: 'Which ledger?', state: 'open', author: { handle: 'hubot' } },
    });
  });
  test('closed, as resolved or as outdated', () => {
    const label = (words: string): string => `<span class="State State--closed" title="${words}">${words}</span>`;
    expect(read(discussionPage(label('Closed as resolved')), address).facts.state).toBe('done');
    expect(read(discussionPage(label('Closed as outdated')), address).facts.state).toBe('dropped');
  });
});

describe('what embedded data add', () => {
  const issue = {
    number: 45,
    title: 'Invoices are paid twice',
    state: 'OPEN',
    repository: { nameWithOwner: 'acme/api' },
    databaseId: 9001,
    updatedAt: '2026-03-09T10:00:00Z',
    author: { login: 'mona', name: 'Mona L', __typename: 'User' },
  };
  const embedded = (change: object): unknown => ({
    payload: { preloadedQueries: [{ result: { data: { repository: { issue: { ...issue, ...change } } } } }] },
  });

  test('the time of the last change, and the name behind an account', () => {
    expect(read(issuePage({ embedded: embedded({}) }), issueAddress).facts).toMatchObject({
      updated: '2026-03-09T10:00:00Z',
      author: { handle: 'mona', name: 'Mona L' },
    });
  });

  test('not those of another number, another repository, or from before the state changed', () => {
    for (const change of [{ number: 44 }, { repository: { nameWithOwner: 'acme/web' } }, { state: 'CLOSED' }]) {
      expect(read(issuePage({ embedded: embedded(change) }), issueAddress).facts).not.toHaveProperty('updated');
    }
  });

  test('a state that the page does not show in a known way', () => {
    const blank = {
      status: 'somethingNew',
      word: '?',
      embedded: embedded({ state: 'CLOSED', stateReason: 'NOT_PLANNED' }),
    };
    expect(read(issuePage(blank), issueAddress).facts.state).toBe('dropped');
  });

  test('broken data are none', () => {
    const html = issuePage({ embedded: embedded({}) }).replace('{"payload"', '{{"payload"');
    expect(read(html, issueAddress).facts.title).toBe('Invoices are paid twice');
  });
});

describe('what cannot be read [K5]', () => {
  test('an item page without a known state says so', () => {
    expect(failureOf(issuePage({ status: 'somethingNew', word: 'Snoozed' }), issueAddress)).toEqual({
      type: 'PageDrift',
      missing: ['state'],
    });
  });

  test('an item page whose head is unknown says so', () => {
    const html = issuePage()
      .replaceAll('issue-title', 'heading-x')
      .replaceAll('PH_Title', 'X')
      .replaceAll('markdown-title', 'x');
    expect(failureOf(html, issueAddress)).toEqual({ type: 'PageDrift', missing: ['title', 'state'] });
  });

  test('a page that is not found, a list, or an item still to come is no drift', () => {
    const missing =
      '<!doctype html><html><head><title>Page not found · GitHub</title></head><body><main><h1>404</h1></main></body></html>';
    expect(failureOf(missing, issueAddress)).toEqual({ type: 'PageNotReady' });
    expect(failureOf('', issueAddress)).toEqual({ type: 'PageNotReady' });
    expect(failureOf(issuePage(), 'https://github.com/acme/api/issues')).toEqual({ type: 'PageNotReady' });
  });
});
