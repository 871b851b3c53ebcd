import type { Telling } from '../../core/daily-word.ts';
import type { KeptFinding } from '../../core/findings-view.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Gaps } from '../../core/net/gaps.ts';
import type { Database } from '../database.ts';
import type { FindingRow } from '../rows.ts';
import { isKept, readKept } from './kept-net.ts';

/** What of the kept answers there is one of. */
export interface KeptAnswers {
  readonly gaps: Gaps;
  /** Milliseconds: when the findings were last looked at; 0 never. */
  readonly looked: number;
  /** When a notification was last given. */
  readonly told?: Telling;
  /** Nothing is kept yet, or it is in doubt: it is being made. */
  readonly missing: boolean;
}

/** What stands about any of these items, the most pressing first. */
export const findingsOn = async (db: Database, keys: readonly ItemKey[]): Promise<readonly KeptFinding[]> => {
  if (!isKept(db) || keys.length === 0) return [];
  const rows = await db.findings
    .where('items')
    .anyOf([...keys])
    .distinct()
    .toArray();
  return rows.filter(stands).sort(byOrder).map(findingOf);
};

/** Everything that stands, the most pressing first. */
export const findings = async (db: Database): Promise<readonly KeptFinding[]> =>
  isKept(db) ? (await db.findings.orderBy('order').toArray()).map(findingOf) : [];

export const keptAnswers = async (db: Database): Promise<KeptAnswers> => {
  if (!isKept(db)) return { gaps: [], looked: 0, missing: true };
  const [head, gaps, looked, told] = await Promise.all([
    readKept(db, 'head'),
    readKept(db, 'gaps'),
    readKept(db, 'looked'),
    readKept(db, 'told'),
  ]);
  return {
    gaps: gaps ?? [],
    looked: looked ?? 0,
    missing: head === undefined,
    ...(told === undefined ? {} : { told }),
  };
};

export const look = async (db: Database, at: number): Promise<void> => {
  await db.kept.put({ name: 'looked', value: at });
};

export const noteTold = async (db: Database, told: Telling): Promise<void> => {
  await db.kept.put({ name: 'told', value: told });
};

const stands = ({ order }: FindingRow): boolean => order !== undefined;

const byOrder = (a: FindingRow, b: FindingRow): number => ((a.order ?? '') < (b.order ?? '') ? -1 : 1);

const findingOf = ({ order: _order, left: _left, ...finding }: FindingRow): KeptFinding => finding;
