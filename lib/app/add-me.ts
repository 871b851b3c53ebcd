import { type Account, withAccount } from '../core/person.ts';
import { withPlaces } from '../core/places.ts';
import type { Result } from '../core/result.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { Needs } from './needs.ts';
import { shownIn, signOn } from './signs.ts';

/** One more account or team of mine; the places of what was read before that shows it are mine from now on (K7). */
export const addMe = async (
  { knowledge, tools }: Pick<Needs, 'knowledge' | 'tools'>,
  account: Account,
): Promise<Result<null, StoreFailure>> => {
  const { tool, site } = account;
  const me = withAccount((await knowledge.settings()).me, account);
  const shown = await knowledge.itemsShowing({ accounts: [account] }, { tool, site });
  const signed = shown.flatMap((item) => {
    const sign = signOn(shownIn(item), me);
    return sign === undefined ? [] : [{ ...tools.place(item.key), sign }];
  });
  return knowledge.changeSettings((now) => ({
    me: withAccount(now.me, account),
    places: withPlaces(now.places, signed),
  }));
};
