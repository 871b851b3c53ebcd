/** The middle one; of an even number the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** The value that a share of them (0 to 1) does not exceed. */
export const share = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
};

/** To so many digits after the point, for printing. */
export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** One named list of numbers for each field of the samples. */
export const mediansOf = <Name extends string>(
  samples: readonly { readonly [Field in Name]: number }[],
): { readonly [Field in Name]: number } => {
  const [first] = samples;
  if (first === undefined) throw new Error('Nothing was measured');
  const names = Object.keys(first) as Name[];
  return Object.fromEntries(names.map((name) => [name, median(samples.map((sample) => sample[name]))])) as {
    [Field in Name]: number;
  };
};
