import type { Nudge } from './messages.ts';

/** The part of `browser.tabs` that nudging needs. */
export interface Tabs {
  readonly query: (which: { url: string[]; discarded: boolean }) => Promise<readonly { id?: number | undefined }[]>;
  readonly sendMessage: (tabId: number, message: unknown, options: { frameId: number }) => Promise<unknown>;
}

/**
 * Tells the scripts of all open pages of the tools to ask again. Holds no facts (P3). A tab without our script (opened
 * before the install, or just loading) has nobody who listens: that is no failure.
 */
export const nudgePages = async (tabs: Tabs, matches: readonly string[]): Promise<void> => {
  const nudge: Nudge = { crosstie: 'changed' };
  const open = await tabs.query({ url: [...matches], discarded: false });
  await Promise.allSettled(
    open.flatMap(({ id }) => (id === undefined ? [] : [tabs.sendMessage(id, nudge, { frameId: 0 })])),
  );
};
