import type { ItemKey } from '../core/key.ts';
import { joinCells, mergeCells } from '../core/merge.ts';
import type { Cell, NaturalKey } from '../core/record.ts';
import { isSilent, itemsOf, ownershipOf, renamed } from '../core/records.ts';
import type { CellKey, RecordRow } from './rows.ts';
import { spellings } from './spelling.ts';

export const cellKey = ({ space, rec, author, device }: Cell): CellKey => [space, rec, author, device];

/** What is derived from the present names of a record's items. */
export const aboutOf = (now: NaturalKey): Pick<RecordRow, 'now' | 'about'> => ({
  now,
  about: [...new Set(itemsOf(now))],
});

export const isSoundRecord = ({ now, merged }: RecordRow): boolean =>
  Array.isArray(now) && typeof merged?.fields === 'object' && merged.fields !== null;

/** The row of a record, from all of its cells. Undefined where there is none. */
export const recordRow = (cells: readonly Cell[], nowOf: (key: ItemKey) => ItemKey): RecordRow | undefined => {
  const merged = mergeCells(cells);
  if (merged === undefined) return undefined;
  const who = ownershipOf(merged)?.who;
  return {
    rec: merged.rec,
    ...aboutOf(renamed(merged.k, nowOf)),
    answers: who == null ? [] : spellings(who),
    ...(merged.k[0] === 'pair' && !isSilent(merged) ? { pair: 1 } : {}),
    cells: joinCells(cells, []).map(cellKey),
    merged,
  };
};
