import { type ItemKey, siteOf, splitKey } from '../core/key.ts';
import { type Account, accountId, type Person } from '../core/person.ts';

/**
 * How somebody may be spelled in an index: by account, and by name, since one page shows the account and another only
 * the name. Wider than identity: what is found must still be compared (`sameAccount`).
 */
export const spellings = ({ handle, name, ...account }: Account): readonly string[] => [
  ...(handle === undefined ? [] : [accountId({ ...account, handle })]),
  ...(name === undefined ? [] : [accountId({ ...account, name })]),
];

/** Spellings of the people of an item, each once. */
export const spellingsOn = (key: ItemKey, people: readonly Person[]): readonly string[] => {
  const site = siteOf(key);
  return [...new Set(people.flatMap((person) => spellings({ ...site, ...person })))];
};

const maxWords = 40;
const maxWord = 40;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

export const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, maxWord));

/** The reference of a key as people type it: `acme/api#45`, `api#45`, `pay-7`. */
export const spokenKeys = (key: ItemKey): readonly string[] => {
  const ref = fold(splitKey(key).ref);
  return [...new Set([ref, ref.slice(ref.lastIndexOf('/') + 1)])];
};

/** Words that an item is found by. `keys`: the one it has and those it had. */
export const searchWords = (title: string | undefined, keys: readonly ItemKey[]): readonly string[] => [
  ...new Set(
    [...keys.flatMap((key) => [...spokenKeys(key), ...wordsOf(splitKey(key).ref)]), ...wordsOf(title ?? '')].slice(
      0,
      maxWords,
    ),
  ),
];

export const folded = (text: string): string => fold(text).trim().replace(/\s+/gu, ' ');
