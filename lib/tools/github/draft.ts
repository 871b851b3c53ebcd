import { type DraftReader, type DraftVariant, readForm, titlesOf } from '../draft-reader.ts';

const variants: readonly DraftVariant[] = [
  {
    // React, on the page and in the dialog of boards (saved page issue-new-react-2025-09). A template with fields of its
    // own has several editors.
    title: 'input[aria-label="Add a title"]',
    form: '[data-testid="issue-create-pane-container"], [role="dialog"]',
    bodies: ['textarea[aria-label="Markdown value"]'],
  },
  {
    // A pull request's form on a comparison: Rails, as other extensions read it in 2026 (refined-github).
    title: 'input[name="pull_request[title]"]',
    form: 'form',
    bodies: ['textarea[name="pull_request[body]"]'],
  },
  {
    // An issue's form until 2024: Rails.
    title: 'input[name="issue[title]"]',
    form: 'form',
    bodies: ['textarea[name="issue[body]"]'],
  },
];

/** `/o/r/issues/new`, `/o/r/compare`, `/o/r/pull/new`, and boards. Titles of what exists are edited elsewhere. */
const forms =
  /^\/[^/]+\/[^/]+\/(?:issues\/new|compare(?:\/|$)|pull\/new\/|projects\/\d)|^\/(?:orgs|users)\/[^/]+\/projects\/\d/u;

const mayDraft = ({ pathname }: URL): boolean => forms.test(pathname) && !pathname.endsWith('/issues/new/choose');

export const githubDrafts: DraftReader = {
  id: 'github',
  mayDraft,
  titles: titlesOf(variants),
  read: (page, title) => (mayDraft(page.address) ? readForm(page, title, variants) : undefined),
  // As `isPublic` of the reader, which would bring everything else with it.
  isPublic: ({ dom }) =>
    dom.first(
      'meta[name="octolytics-dimension-repository_public"][content="true"], meta[name="user-login"][content=""]',
    ) !== undefined,
};
