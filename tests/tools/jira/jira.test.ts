import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bounds, type Facts } from '../../../lib/core/item.ts';
import { jiraReader } from '../../../lib/tools/jira/reader.ts';
import type { Page } from '../../../lib/tools/reader.ts';
import { readPage } from '../../../lib/tools/reading.ts';
import { pageOf } from '../../pages.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8');
const cloud = fixture('cloud-issue');
const server = fixture('server-issue');
const onCloud = 'https://acme.atlassian.net/browse/PAY-7';
const onServer = 'https://corp.example/browse/PAY-7';
const jiraMeta = '<meta name="application-name" content="JIRA">';

const result = (html: string, address: string) => jiraReader.read(pageOf(html, { address }));
const factsOf = (html: string, address: string): Facts => {
  const read = result(html, address);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.facts;
};
const failureOf = (html: string, address: string): unknown => {
  const read = result(html, address);
  return read.ok ? 'read' : read.failure;
};
const listedIn = (html: string, address: string) => readPage(pageOf(html, { address }), jiraReader).listed;
const names = (found: readonly { readonly key: string }[]): readonly string[] =>
  found.map(({ key }) => key.slice(key.lastIndexOf(':') + 1));
const drifted = (...missing: readonly string[]) => ({ type: 'PageDrift', missing });
const notReady = { type: 'PageNotReady' };

