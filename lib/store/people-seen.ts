import type { Site } from '../core/key.ts';
import type { Account } from '../core/person.ts';
import { type Database, hasTable } from './database.ts';
import { reading } from './reading.ts';
import type { PersonRow } from './rows.ts';

export interface SeenPerson {
  readonly account: Account;
  /** On how many items. */
  readonly count: number;
}

/** People, no teams and no agents, seen on a site, most often first: for "which of these are you". */
export const peopleSeen = async (db: Database, { tool, site }: Site, limit: number): Promise<readonly SeenPerson[]> => {
  if (!hasTable(db, 'people')) return [];
  const rows = await db.people
    .where('[tool+site+count]')
    .between([tool, site, -Infinity], [tool, site, Infinity])
    .reverse()
    .limit(limit * 4)
    .toArray();
  const people = rows.filter(({ kind }) => kind === undefined);
  const named = new Set(people.filter(({ handle }) => handle !== undefined).map(({ name }) => name));
  return people
    .filter(({ handle, name }) => handle !== undefined || !named.has(name))
    .slice(0, limit)
    .map(seenPerson);
};

/** Rows that are looked at for teams: there are few, but they may be seen seldom. */
const maxLooked = 5_000;

/** Teams seen on a site, most often first: for "which of these are yours". */
export const teamsSeen = async (db: Database, { tool, site }: Site, limit: number): Promise<readonly SeenPerson[]> => {
  if (!hasTable(db, 'people')) return [];
  const rows = await db.people
    .where('[tool+site+count]')
    .between([tool, site, -Infinity], [tool, site, Infinity])
    .reverse()
    .limit(maxLooked)
    .toArray();
  return rows
    .filter(({ kind }) => kind === 'team')
    .slice(0, limit)
    .map(seenPerson);
};

const seenPerson = ({ id: _id, count, ...account }: PersonRow): SeenPerson => ({ account, count });

/** Sites on which somebody was seen, for asking who I am there. One look into the index for each site. */
export const sitesSeen = (db: Database): Promise<readonly Site[]> =>
  reading(db, async () => {
    const sites: Site[] = [];
    if (!hasTable(db, 'people')) return sites;
    for (let row = await db.people.where('[tool+site+count]').above([]).first(); row !== undefined; ) {
      const { tool, site } = row;
      sites.push({ tool, site });
      row = await db.people.where('[tool+site+count]').above([tool, site, Infinity]).first();
    }
    return sites;
  });
