/** Watches whether an element of ours is really seen, where the browser can tell (IntersectionObserver v2). */
export interface Sight {
  /** Undefined: the browser cannot tell. */
  readonly isSeen: () => boolean | undefined;
  readonly stop: () => void;
}

const opaqueEnough = 0.9;

export const watchSight = (window: Window & typeof globalThis, element: Element): Sight => {
  // Where the browser can tell, nothing is seen until it has told.
  let seen = 'isVisible' in window.IntersectionObserverEntry.prototype ? false : undefined;
  const observer = new window.IntersectionObserver(
    (entries) => {
      for (const entry of entries) if ('isVisible' in entry) seen = Boolean(entry.isVisible);
    },
    // The delay is the least that the browser takes with trackVisibility.
    { threshold: [0, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  observer.observe(element);
  return { isSeen: () => seen, stop: () => observer.disconnect() };
};

/**
 * Whether a person, seeing what is clicked, made this click (T7): not a script, not in a frame that another page
 * laid over or under something, not through a page that made us transparent or put something on top of us.
 */
export const isPersonsClick = (
  window: Window & typeof globalThis,
  event: Event,
  host: Element,
  sight?: Sight,
): boolean =>
  event.isTrusted && window.top === window.self && sight?.isSeen() !== false && isVisible(window, event, host);

const isVisible = (window: Window & typeof globalThis, event: Event, host: Element): boolean => {
  let opacity = 1;
  for (let at: Element | null = host; at !== null; at = parentOf(window, at)) {
    const style = window.getComputedStyle(at);
    opacity *= Number(style.opacity || 1);
    if (style.visibility === 'hidden' || style.display === 'none') return false;
  }
  return opacity >= opaqueEnough && isOnTop(window, event, host);
};

/** A key's click has no place; then the middle of what was clicked is looked at. */
const isOnTop = (window: Window & typeof globalThis, event: Event, host: Element): boolean => {
  const { clientX = 0, clientY = 0, detail } = event as MouseEvent;
  const target = (event.target as Element | null) ?? host;
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = detail === 0 ? [left + width / 2, top + height / 2] : [clientX, clientY];
  return window.document.elementFromPoint(x, y) === host;
};

const parentOf = (window: Window & typeof globalThis, of: Element): Element | null =>
  Object.getOwnPropertyDescriptor(window.Node.prototype, 'parentElement')?.get?.call(of) ?? null;
