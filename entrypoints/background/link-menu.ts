import { browser } from 'wxt/browser';
import type { Words } from '../../components/words.ts';
import type { Clock } from '../../lib/app/needs.ts';
import type { Change } from '../../lib/core/change.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Store } from '../../lib/store/index.ts';
import { locate } from '../../lib/tools/index.ts';
import { openPanelIn } from './open-panel.ts';

const entries = { 'waits-on': 'menuLinkWaitsOn', blocks: 'menuLinkBlocks' } as const;
type Entry = keyof typeof entries;

interface LinkMenuOptions {
  readonly store: () => Promise<Store | undefined>;
  readonly clock: Clock;
  readonly words: Words;
  readonly matches: readonly string[];
  readonly report: (where: string, error: unknown) => void;
}

/** "This waits on the linked item", "this blocks the linked item", on links of the tools' pages. */
export const addLinkMenu = ({ store, clock, words, matches, report }: LinkMenuOptions): void => {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll(() => {
      for (const [id, title] of Object.entries(entries) as [Entry, (typeof entries)[Entry]][]) {
        browser.contextMenus.create({
          id,
          title: words.text(title),
          contexts: ['link'],
          documentUrlPatterns: [...matches],
        });
      }
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, pageUrl }, tab) => {
    // The click is a gesture: the panel shows what was added, with a way back.
    if (tab?.id !== undefined) openPanelIn(tab.id);
    const write = async (): Promise<void> => {
      const opened = await store();
      if (opened === undefined) return;
      const { sites } = await opened.settings();
      const keyAt = (address: string | undefined): ItemKey | undefined =>
        address !== undefined && URL.canParse(address) ? locate(new URL(address), sites) : undefined;
      const change = changeFor(menuItemId as Entry, keyAt(pageUrl), keyAt(linkUrl));
      if (change !== undefined) await opened.write(change, { id: crypto.randomUUID(), at: clock.now() });
    };
    write().catch((error) => report('the menu on a link', error));
  });
};

/** Nothing where one of the two is no item, or both are the same. */
const changeFor = (entry: Entry, here: ItemKey | undefined, linked: ItemKey | undefined): Change | undefined => {
  if (here === undefined || linked === undefined || here === linked) return undefined;
  return entry === 'waits-on'
    ? { type: 'add-dependency', blocker: linked, blocked: here }
    : { type: 'add-dependency', blocker: here, blocked: linked };
};
