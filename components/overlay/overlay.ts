import type { ItemKey } from '../../lib/core/key.ts';
import type { CardView, MarkView, StripView } from '../../lib/core/page-view.ts';
import type { Account } from '../../lib/core/person.ts';
import { drawCard } from './card.ts';
import type { Drawing } from './drawing.ts';
import { createHosts, type Host } from './host.ts';
import { type Hover, startHover } from './hover.ts';
import { drawMark, drawQuietMark } from './mark.ts';
import { createPlacing, narrowHeight, type StripPlace, stripHeight } from './placing.ts';
import { drawStrip } from './strip.ts';
import type { Theme } from './theme.ts';
import { isPersonsClick, type Sight, watchSight } from './trusted.ts';

export interface OverlayOptions extends Omit<Drawing, 'document'> {
  readonly window: Window & typeof globalThis;
  /** The name of the empty element by which a second copy sees that it is not alone. */
  readonly tag: string;
  readonly signal: AbortSignal;
  readonly opensPanel: boolean;
  readonly openPanel: (key: ItemKey) => void;
  /** "I'll take it", after a click that was believed. False: it could not be saved. */
  readonly take: (key: ItemKey, account: Account) => Promise<boolean>;
  /** The item that the address of a link names. Undefined: none, or the page shows a card of its own there. */
  readonly itemOfLink: (link: Element) => ItemKey | undefined;
  readonly card: (key: ItemKey) => Promise<CardView | undefined>;
}

/** Everything that is drawn on a page: each call may be repeated, what stands already stays. */
export interface Overlay {
  readonly showItem: (strip: StripView | undefined, title: Element | undefined) => void;
  readonly drawMark: (view: MarkView, anchor: Element) => void;
  readonly eraseMark: (key: ItemKey) => void;
  readonly setHidden: (hidden: boolean) => void;
  readonly setTheme: (theme: Theme | undefined) => void;
  readonly isOurs: (node: Node) => boolean;
}

interface Standing {
  readonly host: Host;
  readonly anchor: Element;
  readonly words: string;
}

interface StandingStrip extends Standing {
  readonly empty: boolean;
  /** Where a line stands; a mark stands in the title itself. */
  readonly parent?: Element;
  readonly sight?: Sight;
}

/** The name of the strip among what was put back; no key is spelled like it. */
const itself = 'strip';

/** How often an element is put back that the page dropped; then the page has its way (T6). */
const tries = 5;

const cardLayout = 'position:fixed!important;inset:auto!important;width:0!important;height:0!important';
/** Pixels between text and sign. */
const signGap = 4;
const markLayout = (width: number): string =>
  `display:inline-block!important;position:relative!important;width:${width}px!important;height:0!important;flex:none!important;align-self:center!important;vertical-align:baseline!important`;

