import { browser } from 'wxt/browser';
import type { Reach } from '../../lib/app/site-access.ts';
import type { PageSender } from '../../lib/browser/receive.ts';
import { tools } from '../../lib/tools/index.ts';

/** On which hosts the browser lets Crosstie read. */
export const reach: Reach = {
  tools,
  grantOf: async (origins) => {
    if (!(await browser.permissions.contains({ origins: [...origins] }))) return 'withheld';
    return (await isKeptOut(origins)) ? 'blocked' : 'granted';
  },
};

/** Tried once while a page of ours is open, or the background: the browser's policy changes with nothing that is stored. */
const tried = new Map<string, Promise<boolean>>();

/**
 * Hosts that the browser's own policy keeps extensions out of (`runtime_blocked_hosts`) count as granted, and it says so
 * only where something is tried on an open page: nothing is done there.
 */
const isKeptOut = async (origins: readonly string[]): Promise<boolean> => {
  const [tab] = await browser.tabs.query({ url: [...origins], discarded: false });
  if (tab?.id === undefined) return false;
  const id = origins.join(' ');
  const answer = tried.get(id) ?? refuses(tab.id);
  tried.set(id, answer);
  return answer;
};

const refuses = (tabId: number): Promise<boolean> =>
  browser.scripting.executeScript({ target: { tabId }, func: () => undefined, injectImmediately: true }).then(
    () => false,
    (error: unknown) => /policy/iu.test(String(error)),
  );

/**
 * Whether the browser still lets Crosstie read a page: a script that is there already outlives a refusal. Where only a
 * click on the toolbar button allows it (`activeTab`), the browser tells of the tab where it is.
 */
export const mayRead = async ({ address, tabId }: Pick<PageSender, 'address' | 'tabId'>): Promise<boolean> => {
  if (await browser.permissions.contains({ origins: [`${address.protocol}//${address.hostname}/*`] })) return true;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url !== undefined;
};
