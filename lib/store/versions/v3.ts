/** What people said of pairs is found without looking at other statements; there was none before. */
export const v3 = {
  number: 3,
  stores: {
    records: 'rec, *about, *answers, pair',
  },
} as const;
