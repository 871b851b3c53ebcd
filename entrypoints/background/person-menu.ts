import { browser } from 'wxt/browser';
import { thisIsMe } from '../../lib/app/this-is-me.ts';
import { tellOutcome } from '../../lib/browser/menu-outcome.ts';
import type { Nudge, Pointed } from '../../lib/browser/messages.ts';
import type { MenuOutcome } from '../../lib/core/menu-outcome.ts';
import type { MenuOptions } from './link-menu.ts';
import { openPanelIn } from './open-panel.ts';
import { clock } from './tool-needs.ts';

/** The entry's id in the browser's menu. */
export const personEntry = 'this-is-me';

/** "This is me", on any person's name on a tool's page. */
export const followPersonMenu = ({ needs, report }: MenuOptions): void => {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, pageUrl }, tab) => {
    const tabId = tab?.id;
    if (menuItemId !== personEntry || tabId === undefined) return;
    // The click is a gesture: the panel says what became of it.
    openPanelIn(tabId);
    const take = async (): Promise<void> => {
      const all = await needs();
      const outcome =
        all === undefined
          ? notStored
          : await thisIsMe(all, { page: pageUrl, selected: selectionText, pointed: () => pointedIn(tabId) });
      await tellOutcome(browser.storage.session, outcome, clock.now());
    };
    take().catch((error) => report('the menu on a name', error));
  });
};

const notStored: MenuOutcome = { type: 'not-stored', about: '' };

const maxWords = 20;

/** What is written under the pointer. A tab whose script is gone says nothing; then only what was selected counts. */
const pointedIn = async (tabId: number): Promise<Pointed> => {
  const ask: Nudge = { crosstie: 'pointed' };
  const answer: unknown = await browser.tabs.sendMessage(tabId, ask, { frameId: 0 }).catch(() => []);
  return Array.isArray(answer) ? answer.filter((word) => typeof word === 'string').slice(0, maxWords) : [];
};
