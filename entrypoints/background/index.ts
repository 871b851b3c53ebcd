import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createWords, type MessageSource } from '../../components/words.ts';
import { blockedOnMe } from '../../lib/app/blocked-on-me.ts';
import { draftTwins } from '../../lib/app/draft-twins.ts';
import { keepAnswers } from '../../lib/app/keep-answers.ts';
import type { Needs } from '../../lib/app/needs.ts';
import { mayAskAbout } from '../../lib/browser/asked-links.ts';
import { sweepFiles, takeFile } from '../../lib/browser/handover.ts';
import { nudgePages } from '../../lib/browser/nudge.ts';
import { onceMore } from '../../lib/browser/once-more.ts';
import { focusPanel } from '../../lib/browser/panel-focus.ts';
import { onPolicyChange } from '../../lib/browser/policy.ts';
import { receiver } from '../../lib/browser/receive.ts';
import { originsOf } from '../../lib/core/hosts.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { keptDays } from '../../lib/core/policy.ts';
import { hiddenSwitch } from '../../lib/core/settings.ts';
import { dayLength } from '../../lib/core/working-days.ts';
import { tools } from '../../lib/tools/index.ts';
import { handlersFor } from './handlers.ts';
import { followDrafts, injectEverywhere, watchDraftsEverywhere } from './inject.ts';
import { followLinkMenu } from './link-menu.ts';
import { makeMenus } from './menus.ts';
import { openPanelIn } from './open-panel.ts';
import { showCount } from './own-badge.ts';
import { judgeWith } from './own-judge.ts';
import { policy } from './own-policy.ts';
import { mayRead } from './own-reach.ts';
import { registerOwnSites } from './own-sites.ts';
import { openOwnStore } from './own-store.ts';
import { followPersonMenu } from './person-menu.ts';
import { followDailyWord, tellDaily } from './tell-daily.ts';
import { telling } from './telling.ts';
import { clock, toolNeeds } from './tool-needs.ts';

const alarms = {
  /** Dates pass while nothing happens: the badge is counted anew. */
  'dates-pass': 60,
  /** K8: what nobody saw for long is dropped. */
  'drop-stale': 24 * 60,
} as const;

export default defineBackground({
  type: 'module',
  main: () => {
    // Before anything is stored: a page's script must not read it (T20).
    void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

    const words = createWords(browser.i18n.getMessage as MessageSource, browser.i18n.getUILanguage());
    const report = (where: string, error: unknown): void => console.error(`crosstie: ${where}`, error);
    const reporting =
      (where: string, run: () => Promise<unknown>): (() => void) =>
      () =>
        void run().catch((error) => report(where, error));

    const openStore = openOwnStore(judgeWith(report));
    const changed = onceMore(
      async () => {
        const opened = await openStore();
        if (opened === undefined) return;
        await showCount(words, await blockedOnMe({ knowledge: opened, clock, policy }));
        // After the count, which a popup may be waiting for: after an upgrade it takes seconds.
        await keepAnswers({ knowledge: opened, clock, policy }).catch((error) => report('keeping answers', error));
        await nudgePages(browser.tabs);
      },
      (error) => report('after a change', error),
    );
    // Beside all that: in a large store it takes minutes after an upgrade, a few items at a time.
    const compare = onceMore(
      async () => {
        const opened = await openStore();
        if (opened === undefined || opened.readOnly) return;
        let news = false;
        for (let rounds = 1, left = true; left; rounds += 1) {
          const judged = await opened.judgeLikeness(clock.now());
          if (!judged.ok) return;
          news ||= judged.value.changed;
          left = judged.value.left;
          // Each word makes every page ask anew.
          if (!news || (left && rounds % 50 > 0)) continue;
          await nudgePages(browser.tabs);
          news = false;
        }
      },
      (error) => report('comparing texts', error),
    );
    const store = telling(openStore, () => {
      changed();
      compare();
    });

    /** Wherever Crosstie may work by now: its scripts, those of self-hosted sites, and its menu. */
    const settle = async (): Promise<void> => {
      const sites = (await (await openStore())?.settings())?.sites ?? [];
      await registerOwnSites(sites);
      await makeMenus(words, [
        ...tools.flatMap(({ matches }) => matches),
        ...sites.flatMap((site) => originsOf(tools, site)),
      ]);
      await injectEverywhere();
      await watchDraftsEverywhere(needs);
    };
    const settleNow = onceMore(settle, (error) => report('starting on open pages', error));

    const handlers = handlersFor({
      store,
      clock,
      policy,
      mayRead,
      tools: toolNeeds,
      takeFile: (name) => takeFile(navigator.storage, name),
      sweep: () => sweepFiles(navigator.storage),
      showInPanel: (key) => focusPanel(browser.storage.session, key as ItemKey | undefined),
      mayAsk: ({ document }, keys) => mayAskAbout(browser.storage.session, document, keys),
      onSites: settleNow,
      likeDraft: async (draft) => {
        const opened = await openStore();
        return opened === undefined ? [] : draftTwins(await opened.twinIndex(), draft, clock.now());
      },
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
    const needs = async (): Promise<Needs | undefined> => {
      const knowledge = await store();
      return knowledge === undefined ? undefined : { knowledge, tools: toolNeeds, clock, policy };
    };
    followLinkMenu({ needs, report });
    followPersonMenu({ needs, report });
    followDrafts({ needs, report });

    const toggleOverlays = reporting('hiding overlays', async () =>
      (await store())?.changeSettings(({ switches }) => ({
        switches: { ...switches, [hiddenSwitch]: switches[hiddenSwitch] !== true },
      })),
    );
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'toggle-overlays') toggleOverlays();
      else if (tab?.id !== undefined) openPanelIn(tab.id);
    });

    const welcome = reporting('the first page', async () => {
      if ((await policy()).welcomePage) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    });
    // They do not outlive the browser's end everywhere: what is missing is set whenever the background starts.
    const setAlarms = reporting('setting alarms', async () => {
      for (const [name, periodInMinutes] of Object.entries(alarms))
        if ((await browser.alarms.get(name)) === undefined)
          await browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes });
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      settleNow();
      if (reason === 'install') welcome();
    });
    // What was open may be read from now on, and what is read no more says so. A script that is there already asks anew.
    for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
      event.addListener(settleNow);
      event.addListener(changed);
    }
    onPolicyChange(browser.storage.managed, changed);

    followDailyWord();
    const tellNow = reporting('telling what came', async () => {
      const [opened, all] = await Promise.all([store(), needs()]);
      if (opened !== undefined && all !== undefined) await tellDaily(words, all, opened);
    });

    const dropStale = reporting('dropping what is old', async () => {
      const opened = await store();
      if (opened === undefined) return;
      const { ages } = await opened.settings();
      await opened.dropStale(clock.now() - keptDays(await policy(), ages.kept) * dayLength);
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === 'drop-stale') dropStale();
      else {
        changed();
        tellNow();
      }
    });
    browser.runtime.onStartup.addListener(changed);
    // No page of ours is open yet that could be handing one over.
    browser.runtime.onStartup.addListener(reporting('sweeping files', () => sweepFiles(navigator.storage)));
    setAlarms();
    changed();
    compare();
  },
});
