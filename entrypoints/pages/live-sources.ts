import { browser } from 'wxt/browser';
import { onceMore } from '../../lib/browser/once-more.ts';
import { type FocusChanges, followFocus } from '../../lib/browser/panel-focus.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Store } from '../../lib/store/index.ts';
import { clock } from '../background/tool-needs.ts';
import type { Live } from './surroundings.ts';

/**
 * Answers anew whenever anything is written, here or in another part of the extension, or `onElse` says that something
 * else has changed. Dexie's own live queries track
 * what a query has read and break its transactions on the way (PrematureCommitError); a query here takes milliseconds,
 * so it is simply run again.
 */
export const fromStore =
  <Value>(
    store: () => Promise<Store>,
    query: (store: Store) => Promise<Value>,
    onElse: (again: () => void) => () => void = () => () => undefined,
  ): Live<Value> =>
  (see, fail) => {
    let stopped = false;
    let stop = (): void => undefined;
    const start = async (): Promise<void> => {
      const opened = await store();
      // With the store, not before it: a popup shows its first rows without either.
      const { Dexie } = await import('dexie');
      if (stopped) return;
      const ask = onceMore(async () => {
        const value = await query(opened);
        if (!stopped) see(value);
      }, failed);
      Dexie.on('storagemutated', ask);
      const stopElse = onElse(ask);
      stop = () => {
        Dexie.on.storagemutated.unsubscribe(ask);
        stopElse();
      };
      ask();
    };
    const failed = (error: unknown): void => {
      if (!stopped) fail(error);
    };
    start().catch(failed);
    return () => {
      stopped = true;
      stop();
    };
  };

/** The same, asked again for each value of something else that changes. */
export const fromStoreOf =
  <Subject, Value>(
    store: () => Promise<Store>,
    subject: Live<Subject>,
    query: (store: Store, subject: Subject) => Promise<Value>,
    onElse?: (again: () => void) => () => void,
  ): Live<Value> =>
  (see, fail) => {
    let stop = (): void => undefined;
    const stopSubject = subject((value) => {
      stop();
      stop = fromStore(store, (opened) => query(opened, value), onElse)(see, fail);
    }, fail);
    return () => {
      stop();
      stopSubject();
    };
  };

/** Milliseconds. */
const minute = 60_000;

export const everyMinute: Live<{ readonly now: number; readonly today: string }> = (see) => {
  const tick = (): void => see({ now: clock.now(), today: clock.today() });
  tick();
  const timer = setInterval(tick, minute);
  return () => clearInterval(timer);
};

/** The address of this window's active tab; undefined where it is none that Crosstie may know. */
export const activeAddress: Live<URL | undefined> = (see, fail) => {
  let shown: string | undefined | null = null;
  let windowId: number | undefined;
  const look = async (): Promise<void> => {
    windowId ??= (await browser.windows.getCurrent()).id;
    const [tab] = await browser.tabs.query({ active: true, ...(windowId === undefined ? {} : { windowId }) });
    const address = tab?.url;
    if (address === shown) return;
    shown = address;
    see(address !== undefined && URL.canParse(address) ? new URL(address) : undefined);
  };
  const lookNow = (): void => {
    look().catch(fail);
  };
  lookNow();
  browser.tabs.onActivated.addListener(lookNow);
  browser.tabs.onUpdated.addListener(lookNow);
  return () => {
    browser.tabs.onActivated.removeListener(lookNow);
    browser.tabs.onUpdated.removeListener(lookNow);
  };
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

/** Which item the panel was told to show, by a click on a page; undefined: what the tab shows. */
export const focusedItem: Live<ItemKey | undefined> = (see) => {
  see(undefined);
  return followFocus(browser.storage.session, browser.storage.session.onChanged as unknown as FocusChanges, see);
};
