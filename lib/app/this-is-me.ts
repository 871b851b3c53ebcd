import type { Site } from '../core/key.ts';
import type { MenuOutcome } from '../core/menu-outcome.ts';
import { type Account, displayName } from '../core/person.ts';
import { addMe } from './add-me.ts';
import { worksOn } from './admission.ts';
import type { Knowledge, Needs } from './needs.ts';

/** A click on a name. */
export interface NameClick {
  readonly page: string | undefined;
  /** What is written under the pointer; asked only where Crosstie works. */
  readonly pointed: () => Promise<readonly string[]>;
  readonly selected: string | undefined;
}

/** Whoever is meant by a click on a name is me from now on; or why nobody is. */
export const thisIsMe = async (needs: Needs, { page, pointed, selected }: NameClick): Promise<MenuOutcome> => {
  const { knowledge, tools } = needs;
  const [settings, policy] = await Promise.all([knowledge.settings(), needs.policy()]);
  const address = page !== undefined && URL.canParse(page) ? new URL(page) : undefined;
  const site = address === undefined ? undefined : tools.siteAt(address, settings.sites);
  if (site === undefined) return { type: 'nobody', about: '' };
  if (!worksOn(site, settings, policy)) return { type: 'blocked', about: '' };
  const meant = await meantBy(knowledge, site, await pointed(), selected);
  if (meant.type !== 'one') return { type: meant.type, about: '' };
  const done = await addMe(needs, meant.account);
  return done.ok ? { type: 'me', about: displayName(meant.account) } : { type: 'not-stored', about: '' };
};

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
