import type { Deleted, Scope } from '../../core/access.ts';
import { isSilent } from '../../core/records.ts';
import type { Database } from '../database.ts';
import { isSound } from '../gathering.ts';
import { eachPage, keysOfSite } from '../pages.ts';
import { isSoundRecord } from '../record-rows.ts';
import type { RecordRow } from '../rows.ts';
import { type Covered, coveredBy, namesCovered, type PlaceOf } from './covered.ts';
import { keptItem } from './seen-rows.ts';

/** What a deletion would take: items that go or lose somebody, and statements that stand. Deletes nothing. */
export const countDeletion = async (db: Database, scope: Scope, placeOf: PlaceOf): Promise<Deleted> => {
  if (scope.type === 'everything') return { items: await db.items.count(), statements: await countRecords(db) };
  const covered = await coveredBy(db, scope, placeOf);
  let items = 0;
  await eachPage(
    db.items,
    (rows) => {
      items += rows.filter((row) => isSound(row) && keptItem(covered, row) !== row).length;
    },
    keysOfSite(covered.site),
  );
  return { items, statements: await countRecords(db, covered) };
};

const countRecords = async (db: Database, covered?: Covered): Promise<number> => {
  let count = 0;
  await eachPage(db.records, (rows) => {
    count += rows.filter(
      (row) => isSoundRecord(row) && !isSilent(row.merged) && (covered === undefined || isTaken(covered, row)),
    ).length;
  });
  return count;
};

const isTaken = (covered: Covered, { about, merged }: RecordRow): boolean =>
  about.some(covered.item) ||
  Object.values(merged.fields).some(({ value, rivals = [] }) =>
    [value, ...rivals.map((rival) => rival.value)].some((one) => namesCovered(covered, one)),
  );
