import type { Aside, Back } from './aside.ts';
import { canonical } from './canonical.ts';
import { digestOf } from './digest.ts';
import type { KeptFinding } from './findings-view.ts';
import type { Day } from './item.ts';

/**
 * Sets a finding aside until a day, or until it says something else; with a reason it is dismissed: it stays away until
 * what it speaks of is gone and comes again. `at`: milliseconds; whoever shows it may look at a clock that is behind.
 */
export const asideOfFinding = (finding: KeptFinding, at: number, until?: Day, reason?: string): Aside => ({
  row: finding.id,
  at: Math.max(at, finding.since),
  ...(until === undefined ? {} : { until }),
  ...(reason === undefined ? {} : { reason }),
  was: { finding: spelled(finding) },
});

/** What it says and of which items, in few characters. */
const spelled = ({ says, items }: KeptFinding): string => digestOf(canonical([says, [...items].sort()]));

/** Whether a finding is away, and why it is not any more (Q4). */
export const standing = (
  finding: KeptFinding,
  aside: Aside | undefined,
  today: Day,
): { readonly away: boolean; readonly back?: Back } => {
  if (aside === undefined) return { away: false };
  const why = backReason(finding, aside, today);
  return why === undefined ? { away: true } : { away: false, back: { why, aside } };
};

const backReason = (finding: KeptFinding, aside: Aside, today: Day): Back['why'] | undefined => {
  if (finding.since > aside.at) return 'again';
  if (aside.reason !== undefined) return undefined;
  const before = aside.was.finding;
  if (before !== undefined && before !== spelled(finding)) return 'finding';
  return aside.until !== undefined && aside.until <= today ? 'date' : undefined;
};
