import { browser } from 'wxt/browser';
import type { Needs } from '../../lib/app/needs.ts';
import { stateDependency } from '../../lib/app/state-dependency.ts';
import { tellOutcome } from '../../lib/browser/menu-outcome.ts';
import type { MenuOutcome } from '../../lib/core/menu-outcome.ts';
import { openPanelIn } from './open-panel.ts';
import { clock } from './tool-needs.ts';

/** The entries' ids in the browser's menu. */
export const linkEntries = ['waits-on', 'blocks'] as const;
type Entry = (typeof linkEntries)[number];

export interface MenuOptions {
  /** Undefined: the browser does not open the store. */
  readonly needs: () => Promise<Needs | undefined>;
  readonly report: (where: string, error: unknown) => void;
}

/** "This waits on the linked item", "this blocks the linked item", on links of the tools' pages. */
export const followLinkMenu = ({ needs, report }: MenuOptions): void => {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, pageUrl }, tab) => {
    if (!isEntry(menuItemId)) return;
    // The click is a gesture: the panel shows what was added, with a way back, or why nothing was.
    if (tab?.id !== undefined) openPanelIn(tab.id);
    const write = async (): Promise<void> => {
      const all = await needs();
      const click = { says: menuItemId, page: pageUrl, link: linkUrl, operation: crypto.randomUUID() };
      const outcome: MenuOutcome['type'] | undefined =
        all === undefined ? 'not-stored' : await stateDependency(all, click);
      if (outcome !== undefined) await tellOutcome(browser.storage.session, { type: outcome, about: '' }, clock.now());
    };
    write().catch((error) => report('the menu on a link', error));
  });
};

const isEntry = (id: string | number): id is Entry => linkEntries.some((entry) => entry === id);
