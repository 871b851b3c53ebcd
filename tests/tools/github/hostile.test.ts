import { describe, expect, test } from 'vitest';
import { bounds, type Observation } from '../../../lib/core/item.ts';
import { githubReader } from '../../../lib/tools/github/reader.ts';
import { pageOf } from '../../pages.ts';
import {
  boardWithPane,
  crossReference,
  issuePage,
  issueViewer,
  listPage,
  pullPage,
  railsComment,
  railsPage,
  reactRow,
} from './fixtures.ts';

const issueAddress = 'https://github.com/acme/api/issues/45';
const pullAddress = 'https://github.com/acme/api/pull/46';

const outcome = (html: string, address: string): unknown => {
  const reading = githubReader.read(pageOf(html, { address }));
  return reading.ok ? reading.value : reading.failure;
};
const read = (html: string, address: string): Observation => {
  const reading = githubReader.read(pageOf(html, { address }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.failure));
  return reading.value;
};

/** A whole forged item, with every hook, as somebody might get it into a text. */
const forged = `
  <div data-testid="issue-viewer-container"><div data-testid="issue-header"><h1 data-component="PH_Title"><bdi data-testid="issue-title" class="markdown-title">Forged</bdi><span>#45</span></h1></div>
  <span data-testid="header-state" data-component="StateLabel" data-status="issueClosed">Closed</span>
  <div data-testid="sidebar-assignees-section"><a href="/mallory">mallory</a></div><div data-testid="issue-labels"><a data-name="P0">P0</a></div></div>
  <div data-component="PageHeader" class="prc-PageHeader-PageHeader-x"><h1 data-component="PH_Title"><span class="markdown-title">Forged</span><span>#46</span></h1><span data-component="StateLabel" data-status="pullMerged">Merged</span></div>
  <div id="partial-discussion-header" class="gh-header pull"><h1 class="gh-header-title"><bdi class="js-issue-title">Forged</bdi><span>#46</span></h1><span class="State State--merged">Merged</span></div>
  <div class="js-issue-assignees"><a class="assignee" href="/mallory">mallory</a></div><div class="js-issue-labels"><a class="IssueLabel" data-name="P0">P0</a></div>
  <form data-reviewers-team-size-check-url="/x"><span data-assignee-name="mallory"></span></form>
  <div data-testid="sidebar-relationships-section"><h4>Blocked by</h4><ul><li><a href="/acme/api/issues/99">Forged</a></li></ul></div>
  <div id="pullrequestreview-66"><a class="author" href="/mallory">mallory</a> approved these changes</div>
  <div class="js-comment-body markdown-body" data-testid="markdown-body">inner</div><meta name="user-login" content="mallory">
  <div data-timeline-event-id="CE_9"><relative-time datetime="1999-01-01T00:00:00Z"></relative-time></div><ul>${reactRow({ number: 99, title: 'Forged row' })}</ul>`;

const mallory = /mallory|Forged|"P0"/u;

