import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPace, type PaceWindow } from '../../lib/page/pace.ts';
import { lifetimeWithSwitch } from './surroundings.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Idle at once, with as much time as a frame has; `cost` is what one slice takes. */
const start = ({ cost = 1, done = () => true, window = idle }: Partial<Scene> = {}) => {
  let busy = 0;
  const now = (): number => performance.now() + busy;
  const { lifetime, disconnect } = lifetimeWithSwitch();
  const work = vi.fn((hasTime: () => boolean) => {
    busy += cost;
    hasTime();
    return done();
  });
  const onPause = vi.fn();
  const pace = createPace({ window, lifetime, now, work, onPause });
  /** A page that asks at every frame. */
  const storm = (seconds: number): void => {
    for (let frame = 0; frame < seconds * 50; frame += 1) {
      pace.request();
      vi.advanceTimersByTime(20);
    }
  };
  return { pace, work, onPause, storm, disconnect };
};

interface Scene {
  readonly cost: number;
  readonly done: () => boolean;
  readonly window: PaceWindow;
}

const idle: PaceWindow = {
  requestIdleCallback: (run) => setTimeout(() => run({ didTimeout: false, timeRemaining: () => 10 })) as never,
  cancelIdleCallback: (handle) => clearTimeout(handle),
};
const neverIdle: PaceWindow = { requestIdleCallback: () => 1, cancelIdleCallback: () => undefined };

test('many requests are one scan', () => {
  const { pace, work } = start();
  for (let count = 0; count < 20; count += 1) pace.request();
  vi.advanceTimersByTime(10);
  expect(work).toHaveBeenCalledOnce();
});

test('scans keep a distance, and the last request is always answered', () => {
  const { work, storm } = start();
  storm(1);
  vi.advanceTimersByTime(300);
  expect(work.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(work.mock.calls.length).toBeLessThanOrEqual(6);
});

test('what does not fit into a slice goes on in the next', () => {
  let left = 3;
  const { pace, work } = start({
    done: () => {
      left -= 1;
      return left === 0;
    },
  });
  pace.request();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(3);
});

test('a hidden tab is never idle: the work is done within about a second all the same', () => {
  const { pace, work } = start({ window: neverIdle });
  pace.request();
  vi.advanceTimersByTime(1_001);
  expect(work).toHaveBeenCalledOnce();
});

test('a browser without idle callbacks is served by timers', () => {
  const { pace, work } = start({ window: {} });
  pace.request();
  vi.advanceTimersByTime(10);
  expect(work).toHaveBeenCalledOnce();
});

test('[R19] after three seconds over the allowance it scans once a second', () => {
  const { work, storm } = start({ cost: 30 });
  storm(4);
  work.mockClear();
  storm(5);
  expect(work.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(work.mock.calls.length).toBeLessThanOrEqual(6);
});

test('[R19] after thirty more it stops, and says so; a new page starts it again', () => {
  const { pace, work, onPause, storm } = start({ cost: 30 });
  storm(40);
  expect(onPause.mock.calls).toEqual([[true]]);
  work.mockClear();
  storm(2);
  expect(work).not.toHaveBeenCalled();
  pace.restart();
  expect(onPause.mock.calls).toEqual([[true], [false]]);
  pace.request();
  vi.advanceTimersByTime(300);
  expect(work).toHaveBeenCalledOnce();
});

test('[R19] a page that comes to rest is scanned as before', () => {
  const { work, onPause, storm } = start({ cost: 30 });
  storm(5);
  vi.advanceTimersByTime(3_000);
  work.mockClear();
  storm(1);
  expect(work.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(onPause).not.toHaveBeenCalled();
});

test('[R19] near miss: a busy page within the allowance is never slowed', () => {
  const { work, onPause, storm } = start({ cost: 5 });
  storm(40);
  work.mockClear();
  storm(1);
  expect(work.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(onPause).not.toHaveBeenCalled();
});

test('[R5] does nothing once the extension is gone', () => {
  const { pace, work, disconnect } = start();
  disconnect();
  pace.request();
  pace.requestIn(100);
  vi.advanceTimersByTime(5_000);
  expect(work).not.toHaveBeenCalled();
});
