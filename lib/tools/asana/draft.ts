import { type DraftReader, type DraftVariant, readForm, titlesOf } from '../draft-reader.ts';

const variants: readonly DraftVariant[] = [
  {
    // "Create task": a dialog in a corner. No saved page shows it; the name's label is the one of the pane (2023 to 2026).
    title: 'textarea[aria-label="Task Name"], textarea[aria-label="Task name"]',
    form: '[role="dialog"]',
    bodies: ['[contenteditable="true"].ProseMirror'],
  },
  {
    // The pane, where a new task is written into as it stands: fields as in task-pane.ts and pane-text.ts.
    title: '.TaskPane [role="heading"] textarea, .TaskPane-titleRow textarea, .TaskPaneTitle textarea',
    form: '.TaskPane',
    bodies: ['#TaskDescriptionView .ProseMirror, .TaskDescription .ProseMirror'],
  },
];

export const asanaDrafts: DraftReader = {
  id: 'asana',
  mayDraft: () => true,
  titles: titlesOf(variants),
  read: (page, title) => readForm(page, title, variants),
  // The pane of a task that has a name is not where one is made.
  isNew: ({ dom }, title) => dom.value(title).trim() === '',
};
