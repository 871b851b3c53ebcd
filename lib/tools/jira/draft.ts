import { type DraftReader, type DraftVariant, readForm, titlesOf } from '../draft-reader.ts';
import { hook, hookPart } from './hooks.ts';

const variants: readonly DraftVariant[] = [
  {
    // The Cloud's dialog, which opens on every page: its form's id and hooks as user scripts read them in 2025 and 2026.
    title: 'input[name="summary"], input#summary-field',
    form: `[id="issue-create.ui.modal.create-form"], ${hook('issue-create.ui.modal.create-form', 'issue-create.ui.modal.modal-wrapper.modal')}`,
    bodies: [
      `:is(${hook('issue-create.common.ui.fields.description-field.wrapper')}, ${hookPart('field-renderer.field.description')}) [contenteditable="true"]`,
      '#ak-editor-textarea[contenteditable="true"]',
      'textarea[name="description"]',
    ],
  },
  {
    // Servers, dialog and page: the same ids from 4 to 10. In its visual mode the text area is behind; then the title
    // has to do.
    title: 'input#summary',
    form: '#create-issue-dialog, #create-subtask-dialog, form#issue-create',
    bodies: ['textarea#description'],
  },
];

export const jiraDrafts: DraftReader = {
  id: 'jira',
  mayDraft: () => true,
  titles: titlesOf(variants),
  read: (page, title) => readForm(page, title, variants),
};
