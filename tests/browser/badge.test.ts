import { expect, test, vi } from 'vitest';
import { showBadge } from '../../lib/browser/badge.ts';

test.each([
  [0, ''],
  [3, '3'],
  [99, '99'],
  [100, '99+'],
])('[M3] %d items: "%s"', async (count, text) => {
  const action = {
    setBadgeText: vi.fn(async () => undefined),
    setBadgeBackgroundColor: vi.fn(async () => undefined),
    setTitle: vi.fn(async () => undefined),
  };
  await showBadge(action, count, 'said');
  expect(action.setBadgeText).toHaveBeenCalledWith({ text });
  expect(action.setTitle).toHaveBeenCalledWith({ title: 'said' });
});
