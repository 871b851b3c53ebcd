import { expect, test } from 'vitest';
import { seen } from '../../lib/core/seen.ts';

test('[K4] what was not seen is absent; what was seen and is empty stays', () => {
  interface Shape {
    readonly title?: string;
    readonly due: null;
    readonly labels: readonly string[];
  }
  expect(seen<Shape>({ title: undefined, due: null, labels: [] })).toStrictEqual({ due: null, labels: [] });
});
