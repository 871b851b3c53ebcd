import { browser } from 'wxt/browser';
import type { Words } from '../../components/words.ts';
import { showBadge } from '../../lib/browser/badge.ts';
import type { MineView } from '../../lib/core/view.ts';

/**
 * The count on the toolbar button. The background sets it after each change, panel and popup whenever they have counted
 * anew: a worker that is stopped between a write and its badge leaves no wrong number for longer than that.
 */
export const showCount = (words: Words, { count, meKnown }: MineView): Promise<void> =>
  showBadge(browser.action, count, meKnown ? words.count('badge', count) : words.text('name'));
