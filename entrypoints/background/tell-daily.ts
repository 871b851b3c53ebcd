import { browser } from 'wxt/browser';
import type { Words } from '../../components/words.ts';
import { dailyWord } from '../../lib/app/daily-word.ts';
import type { Needs } from '../../lib/app/needs.ts';
import { titleOf } from '../../lib/core/finding.ts';
import type { Store } from '../../lib/store/index.ts';

/** One at a time: the next day's takes its place. */
const name = 'daily-word';
/** Titles that one notification spells out. */
const spelledOut = 3;

/**
 * Says once a day what came, where somebody switched it on and the browser allows it. It names checks and counts: titles
 * and people stay off a screen that others may see (P3).
 */
export const tellDaily = async (words: Words, needs: Needs, store: Store): Promise<void> => {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const found = await dailyWord(needs);
  if (found.length === 0) return;
  const titles = [...new Set(found.map(({ signal }) => words.text(titleOf(signal))))];
  // Noted first: one that is said twice is worse than one that is missed.
  if (!(await store.noteTold({ at: needs.clock.now(), on: needs.clock.today() })).ok) return;
  await browser.notifications.create(name, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: words.count('notifyTitle', found.length),
    message: titles.slice(0, spelledOut).join('\n'),
  });
};

/** A click on it shows what it spoke of. */
export const followDailyWord = (): void => {
  // Not there before the permission is.
  browser.notifications?.onClicked.addListener((clicked) => {
    if (clicked !== name) return;
    void browser.notifications.clear(name);
    void browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html#findings' as '/sidepanel.html') });
  });
};