describe('an issue on the Cloud, 2026', () => {
  test('[K3] says all that it shows', () => {
    expect(factsOf(cloud, onCloud)).toEqual({
      kind: 'issue',
      title: 'Refunds go out twice',
      state: 'in-progress',
      word: 'Beim Prüfen',
      assignees: [{ name: 'Mona Money' }],
      author: { name: 'Rita Report' },
      priority: { word: 'P1', rank: 'high' },
      labels: ['money', 'release'],
      due: '2026-12-10',
      created: '2026-08-10T12:44',
      description: expect.stringMatching(/Every refund is sent two times\./u),
      digest: expect.stringMatching(/^[0-9a-f]{16}$/u),
      links: {
        relations: [
          { kind: 'blocked-by', key: 'jira:acme.atlassian.net:OPS-12', word: 'is blocked by' },
          { kind: 'blocks', key: 'jira:acme.atlassian.net:WEB-4', word: 'blocks' },
          { kind: 'relates', key: 'github:github.com:acme/web#9' },
        ],
        hierarchy: [
          { kind: 'part-of', key: 'jira:acme.atlassian.net:PAY-1' },
          { kind: 'has-part', key: 'jira:acme.atlassian.net:PAY-8' },
        ],
        text: [
          expect.objectContaining({
            kind: 'blocked-by',
            key: 'github:github.com:acme/api#45',
            by: { name: 'Rita Report' },
            needed: '2026-12-04',
          }),
          expect.objectContaining({
            kind: 'blocked-by',
            key: 'jira:acme.atlassian.net:PAY-11',
            by: { name: 'Otto Operator' },
          }),
        ],
        mentions: expect.any(Array),
      },
    });
  });

  test('[D8] mentions what its text names, and believes bare keys of its own project only', () => {
    const mentioned = names(factsOf(cloud, onCloud).links?.mentions ?? []);
    expect(mentioned).toEqual(expect.arrayContaining(['OPS-3', 'PAY-9']));
    expect(mentioned).not.toEqual(expect.arrayContaining(['UTF-8']));
    expect(mentioned).not.toContain('CVE-2024-1');
    expect(mentioned).not.toContain('PAY-666');
  });

  test('[K6] children and comments may be more than what it shows', () => {
    const read = result(cloud, onCloud);
    expect(read.ok && read.value.partial).toEqual(['hierarchy']);
    const loading = result(cloud.replace('issue.activity.comments-list', 'x'), onCloud);
    expect(loading.ok && loading.value.partial).toEqual(['hierarchy', 'text', 'mentions']);
  });

  test('[P2] what people wrote in the dress of Jira is not Jira', () => {
    const page = pageOf(cloud, { address: onCloud });
    expect(readPage(page, jiraReader).item?.title).toBe('Refunds go out twice');
    expect(names(listedIn(cloud, onCloud))).toEqual(['OPS-12', 'WEB-4', 'PAY-8']);
    expect(names(factsOf(cloud, onCloud).links?.relations ?? [])).not.toContain('EVIL-1');
  });

  test('lists linked and child items with what their lines show', () => {
    expect(listedIn(cloud, onCloud)).toEqual([
      {
        key: 'jira:acme.atlassian.net:OPS-12',
        kind: 'issue',
        title: 'Rotate the gateway key',
        state: 'in-progress',
        word: 'Working on it',
        assignees: [{ name: 'Otto Operator' }],
        priority: { word: 'Highest', rank: 'urgent' },
      },
      {
        key: 'jira:acme.atlassian.net:WEB-4',
        kind: 'issue',
        title: 'Show refunds',
        state: 'dropped',
        word: 'Rejected',
        assignees: [],
      },
      {
        key: 'jira:acme.atlassian.net:PAY-8',
        kind: 'issue',
        title: 'Find the second sender',
        state: 'open',
        word: 'Offen',
      },
    ]);
  });

  test('tells who is signed in, its theme, and where the strip goes', () => {
    const page = pageOf(cloud, { address: onCloud });
    expect(jiraReader.me(page)).toEqual({ handle: '557058:mona-1' });
    expect(jiraReader.theme(page)).toBe('dark');
    const title = jiraReader.title(page);
    expect(title && page.dom.text(title)).toBe('Refunds go out twice');
    const container = jiraReader.container(page);
    expect(title && container && page.dom.contains(container, title)).toBe(true);
    expect(container && page.dom.first('header', container)).toBeUndefined();
  });

  test('[K1] the address names it: the view of another issue, or of the same key elsewhere, is waited out', () => {
    expect(failureOf(cloud, 'https://acme.atlassian.net/browse/PAY-8')).toEqual(notReady);
    const absolute = cloud.replace('href="/browse/PAY-7"', 'href="https://other.atlassian.net/browse/PAY-7"');
    expect(failureOf(absolute, onCloud)).toEqual(notReady);
    expect(jiraReader.title(pageOf(cloud, { address: 'https://acme.atlassian.net/browse/PAY-8' }))).toBeUndefined();
  });

  test('[K1] beside the view of the issue before, the new one is read', () => {
    const old = cloud.slice(cloud.indexOf('<main>'), cloud.indexOf('</main>') + 7).replaceAll('PAY-7', 'PAY-6');
    const both = cloud.replace(
      '<main>',
      `${old.replaceAll('main>', 'section>').replace('Refunds', 'Old refunds')}<main>`,
    );
    expect(factsOf(both, onCloud).title).toBe('Refunds go out twice');
  });

  test('[K5] a view without title or state is drift, and says which', () => {
    const untitled = cloud.replaceAll('foundation.summary.heading', 'foundation.headline');
    expect(failureOf(untitled, onCloud)).toEqual(drifted('title'));
    const stateless = cloud
      .replaceAll('foundation.status.status-field-wrapper', 'x')
      .replaceAll('status-view.status-button', 'y');
    expect(failureOf(stateless, onCloud)).toEqual(drifted('state'));
    const renamed = cloud.replaceAll('data-testid="issue.', 'data-testid="work.').replaceAll('breadcrumbs', 'trail');
    expect(failureOf(renamed, onCloud)).toEqual(drifted('title', 'state'));
  });

  test('a status without a category: the date of its resolution says that it is closed', () => {
    const head = cloud.replace(
      '<span data-testid="issue.fields.status.common.ui.status-lozenge.4"><span data-testid="issue.fields.status.common.ui.status-lozenge.4--text">Beim Prüfen</span></span>',
      '<span data-testid="issue-field-status.ui.status-view.status-button.status-button--text">Abgehakt</span>',
    );
    expect(factsOf(head, onCloud)).toMatchObject({ state: 'unknown', word: 'Abgehakt' });
    const resolved = head.replace(
      '<div data-testid="updated-date',
      '<div data-testid="resolved-date.ui.read.meta-date">Aug 12, 2026, 9:00 AM</div>$&',
    );
    expect(factsOf(resolved, onCloud)).toMatchObject({ state: 'done', word: 'Abgehakt', closed: '2026-08-12T09:00' });
  });

  test('nobody assigned: the pictures of the caption are no person', () => {
    const start = cloud.indexOf('<div data-testid="issue.views.field.user.assignee">');
    const end = cloud.indexOf('<div data-testid="issue.issue-view-layout.issue-view-reporter-field');
    const unassigned = `${cloud.slice(0, start)}<div data-testid="issue.views.field.user.assignee"><button><span role="img" aria-label="Pin"></span></button><span>Nobody yet</span></div></div>${cloud.slice(end)}`;
    expect(factsOf(unassigned, onCloud).assignees).toEqual([]);
  });

  test('[K4] what it does not show is absent', () => {
    const bare = cloud
      .replaceAll('issue.views.issue-base.context.labels', 'x')
      .replaceAll('coloured-due-date', 'x')
      .replaceAll('assignee-field.assignee', 'x')
      .replaceAll('issue.views.field.user.assignee', 'x');
    const facts = factsOf(bare, onCloud);
    expect([facts.labels, facts.due, facts.assignees]).toEqual([undefined, undefined, undefined]);
    expect(Object.keys(facts)).not.toContain('due');
  });
});

