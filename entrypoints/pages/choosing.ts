import { browser } from 'wxt/browser';
import type { ManyAsideIntents } from '../../components/findings-model.ts';
import type { HereIntents } from '../../components/here-model.ts';
import type { OptionsIntents } from '../../components/options-model.ts';
import type { AsideIntents } from '../../components/set-aside.tsx';
import type { ListedSite } from '../../lib/core/access.ts';
import type { Aside } from '../../lib/core/aside.ts';
import { originsOf } from '../../lib/core/hosts.ts';
import { isSite, type Place, type Site } from '../../lib/core/key.ts';
import type { PlaceAnswer } from '../../lib/core/places.ts';
import { hiddenSwitch } from '../../lib/core/settings.ts';
import { tools } from '../../lib/tools/index.ts';
import { choose, send } from './sending.ts';

/**
 * Asks the browser; false where it or the person says no. Must run in the click itself: after an await it refuses, and so
 * it does where its own policy keeps extensions out.
 */
export const allow = ({ origins }: Pick<ListedSite, 'origins'>): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] }).catch(() => false);

/** Gives the permission for a self-hosted site back, as far as no other site needs it. */
export const giveBack = async (site: Site, others: readonly Site[]): Promise<void> => {
  const needed = new Set(others.filter((other) => !isSite(other, site)).flatMap((other) => originsOf(tools, other)));
  const origins = originsOf(tools, site).filter((origin) => !needed.has(origin));
  // Refused for what the manifest asks for itself, which is none of these.
  if (origins.length > 0) await browser.permissions.remove({ origins: [...origins] }).catch(() => false);
};

/** What a person chooses beside the work itself, on any of our pages. */
export const choices = {
  onMe: (account) => choose('me.add', { account }),
  onForget: (account) => choose('me.remove', { account }),
  onAllow: (site) => void allow(site),
  onSite: ({ tool, site }: Site, on: boolean) => choose('site.switch', { site: { tool, site }, on }),
  onPlace: ({ tool, site, name }: Place, answer: PlaceAnswer | null) =>
    choose('place.answer', { place: { tool, site, name }, answer }),
  onShowOverlays: () => choose('switch.set', { name: hiddenSwitch, on: false }),
  onSetAside: async (aside) => (await send('aside.set', { asides: [aside] })).ok,
  onBringBack: async (row) => (await send('aside.lift', { rows: [row] })).ok,
  onSetAsideMany: async (asides: readonly Aside[]) => (await send('aside.set', { asides })).ok,
  onBringBackMany: async (rows: readonly string[]) => (await send('aside.lift', { rows })).ok,
} satisfies HereIntents & AsideIntents & ManyAsideIntents & Pick<OptionsIntents, 'onMe' | 'onForget'>;

/** The options page, at one of its sections. */
export const openOptions = (section?: string): void => {
  if (section === undefined) void browser.runtime.openOptionsPage();
  else void browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${section}` as '/options.html') });
};
