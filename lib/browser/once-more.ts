/**
 * Runs work that answers "things have changed": at once when idle, and once more afterwards if anything changed while
 * it ran, however often. So a burst of changes costs two runs, and the last change is always answered.
 */
export const onceMore = (work: () => Promise<void>, report: (error: unknown) => void): (() => void) => {
  let running = false;
  let again = false;
  const run = (): void => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    work()
      .catch(report)
      .finally(() => {
        running = false;
        if (!again) return;
        again = false;
        run();
      });
  };
  return run;
};