describe('an issue on the Cloud, 2020, in a dialog over its board', () => {
  const html = fixture('cloud-issue-2020');
  const address = 'https://acme.atlassian.net/jira/software/projects/PAY/boards/1?selectedIssue=PAY-7';

  test('is read in French as well', () => {
    expect(factsOf(html, address)).toEqual({
      kind: 'issue',
      title: 'Refunds go out twice',
      state: 'in-progress',
      word: 'En cours',
      assignees: [],
      links: { relations: [{ kind: 'blocked-by', key: 'jira:acme.atlassian.net:OPS-12', word: 'est bloqué par' }] },
    });
  });

  test('is its dialog and not the board below', () => {
    const page = pageOf(html, { address });
    const container = jiraReader.container(page);
    expect(container && page.dom.first('#card-PAY-30', container)).toBeUndefined();
  });
});

describe('an issue on Data Center', () => {
  test('[K3] says all that it shows, in German', () => {
    expect(factsOf(server, onServer)).toEqual({
      kind: 'issue',
      title: 'Refunds go out twice',
      state: 'dropped',
      word: 'Abgehakt',
      assignees: [{ handle: 'mmoney', name: 'Mona Money' }],
      author: { handle: 'rreport', name: 'Rita Report' },
      priority: { word: 'Sperrend', rank: 'urgent' },
      labels: ['money', 'release'],
      due: '2026-12-10',
      created: '2026-08-10T12:44:03+02:00',
      updated: '2026-08-11T09:00:00+02:00',
      closed: '2026-08-12T09:00:00+02:00',
      description: expect.stringMatching(/^Every refund is sent two times\./u),
      digest: expect.stringMatching(/^[0-9a-f]{16}$/u),
      links: {
        relations: [
          { kind: 'blocked-by', key: 'jira:corp.example:OPS-12', word: 'wird blockiert von' },
          { kind: 'blocked-by', key: 'jira:corp.example:OPS-13', word: 'wird blockiert von' },
          { kind: 'relates', key: 'github:github.com:acme/api#9', word: 'links to' },
        ],
        hierarchy: [
          { kind: 'part-of', key: 'jira:corp.example:PAY-1' },
          { kind: 'part-of', key: 'jira:corp.example:PAY-2' },
          { kind: 'has-part', key: 'jira:corp.example:PAY-8' },
        ],
        text: [
          expect.objectContaining({
            kind: 'blocked-by',
            key: 'asana:222',
            by: { handle: 'rreport', name: 'Rita Report' },
          }),
          expect.objectContaining({ key: 'jira:corp.example:PAY-11', by: { handle: 'ooper', name: 'Otto Operator' } }),
        ],
        mentions: [],
      },
    });
  });

  test('[K2] its numeric id is an alias, its context path part of its site', () => {
    const address = 'https://corp.example/jira/browse/PAY-7';
    const read = result(server.replaceAll('"/browse/', '"/jira/browse/'), address);
    expect(read.ok && [read.value.key, read.value.aliases]).toEqual([
      'jira:corp.example/jira:PAY-7',
      ['jira:corp.example/jira:id=10023'],
    ]);
  });

  test('tells who is signed in by account and name', () => {
    expect(jiraReader.me(pageOf(server, { address: onServer }))).toEqual({ handle: 'mmoney', name: 'Mona Money' });
    expect(
      jiraReader.me(pageOf(server.replace('content="MMoney"', 'content=""'), { address: onServer })),
    ).toBeUndefined();
  });

  test('lists linked issues and sub-tasks, nothing from the text', () => {
    expect(listedIn(server, onServer)).toEqual([
      expect.objectContaining({
        key: 'jira:corp.example:OPS-12',
        state: 'in-progress',
        word: 'Läuft',
        title: 'Rotate the gateway key',
      }),
      expect.objectContaining({ key: 'jira:corp.example:OPS-13', state: 'done', title: 'Old key' }),
      expect.objectContaining({
        key: 'jira:corp.example:PAY-8',
        state: 'open',
        word: 'Zu tun',
        title: 'Find the second sender',
        assignees: [{ handle: 'ttill', name: 'Tim Till' }],
      }),
    ]);
  });

  test('version 6: states by icon where the word is not known, people and labels that are not there', () => {
    expect(factsOf(fixture('server-issue-6'), onServer)).toEqual({
      kind: 'issue',
      title: 'Refunds go out twice',
      state: 'in-progress',
      word: 'Wird geprüft',
      assignees: [],
      priority: { word: 'Minor', rank: 'low' },
      labels: [],
      due: null,
      created: '2004-08-05T17:44-05:00',
      closed: null,
      description: '',
      links: {
        relations: [{ kind: 'blocks', key: 'jira:corp.example:WEB-4', word: 'is depended upon by' }],
        hierarchy: [],
        text: [],
        mentions: [],
      },
    });
  });

  test('[K1] the issue before is waited out, and drift is said', () => {
    expect(failureOf(server, 'https://corp.example/browse/PAY-8')).toEqual(notReady);
    expect(failureOf(server.replace('id="summary-val"', 'id="headline"'), onServer)).toEqual(drifted('title'));
    expect(failureOf(server.replaceAll('id="status-val"', 'id="x"'), onServer)).toEqual(drifted('state'));
    expect(failureOf(server.replaceAll(/id="(?:key|summary)-val"/gu, 'id="x"'), onServer)).toEqual(
      drifted('title', 'state'),
    );
  });

  test('a title that is being edited is the saved one', () => {
    const editing = server.replace(
      '<h2>Refunds go out twice</h2>',
      '<form><input id="summary" value="Refunds go out twice"></form>',
    );
    expect(factsOf(editing, onServer).title).toBe('Refunds go out twice');
    const area = editing.replace(
      /<input id="summary"[^>]*>/u,
      '<textarea id="summary">Refunds go out twice</textarea><button>Save</button>',
    );
    expect(area).toContain('<textarea');
    expect(factsOf(area, onServer).title).toBe('Refunds go out twice');
  });

  test('its status may be the menu of its transitions, which elsewhere is called Workflow', () => {
    const menu = (word: string) =>
      server
        .replaceAll('id="status-val"', 'id="x"')
        .replace('<div id="details-module">', `<a id="opsbar-transitions_more"><span>${word}</span></a>$&`);
    expect(factsOf(menu('In Arbeit'), onServer)).toMatchObject({ state: 'in-progress', word: 'In Arbeit' });
    expect(failureOf(menu('Workflow'), onServer)).toEqual(drifted('state'));
  });

  test('the detail view of a board', () => {
    const board = `<body id="jira"><div id="ghx-detail-view"><div id="ghx-detail-issue" data-issueid="77" data-issuekey="PAY-7">
      <dl><dd id="issuekey-val" data-field-id="issuekey"><a href="/browse/PAY-7">PAY-7</a></dd><dd id="summary-val" data-field-id="summary">Refunds</dd>
      <dd data-field-id="status"><span class="jira-issue-status-lozenge jira-issue-status-lozenge-new">Neu hier</span></dd></dl></div></div>
      <div class="ghx-issue" data-issue-key="PAY-8"><div class="ghx-summary">Other</div></div></body>`;
    const read = result(board, 'https://corp.example/secure/RapidBoard.jspa?rapidView=1&selectedIssue=PAY-7');
    expect(read.ok && [read.value.facts.title, read.value.facts.state, read.value.aliases]).toEqual([
      'Refunds',
      'open',
      ['jira:corp.example:id=77'],
    ]);
  });
});

