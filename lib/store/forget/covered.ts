import type { Scope } from '../../core/access.ts';
import { type ItemKey, isSite, type Place, placeId, type Site, siteOf } from '../../core/key.ts';
import { type Account, sameAccount } from '../../core/person.ts';
import { wholeSite } from '../../core/places.ts';
import type { Json } from '../../core/record.ts';
import type { Database } from '../database.ts';

/** The place of an item: its project or repository, or all of its site (`wholeSite`). The tools know. */
export type PlaceOf = (key: ItemKey) => Place;

export type PartScope = Exclude<Scope, { readonly type: 'everything' }>;

/** What a deletion is about. */
export interface Covered {
  /** All of it belongs to this site. */
  readonly site: Site;
  /** By the key as it is written; whether it is the item's present one is another question. */
  readonly item: (key: ItemKey) => boolean;
  readonly person: (account: Account) => boolean;
  readonly place: (place: Place) => boolean;
  /** Items go, and not only what they show of somebody. */
  readonly takesItems: boolean;
  /** The site itself is to be unknown afterwards. */
  readonly takesSite: boolean;
}

export const coveredBy = async (db: Database, scope: PartScope, placeOf: PlaceOf): Promise<Covered> => {
  const nothing = (): boolean => false;
  switch (scope.type) {
    case 'site': {
      const { site } = scope;
      const isThere = (of: Site): boolean => isSite(of, site);
      return {
        site,
        item: (key) => isThere(siteOf(key)),
        person: isThere,
        place: isThere,
        takesItems: true,
        takesSite: true,
      };
    }
    case 'place': {
      const { place } = scope;
      const { tool, site, name } = place;
      const isThere =
        name === wholeSite ? (of: Place) => isSite(of, place) : (of: Place) => placeId(of) === placeId(place);
      const item = (key: ItemKey): boolean =>
        isSite(siteOf(key), place) && isThere({ ...siteOf(key), name: placeOf(key).name });
      return { site: { tool, site }, item, person: nothing, place: isThere, takesItems: true, takesSite: false };
    }
    case 'person': {
      const { person } = scope;
      const isThem = await isPerson(db, person);
      const { tool, site } = person;
      return {
        site: { tool, site },
        item: nothing,
        person: isThem,
        place: nothing,
        takesItems: false,
        takesSite: false,
      };
    }
  }
};

/**
 * Who is meant: the account, and the name that pages showed with it; by a name alone, whoever is called so, unless several
 * accounts of that name were seen. An account that is another one is never meant, whatever its name.
 */
const isPerson = async (db: Database, person: Account): Promise<Covered['person']> => {
  const { tool, site } = person;
  const seen = await db.people
    .where('[tool+site+count]')
    .between([tool, site, -Infinity], [tool, site, Infinity])
    .filter((row) => sameAccount(row, person))
    .toArray();
  const them: readonly Account[] = [person, ...seen];
  const isShared = person.handle === undefined && seen.filter(({ handle }) => handle !== undefined).length > 1;
  return (account) => {
    if (account.handle === undefined) return them.some((one) => sameAccount(one, account));
    return !isShared && sameAccount(person, account);
  };
};

/** Whether a stated value is an account that is covered. */
export const namesCovered = ({ person }: Covered, value: Json): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { tool, site, handle, name } = value as { readonly [field: string]: Json };
  if (typeof tool !== 'string' || typeof site !== 'string') return false;
  const isName = (text: Json | undefined): boolean => text === undefined || typeof text === 'string';
  return isName(handle) && isName(name) && person(value as unknown as Account);
};
