import { mediansOf, rounded } from './figures.ts';

/** What both are asked, for comparing. */
export interface GraphAnswers {
  readonly cycles: number;
  /** Of all cycles, in order. */
  readonly members: readonly string[];
  readonly ready: number;
  /** By key: the day on which it must be done at the latest. Of items outside of cycles, where there is one. */
  readonly latest: ReadonlyMap<string, string>;
}

export interface Measured {
  readonly figures: { readonly [name: string]: number };
  readonly answers: GraphAnswers;
}

const runs = 5;

/** One run to warm up and five that count, each on a collected heap: medians of their times, and what the last one left. */
export const repeated = <Name extends string, Left>(
  run: () => { readonly times: { readonly [Field in Name]: number }; readonly left: Left },
): { readonly times: { readonly [Field in Name]: number }; readonly left: Left } => {
  run();
  const samples: { readonly [Field in Name]: number }[] = [];
  for (let left = runs; left > 1; left -= 1) {
    collect();
    samples.push(run().times);
  }
  collect();
  const last = run();
  return { times: mediansOf([...samples, last.times]), left: last.left };
};

/**
 * Each call gives the milliseconds since the one before: by the clock or of processor time, whichever is less. Its thread took
 * neither more: the clock counts what else the machine does, processor time counts what is collected or compiled beside it.
 */
export const stopwatch = (): (() => number) => {
  let [clock, processor] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(processor);
    const took = Math.min(performance.now() - clock, (user + system) / 1000);
    [clock, processor] = [performance.now(), process.cpuUsage()];
    return took;
  };
};

const collect = (): void => {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc');
  globalThis.gc();
};

/** What is held after everything else was collected, typed arrays with it. */
export const heldMegabytes = (): number => {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

/** Answers the process that started this one. */
export const hand = (measured: Measured): void => {
  const figures = Object.fromEntries(
    Object.entries(measured.figures).map(([name, value]) => [name, rounded(value, 2)]),
  );
  process.send?.({ ...measured, figures });
};
