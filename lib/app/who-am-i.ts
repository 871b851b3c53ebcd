import type { Site } from '../core/key.ts';
import { type Account, accountId, isMe, type Me, sameName } from '../core/person.ts';
import type { Policy } from '../core/policy.ts';
import type { Settings } from '../core/settings.ts';
import type { WhoAmI } from '../core/view.ts';
import { worksOn } from './admission.ts';
import type { Clock, Eyes, Knowledge } from './needs.ts';

type Seen = Pick<Knowledge, 'sitesSeen' | 'peopleSeen'>;

const offered = 6;

/** Read for each site, to tell whether one of them is me already; only the first are offered. */
const looked = 100;

/**
 * Asks on a site where people were seen and I am not known (decisions: Me), known only by an id that the pages there
 * show of nobody, or known only by a name that several there have. Teams and agents are nobody's self.
 * Nothing is asked about a site that is off.
 */
export const whoAmI = async (
  knowledge: Seen,
  { me, switches }: Pick<Settings, 'me' | 'switches'>,
  policy: Policy,
): Promise<readonly WhoAmI[]> => {
  const sites = (await knowledge.sitesSeen()).filter((site) => worksOn(site, { switches }, policy));
  const asked = await Promise.all(
    sites.map(async (site): Promise<readonly WhoAmI[]> => {
      const people = (await knowledge.peopleSeen(site, looked)).map(({ account }) => account);
      const mine = me.accounts.filter((account) => isOn(account, site) && account.kind === undefined);
      const alike = mine.flatMap((account) => namesakes(account, people));
      if (alike.length > 0) return [{ ...site, people: alike, namesakes: true }];
      const comparable = mine.some(
        ({ name }) => name !== undefined || people.some(({ handle }) => handle !== undefined),
      );
      if (comparable || people.some((person) => isMe(me, person))) return [];
      const candidates = people.filter(({ kind }) => kind === undefined).slice(0, offered);
      return candidates.length === 0 ? [] : [{ ...site, people: candidates }];
    }),
  );
  return asked.flat();
};

/**
 * Me without the accounts that may be somebody else's: known by a name alone that several people of the site have.
 * Until the person says which, nothing of theirs is taken for mine.
 */
export const certainMe = async (knowledge: Pick<Knowledge, 'peopleSeen'>, me: Me): Promise<Me> => {
  const certain = await Promise.all(
    me.accounts.map(async (account) => {
      if (account.handle !== undefined || account.kind !== undefined) return [account];
      const people = (await knowledge.peopleSeen(account, looked)).map((seen) => seen.account);
      return namesakes(account, people).length === 0 ? [account] : [];
    }),
  );
  return { accounts: certain.flat() };
};

/** Whose eyes, now: those of me as far as it is certain who I am. */
export const eyesNow = async (
  { knowledge, clock }: { readonly knowledge: Pick<Knowledge, 'peopleSeen'>; readonly clock: Clock },
  me: Me,
): Promise<Eyes> => ({ me: await certainMe(knowledge, me), now: clock.now(), today: clock.today() });

/** The same, without what I am on sites that are off: nothing there counts as mine. */
export const eyesOnMine = (
  needs: { readonly knowledge: Pick<Knowledge, 'peopleSeen'>; readonly clock: Clock },
  settings: Pick<Settings, 'me' | 'switches'>,
  policy: Policy,
): Promise<Eyes> =>
  eyesNow(needs, { accounts: settings.me.accounts.filter((account) => worksOn(account, settings, policy)) });

const isOn = (account: Account, { tool, site }: Site): boolean => account.tool === tool && account.site === site;

/** The people of one site who have this name and accounts that differ; none where the name means one of them at most. */
const namesakes = (mine: Account, people: readonly Account[]): readonly Account[] => {
  if (mine.handle !== undefined) return [];
  const alike = people.filter((person) => person.handle !== undefined && isOn(person, mine) && sameName(person, mine));
  return new Set(alike.map(accountId)).size > 1 ? alike : [];
};
