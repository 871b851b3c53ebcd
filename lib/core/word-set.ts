/** A set of words from a text that lists them, apart from each other by white space: content scripts carry many. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));
