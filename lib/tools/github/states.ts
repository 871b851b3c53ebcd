import { bounds, type Kind, type State } from '../../core/item.ts';
import type { Dom } from '../dom.ts';

export interface ShownState {
  readonly state: State;
  /** As the page writes it; absent where it shows only a picture. */
  readonly word?: string;
}

/**
 * What a state label says of an item of this kind: first by what does not depend on the page's language
 * (`data-status`, the icon, the class), then by its English words. Undefined: the label cannot be read.
 */
export const stateOf = (dom: Dom, label: Element, kind: Kind): ShownState | undefined => {
  const word = wordOf(dom, label);
  const state =
    fromStatus(dom.attribute(label, 'data-status')) ??
    fromIcons(dom, label) ??
    fromClass(dom.attribute(label, 'class'), kind, word) ??
    stateFromWords(word, kind);
  return state === undefined ? undefined : { state, ...(word !== '' && { word }) };
};

/** The words of a label: `Status: Open.` for readers of screens, `Open issue` on older icons, `Open` elsewhere. */
const wordOf = (dom: Dom, label: Element): string => {
  const shown =
    dom.text(label, bounds.word) || (dom.attribute(label, 'aria-label') ?? dom.attribute(label, 'title') ?? '');
  return shown
    .slice(0, bounds.word)
    .replace(/^status: ?|\.$/giu, '')
    .replace(/ (?:issue|pull request)$/iu, '')
    .trim();
};

/** `data-status` of the React label (issueOpened, issueClosedNotPlanned, pullMerged, draft, …). */
const fromStatus = (status: string | undefined): State | undefined => {
  switch (status) {
    case 'issueOpened':
    case 'issueReopened':
    case 'issueDraft':
    case 'open':
      return 'open';
    case 'pullOpened':
    case 'pullQueued':
    case 'draft':
      return 'in-progress';
    case 'issueClosed':
    case 'pullMerged':
      return 'done';
    case 'issueClosedNotPlanned':
    case 'issueClosedDuplicate':
    case 'pullClosed':
      return 'dropped';
    default:
      return undefined;
  }
};

/** The icons, newest names first. A closed pull request wore the open one's icon, in red, until 2021. */
const fromIcons = (dom: Dom, label: Element): State | undefined => {
  for (const icon of dom.matches(label, 'svg') ? [label] : dom.all('svg', label)) {
    const classes = new Set((dom.attribute(icon, 'class') ?? '').split(/\s+/u));
    for (const [name, state] of icons) if (classes.has(`octicon-${name}`)) return state;
    if (classes.has('octicon-git-pull-request'))
      return closed.some((name) => classes.has(name)) ? 'dropped' : 'in-progress';
  }
  return undefined;
};

const icons: readonly (readonly [string, State])[] = [
  ['issue-opened', 'open'],
  ['issue-reopened', 'open'],
  ['issue-draft', 'open'],
  ['issue-closed', 'done'],
  ['skip', 'dropped'],
  ['git-merge', 'done'],
  ['git-merge-queue', 'in-progress'],
  ['git-pull-request-draft', 'in-progress'],
  ['git-pull-request-closed', 'dropped'],
];
const closed = ['closed', 'color-fg-closed', 'color-text-danger', 'text-red'];

/** `State--merged` and so on (Rails; colours until 2020). `State--closed` does not say why an issue was closed: its words may. */
const fromClass = (classes: string | undefined, kind: Kind, word: string): State | undefined => {
  switch (/(?:^|\s)State--(\w+)/u.exec((classes ?? '').replace(/State--small/gu, ''))?.[1]) {
    case 'open':
    case 'green':
      return openState(kind);
    case 'merged':
    case 'purple':
      return 'done';
    case 'draft':
      // An issue that was closed as not planned wears the grey of a draft.
      return kind === 'pull-request' ? 'in-progress' : 'dropped';
    case 'closed':
    case 'red':
      return kind === 'pull-request' ? 'dropped' : (stateFromWords(word, kind) ?? 'done');
    default:
      return undefined;
  }
};

const openState = (kind: Kind): State => (kind === 'pull-request' ? 'in-progress' : 'open');

/** English words: the last resort. */
export const stateFromWords = (words: string, kind: Kind): State | undefined => {
  if (/\bmerged\b/iu.test(words)) return 'done';
  if (/\bnot planned\b|\bduplicate\b|\boutdated\b|\bskipped\b/iu.test(words)) return 'dropped';
  if (/\bdraft\b|\bqueued\b/iu.test(words)) return 'in-progress';
  if (/\bclosed\b/iu.test(words)) return kind === 'pull-request' ? 'dropped' : 'done';
  return /\bopen(?:ed)?\b/iu.test(words) ? openState(kind) : undefined;
};
