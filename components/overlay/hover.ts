import type { ItemKey } from '../../lib/core/key.ts';
import type { CardView } from '../../lib/core/page-view.ts';
import type { Host } from './host.ts';

export interface HoverOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** The item that a card may open for at this place of the page, and the element it stands beside. */
  readonly itemAt: (target: Element) => { readonly key: ItemKey; readonly beside: Element } | undefined;
  /** Undefined: nothing to show. */
  readonly ask: (key: ItemKey) => Promise<CardView | undefined>;
  readonly draw: (view: CardView) => HTMLElement;
  readonly rect: (of: Element) => DOMRect;
  /** Stays in the page; the card is its only child. */
  readonly host: Host;
}

export interface Hover {
  readonly close: () => void;
}

/** Milliseconds: before a card opens, and before it closes when the pointer leaves both link and card. */
const opensAfter = 300;
const closesAfter = 200;
/** Pixels. */
const gap = 6;
const edge = 8;

/** One card at a time, on the link that the pointer rests on or that the keyboard reached. */
export const startHover = ({ document, signal, itemAt, ask, draw, rect, host }: HoverOptions): Hover => {
  let wanted: Element | undefined;
  let card: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(timer);
    wanted = undefined;
    card?.remove();
    card = undefined;
  };
  const open = async (key: ItemKey, beside: Element): Promise<void> => {
    const view = await ask(key);
    if (wanted !== beside || signal.aborted) return;
    if (view === undefined) return close();
    card?.remove();
    card = draw(view);
    card.setAttribute('popover', 'manual');
    host.inside.append(card);
    card.showPopover();
    place(card, rect(beside), document);
  };
  const rest = (target: EventTarget | null): void => {
    const item = isElement(target) ? itemAt(target) : undefined;
    if (target === host.element || (item !== undefined && item.beside === wanted)) {
      // On the card, or back on its link: it stays.
      if (card !== undefined) clearTimeout(timer);
      return;
    }
    clearTimeout(timer);
    if (item !== undefined) {
      timer = setTimeout(() => {
        close();
        wanted = item.beside;
        void open(item.key, item.beside);
      }, opensAfter);
    } else if (wanted !== undefined) timer = setTimeout(close, card === undefined ? 0 : closesAfter);
  };

  const on = <Name extends keyof DocumentEventMap>(name: Name, run: (event: DocumentEventMap[Name]) => void): void =>
    document.addEventListener(name, run, { signal, capture: true, passive: true });
  on('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'touch') rest(target);
  });
  on('pointerout', ({ relatedTarget }) => {
    // Out of the window.
    if (relatedTarget === null) rest(null);
  });
  on('focusin', ({ target }) => {
    if (isElement(target) && Element.prototype.matches.call(target, ':focus-visible')) rest(target);
  });
  on('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  on('pointerdown', ({ target }) => {
    if (target !== host.element) close();
  });
  on('scroll', () => {
    if (wanted !== undefined) close();
  });
  signal.addEventListener('abort', close);
  return { close };
};

const isElement = (target: EventTarget | null): target is Element => target !== null && 'localName' in target;

/** Under the link, above it where there is no room, always within the window. */
const place = (card: HTMLElement, link: DOMRect, { documentElement }: Document): void => {
  const { clientWidth, clientHeight } = documentElement;
  const { width, height } = card.getBoundingClientRect();
  const left = Math.max(edge, Math.min(link.left, clientWidth - width - edge));
  const below = link.bottom + gap;
  const top = below + height + edge <= clientHeight ? below : Math.max(edge, link.top - gap - height);
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
};
