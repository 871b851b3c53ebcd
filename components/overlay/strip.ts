import type { StripPart, StripView } from '../../lib/core/page-view.ts';
import type { Account } from '../../lib/core/person.ts';
import { type Drawing, itemOf, joined, ownerInBrief, ownerOf, quoted, stateOf } from './drawing.ts';
import { element, type Sign, sign } from './element.ts';

export interface StripActions {
  /** Opens the panel at this item; must run within the click. */
  readonly onOpen: (event: Event) => void;
  /** "I'll take it". False: it could not be saved. Undefined: the click was not believed, nothing was done. */
  readonly onTake: (account: Account, event: Event) => Promise<boolean> | undefined;
  /** False where a click in a page cannot open the panel (Firefox): the strip says which key does. */
  readonly opensPanel: boolean;
}

/** The line under an item's title: who answers for it, what it waits on, what waits on it. */
export const drawStrip = (drawing: Drawing, { parts }: StripView, actions: StripActions): HTMLElement => {
  const { document, words } = drawing;
  const hint = words.text(actions.opensPanel ? 'overlayOpen' : 'overlayOpenByKey');
  const open = element(
    document,
    'button',
    { class: 'open', type: 'button', 'aria-label': hint, title: hint },
    sign(document, 'crosstie'),
  );
  const strip = element(
    document,
    'div',
    { class: 'strip', role: 'region', 'aria-label': words.text('overlayName') },
    open,
  );
  const shown = parts.map((part) => drawPart(drawing, part, actions));
  strip.append(element(document, 'div', { class: 'parts' }, ...shown));
  // One listener: the button's clicks arrive here too, those of links and of "I'll take it" go their own way.
  strip.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('a,.take') === null) actions.onOpen(event);
  });
  return strip;
};

const drawPart = (drawing: Drawing, part: StripPart, actions: StripActions): HTMLElement => {
  const { words } = drawing;
  switch (part.type) {
    case 'drift':
      return line(drawing, 'warning', 'risk', [words.text('overlayDrift')], part.missing.join(', '));
    case 'owner': {
      const { owner, claimAs } = part;
      const nobody = owner.by === 'nobody' || owner.by === 'unknown';
      const drawn = line(drawing, 'unowned', nobody ? 'risk' : 'muted', ownerOf(drawing, owner));
      drawn.classList.add('owner');
      if (claimAs !== undefined) drawn.append(takeButton(drawing, claimAs, actions));
      return drawn;
    }
    case 'blocked':
      return blockedLine(drawing, part);
    case 'not-done':
      return line(drawing, 'warning', 'risk', words.pieces('overlayNotDone', { item: itemOf(drawing, part.item) }));
    case 'free':
      return line(drawing, 'fine', 'fine', words.pieces('overlayFree', { item: itemOf(drawing, part.item) }));
    case 'finding':
      return line(drawing, 'warning', 'risk', [words.text(part.title), more(drawing, part)]);
    case 'likes':
      return likesLine(drawing, part);
    case 'waiting': {
      const { count, early } = part;
      const sooner = early > 0 ? `, ${words.count('overlayEarly', early)}` : '';
      return line(drawing, 'waiting', sooner ? 'risk' : 'muted', [words.count('overlayWaiting', count), sooner]);
    }
  }
};

const blockedLine = (drawing: Drawing, part: Extract<StripPart, { readonly type: 'blocked' }>): HTMLElement => {
  const { words, now } = drawing;
  const { by, status, hard, since } = part;
  const age = ageOf(words.locale, now() - since);
  const details = joined(drawing, [stateOf(drawing, by), ...ownerInBrief(drawing, by.owner), age]);
  const args = { item: itemOf(drawing, by), details };
  const id = status === 'unknown' ? 'overlayMaybeBlocked' : hard ? 'overlayBlocked' : 'overlayBetterAfter';
  const says = words.pieces<typeof id, HTMLElement>(id, args);
  const meaning = !hard || status === 'unknown' ? 'muted' : 'blocked';
  return line(drawing, 'blocked', meaning, [...says, more(drawing, part)]);
};

/** What it may be the same work as, and what speaks for the first of them. */
const likesLine = (drawing: Drawing, { items, why }: Extract<StripPart, { readonly type: 'likes' }>): HTMLElement => {
  const { words } = drawing;
  const named = joined(
    drawing,
    items.map((item) => itemOf(drawing, item)),
  );
  const says = words.pieces<'overlayTwin', HTMLElement>('overlayTwin', { items: named });
  const both = why && { words: quoted(drawing, why.words.join(', '), 120) };
  const because = both ? [': ', ...words.pieces<typeof why.id, HTMLElement>(why.id, both)] : [];
  return line(drawing, 'warning', 'muted', [...says, ...because]);
};

/** " and 2 more". */
const more = ({ words }: Drawing, { more: count }: { readonly more: number }): string =>
  count > 0 ? ` ${words.count('overlayMore', count)}` : '';

const takeButton = ({ document, words }: Drawing, account: Account, { onTake }: StripActions): HTMLElement => {
  const take = element(document, 'button', { class: 'take', type: 'button' }, words.text('overlayTake'));
  take.addEventListener('click', async (event) => {
    const saving = onTake(account, event);
    if (saving === undefined) return;
    take.disabled = true;
    take.textContent = words.text('overlayTaking');
    // Saved, the strip is drawn anew with its owner; until then, and where it was not, the button stays.
    if (await saving) return;
    take.disabled = false;
    take.textContent = words.text('overlayTakeFailed');
  });
  return take;
};

/** The colour is on the sign; the words stay in the colour of text, and in full in the tip where they are cut. */
const line = (
  { document }: Drawing,
  name: Sign,
  colour: string,
  says: readonly (string | Node)[],
  tip?: string,
): HTMLElement => {
  const text = element(document, 'span', {}, ...says);
  text.title = tip ?? text.textContent;
  return element(document, 'span', { class: 'part' }, sign(document, name, colour), text);
};

const hour = 3_600_000;

/** "9 days", "3 hours": how long somebody waits already. */
const ageOf = (locale: string, elapsed: number): string => {
  const days = Math.floor(elapsed / hour / 24);
  const [value, unit] = days > 0 ? [days, 'day'] : [Math.max(1, Math.floor(elapsed / hour)), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
};
