/** How many items have a title that is the same but for its numbers: "Rollup of 6 pull requests" is a form, no work. */
export interface Masks {
  readonly count: (title: string, by: 1 | -1) => void;
  readonly of: (title: string) => number;
}

export const createMasks = (): Masks => {
  const counts = new Map<number, number>();
  return {
    count: (title, by) => {
      const mask = maskOf(title);
      const now = (counts.get(mask) ?? 0) + by;
      if (now <= 0) counts.delete(mask);
      else counts.set(mask, now);
    },
    of: (title) => counts.get(maskOf(title)) ?? 0,
  };
};

/** FNV-1a over the words: two titles that meet by chance only silence a suggestion. */
const maskOf = (title: string): number => {
  const masked = title
    .toLowerCase()
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  let hash = 0x811c9dc5;
  for (let at = 0; at < masked.length; at += 1) hash = Math.imul(hash ^ masked.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};
