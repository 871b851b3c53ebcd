import { expect, test, vi } from 'vitest';
import { focusPanel, followFocus } from '../../lib/browser/panel-focus.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { session } from './session.ts';

const key = 'asana:1204' as ItemKey;
test('a panel that opens just after the click shows what was clicked', async () => {
  const { area, changes } = session();
  await focusPanel(area, key);
  const see = vi.fn();
  followFocus(area, changes, see);
  await vi.waitFor(() => expect(see).toHaveBeenCalledWith(key));
});

test('one that opens later follows the tab', async () => {
  vi.useFakeTimers();
  const { area, changes } = session();
  await focusPanel(area, key);
  vi.advanceTimersByTime(5_001);
  const see = vi.fn();
  followFocus(area, changes, see);
  await vi.advanceTimersByTimeAsync(1);
  expect(see).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test('an open panel is told each time, until it stops listening', async () => {
  const { area, changes, listeners } = session();
  const see = vi.fn();
  const stop = followFocus(area, changes, see);
  await focusPanel(area, key);
  await focusPanel(area, undefined);
  expect(see.mock.calls).toEqual([[key], [undefined]]);
  stop();
  expect(listeners.size).toBe(0);
});

test('what is no key is no item', async () => {
  const { area, changes } = session();
  const see = vi.fn();
  followFocus(area, changes, see);
  await area.set({ 'panel-focus': { key: 'javascript:alert(1)', at: Date.now() } });
  await area.set({ 'panel-focus': 'nonsense' });
  expect(see.mock.calls).toEqual([[undefined]]);
});
