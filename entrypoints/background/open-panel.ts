import { browser } from 'wxt/browser';

/**
 * Opens the side panel. Must run straight in the listener of a click or a key: after the first `await` the browser
 * refuses. Firefox opens its sidebar only from its own key or button, and the strip says so there.
 */
export const openPanelIn = (tabId: number): void => {
  // The panel may be closed for a tab that is gone meanwhile: then there is nothing to open it in.
  void browser.sidePanel
    ?.open({ tabId })
    .catch((error: unknown) => console.warn('crosstie: the panel did not open', error));
};
