import type { CardView } from '../../lib/core/page-view.ts';
import { plain } from '../plain.ts';
import { type Drawing, itemOf, joined, ownerInBrief, ownerOf, quoted, stateOf } from './drawing.ts';
import { element, type Sign, sign } from './element.ts';

/** What a card on a link says: the item, its state, its owner, what it waits on, and how old this is. */
export const drawCard = (drawing: Drawing, view: CardView): HTMLElement => {
  const { document, words } = drawing;
  const { item } = view;
  const name = item.short ?? item.tool;
  const card = element(document, 'div', {
    class: 'card',
    role: 'group',
    'aria-label': words.text('overlayCardTitle', { item: name, tool: item.tool }),
  });
  card.append(
    element(
      document,
      'div',
      { class: 'head' },
      element(document, 'span', {}, quoted(drawing, name, 80), item.short === undefined ? '' : ` · ${item.tool}`),
      element(
        document,
        'span',
        { class: 'state' },
        item.word === undefined ? stateOf(drawing, item) : plain(item.word, 40),
      ),
    ),
  );
  if (item.title !== undefined)
    card.append(element(document, 'div', { class: 'title', dir: 'auto' }, plain(item.title)));
  if (item.lastSeen === undefined) {
    card.append(element(document, 'div', { class: 'foot' }, words.text('overlayCardUnread')));
    return card;
  }
  const nobody = item.owner.by === 'nobody' || item.owner.by === 'unknown';
  card.append(
    line(drawing, 'unowned', nobody ? 'risk' : 'muted', element(document, 'span', {}, ...ownerOf(drawing, item.owner))),
  );
  if (view.blockers.length > 0) card.append(blockersOf(drawing, view));
  if (view.waiting > 0)
    card.append(
      line(drawing, 'waiting', 'accent', document.createTextNode(words.count('overlayWaiting', view.waiting))),
    );
  card.append(readAgo(drawing, item.lastSeen));
  return card;
};

const blockersOf = (drawing: Drawing, { blockers, moreBlockers }: CardView): HTMLElement => {
  const { document, words } = drawing;
  const list = element(document, 'ul', { 'aria-label': words.text('overlayCardBlocked') });
  for (const blocker of blockers) {
    const details = [document.createTextNode(stateOf(drawing, blocker)), ...ownerInBrief(drawing, blocker.owner)];
    list.append(element(document, 'li', {}, itemOf(drawing, blocker), ' (', joined(drawing, details), ')'));
  }
  if (moreBlockers > 0) list.append(element(document, 'li', {}, words.count('overlayMore', moreBlockers)));
  return line(drawing, 'blocked', 'blocked', list);
};

const line = ({ document }: Drawing, name: Sign, colour: string, body: Node): HTMLElement =>
  element(document, 'div', { class: 'line' }, sign(document, name, colour), body);

const hour = 3_600_000;

const readAgo = ({ document, words, now }: Drawing, at: number): HTMLElement => {
  const hours = Math.floor((now() - at) / hour);
  const relative = new Intl.RelativeTimeFormat(words.locale, { numeric: 'auto' });
  const ago =
    hours < 1
      ? relative.format(-Math.floor((now() - at) / 60_000), 'minute')
      : hours < 24
        ? relative.format(-hours, 'hour')
        : relative.format(-Math.floor(hours / 24), 'day');
  const full = new Intl.DateTimeFormat(words.locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
  return element(document, 'div', { class: 'foot', title: full }, words.text('overlayCardRead', { when: ago }));
};
