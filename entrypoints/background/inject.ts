import { browser } from 'wxt/browser';

/**
 * Starts on pages that were open before: the browser puts content scripts only into pages that load after the install
 * or the update. Each page gets the script of its own tool; that finds out by itself whether a copy of it runs there
 * already.
 */
export const injectEverywhere = async (): Promise<void> => {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  await Promise.allSettled(scripts.map(({ matches = [], js = [] }) => inject(matches, js)));
};

const inject = async (matches: readonly string[], files: readonly string[]): Promise<void> => {
  const tabs = await browser.tabs.query({ url: [...matches], discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files: files as never[] })],
    ),
  );
};