describe('[K5] a page at an item address that is not the item', () => {
  test.each([
    ['nothing yet', `<head>${jiraMeta}<title>Jira</title></head><body><div id="jira-frontend"></div></body>`],
    [
      'the board before',
      `<head>${jiraMeta}<title>PAY board - Jira</title></head><body><main><h1>PAY board</h1></main></body>`,
    ],
    [
      'the log in page',
      `<head><title>Log in [PAY-7]</title></head><body id="jira"><h1>Welcome</h1><form id="login-form"></form></body>`,
    ],
    ['another application', '<title>[PAY-7] looks like it</title><main><h1>PAY-7</h1></main>'],
  ])('%s: wait', (_name, html) => expect(failureOf(html, onServer)).toEqual(notReady));

  test('the item in markup of tomorrow: drift', () => {
    const html = `<head>${jiraMeta}<title>PAY-7 Refunds - Jira</title></head><body><main><h1>Refunds</h1></main></body>`;
    expect(failureOf(html, onServer)).toEqual(drifted('title', 'state'));
    expect(failureOf(html.replace('PAY-7', 'PAY-77'), onServer)).toEqual(notReady);
  });

  test('no item address: nothing to read', () => {
    expect(failureOf(cloud, 'https://acme.atlassian.net/jira/your-work')).toEqual(notReady);
  });
});

