import type { Lifetime } from './lifetime.ts';

/** One stay at one address. What was begun in a stay that is over is dropped (R18). */
export interface Stay {
  readonly address: URL;
  readonly isCurrent: () => boolean;
}

export interface NavigationWindow extends Pick<EventTarget, 'addEventListener'> {
  readonly location: { readonly href: string };
  readonly document: Pick<EventTarget, 'addEventListener'>;
  /** Absent in older browsers: then the tick notices. */
  readonly navigation?: Pick<EventTarget, 'addEventListener'>;
}

export interface NavigationListener {
  /** The page is at this address: once at the start, then at each new one. */
  readonly onStay: (stay: Stay) => void;
  /** The page may have been replaced, or come back after a sleep, under the same address. */
  readonly onHint: () => void;
}

/**
 * Follows the page's address. `currententrychange` comes after the address has changed; `navigate` comes before, and
 * for cancelled navigations too. The pages' own events are hints without data: whatever they say, the address is
 * compared and nothing else.
 */
export const watchNavigation = (
  window: NavigationWindow,
  lifetime: Lifetime,
  { onStay, onHint }: NavigationListener,
): void => {
  const { signal } = lifetime;
  let href: string | undefined;
  let token = 0;
  const sync = (): boolean => {
    if (!lifetime.alive() || window.location.href === href) return false;
    href = window.location.href;
    token += 1;
    const mine = token;
    onStay({ address: new URL(href), isCurrent: () => mine === token && !signal.aborted });
    return true;
  };
  const hint = (): void => {
    if (!sync() && lifetime.alive()) onHint();
  };
  window.navigation?.addEventListener('currententrychange', sync, { signal });
  window.addEventListener('popstate', sync, { signal });
  window.addEventListener(
    'pageshow',
    (event) => {
      // A page that comes back from the cache has slept: what it shows may be old (R17).
      if ((event as PageTransitionEvent).persisted) hint();
    },
    { signal },
  );
  for (const name of replacedInPlace) window.document.addEventListener(name, hint, { signal });
  lifetime.onTick(sync);
  sync();
};

const replacedInPlace = ['turbo:render', 'soft-nav:end', 'soft-nav:react-done'];
