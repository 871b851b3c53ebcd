import { browser } from 'wxt/browser';
import type { Words } from '../../components/words.ts';
import { showBadge } from '../../lib/browser/badge.ts';
import { noteMine } from '../../lib/browser/last-mine.ts';
import type { MineView } from '../../lib/core/view.ts';

/**
 * Keeps the answer for the next popup, and shows the count on the toolbar button. The background does so after each
 * change, our pages whenever they have counted anew: a worker that is stopped between a write and its badge leaves no
 * wrong number for longer than that.
 */
export const showCount = async (words: Words, mine: MineView): Promise<void> => {
  const { count, meKnown } = mine;
  await noteMine(browser.storage.session, mine);
  await showBadge(browser.action, count, meKnown ? words.count('badge', count) : words.text('name'));
};