describe('lists of the Cloud', () => {
  const listed = listedIn(fixture('cloud-lists'), 'https://acme.atlassian.net/jira/software/projects/PAY/boards/1');
  const byRef = (ref: string) => listed.find(({ key }) => key.endsWith(`:${ref}`));

  test('each generation of cards, rows and lines is listed once, placeholders and frames are not', () => {
    expect(names(listed)).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28].map((number) => `PAY-${number}`));
  });

  test('a board card: state by its column, or by its key being resolved', () => {
    expect(byRef('PAY-20')).toEqual({
      key: 'jira:acme.atlassian.net:PAY-20',
      kind: 'issue',
      title: 'Count the tills',
      state: 'in-progress',
      assignees: [{ name: 'Tim Till' }],
      priority: { word: 'Low', rank: 'low' },
      due: '2026-12-10',
    });
    expect(byRef('PAY-21')).toMatchObject({ title: 'Close the old till', state: 'done' });
  });

  test('backlog cards, with and without a frame that is known', () => {
    expect(byRef('PAY-22')).toMatchObject({ title: 'Print receipts', state: 'open', word: 'À faire' });
    expect(byRef('PAY-23')).toMatchObject({ title: 'Order paper' });
  });

  test('a navigator row: each cell by the name of its button, whatever people are called', () => {
    expect(byRef('PAY-24')).toEqual({
      key: 'jira:acme.atlassian.net:PAY-24',
      kind: 'issue',
      title: 'Drop the cheques',
      state: 'dropped',
      word: 'Closed',
      assignees: [],
      author: { name: 'Rita Report' },
      priority: { word: 'Wichtig', rank: 'normal' },
      labels: ['cash'],
      due: null,
      created: '2026-08-10T00:44',
      links: [{ kind: 'part-of', key: 'jira:acme.atlassian.net:PAY-1' }],
    });
    expect(byRef('PAY-25')).toMatchObject({ assignees: [{ name: 'Tim Till' }], due: '2027-03-03' });
  });

  test('plans and the cards of 2018, which have no hooks', () => {
    expect(byRef('PAY-26')).toMatchObject({ title: 'Plan the opening' });
    expect(byRef('PAY-27')).toMatchObject({ title: 'Paint the door' });
    expect(byRef('PAY-28')).toMatchObject({ title: 'Hang the sign' });
  });

  test('[Q1] each row has one place for a mark, within the row', () => {
    const page = pageOf(fixture('cloud-lists'), {
      address: 'https://acme.atlassian.net/jira/software/projects/PAY/boards/1',
    });
    const marks = page.dom.all(jiraReader.rows).flatMap((row) => jiraReader.row(page, row)?.mark ?? []);
    expect(marks).toHaveLength(9);
    expect(new Set(marks).size).toBe(9);
  });
});

