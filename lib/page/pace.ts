import type { Lifetime } from './lifetime.ts';

export interface PaceWindow {
  readonly requestIdleCallback?: (run: (deadline: IdleDeadline) => void) => number;
  readonly cancelIdleCallback?: (handle: number) => void;
}

export interface PaceOptions {
  readonly window: PaceWindow;
  readonly lifetime: Lifetime;
  /** Milliseconds, rising. */
  readonly now: () => number;
  /** Does a slice of what is to be done, as long as `hasTime`. True: nothing is left. */
  readonly work: (hasTime: () => boolean) => boolean;
  /** The page changes too fast for too long: true when watching stops, false when it goes on. */
  readonly onPause: (paused: boolean) => void;
}

export interface Pace {
  /** There is something to do. Asked many times, done once. */
  readonly request: () => void;
  /** The same, in so many milliseconds. */
  readonly requestIn: (milliseconds: number) => void;
  /** Counts time spent elsewhere for the page. */
  readonly spend: (milliseconds: number) => void;
  /** A new page, a new try. */
  readonly restart: () => void;
}

/** Milliseconds. A slice keeps the page's frames whole; scans are `gap` apart so that a burst costs one scan. */
const slice = 8;
const gap = 250;
const slowGap = 1_000;
/** In a hidden tab nothing is idle, and a busy page may never be. */
const latest = 1_000;
/** Script time for each second that a page may cost us (budget of the content script under churn). */
const allowance = 40;
const secondsOver = 3;
const secondsSlow = 30;

/** Does work when the page has time, in slices; slows down, and in the end stops, where a page never comes to rest (R19). */
export const createPace = ({ window, lifetime, now, work, onPause }: PaceOptions): Pace => {
  let mode: 'free' | 'slow' | 'paused' = 'free';
  let cancel: (() => void) | undefined;
  let ended = Number.NEGATIVE_INFINITY;
  let spent = 0;
  let requests = 0;
  let over = 0;
  let slowFor = 0;
  let requestsThen = 0;

  const run = (remaining: () => number): void => {
    cancel = undefined;
    if (!lifetime.alive()) return;
    const started = now();
    const done = work(() => now() - started < slice && remaining() > 1);
    spent += now() - started;
    ended = now();
    if (!done) cancel = whenIdle(window, run);
  };
  const request = (): void => {
    requests += 1;
    if (cancel !== undefined || mode === 'paused' || lifetime.signal.aborted) return;
    const wait = ended + (mode === 'slow' ? slowGap : gap) - now();
    cancel =
      wait <= 0
        ? whenIdle(window, run)
        : after(wait, () => {
            cancel = whenIdle(window, run);
          });
  };
  const restart = (): void => {
    over = 0;
    slowFor = 0;
    const was = mode;
    mode = 'free';
    if (was === 'paused') onPause(false);
  };

  const everySecond = (): void => {
    over = spent > allowance ? over + 1 : 0;
    if (mode === 'free' && over >= secondsOver) {
      mode = 'slow';
      slowFor = 0;
      requestsThen = requests;
    } else if (mode === 'slow') {
      slowFor += 1;
      // Slow scans cost little, so cost no longer tells: the page is calm when it asks far less than it did.
      if (requests < requestsThen / 4) restart();
      else if (slowFor >= secondsSlow) {
        mode = 'paused';
        cancel?.();
        cancel = undefined;
        onPause(true);
      }
    }
    spent = 0;
    requests = 0;
  };

  lifetime.onTick(everySecond);
  lifetime.signal.addEventListener('abort', () => cancel?.());
  return {
    request,
    requestIn: (milliseconds) => {
      // Comes to nothing once the lifetime has ended.
      setTimeout(request, milliseconds);
    },
    spend: (milliseconds) => {
      spent += milliseconds;
    },
    restart,
  };
};

const after = (wait: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, wait);
  return () => clearTimeout(timer);
};

const whenIdle = (window: PaceWindow, run: (remaining: () => number) => void): (() => void) => {
  const cancels: (() => void)[] = [];
  const cancel = (): void => {
    for (const stop of cancels) stop();
  };
  const once = (remaining: () => number): void => {
    cancel();
    run(remaining);
  };
  const handle = window.requestIdleCallback?.((deadline) => once(() => deadline.timeRemaining()));
  if (handle !== undefined) cancels.push(() => window.cancelIdleCallback?.(handle));
  cancels.push(after(handle === undefined ? 0 : latest, () => once(() => slice)));
  return cancel;
};