describe('[T1] what people write changes nothing but the text', () => {
  test('in the comments of an issue in React', () => {
    const html = issuePage({ comments: [{ by: 'octo', html: forged }] });
    expect(JSON.stringify({ ...read(html, issueAddress).facts, links: {} })).not.toMatch(mallory);
    expect(read(html, issueAddress).facts).toMatchObject({ title: 'Invoices are paid twice', state: 'open' });
    expect(read(html, issueAddress).facts.links?.relations).toEqual([]);
  });

  test('no closing time out of a comment', () => {
    const html = issuePage({ status: 'issueClosed', word: 'Closed', comments: [{ by: 'octo', html: forged }] });
    expect(read(html, issueAddress).facts).not.toHaveProperty('closed');
  });

  test('in the description', () => {
    for (const [html, address] of [
      [issuePage({ body: forged }), issueAddress],
      [pullPage({ body: forged }), pullAddress],
      [railsPage('pull', { body: forged }), pullAddress],
    ] as const) {
      const { facts } = read(html, address);
      expect(JSON.stringify({ ...facts, links: {}, description: '' })).not.toMatch(mallory);
      expect(['open', 'in-progress']).toContain(facts.state);
    }
  });

  test('in the comments of a pull request', () => {
    const timeline = railsComment({ by: 'octo', html: forged });
    for (const html of [pullPage({ timeline }), railsPage('pull', { timeline })]) {
      const { facts } = read(html, pullAddress);
      expect(JSON.stringify({ ...facts, links: {} })).not.toMatch(mallory);
      expect(facts).toMatchObject({ title: 'Pay each invoice once', state: 'in-progress', reviews: [], reviewers: [] });
    }
  });

  test('a forged head is not taken even where the real one is gone', () => {
    const html = issuePage({ comments: [{ by: 'octo', html: forged }] }).replace(
      '<h1 data-component="PH_Title"><bdi class="markdown-title" data-testid="issue-title">',
      '<h1><bdi>',
    );
    expect(outcome(html, issueAddress)).toEqual({ type: 'PageDrift', missing: ['title', 'state'] });
  });

  test('forged rows list nothing, and look-alike hosts neither', () => {
    const rows = (html: string): number => {
      const page = pageOf(html, { address: issueAddress });
      return page.dom.all(githubReader.rows).filter((row) => githubReader.row(page, row) !== undefined).length;
    };
    expect(rows(issuePage({ comments: [{ by: 'octo', html: forged }] }))).toBe(0);
    const row = reactRow({ number: 45, title: 'Pay' });
    expect(rows(listPage(row))).toBe(1);
    expect(rows(listPage(row.replaceAll('https://github.com/', 'https://github.com.evil.tld/')))).toBe(0);
    expect(rows(listPage(row.replaceAll('https://github.com/', 'https://github.com@evil.tld/')))).toBe(0);
    expect(rows(listPage(row.replaceAll('https://github.com/acme', 'javascript:alert(1)//acme')))).toBe(0);
  });

  test('me is nobody that a text names', () => {
    const page = pageOf(issuePage({ head: '<title>x</title>', body: '<meta name="user-login" content="mallory">' }), {
      address: issueAddress,
    });
    expect(githubReader.me(page)).toBeUndefined();
  });
});

describe('states and titles of other items on the page', () => {
  test('cross-references in the timeline are not the item', () => {
    const timeline = crossReference('acme/api', 46, 'Another', 'State--merged');
    for (const html of [pullPage({ timeline }), railsPage('pull', { timeline })]) {
      expect(read(html, pullAddress).facts).toMatchObject({ title: 'Pay each invoice once', state: 'in-progress' });
    }
  });

  test('a hover card over the page is not the item', () => {
    const card = `<div class="Popover js-hovercard-content"><div class="gh-header"><span class="State State--merged">Merged</span><h1><a class="js-issue-title">Other</a><span>#45</span></h1></div></div>`;
    const html = railsPage('issue').replace('<main>', `<main>${card}`);
    expect(read(html, issueAddress).facts).toMatchObject({ title: 'Pay each invoice once', state: 'open' });
  });

  test('the title that sticks while scrolling is not the title element', () => {
    for (const [html, address] of [
      [issuePage(), issueAddress],
      [pullPage(), pullAddress],
      [railsPage('pull'), pullAddress],
    ] as const) {
      const page = pageOf(html, { address });
      const title = githubReader.title(page);
      expect(title === undefined ? undefined : page.dom.closest(title, 'h1')).toBeDefined();
      expect(githubReader.title(page)).toBe(title);
    }
  });

  test('of an issue and another one in a pane over it, the one of the address is read', () => {
    const after = `<div role="dialog">${issueViewer({ number: 50, title: 'In the pane', status: 'issueClosed', word: 'Closed' })}</div>`;
    const html = issuePage({ after });
    expect(read(html, issueAddress).facts).toMatchObject({ title: 'Invoices are paid twice', state: 'open' });
    const inPane = 'https://github.com/issues/assigned?issue=acme%7Capi%7C50';
    expect(read(html, inPane).facts).toMatchObject({ title: 'In the pane', state: 'done' });
  });
});

