import { canonical } from '../../core/canonical.ts';
import { type Finding, findingId, type Judgement, type SignalId } from '../../core/finding.ts';
import { sayingLikes } from '../../core/likes.ts';
import { dayLength } from '../../core/working-days.ts';
import type { Database } from '../database.ts';
import type { FindingRow } from '../rows.ts';

/** Milliseconds that a finding which is gone is remembered, so that its coming again can be told. */
const remembered = 30 * dayLength;

/** Last of all days. */
const undated = '9999-99-99';

/**
 * Keeps what was found: what says the same stays as it is, what is new begins now, what was judged and not found again is
 * gone. `at`: milliseconds. True: something is said differently now.
 */
export const keepFindings = async (
  db: Database,
  { subjects, findings, failed = new Set(), ofTexts }: Judgement,
  at: number,
  weightOf: (signal: SignalId) => number,
): Promise<boolean> => {
  const about =
    subjects === undefined
      ? await db.findings.toArray()
      : await db.findings
          .where('subject')
          .anyOf([...subjects])
          .toArray();
  const before = about.filter(({ likes }) => (likes !== undefined) === (ofTexts === true));
  const known = new Map(before.map((row) => [row.id, row]));
  const found = new Set<string>();
  const rows: FindingRow[] = [];
  for (const finding of findings) {
    const id = findingId(finding);
    found.add(id);
    const there = known.get(id);
    const row = rowOf(finding, id, there, at, weightOf(finding.signal));
    if (there === undefined || canonical(row) !== canonical(there)) rows.push(row);
  }
  const gone = before.filter(({ id, order, signal }) => !found.has(id) && order !== undefined && !failed.has(signal));
  const forgotten = before.filter((row) => row.left !== undefined && at - row.left > remembered && !found.has(row.id));
  await db.findings.bulkPut([...rows, ...gone.map((row) => leaving(row, at))]);
  await db.findings.bulkDelete(forgotten.map(({ id }) => id));
  return rows.length + gone.length > 0;
};

const rowOf = (
  finding: Finding,
  id: string,
  there: FindingRow | undefined,
  at: number,
  weight: number,
): FindingRow => ({
  ...finding,
  id,
  order: `${weight} ${finding.by ?? undated} ${finding.signal} ${rankOf(finding)}${finding.subject}`,
  ...(there === undefined
    ? { since: at }
    : there.left === undefined
      ? lasting(there)
      : { since: at, gone: there.left }),
});

/** K8: what is gone holds no words of what it was like. */
const leaving = ({ order: _, ...row }: FindingRow, at: number): FindingRow => {
  if (row.likes === undefined) return { ...row, left: at };
  const [first, ...others] = row.likes.map((like) => ({ ...like, reasons: [] }));
  return { ...row, ...(first === undefined ? {} : sayingLikes(row.items[0], [first, ...others])), left: at };
};

/** The surest likeness first. */
const rankOf = ({ likes }: Finding): string => (likes === undefined ? '' : `${(1 - likes[0].sureness).toFixed(4)} `);

const lasting = ({ since, gone }: FindingRow): Pick<FindingRow, 'since' | 'gone'> =>
  gone === undefined ? { since } : { since, gone };
