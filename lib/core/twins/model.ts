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
): number =>
  terms.reduce((sum, { name, mean, spread, weight }) => {
    const value = features[name];
    return Number.isNaN(value) ? sum : sum + (weight * (value - mean)) / spread;
  }, bias);

/** How likely a model for yes and no says yes: 0 to 1. */
export const likelihood = (value: number): number => 1 / (1 + Math.exp(-value));
