import type { Features } from '../../lib/core/twins/features.ts';
import { type Model, weighed } from '../../lib/core/twins/model.ts';
import { type Example, logistic } from './regression.ts';

type Values<Name extends string> = { readonly [name in Name]: number };

/** One question: what was compared, and which of it is right. */
export interface Asked<Name extends string = string> {
  readonly candidates: readonly { readonly values: Values<Name>; readonly right: boolean }[];
}

/** What puts the right ones before the wrong ones: pairs of each question, each question counting as much as every other. */
export const learnOrder = <Name extends string>(asked: readonly Asked<Name>[], names: readonly Name[]): Model<Name> => {
  const scale = scaleOf(
    asked.flatMap(({ candidates }) => candidates.map(({ values }) => values)),
    names,
  );
  const examples: Example[] = [];
  for (const { candidates } of asked) {
    const right = candidates.filter((one) => one.right).map(({ values }) => scaled(values, scale));
    const wrong = candidates.filter((one) => !one.right).map(({ values }) => scaled(values, scale));
    const weight = 10 / (right.length * wrong.length);
    for (const one of right)
      for (const other of wrong)
        examples.push({ values: one.map((value, at) => value - (other[at] as number)), yes: true, weight });
  }
  const weights = logistic(examples, { pull: 0.5, bias: false });
  return { bias: 0, terms: scale.map((one, at) => ({ ...one, weight: weights[at] ?? 0 })) };
};

/** What tells yes from no. */
export const learnSure = <Name extends string>(
  examples: readonly { readonly values: Values<Name>; readonly yes: boolean }[],
  names: readonly Name[],
): Model<Name> => {
  const scale = scaleOf(
    examples.map(({ values }) => values),
    names,
  );
  const weights = logistic(
    examples.map(({ values, yes }) => ({ values: scaled(values, scale), yes })),
    { pull: 1 },
  );
  return { bias: weights[names.length] ?? 0, terms: scale.map((one, at) => ({ ...one, weight: weights[at] ?? 0 })) };
};

interface Scale<Name extends string> {
  readonly name: Name;
  readonly mean: number;
  readonly spread: number;
}

const scaleOf = <Name extends string>(all: readonly Values<Name>[], names: readonly Name[]): readonly Scale<Name>[] =>
  names.map((name) => {
    let [count, sum, squares] = [0, 0, 0];
    for (const values of all) {
      const value = values[name];
      if (Number.isNaN(value)) continue;
      count += 1;
      sum += value;
      squares += value * value;
    }
    const mean = count === 0 ? 0 : sum / count;
    const variance = count === 0 ? 0 : squares / count - mean * mean;
    // What never differs tells nothing, and must not divide by 0.
    return { name, mean, spread: variance > 1e-9 ? Math.sqrt(variance) : 1 };
  });

const scaled = <Name extends string>(values: Values<Name>, scale: readonly Scale<Name>[]): readonly number[] =>
  scale.map(({ name, mean, spread }) => (Number.isNaN(values[name]) ? 0 : (values[name] - mean) / spread));

/** A model in the fewest digits that keep its answers. */
export const rounded = <Name extends string>({ bias, terms }: Model<Name>): Model<Name> => ({
  bias: Number(bias.toPrecision(5)),
  terms: terms.map(({ name, mean, spread, weight }) => ({
    name,
    mean: Number(mean.toPrecision(5)),
    spread: Number(spread.toPrecision(5)),
    weight: Number(weight.toPrecision(5)),
  })),
});

export const orderBy = <One extends { readonly values: Features }>(
  candidates: readonly One[],
  model: Model<keyof Features>,
): readonly One[] => [...candidates].sort((a, b) => weighed(model, b.values) - weighed(model, a.values));