describe('lists of a server', () => {
  const listed = listedIn(fixture('server-lists'), 'https://corp.example/secure/IssueNavigator.jspa');

  test('tables, boards, backlogs and result lists; the key is read from attributes, never from shortened text', () => {
    expect(listed).toEqual([
      {
        key: 'jira:corp.example:PAY-40',
        kind: 'issue',
        title: 'Weigh the coins',
        state: 'dropped',
        word: 'Zamknięte',
        assignees: [],
        author: { handle: 'rreport', name: 'Rita Report' },
        priority: { word: 'Drobny', rank: 'low' },
        labels: ['coins'],
        due: '2026-12-04',
        created: '2015-04-21T22:57-05:00',
        description: 'Open',
        links: [{ kind: 'part-of', key: 'jira:corp.example:PAY-1' }],
      },
      { key: 'jira:corp.example:PAY-41', kind: 'issue', title: 'Weigh the notes', state: 'done', word: 'Weg damit' },
      { key: 'jira:corp.example:PAY-42', kind: 'issue', title: 'Sort the coins' },
      {
        key: 'jira:corp.example:PAY-43',
        kind: 'issue',
        title: 'Wash the coins',
        state: 'open',
        assignees: [{ name: 'Tim Till' }],
        priority: { word: 'high', rank: 'high' },
        links: [{ kind: 'part-of', key: 'jira:corp.example:PAY-2' }],
      },
      { key: 'jira:corp.example:PAY-44', kind: 'issue', title: 'Dry the coins', state: 'done' },
      { key: 'jira:corp.example:PAY-45', kind: 'issue', title: 'Count the coins' },
      { key: 'jira:corp.example:PAY-46', kind: 'issue', title: 'Roll the coins' },
    ]);
  });

  test("[K1] a row's own absolute address names it, on whatever page it is shown", () => {
    const saved = listedIn(fixture('export'), 'https://corp.example/secure/Export.jspa');
    expect(saved.map(({ key }) => key)).toEqual(['jira:acme.atlassian.net:PAY-50', 'jira:acme.atlassian.net:PAY-51']);
  });
});

describe('exports', () => {
  test('of all fields: every cell that says something, in German', () => {
    expect(listedIn(fixture('export'), 'https://acme.atlassian.net/sr/jira.issueviews:x/y')).toEqual([
      {
        key: 'jira:acme.atlassian.net:PAY-50',
        kind: 'issue',
        title: 'Empty the safe',
        state: 'in-progress',
        word: 'Beim Chef',
        assignees: [{ name: 'Tim Till' }],
        author: { name: 'Rita Report' },
        priority: { word: 'Hoch', rank: 'high' },
        labels: ['cash', 'safe'],
        due: '2026-12-05',
        created: '2022-11-28T12:20',
        updated: '2022-11-28T13:05',
        closed: null,
        description: 'Depends on https://github.com/acme/api/issues/45',
        links: [
          { kind: 'relates', key: 'jira:acme.atlassian.net:OPS-12' },
          { kind: 'relates', key: 'jira:acme.atlassian.net:OPS-13' },
          { kind: 'part-of', key: 'jira:acme.atlassian.net:PAY-1' },
          { kind: 'has-part', key: 'jira:acme.atlassian.net:PAY-51' },
          { kind: 'blocked-by', key: 'github:github.com:acme/api#45', word: 'Depends on' },
        ],
      },
      {
        key: 'jira:acme.atlassian.net:PAY-51',
        kind: 'issue',
        title: 'Oil the door',
        state: 'open',
        word: 'Wartet auf Öl',
        assignees: [],
        priority: null,
        labels: [],
        due: null,
      },
    ]);
  });

  test('[K6] links in a row are never all links of the item', () => {
    const page = pageOf(fixture('export'), { address: 'https://acme.atlassian.net/sr/jira.issueviews:x/y' });
    const [first] = page.dom.all(jiraReader.rows).flatMap((row) => jiraReader.row(page, row) ?? []);
    expect(first?.observation.partial).toEqual(['relations', 'hierarchy', 'text']);
    expect(first?.observation.aliases).toEqual(['jira:acme.atlassian.net:id=401']);
  });

  test('printable full content: a sub-task names its parent above its heading', () => {
    const parent =
      '<b><a href="https://acme.atlassian.net/browse/PAY-1" id="parent_issue_summary">Payments</a></b> (<a href="https://acme.atlassian.net/browse/PAY-1" id="parent_issue_key">PAY-1</a>)';
    const html = fixture('full-content').replace('<h3 class="formtitle">[PAY-62]', `${parent}$&`);
    const [subtask] = listedIn(html, 'https://acme.atlassian.net/sr/jira.issueviews:x/y').slice(-1);
    expect(subtask).toMatchObject({ key: 'jira:acme.atlassian.net:PAY-62', title: 'Open the shop' });
    expect(subtask?.links).toEqual([{ kind: 'part-of', key: 'jira:acme.atlassian.net:PAY-1' }]);
  });

  test('printable full content: what one issue says stays with it', () => {
    const listed = listedIn(fixture('full-content'), 'https://acme.atlassian.net/sr/jira.issueviews:x/y');
    expect(listed).toEqual([
      expect.objectContaining({
        key: 'jira:acme.atlassian.net:PAY-60',
        title: 'Lock the shop',
        state: 'in-progress',
        word: 'In Progress',
        assignees: [{ handle: '5f01', name: 'Tim Till' }],
        author: { handle: '5f00', name: 'Rita Report' },
        priority: { word: 'Highest', rank: 'urgent' },
        labels: ['night', 'key'],
        created: '2023-02-09',
        updated: '2023-02-10',
        closed: null,
        due: '2023-03-01',
        links: [
          { kind: 'blocked-by', key: 'jira:acme.atlassian.net:OPS-12', word: 'is blocked by' },
          { kind: 'has-part', key: 'jira:acme.atlassian.net:PAY-61' },
          expect.objectContaining({ kind: 'blocks', key: 'asana:77', by: { handle: '5f00', name: 'Rita Report' } }),
          expect.objectContaining({
            kind: 'blocked-by',
            key: 'jira:acme.atlassian.net:PAY-66',
            by: { handle: '5f02', name: 'Otto Operator' },
          }),
        ],
      }),
      expect.objectContaining({ key: 'jira:acme.atlassian.net:OPS-12', title: 'Rotate the key', state: 'done' }),
      expect.objectContaining({
        key: 'jira:acme.atlassian.net:PAY-61',
        title: 'Find the key',
        state: 'open',
        assignees: [],
      }),
      expect.objectContaining({
        key: 'jira:acme.atlassian.net:PAY-62',
        state: 'dropped',
        assignees: [],
        labels: [],
        closed: '2023-02-13',
        due: null,
      }),
    ]);
  });
});

