import type { ItemKey } from '../../core/key.ts';
import type { NaturalKey } from '../../core/record.ts';
import { itemsOf, renamed } from '../../core/records.ts';
import { type Names, namesOf } from '../aliases.ts';
import type { Database } from '../database.ts';
import type { Covered } from './covered.ts';

/** Tells of single values what stays of them. */
export interface Sieve {
  readonly covered: Covered;
  /**
   * The key by which an item that stays is called, undefined for one that goes. An item that has moved away stays, but
   * not under the key that it had in what is deleted.
   */
  readonly key: (key: ItemKey) => ItemKey | undefined;
  readonly naturalKey: (k: NaturalKey) => NaturalKey | undefined;
}

/** `keys`: those that will be asked about. */
export const sieveFor = async (db: Database, covered: Covered, keys: readonly ItemKey[]): Promise<Sieve> =>
  sieveOf(covered, await namesOf(db, keys));

export const sieveOf = (covered: Covered, { nowOf }: Names): Sieve => {
  const key = (of: ItemKey): ItemKey | undefined => {
    const now = nowOf(of);
    if (covered.item(now)) return undefined;
    return covered.item(of) ? now : of;
  };
  return {
    covered,
    key,
    naturalKey: (k) =>
      itemsOf(k).some((item) => key(item) === undefined) ? undefined : renamed(k, (item) => key(item) ?? item),
  };
};
