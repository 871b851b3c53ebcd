/**
 * One spelling for equal values: names in order, no spaces, absent and `undefined` alike. For comparing and for
 * hashing; two engines, or one after a round trip through storage, give the same text.
 */
export const canonical = (value: unknown): string => JSON.stringify(value, inOrder) ?? 'null';

const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** An equal value that `JSON.stringify` spells like every other equal one: only for what is JSON. */
export const ordered = <Value>(value: Value): Value => JSON.parse(canonical(value)) as Value;

export const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);
