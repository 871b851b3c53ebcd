/** One example: what is known of it, whether it is meant, and how much it counts. */
export interface Example {
  readonly values: readonly number[];
  readonly yes: boolean;
  readonly weight?: number;
}

/**
 * Logistic regression by Newton's method, with a pull of every weight but the bias towards 0. `bias`: whether there is one.
 * Gives the weights, the bias last.
 */
export const logistic = (
  examples: readonly Example[],
  { pull, bias = true }: { readonly pull: number; readonly bias?: boolean },
): readonly number[] => {
  const width = (examples[0]?.values.length ?? 0) + (bias ? 1 : 0);
  let weights = new Array<number>(width).fill(0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight, at) => (bias && at === width - 1 ? 0 : pull * weight));
    const curve = weights.map((_, row) =>
      weights.map((_other, column) => (row === column ? (bias && row === width - 1 ? tiny : pull) : 0)),
    );
    for (const { values, yes, weight = 1 } of examples) {
      const row = bias ? [...values, 1] : values;
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
      const error = weight * (chance - Number(yes));
      const bend = weight * chance * (1 - chance);
      for (let a = 0; a < width; a += 1) {
        const value = row[a] as number;
        gradient[a] = (gradient[a] as number) + error * value;
        const line = curve[a] as number[];
        for (let b = 0; b < width; b += 1) line[b] = (line[b] as number) + bend * value * (row[b] as number);
      }
    }
    const change = solve(curve, gradient);
    weights = weights.map((weight, at) => weight - (change[at] ?? 0));
    if (Math.max(...change.map(Math.abs)) < enough) break;
  }
  return weights;
};

const steps = 20;
const enough = 1e-6;
const tiny = 1e-6;

/** Gauss with pivots. The matrix is not kept. */
const solve = (matrix: number[][], right: readonly number[]): readonly number[] => {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column);
    const largest = below.reduce(
      (best, row, at) =>
        Math.abs(row[column] as number) > Math.abs((below[best] as number[])[column] as number) ? at : best,
      0,
    );
    const pivot = column + largest;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const top = rows[column] as number[];
    for (let row = column + 1; row < size; row += 1) {
      const line = rows[row] as number[];
      const times = (line[column] as number) / (top[column] as number);
      if (times !== 0)
        for (let at = column; at <= size; at += 1) line[at] = (line[at] as number) - times * (top[at] as number);
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = rows[row] as number[];
    let value = line[size] as number;
    for (let at = row + 1; at < size; at += 1) value -= (line[at] as number) * (found[at] as number);
    found[row] = value / (line[row] as number);
  }
  return found;
};
