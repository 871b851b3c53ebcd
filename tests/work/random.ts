/** Numbers that look random and are the same for the same seed, everywhere. */
export interface Random {
  /** From 0, below 1. */
  readonly next: () => number;
  /** A whole number from 0, below `end`. */
  readonly below: (end: number) => number;
  /** Any number from `start`, below `end`. */
  readonly between: (start: number, end: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** Exponential: mostly small, seldom large. */
  readonly around: (mean: number) => number;
}

/** Mulberry32. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    between: (start, end) => start + next() * (end - start),
    chance: (share) => next() < share,
    pick: (values) => {
      const picked = values[below(values.length)];
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
    around: (mean) => -Math.log(1 - next()) * mean,
  };
};
