/**
 * A line through what was learnt (`npm run learn`): each number is set against its usual value and spread, weighted and
 * added. What is not known (NaN) counts as usual.
 */
export interface Model<Name extends string = string> {
  readonly bias: number;
  readonly terms: readonly {
    readonly name: Name;
    readonly mean: number;
    readonly spread: number;
    readonly weight: number;
  }[];
}

export const weighed = <Name extends string>(
  { bias, terms }: Model<Name>,
  features: { readonly [name in Name]: number },
): number => {
  let sum = bias;
  for (const { name, mean, spread, weight } of terms) {
    const value = features[name];
    if (!Number.isNaN(value)) sum += (weight * (value - mean)) / spread;
  }
  return sum;
};

/** How likely a model for yes and no says yes: 0 to 1. */
export const likelihood = (value: number): number => 1 / (1 + Math.exp(-value));
