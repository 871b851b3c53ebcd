type Numbers = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** The same numbers with room for at least `needed`; itself where there is room. */
export const withRoom = <Kind extends Numbers>(numbers: Kind, needed: number): Kind => {
  if (needed <= numbers.length) return numbers;
  const size = Math.max(needed, Math.ceil(numbers.length * growth), smallest);
  const grown = new (numbers.constructor as new (length: number) => Kind)(size);
  grown.set(numbers);
  return grown;
};

const growth = 1.25;
const smallest = 64;
