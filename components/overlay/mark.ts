import type { MarkLevel, MarkView } from '../../lib/core/page-view.ts';
import type { Drawing } from './drawing.ts';
import { element, type Sign, sign } from './element.ts';

const looks: Readonly<Record<MarkLevel, readonly [Sign, string]>> = {
  'awaited-unowned': ['unowned', 'risk'],
  blocked: ['blocked', 'blocked'],
  blocking: ['waiting', 'accent'],
  finding: ['warning', 'risk'],
};

/** One sign at a listed item, with a number where it is more than one. */
export const drawMark = ({ document, words }: Drawing, view: MarkView): HTMLElement => {
  const [name, colour] = looks[view.level];
  const count = view.level === 'blocked' ? view.blockers : view.waiting;
  const mark = element(
    document,
    'span',
    { class: `mark ${colour}`, role: 'img', 'aria-label': markLabel(words, view) },
    sign(document, name),
  );
  if (count > 1) mark.append(element(document, 'b', {}, words.number(count)));
  return mark;
};

const markLabel = (words: Drawing['words'], { level, blockers, waiting, title }: MarkView): string =>
  [
    title && words.text(title),
    blockers > 0 && words.count('overlayMarkBlocked', blockers),
    waiting > 0 && words.count('overlayMarkWaiting', waiting),
    level === 'awaited-unowned' && words.text('overlayNobody'),
  ]
    .filter(Boolean)
    .join('. ');

/** Beside the title of an item that has nothing to say: the way to the panel, and no more. */
export const drawQuietMark = ({ document, words }: Drawing, onOpen: (event: Event) => void): HTMLElement => {
  const label = words.text('overlayQuiet');
  const mark = element(
    document,
    'button',
    { class: 'mark muted', type: 'button', 'aria-label': label, title: label },
    sign(document, 'crosstie'),
  );
  mark.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    onOpen(event);
  });
  return mark;
};
