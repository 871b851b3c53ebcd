import { expect, test, vi } from 'vitest';
import { onceMore } from '../../lib/browser/once-more.ts';

const controlled = () => {
  const finish: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => finish.push(resolve)));
  return { work, finish };
};

test('runs at once, and once more for all changes that came meanwhile', async () => {
  const { work, finish } = controlled();
  const changed = onceMore(work, () => undefined);
  changed();
  changed();
  changed();
  expect(work).toHaveBeenCalledTimes(1);
  finish[0]?.();
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2));
  finish[1]?.();
  await Promise.resolve();
  expect(work).toHaveBeenCalledTimes(2);
});

test('a failure is reported and does not stop what comes after', async () => {
  const report = vi.fn();
  const work = vi.fn(() => Promise.reject(new Error('bug')));
  const changed = onceMore(work, report);
  changed();
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => {
    changed();
    expect(work).toHaveBeenCalledTimes(2);
  });
});
