import type { Nudge } from './messages.ts';

/** The part of `browser.tabs` that nudging needs. */
export interface Tabs {
  readonly query: (which: { discarded: boolean }) => Promise<readonly { id?: number | undefined }[]>;
  readonly sendMessage: (tabId: number, message: unknown, options: { frameId: number }) => Promise<unknown>;
}

/**
 * Tells our scripts in all tabs to ask again; where one may no longer read, it is told so. Holds no facts (P3). A tab
 * without our script has nobody who listens: that is no failure. Asking the browser for the pages of the tools alone
 * would leave out those that it no longer lets us read.
 */
export const nudgePages = async (tabs: Tabs): Promise<void> => {
  const nudge: Nudge = { crosstie: 'changed' };
  const open = await tabs.query({ discarded: false });
  await Promise.allSettled(
    open.flatMap(({ id }) => (id === undefined ? [] : [tabs.sendMessage(id, nudge, { frameId: 0 })])),
  );
};
