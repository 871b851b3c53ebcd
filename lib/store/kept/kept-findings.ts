import { canonical } from '../../core/canonical.ts';
import { type Finding, findingId, type Judgement, type SignalId } from '../../core/finding.ts';
import { dayLength } from '../../core/working-days.ts';
import type { Database } from '../database.ts';
import type { FindingRow } from '../rows.ts';

/** Milliseconds that a finding which is gone is remembered, so that its coming again can be told. */
const remembered = 30 * dayLength;

/** Last of all days. */
const undated = '9999-99-99';

/**
 * Keeps what was found: what says the same stays as it is, what is new begins now, what was judged and not found again is
 * gone. `at`: milliseconds.
 */
export const keepFindings = async (
  db: Database,
  { subjects, findings, failed = new Set() }: Judgement,
  at: number,
  weightOf: (signal: SignalId) => number,
): Promise<void> => {
  const before =
    subjects === undefined
      ? await db.findings.toArray()
      : await db.findings
          .where('subject')
          .anyOf([...subjects])
          .toArray();
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
  await db.findings.bulkPut([...rows, ...gone.map(({ order: _, ...row }) => ({ ...row, left: at }))]);
  await db.findings.bulkDelete(forgotten.map(({ id }) => id));
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
  order: `${weight} ${finding.by ?? undated} ${id}`,
  ...(there === undefined
    ? { since: at }
    : there.left === undefined
      ? lasting(there)
      : { since: at, gone: there.left }),
});

const lasting = ({ since, gone }: FindingRow): Pick<FindingRow, 'since' | 'gone'> =>
  gone === undefined ? { since } : { since, gone };