describe('[P2] hostile pages', () => {
  test('long texts are cut, markup is text', () => {
    const long = cloud.replace(
      'Refunds go out\n      twice',
      `&lt;img src=x onerror=alert(1)&gt;${'x'.repeat(1_000_000)}`,
    );
    const { title } = factsOf(long, onCloud);
    expect(title).toHaveLength(bounds.title);
    expect(title?.startsWith('<img src=x onerror=alert(1)>')).toBe(true);
  });

  test('many labels, links and rows are bounded', () => {
    const labels = Array.from({ length: 500 }, (_, index) => `<a href="?jql=labels%3Dl${index}">l${index}</a>`).join(
      '',
    );
    const rows = Array.from(
      { length: 1_200 },
      (_, index) => `<tr class="issuerow" data-issuekey="BIG-${index + 1}"><td class="issuekey"></td></tr>`,
    ).join('');
    const many = cloud.replace('<h2>Labels</h2>', `<h2>Labels</h2>${labels}`);
    expect(factsOf(many, onCloud).labels).toHaveLength(bounds.labels);
    expect(listedIn(`<table>${rows}</table>`, 'https://corp.example/secure/X.jspa')).toHaveLength(bounds.listed);
  });

  test('a form whose fields hide the methods of its elements reads the same', () => {
    const fields = ['closest', 'matches', 'querySelector', 'querySelectorAll', 'textContent', 'title', 'href', 'value'];
    const inputs = fields.map((name) => `<input name="${name}">`).join('');
    const clobbered = (html: string): Page => {
      const page = pageOf(html, { address: onCloud });
      for (const form of page.dom.all('form')) {
        for (const name of fields) Object.defineProperty(form, name, { value: 'hidden' });
      }
      return page;
    };
    const wrapped = cloud
      .replace(
        '<div data-testid="issue.views.issue-details.issue-layout">',
        `<form data-testid="issue.views.issue-details.issue-layout">${inputs}`,
      )
      .replace('</div>\n</main>', '</form>\n</main>');
    expect(readPage(clobbered(wrapped), jiraReader)).toEqual(readPage(pageOf(cloud, { address: onCloud }), jiraReader));
  });

  test('links of other schemes and hosts name nothing', () => {
    const links = ['javascript:alert(1)', 'data:text/html,x', '//evil.example/', 'https://['].map(
      (href) => `<a href="${href}">PAY-1</a>`,
    );
    const html = cloud.replace('<a href="https://example.org/">A page</a>', links.join(''));
    expect(factsOf(html, onCloud).links?.relations).toHaveLength(3);
  });
});
