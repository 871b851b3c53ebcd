import type { ItemKey } from '../core/key.ts';
import type { MarkView } from '../core/page-view.ts';
import type { Spot } from './rows.ts';

export interface NearWindow {
  readonly IntersectionObserver: new (
    listener: (entries: readonly Pick<IntersectionObserverEntry, 'target' | 'isIntersecting'>[]) => void,
    options: IntersectionObserverInit,
  ) => Pick<IntersectionObserver, 'observe' | 'unobserve' | 'disconnect'>;
}

export interface NearOptions {
  readonly window: NearWindow;
  /** Draws the mark, or what it says now. */
  readonly draw: (view: MarkView, anchor: Element) => void;
  readonly erase: (key: ItemKey) => void;
  /** Whether an element is still part of the page. */
  readonly isOnPage: (element: Element) => boolean;
  readonly signal: AbortSignal;
}

export interface Near {
  readonly spot: (key: ItemKey, spot: Spot) => void;
  readonly left: (key: ItemKey, row: Element) => void;
  /** The marks of these items are known now; those without one have nothing to say. */
  readonly know: (asked: readonly ItemKey[], views: readonly MarkView[]) => void;
  /** Items that stand on the page. */
  readonly keys: () => readonly ItemKey[];
  /** Draws again what is near: the page may have dropped it, or everything was hidden for a while. */
  readonly refresh: () => void;
}

/** How far outside of what can be seen marks are drawn, so that scrolling finds them there. */
const margin = '200px';
/** Marks that are drawn at a time; a page that shows more rows than this shows no mark at the others. */
const maxDrawn = 150;

/**
 * Joins what is listed with what is known of it, and draws a mark where the two meet near the visible part of the
 * page: a list of a thousand items costs as much as what fits on the screen. One mark for each item (Q1).
 */
export const createNear = ({ window, draw, erase, isOnPage, signal }: NearOptions): Near => {
  const spots = new Map<ItemKey, Spot>();
  const views = new Map<ItemKey, MarkView>();
  const drawn = new Set<ItemKey>();
  const watched = new Map<Element, ItemKey>();

  const observer = new window.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const key = watched.get(target);
        if (key === undefined) continue;
        if (isIntersecting) show(key);
        else hide(key);
      }
    },
    // Lists that scroll in a box of their own are widened by the newer of the two.
    { rootMargin: margin, scrollMargin: margin } as IntersectionObserverInit,
  );

  const show = (key: ItemKey): void => {
    const view = views.get(key);
    const anchor = spots.get(key)?.anchor;
    if (view === undefined || anchor === undefined || (drawn.size >= maxDrawn && !drawn.has(key))) return;
    drawn.add(key);
    draw(view, anchor);
  };
  const hide = (key: ItemKey): void => {
    if (drawn.delete(key)) erase(key);
  };
  const unwatch = (key: ItemKey): void => {
    const row = spots.get(key)?.row;
    if (row !== undefined && watched.delete(row)) observer.unobserve(row);
    hide(key);
  };
  const watch = (key: ItemKey): void => {
    const row = spots.get(key)?.row;
    if (row === undefined || !views.has(key) || watched.get(row) === key) return;
    watched.set(row, key);
    observer.observe(row);
  };

  signal.addEventListener('abort', () => observer.disconnect());
  return {
    spot: (key, spot) => {
      const known = spots.get(key);
      if (known !== undefined && known.row !== spot.row) {
        if (isOnPage(known.row)) return;
        unwatch(key);
      }
      const moved = known?.anchor !== spot.anchor;
      spots.set(key, spot);
      watch(key);
      if (moved && drawn.has(key)) show(key);
    },
    left: (key, row) => {
      if (spots.get(key)?.row !== row) return;
      unwatch(key);
      spots.delete(key);
    },
    know: (asked, known) => {
      for (const view of known) views.set(view.key, view);
      const speaking = new Set(known.map(({ key }) => key));
      for (const key of asked) {
        if (speaking.has(key)) {
          watch(key);
          if (drawn.has(key)) show(key);
        } else if (views.delete(key)) unwatch(key);
      }
    },
    keys: () => {
      for (const [key, { row }] of spots) {
        if (isOnPage(row)) continue;
        unwatch(key);
        spots.delete(key);
      }
      return [...spots.keys()];
    },
    refresh: () => {
      for (const key of drawn) show(key);
    },
  };
};
