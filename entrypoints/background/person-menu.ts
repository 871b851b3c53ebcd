import { browser } from 'wxt/browser';
import { addMe } from '../../lib/app/add-me.ts';
import { meantBy } from '../../lib/app/this-is-me.ts';
import { tellOutcome } from '../../lib/browser/menu-outcome.ts';
import type { Nudge, Pointed } from '../../lib/browser/messages.ts';
import type { MenuOutcome } from '../../lib/core/menu-outcome.ts';
import { displayName } from '../../lib/core/person.ts';
import type { Store } from '../../lib/store/index.ts';
import { openPanelIn } from './open-panel.ts';
import { clock, toolNeeds } from './tool-needs.ts';

/** The entry's id in the browser's menu. */
export const personEntry = 'this-is-me';

interface PersonMenuOptions {
  readonly store: () => Promise<Store | undefined>;
  readonly report: (where: string, error: unknown) => void;
}

/** "This is me", on any person's name on a tool's page. */
export const followPersonMenu = ({ store, report }: PersonMenuOptions): void => {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, pageUrl }, tab) => {
    const tabId = tab?.id;
    if (menuItemId !== personEntry || tabId === undefined) return;
    // The click is a gesture: the panel says what became of it.
    openPanelIn(tabId);
    const take = async (): Promise<void> => {
      const opened = await store();
      const words = await pointedIn(tabId);
      const outcome =
        opened === undefined ? notStored : await markMe(opened, { page: pageUrl, words, selected: selectionText });
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

interface Click {
  readonly page: string | undefined;
  readonly words: Pointed;
  readonly selected: string | undefined;
}

const markMe = async (store: Store, { page, words, selected }: Click): Promise<MenuOutcome> => {
  const { sites } = await store.settings();
  const site = page !== undefined && URL.canParse(page) ? toolNeeds.siteAt(new URL(page), sites) : undefined;
  if (site === undefined) return { type: 'nobody', about: '' };
  const meant = await meantBy(store, site, words, selected);
  if (meant.type !== 'one') return { type: meant.type, about: '' };
  const done = await addMe({ knowledge: store, tools: toolNeeds }, meant.account);
  return done.ok ? { type: 'me', about: displayName(meant.account) } : notStored;
};
