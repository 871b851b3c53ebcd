import type { Deleted, Scope } from '../../core/access.ts';
import { ok, type Result } from '../../core/result.ts';
import type { OpenStore } from '../database.ts';
import { copyWhatStays } from './copy.ts';
import { countDeletion } from './count.ts';
import { coveredBy, type PlaceOf } from './covered.ts';
import { rebuild } from './rebuild.ts';

/**
 * K8: deletes everything, or all of one site, place or person, from the store and from the files of the profile.
 *
 * - a site or place: its items with all that is known and stated about them, and what others say of them: links, entries
 *   of their logs, rows set aside. Of a site also its accounts, wherever they are named; of a place the people whom no
 *   other item shows.
 * - a person: the account, and the name that pages showed with it, on every item and in every log; what was stated of
 *   them, with its history. A list that is empty without them is not known any more, rather than nobody's (O4).
 *
 * Titles, descriptions and reasons of what stays are left as they are, also where they contain a name or a key. Pages
 * that are opened later are read anew. There is no undo: history grows only, except here (E4).
 */
export const forget = async (
  open: OpenStore,
  scope: Scope,
  placeOf: PlaceOf,
): Promise<{ readonly open: OpenStore; readonly result: Result<Deleted, never> }> => {
  const deleted = await countDeletion(open.db, scope, placeOf);
  const next = await rebuild(open, async (to) => {
    if (scope.type !== 'everything') await copyWhatStays(open.db, to, await coveredBy(open.db, scope, placeOf));
  });
  return { open: next, result: ok(deleted) };
};
