import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lifetimeWithSwitch } from './surroundings.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[R5] ends within two seconds after the extension was switched off, without a word', () => {
  const lines = vi.spyOn(console, 'error');
  const { lifetime, disconnect } = lifetimeWithSwitch();
  vi.advanceTimersByTime(5_000);
  expect(lifetime.signal.aborted).toBe(false);
  disconnect();
  vi.advanceTimersByTime(2_000);
  expect(lifetime.signal.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  expect(lines).not.toHaveBeenCalled();
});

test('[R4] notices the end at once when asked', () => {
  const { lifetime, disconnect } = lifetimeWithSwitch();
  expect(lifetime.alive()).toBe(true);
  disconnect();
  expect(lifetime.alive()).toBe(false);
  expect(lifetime.signal.aborted).toBe(true);
});

test('ticks about once a second, and no longer than it lives', () => {
  const { lifetime, disconnect } = lifetimeWithSwitch();
  const tick = vi.fn();
  lifetime.onTick(tick);
  vi.advanceTimersByTime(3_500);
  expect(tick).toHaveBeenCalledTimes(3);
  disconnect();
  vi.advanceTimersByTime(3_000);
  expect(tick).toHaveBeenCalledTimes(3);
});
