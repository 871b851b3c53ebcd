import { isSite, type Site, siteOf } from '../core/key.ts';
import { accountOn } from '../core/owner.ts';
import { isMe, type Me } from '../core/person.ts';
import type { Item } from '../core/snapshot.ts';
import type { Database } from './database.ts';
import { peopleOn } from './facts.ts';
import { isSound } from './gathering.ts';
import { eachPage, keysOfSite } from './pages.ts';
import { reading } from './reading.ts';
import type { ItemRow } from './rows.ts';
import { itemOf } from './snapshot.ts';

/** Items of a site that are looked at. */
const maxLooked = 20_000;

/**
 * Items of a site that show one of my accounts as assignee, as asked for a review, or as author, open and closed ones.
 * Authors and closed items stand in no index, so the site's items are walked: for the moment in which I say who I am.
 */
export const itemsShowing = (db: Database, me: Me, site: Site): Promise<readonly Item[]> =>
  reading(db, async () => {
    const shows = (row: ItemRow): boolean => peopleOn(row.facts).some((person) => isMe(me, accountOn(row.key, person)));
    const found: Item[] = [];
    let looked = 0;
    await eachPage(
      db.items,
      (rows) => {
        const here = rows.filter((row) => isSound(row) && isSite(siteOf(row.key), site));
        found.push(...here.filter(shows).map(itemOf));
        looked += rows.length;
        return looked < maxLooked;
      },
      keysOfSite(site),
    );
    return found;
  });
