import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createWords, type MessageSource } from '../../components/words.ts';
import { blockedOnMe } from '../../lib/app/blocked-on-me.ts';
import { hiddenSwitch } from '../../lib/app/needs.ts';
import { mayAskAbout } from '../../lib/browser/asked-links.ts';
import { takeFile } from '../../lib/browser/handover.ts';
import { nudgePages } from '../../lib/browser/nudge.ts';
import { onceMore } from '../../lib/browser/once-more.ts';
import { focusPanel } from '../../lib/browser/panel-focus.ts';
import { receiver } from '../../lib/browser/receive.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Result } from '../../lib/core/result.ts';
import type { Store } from '../../lib/store/index.ts';
import { tools } from '../../lib/tools/index.ts';
import { handlersFor } from './handlers.ts';
import { injectEverywhere } from './inject.ts';
import { addLinkMenu } from './link-menu.ts';
import { openPanelIn } from './open-panel.ts';
import { showCount } from './own-badge.ts';
import { openOwnStore } from './own-store.ts';
import { clock, toolNeeds } from './tool-needs.ts';

const matches = tools.flatMap((tool) => tool.matches);

export default defineBackground({
  type: 'module',
  main: () => {
    // Before anything is stored: a page's script must not read it (T20).
    void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

    const words = createWords(browser.i18n.getMessage as MessageSource, browser.i18n.getUILanguage());
    const report = (where: string, error: unknown): void => console.error(`crosstie: ${where}`, error);

    const openStore = openOwnStore();
    const changed = onceMore(
      async () => {
        const opened = await openStore();
        if (opened === undefined) return;
        await showCount(words, await blockedOnMe({ knowledge: opened, clock }));
        await nudgePages(browser.tabs, matches);
      },
      (error) => report('after a change', error),
    );
    const store = telling(openStore, changed);

    const handlers = handlersFor({
      store,
      clock,
      tools: toolNeeds,
      takeFile: (name) => takeFile(navigator.storage, name),
      showInPanel: (key) => focusPanel(browser.storage.session, key as ItemKey | undefined),
      mayAsk: ({ document }, keys) => mayAskAbout(browser.storage.session, document, keys),
    });
    browser.runtime.onMessage.addListener(
      receiver({
        extensionId: browser.runtime.id,
        extensionOrigin: new URL(browser.runtime.getURL('/')).origin,
        handlers,
        openPanel: openPanelIn,
        report,
      }) as Parameters<typeof browser.runtime.onMessage.addListener>[0],
    );
    addLinkMenu({ store, clock, words, matches, report });

    const toggleOverlays = async (): Promise<void> => {
      const opened = await store();
      await opened?.changeSettings(({ switches }) => ({
        switches: { ...switches, [hiddenSwitch]: switches[hiddenSwitch] !== true },
      }));
    };
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'toggle-overlays') toggleOverlays().catch((error) => report('hiding overlays', error));
      else if (tab?.id !== undefined) openPanelIn(tab.id);
    });
    browser.runtime.onInstalled.addListener(() => {
      void browser.alarms.create('dates-pass', { periodInMinutes: 60 });
      injectEverywhere().catch((error) => report('starting on open pages', error));
    });
    browser.alarms.onAlarm.addListener(changed);
    browser.runtime.onStartup.addListener(changed);
    changed();
  },
});

/** The store, with a word to everybody who shows it after each write that changed something. */
const telling = (open: () => Promise<Store | undefined>, changed: () => void): (() => Promise<Store | undefined>) => {
  const after = async <Value, Failure extends { readonly type: string }>(
    result: Promise<Result<Value, Failure>>,
    isNews: (value: Value) => boolean = () => true,
  ): Promise<Result<Value, Failure>> => {
    const done = await result;
    if (done.ok && isNews(done.value)) changed();
    return done;
  };
  return async () => {
    const store = await open();
    if (store === undefined) return undefined;
    return {
      ...store,
      observe: (batch, sighted) => after(store.observe(batch, sighted), (keys) => keys.length > 0),
      write: (change, operation) => after(store.write(change, operation)),
      undo: (change, operation) => after(store.undo(change, operation)),
      changeSettings: (change) => after(store.changeSettings(change)),
      restore: (content) => after(store.restore(content)),
      addColleague: (content, operation) => after(store.addColleague(content, operation)),
    };
  };
};
