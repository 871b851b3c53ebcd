import { describe, expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft.ts';
import { bounds } from '../../lib/core/item.ts';
import type { DraftReader } from '../../lib/tools/draft-reader.ts';
import { draftReaderOf, draftReaders } from '../../lib/tools/draft-readers.ts';
import { tools } from '../../lib/tools/index.ts';
import { hasSavedPages, pageOf, savedPage } from '../pages.ts';

const [asana, github, jira] = draftReaders as readonly [DraftReader, DraftReader, DraftReader];

test('every tool has one, in the order of tools', () => {
  expect(draftReaders.map(({ id }) => id)).toEqual(tools.map(({ id }) => id));
  expect(draftReaderOf('github')).toBe(github);
  expect(draftReaderOf('nothing')).toBeUndefined();
});

/** The drafts that a page holds, by its title fields. */
const draftsOn = (reader: DraftReader, html: string, address: string): readonly (Draft | undefined)[] => {
  const page = pageOf(html, { address });
  return page.dom.all(reader.titles).map((title) => reader.read(page, title));
};

const react = (title: string, bodies: readonly string[], around = 'data-testid="issue-create-pane-container"') =>
  `<div ${around}><h2>Create new issue</h2><label for=":r1:">Add a title</label>
   <input type="text" aria-label="Add a title" id=":r1:" value="${title}">
   ${bodies.map((body) => `<fieldset><textarea aria-label="Markdown value">${body}</textarea></fieldset>`).join('')}
   <input type="password" value="hunter2"><input name="labels" value="secret label"></div>
   <textarea aria-label="Markdown value">of another form</textarea>`;
const rails = (kind: string) =>
  `<form action="/acme/api/${kind}"><input name="authenticity_token" type="hidden" value="secret token">
   <input id="${kind}_title" name="${kind}[title]" value="Refunds  fail twice">
   <textarea id="${kind}_body" name="${kind}[body]">After a retry</textarea></form>`;

const read = { title: 'Refunds fail twice', body: 'After a retry' };
const issueForm = 'https://github.com/acme/api/issues/new';

describe('GitHub', () => {
  test.each([
    ['React', react('Refunds fail twice', ['After a retry']), issueForm],
    ['React, with a template', react('Refunds fail twice', ['After a retry']), `${issueForm}?template=bug.yml`],
    [
      'React, in a dialog of a board',
      react('Refunds fail twice', ['After a retry'], 'role="dialog"'),
      'https://github.com/orgs/acme/projects/3/views/1',
    ],
    ['Rails', rails('issue'), issueForm],
    ['a comparison', rails('pull_request'), 'https://github.com/acme/api/compare/main...ada:retry?expand=1'],
    ['a new pull request', rails('pull_request'), 'https://github.com/acme/api/pull/new/retry'],
  ])('%s', (_variant, html, address) => {
    expect(github.mayDraft(new URL(address))).toBe(true);
    expect(draftsOn(github, html, address)).toEqual([read]);
  });

  test('a template of several editors is read as one text, and nothing else of the form', () => {
    expect(draftsOn(github, react('Refunds fail', ['What happened', 'What I did']), issueForm)).toEqual([
      { title: 'Refunds fail', body: 'What happened What I did' },
    ]);
  });

  test.each([
    'https://github.com/acme/api/issues/45',
    'https://github.com/acme/api/pull/45',
    'https://github.com/acme/api/issues',
    'https://github.com/acme/api/issues/new/choose',
    'https://github.com/settings/profile',
  ])('no form is at %s, and no field there is read', (address) => {
    expect(github.mayDraft(new URL(address))).toBe(false);
    expect(draftsOn(github, rails('issue') + react('x', []), address)).toEqual([undefined, undefined]);
  });

  test('[P3] says whether strangers can read the page', () => {
    const isPublic = (head: string) => github.isPublic?.(pageOf(`<head>${head}</head>`, { address: issueForm }));
    expect(isPublic('<meta name="octolytics-dimension-repository_public" content="true">')).toBe(true);
    expect(isPublic('<meta name="user-login" content="">')).toBe(true);
    expect(
      isPublic(
        '<meta name="octolytics-dimension-repository_public" content="false"><meta name="user-login" content="ada">',
      ),
    ).toBe(false);
  });

  test.runIf(hasSavedPages)('the saved page of 2025', () => {
    const html = savedPage('github/issue-new-react-2025-09.html');
    const [draft, ...others] = draftsOn(github, html, 'https://github.com/diffplug/gitcasso/issues/new');
    expect(draft?.title).toBe('New issue title');
    expect(draft?.body ?? '').not.toContain('redacted');
    expect(others).toEqual([]);
  });
});

const cloud = (form: string, editor: string) =>
  `<section role="dialog"><div ${form}><div data-testid="issue-create.ui.modal.create-form.layout-renderer.field-renderer.field.summary">
   <input name="summary" id="summary-field" value="Refunds fail twice"></div>
   <div class="ProseMirror" contenteditable="true"><p>of the environment</p></div>${editor}</div></section>`;
const wrapper = 'data-testid="issue-create.common.ui.fields.description-field.wrapper"';
const editor =
  '<div class="ProseMirror" id="ak-editor-textarea" contenteditable="true"><p>After a retry<span class="placeholder-decoration">Type here</span></p></div>';
const board = 'https://acme.atlassian.net/jira/software/c/projects/PAY/boards/2';

describe('Jira', () => {
  test.each([
    [
      'Cloud, by the form’s id',
      cloud('id="issue-create.ui.modal.create-form"', `<div ${wrapper}>${editor}</div>`),
      board,
    ],
    [
      'Cloud, by its hooks',
      cloud('data-testid="issue-create.ui.modal.modal-wrapper.modal"', `<div ${wrapper}>${editor}</div>`),
      board,
    ],
    [
      'Cloud, by the older field’s hook',
      cloud(
        'id="issue-create.ui.modal.create-form"',
        `<div data-testid="issue-create.ui.modal.create-form.layout-renderer.field-renderer.field.description">${editor}</div>`,
      ),
      board,
    ],
    ['Cloud, by the editor’s id', cloud('id="issue-create.ui.modal.create-form"', editor), board],
    [
      'a server’s dialog',
      '<div id="create-issue-dialog"><form><input id="summary" name="summary" value="Refunds fail twice"><textarea id="description">After a retry</textarea><textarea id="environment">secret</textarea></form></div>',
      'https://jira.acme.example/browse/PAY-1',
    ],
    [
      'a server’s page',
      '<form id="issue-create"><input id="summary" value="Refunds fail twice"><textarea id="description">After a retry</textarea></form>',
      'https://jira.acme.example/secure/CreateIssue.jspa',
    ],
  ])('%s', (_variant, html, address) => {
    expect(jira.mayDraft(new URL(address))).toBe(true);
    expect(draftsOn(jira, html, address)).toEqual([read]);
  });

  test('a summary that is edited elsewhere is no draft', () => {
    expect(draftsOn(jira, '<form id="issue-edit"><input id="summary" value="Old"></form>', board)).toEqual([undefined]);
    expect(draftsOn(jira, '<form><input name="summary" value="Old"></form>', board)).toEqual([undefined]);
  });
});

const pane = (title: string) =>
  `<div class="TaskPane" data-task-id="7"><div class="TaskPane-titleRow"><div role="heading"><textarea>${title}</textarea></div></div>
   <div id="TaskDescriptionView"><div class="ProseMirror" contenteditable="true"><p>After a retry</p></div></div>
   <div class="TaskComposer"><div class="ProseMirror" contenteditable="true"><p>a comment</p></div></div></div>`;

describe('Asana', () => {
  const address = 'https://app.asana.com/0/5/7';

  test.each([
    ['the pane', pane('Refunds fail twice')],
    [
      'the dialog in the corner',
      '<div role="dialog"><textarea aria-label="Task Name">Refunds fail twice</textarea><div class="ProseMirror" contenteditable="true"><p>After a retry</p></div></div>',
    ],
  ])('%s', (_variant, html) => {
    expect(asana.mayDraft(new URL(address))).toBe(true);
    expect(draftsOn(asana, html, address)).toEqual([read]);
  });

  test.each([
    ['', true],
    ['  ', true],
    ['Refunds fail twice', false],
  ])('a task named "%s" is new: %s', (name, expected) => {
    const page = pageOf(pane(name), { address });
    const [title] = page.dom.all(asana.titles);
    expect(title && asana.isNew?.(page, title)).toBe(expected);
  });
});

describe('[P2] what is read is cut', () => {
  const long = 'word '.repeat(5_000);

  test.each([
    ['a text area', github, react(long, [long]), issueForm],
    [
      'an editor',
      jira,
      cloud(
        'id="issue-create.ui.modal.create-form"',
        `<div ${wrapper}><div contenteditable="true">${`<p>${long}</p>`.repeat(20)}</div></div>`,
      ).replace('Refunds fail twice', long),
      board,
    ],
  ])('of %s', (_what, reader, html, address) => {
    const [draft] = draftsOn(reader, html, address);
    expect(draft?.title.length).toBeGreaterThan(400);
    expect(draft?.title.length).toBeLessThanOrEqual(bounds.title);
    expect(draft?.body?.split(' ')).toHaveLength(bounds.tokens);
    expect(draft?.body?.length).toBeLessThanOrEqual(bounds.description);
  });

  test('one endless word too', () => {
    const [draft] = draftsOn(github, react('x'.repeat(9_000), ['y'.repeat(9_000)]), issueForm);
    expect(draft).toEqual({ title: 'x'.repeat(bounds.title), body: 'y'.repeat(bounds.description) });
  });
});

test('[T14] a form whose fields are named like methods is read all the same', () => {
  const hostile = rails('issue').replace(
    '</form>',
    '<input name="closest"><input name="querySelectorAll"><input name="matches"></form>',
  );
  expect(draftsOn(github, hostile, issueForm)).toEqual([read]);
});
