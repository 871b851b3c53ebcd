import type { Site } from '../core/key.ts';
import type { Account } from '../core/person.ts';
import type { Knowledge } from './needs.ts';

/** People of one site that are looked through for a name. */
const looked = 1_000;

/** Who is meant by words on a page: one person, several who are called so, or nobody who was seen there. */
export type Meant =
  | { readonly type: 'one'; readonly account: Account }
  | { readonly type: 'several' }
  | { readonly type: 'nobody' };

/**
 * Who of the people seen on a site is written in one of these words, by name or account. The whole word has to be it:
 * nobody is guessed from a part. Where one of the words is the person's own selection, it is taken for a name even if
 * nobody of that name was seen yet.
 */
export const meantBy = async (
  { peopleSeen }: Pick<Knowledge, 'peopleSeen'>,
  site: Site,
  words: readonly string[],
  selected: string | undefined,
): Promise<Meant> => {
  const spoken = new Set([...words, ...(selected === undefined ? [] : [selected])].map(fold));
  const people = (await peopleSeen(site, looked)).map(({ account }) => account);
  const found = people.filter(
    ({ name, handle }) =>
      (name !== undefined && spoken.has(fold(name))) || (handle !== undefined && spoken.has(fold(handle))),
  );
  const [first] = found;
  if (found.length > 1) return { type: 'several' };
  if (first !== undefined) return { type: 'one', account: first };
  const name = selected?.trim() ?? '';
  return isName(name) ? { type: 'one', account: { ...site, name } } : { type: 'nobody' };
};

const fold = (text: string): string =>
  text.normalize('NFKC').trim().replace(/^@/u, '').replace(/\s+/gu, ' ').toLowerCase();

const longest = 80;

/** One line of words without signs that no name has. */
const isName = (text: string): boolean =>
  text.length <= longest && /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .'’_-]*$/u.test(text);