export const createOverlay = (options: OverlayOptions): Overlay => {
  const { window, tag, signal, openPanel, take, itemOfLink, card } = options;
  const { document } = window;
  const drawing: Drawing = { ...options, document };
  const hosts = createHosts(document);
  const placing = createPlacing(window);
  const marks = new Map<ItemKey, Standing>();
  const markedBy = new WeakMap<Node, ItemKey>();
  const putBack = new Map<string, number>();
  let hidden = false;
  let item: { readonly key: ItemKey; readonly place?: Pick<StripPlace, 'free' | 'narrow'> } | undefined;
  let strip: StandingStrip | undefined;

  /** Whether to put back what the page dropped: a few times, not for ever. */
  const mayPutBack = (name: string): boolean => {
    const count = (putBack.get(name) ?? 0) + 1;
    putBack.set(name, count);
    return count <= tries;
  };

  const removeStrip = (): void => {
    strip?.sight?.stop();
    strip?.host.remove();
    strip = undefined;
  };

  const showItem = (view: StripView | undefined, title: Element | undefined): void => {
    if (view?.key !== item?.key) {
      removeStrip();
      item = view && { key: view.key };
      putBack.delete(itself);
    }
    if (view === undefined || title === undefined || hidden) {
      removeStrip();
      return;
    }
    const words = JSON.stringify(view.parts);
    if (strip !== undefined && !strip.host.element.isConnected) {
      removeStrip();
      if (!mayPutBack(itself)) return;
    }
    if ((putBack.get(itself) ?? 0) > tries) return;
    if (strip === undefined || !standsAt(strip, title) || strip.empty !== (view.parts.length === 0)) {
      removeStrip();
      strip = view.parts.length === 0 ? putQuietMark(view, title) : putStrip(view, title, words);
    } else if (strip.words !== words) {
      // The same host keeps its place: only what stands in it is new.
      strip.sight?.stop();
      strip = { ...strip, words, ...fillStrip(strip.host, view) };
    }
  };

  /** A page may make its title anew and leave the line below it alone. */
  const standsAt = ({ anchor, parent }: StandingStrip, title: Element): boolean =>
    anchor === title || (parent !== undefined && placing.underTitle(title)?.parent === parent);

  const putStrip = (view: StripView, title: Element, words: string): StandingStrip => {
    const place = placing.underTitle(title);
    if (place === undefined) return putQuietMark(view, title);
    // How much room it takes is decided once for each item; put back after a re-render, it stands as it stood.
    const { free, narrow } = item?.place ?? place;
    item = { key: view.key, place: { free, narrow } };
    const height = narrow ? narrowHeight : stripHeight;
    const host = hosts.create(
      `display:block!important;position:relative!important;align-self:stretch!important;flex:none!important;height:${free ? 0 : height}px!important;margin:${free ? 0 : '4px 0 8px'}!important;z-index:1!important`,
    );
    if (narrow) host.inside.classList.add('two');
    if (free) host.inside.style.paddingTop = '4px';
    placing.insert(place.parent, host.element, place.before);
    return { host, anchor: title, words, empty: false, parent: place.parent, ...fillStrip(host, view) };
  };

  const fillStrip = (host: Host, view: StripView): { readonly sight?: Sight } => {
    let sight: Sight | undefined;
    const drawn = drawStrip(drawing, view, {
      opensPanel: options.opensPanel,
      onOpen: (event) => open(event, view.key),
      onTake: (account, event) => {
        if (isPersonsClick(window, event, host.element, sight)) return take(view.key, account);
        // Not certain that a person saw it: the panel, which no page can touch, offers the same.
        open(event, view.key);
        return undefined;
      },
    });
    host.inside.replaceChildren(drawn);
    const button = drawn.querySelector('.take');
    if (button === null) return {};
    sight = watchSight(window, button);
    return { sight };
  };

  const open = (event: Event, key: ItemKey): void => {
    if (event.isTrusted) openPanel(key);
  };

  const putQuietMark = (view: StripView, title: Element): StandingStrip => {
    const host = putBeside(
      title,
      drawQuietMark(drawing, (event) => open(event, view.key)),
    );
    return { host, anchor: title, words: '[]', empty: true };
  };

  /** As the anchor's last child, in a host without size: the sign stands where there is room, or takes its own width. */
  const putBeside = (anchor: Element, drawn: HTMLElement): Host => {
    const put = (width: number): Host => {
      const host = hosts.create(markLayout(width));
      placing.insert(anchor, host.element, null);
      host.inside.append(drawn);
      return host;
    };
    let host = put(0);
    const { width } = placing.rect(drawn);
    const spot = placing.besideText(anchor, host.element, width + signGap * 2);
    if (spot === 'take') {
      host.remove();
      host = put(width + signGap * 2);
    }
    drawn.style.top = placing.isFlex(anchor) ? '-8px' : '-13px';
    drawn.style.left = `${spot === 'before' ? placing.rect(anchor).left - placing.rect(host.element).left - width - signGap : signGap}px`;
    return host;
  };

  const eraseMark = (key: ItemKey): void => {
    marks.get(key)?.host.remove();
    marks.delete(key);
  };

  const showMark = (view: MarkView, anchor: Element): void => {
    const words = JSON.stringify(view);
    const standing = marks.get(view.key);
    if (standing !== undefined && !standing.host.element.isConnected && standing.anchor === anchor) {
      if ((putBack.get(view.key) ?? 0) > tries || !mayPutBack(view.key)) return;
    } else if (standing?.anchor === anchor && standing.words === words) return;
    eraseMark(view.key);
    if (hidden) return;
    const host = putBeside(anchor, drawMark(drawing, view));
    markedBy.set(host.element, view.key);
    marks.set(view.key, { host, anchor, words });
  };

  const notAlone = document.createElement(tag);
  placing.insert(document.documentElement, notAlone, null);
  const cards = hosts.create(cardLayout);
  placing.insert(document.documentElement, cards.element, null);
  const hover: Hover = startHover({
    document,
    signal,
    host: cards,
    rect: placing.rect,
    draw: (view) => drawCard(drawing, view),
    ask: card,
    itemAt: (target) => {
      if (hidden) return undefined;
      const marked = markedBy.get(target);
      if (marked !== undefined) return { key: marked, beside: target };
      const link = window.Element.prototype.closest.call(target, 'a[href]');
      const key = link === null ? undefined : itemOfLink(link);
      return link === null || key === undefined ? undefined : { key, beside: link };
    },
  });

  signal.addEventListener('abort', () => {
    removeStrip();
    for (const key of [...marks.keys()]) eraseMark(key);
    cards.remove();
    notAlone.remove();
  });

  return {
    showItem,
    drawMark: showMark,
    eraseMark,
    isOurs: hosts.isOurs,
    setHidden: (isHidden) => {
      if (hidden === isHidden) return;
      hidden = isHidden;
      hover.close();
      removeStrip();
      for (const key of [...marks.keys()]) eraseMark(key);
    },
    setTheme: (theme) =>
      hosts.setTheme(theme ?? (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')),
  };
};
