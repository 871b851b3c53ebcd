import { browser } from 'wxt/browser';

/**
 * Starts on pages that were open before: the browser puts content scripts only into pages that load after the install
 * or the update. Our script finds out by itself whether a copy of it runs there already.
 */
export const injectEverywhere = async (matches: readonly string[]): Promise<void> => {
  const scripts = browser.runtime.getManifest().content_scripts?.flatMap(({ js }) => js ?? []) ?? [];
  const tabs = await browser.tabs.query({ url: [...matches], discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files: scripts as never[] })],
    ),
  );
};
