import { browser } from 'wxt/browser';
import type { MessageId, Words } from '../../components/words.ts';
import type { linkEntries } from './link-menu.ts';
import { personEntry } from './person-menu.ts';

type Context = 'link' | 'page' | 'selection' | 'image';

interface Entry {
  readonly id: (typeof linkEntries)[number] | typeof personEntry;
  readonly title: MessageId & ('menuLinkWaitsOn' | 'menuLinkBlocks' | 'menuThisIsMe');
  readonly contexts: readonly Context[];
}

const entries: readonly Entry[] = [
  { id: 'waits-on', title: 'menuLinkWaitsOn', contexts: ['link'] },
  { id: 'blocks', title: 'menuLinkBlocks', contexts: ['link'] },
  // Names stand in links, in plain text and behind pictures.
  { id: personEntry, title: 'menuThisIsMe', contexts: ['page', 'selection', 'link', 'image'] },
];

/** Makes the entries of the browser's menu anew, for the pages that match. The browser keeps them. */
export const makeMenus = async (words: Words, matches: readonly string[]): Promise<void> => {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of entries)
    browser.contextMenus.create({
      id,
      title: words.text(title),
      contexts: [...contexts] as [Context, ...Context[]],
      documentUrlPatterns: [...matches],
    });
};