describe('[T2] after a navigation inside the page', () => {
  const stale = {
    payload: {
      issue: { number: 44, title: 'Before', state: 'CLOSED', repository: { nameWithOwner: 'acme/api' }, databaseId: 1 },
    },
  };
  const staleHead = `<title>Before · Issue #44 · acme/api</title><meta property="og:url" content="https://github.com/acme/api/issues/44"><link rel="canonical" href="https://github.com/acme/api/issues/44"><meta name="hovercard-subject-tag" content="issue:1">`;

  test('a new head counts, whatever the document and its data still say', () => {
    const { facts, aliases } = read(issuePage({ head: staleHead, embedded: stale }), issueAddress);
    expect(facts).toMatchObject({ title: 'Invoices are paid twice', state: 'open' });
    expect(aliases).toEqual(['github:github.com:issue-id/9001']);
  });

  test('an old head is waited for, whatever the document already says', () => {
    const ready = { type: 'PageNotReady' };
    const head = '<title>Invoices are paid twice · Issue #45 · acme/api</title>';
    expect(outcome(issuePage({ number: 44, head }), issueAddress)).toEqual(ready);
    expect(outcome(pullPage({ number: 44 }), pullAddress)).toEqual(ready);
    expect(outcome(railsPage('pull', { number: 44 }), pullAddress)).toEqual(ready);
  });

  test('the same number in another repository is another item', () => {
    const ready = { type: 'PageNotReady' };
    expect(outcome(issuePage({ repo: 'acme/web' }), issueAddress)).toEqual(ready);
    expect(outcome(pullPage({ repo: 'acme/web' }), pullAddress)).toEqual(ready);
    expect(outcome(railsPage('pull', { repo: 'acme/web' }), pullAddress)).toEqual(ready);
    const pane = 'https://github.com/orgs/acme/projects/3?pane=issue&issue=acme%7Capi%7C45';
    expect(outcome(boardWithPane({ repo: 'acme/web' }, ''), pane)).toEqual(ready);
  });

  test('a title that names other numbers does not confuse it', () => {
    const title = 'Follow-up of #7 · Issue #9 · acme/api';
    expect(read(issuePage({ title }), issueAddress).facts.title).toBe(title);
    expect(read(pullPage({ title }), pullAddress).facts.title).toBe(title);
  });
});

describe('[T14] forms whose fields are named like methods', () => {
  // Not the ones that the test's own document needs inside; a browser's are tried end to end.
  const names = ['closest', 'querySelector', 'querySelectorAll', 'matches', 'textContent', 'contains'];
  const inForm = (html: string): string =>
    html
      .replace('<main>', `<main><form id="clobber">${names.map((name) => `<input name="${name}">`).join('')}`)
      .replace('</main>', '</form></main>');

  test.each([
    ['issue', issuePage({ labels: ['P1'], assignees: ['hubot'] }), issueAddress],
    ['pull request', pullPage({ labels: ['P1'] }), pullAddress],
    ['Rails', railsPage('issue'), issueAddress],
  ] as const)('%s reads the same', (_, html, address) => {
    const page = pageOf(inForm(html), { address });
    const form = page.dom.first('#clobber');
    // A browser hides the form's own members behind its fields; here that is done by hand.
    for (const name of names) Object.defineProperty(form, name, { value: page.dom.first(`[name="${name}"]`, form) });
    expect(typeof form?.closest).not.toBe('function');

    const reading = githubReader.read(page);
    expect(reading.ok ? reading.value : reading.failure).toEqual(outcome(html, address));
  });
});

describe('[P2] size and markup', () => {
  test('a title of 10 MB is cut', () => {
    const html = issuePage({ title: 'long '.repeat(2_000_000), head: '<title>x</title>' });
    expect(read(html, issueAddress).facts.title?.length).toBeLessThanOrEqual(bounds.title);
  });

  test('markup in a title is its text', () => {
    const html = issuePage({ title: '&lt;img src=x onerror=alert(1)&gt; <code>pay()</code>' });
    expect(read(html, issueAddress).facts.title).toBe('<img src=x onerror=alert(1)> pay()');
  });

  test('thousands of labels, people and links are bounded', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `x${index}`);
    const mentions = many
      .map((_, index) => `<a href="https://github.com/acme/web/issues/${index + 1}">it</a> `)
      .join('');
    const { facts } = read(
      issuePage({ labels: many, assignees: many.slice(0, 500), body: `<p>${mentions}</p>` }),
      issueAddress,
    );
    expect(facts.labels).toHaveLength(bounds.labels);
    expect(facts.assignees).toHaveLength(bounds.people);
    expect(facts.links?.mentions?.length).toBeLessThanOrEqual(bounds.links);
    expect(facts.description?.length).toBeLessThanOrEqual(bounds.description);
  });

  test('deep markup does not overflow', () => {
    const deep = `${'<div>'.repeat(3_000)}deep${'</div>'.repeat(3_000)}`;
    expect(read(issuePage({ body: deep }), issueAddress).facts.title).toBe('Invoices are paid twice');
  });
});
