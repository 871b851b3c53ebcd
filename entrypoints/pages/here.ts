import { browser } from 'wxt/browser';
import type { Here } from '../../components/here-model.ts';
import { listedSite } from '../../lib/app/site-access.ts';
import { certainMe } from '../../lib/app/who-am-i.ts';
import { asksAbout, placesOf, standingOf } from '../../lib/core/places.ts';
import { allowsPlace } from '../../lib/core/policy.ts';
import { hiddenSwitch } from '../../lib/core/settings.ts';
import type { Store } from '../../lib/store/index.ts';
import { policy } from '../background/own-policy.ts';
import { reach } from '../background/own-reach.ts';
import { clock, toolNeeds } from '../background/tool-needs.ts';

const fine: Here = { type: 'fine' };

/**
 * What keeps Crosstie from working on the page at this address: the browser, a switch, the organisation, or that the
 * place is not mine (K7, Q3, P6). The first that counts.
 */
export const hereAt = async (store: Store, address: URL | undefined): Promise<Here> => {
  if (address === undefined) return fine;
  const [settings, decided] = await Promise.all([store.settings(), policy()]);
  const site = toolNeeds.siteAt(address, settings.sites);
  if (site === undefined) return fine;
  const listed = await listedSite(reach, settings, decided, site);
  if (listed.access !== 'allowed') return { type: listed.access, site: listed };
  const place = toolNeeds.placeAt(address, settings.sites);
  if (place !== undefined && !allowsPlace(decided, place)) return { type: 'blocked', site: listed, place };
  if (settings.switches[hiddenSwitch] === true) return { type: 'hidden' };
  if (place === undefined) return fine;
  const places = placesOf(settings.places, await certainMe(store, settings.me));
  // Whether strangers can read it only the page can tell; it makes no difference once I am known there.
  const standing = standingOf(place, places, false);
  const ask = asksAbout(place, places, false, clock.now());
  if (standing === 'elsewhere') return { type: 'elsewhere', place, ask, open: false };
  return ask ? { type: 'elsewhere', place, ask, open: true } : fine;
};

/** Calls back when the browser's permissions or the organisation's policy change. */
export const onReachChange = (again: () => void): (() => void) => {
  const { onAdded, onRemoved } = browser.permissions;
  const onManaged = (_changes: unknown, area: string): void => {
    if (area === 'managed') again();
  };
  onAdded.addListener(again);
  onRemoved.addListener(again);
  browser.storage.onChanged.addListener(onManaged);
  return () => {
    onAdded.removeListener(again);
    onRemoved.removeListener(again);
    browser.storage.onChanged.removeListener(onManaged);
  };
};
