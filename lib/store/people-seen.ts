import type { Site } from '../core/key.ts';
import type { Account } from '../core/person.ts';
import { type Database, hasTable } from './database.ts';
import { reading } from './reading.ts';
import type { PersonRow } from './rows.ts';

export interface SeenPerson {
  readonly account: Account;
  /** How many items show them. */
  readonly count: number;
}

/** People by their id, and how many items show them now that did not before; below zero, that do not any more. */
export type Met = Map<string, SeenPerson>;

export const meet = (met: Met, id: string, account: Account, items: 1 | -1): void => {
  met.set(id, { account, count: (met.get(id)?.count ?? 0) + items });
};

/** Counts them. Whom no item shows any more is not known any more. */
export const countPeople = async (db: Database, met: Met): Promise<void> => {
  if (met.size === 0) return;
  const rows = await db.people.bulkGet([...met.keys()]);
  const people = [...met].map(([id, { account, count }], index): PersonRow => {
    const before = rows[index];
    return { ...before, ...(count > 0 ? account : (before ?? account)), id, count: (before?.count ?? 0) + count };
  });
  await db.people.bulkPut(people.filter(({ count }) => count > 0));
  await db.people.bulkDelete(people.filter(({ count }) => count <= 0).map(({ id }) => id));
};

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
