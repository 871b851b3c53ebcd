/**
 * How long this script may act on its page. A lifetime of our own: the framework's is ended by an event that any page
 * can send (T6).
 */
export interface Lifetime {
  /** Everything the script starts ends with it: listeners, timers, observers, elements. */
  readonly signal: AbortSignal;
  /** False once the extension was updated, switched off or removed; notices it by being asked. */
  readonly alive: () => boolean;
  /** Runs about once a second while alive. */
  readonly onTick: (run: () => void) => void;
}

const second = 1_000;

/**
 * `isConnected`: whether the extension that injected the script is still there. Once it is not, everything ends
 * within a second, without a word (R4, R5).
 */
export const startLifetime = (isConnected: () => boolean): Lifetime => {
  const controller = new AbortController();
  const { signal } = controller;
  const ticks: (() => void)[] = [];
  const alive = (): boolean => {
    if (!signal.aborted && !isConnected()) controller.abort();
    return !signal.aborted;
  };
  const timer = setInterval(() => {
    if (alive()) for (const run of ticks) run();
  }, second);
  signal.addEventListener('abort', () => clearInterval(timer));
  return { signal, alive, onTick: (run) => ticks.push(run) };
};
