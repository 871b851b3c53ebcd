import { describe, expect, test } from 'vitest';
import { findingId } from '../../lib/core/finding.ts';
import { asideOfFinding, standing } from '../../lib/core/finding-aside.ts';
import type { KeptFinding } from '../../lib/core/findings-view.ts';
import { keyOf } from '../worlds.ts';

const today = '2026-11-22';
const finding = (more: Partial<KeptFinding> = {}): KeptFinding => ({
  signal: 'late-blocker',
  subject: keyOf('1'),
  id: findingId({ signal: 'late-blocker', subject: keyOf('1') }),
  items: [keyOf('1'), keyOf('2')],
  concerns: [],
  says: { id: 'late-blocker', args: { due: { day: '2026-12-12' } } },
  evidence: [],
  next: [{ type: 'look', item: keyOf('1') }],
  sure: true,
  since: 100,
  ...more,
});
const later = finding({ says: { id: 'late-blocker', args: { due: { day: '2026-12-20' } } } });

describe('[Q4] a finding that is set aside', () => {
  test('is away until its day, and then says so', () => {
    const aside = asideOfFinding(finding(), 200, '2026-11-23');
    expect(standing(finding(), aside, today)).toEqual({ away: true });
    expect(standing(finding(), aside, '2026-11-23')).toMatchObject({ away: false, back: { why: 'date' } });
  });

  test('comes back when it says something else, or speaks of other items', () => {
    const aside = asideOfFinding(finding(), 200);
    expect(standing(later, aside, today)).toMatchObject({ away: false, back: { why: 'finding' } });
    expect(standing(finding({ items: [keyOf('1'), keyOf('3')] }), aside, today).away).toBe(false);
    expect(standing(finding({ items: [keyOf('2'), keyOf('1')] as const }), aside, today).away).toBe(true);
  });

  test('dismissed with a reason, stays away whatever it says, until it was gone and came again', () => {
    const aside = asideOfFinding(finding(), 200, undefined, 'known');
    expect(standing(later, aside, '2027-01-01')).toEqual({ away: true });
    expect(standing(finding({ since: 300, gone: 250 }), aside, today)).toMatchObject({ back: { why: 'again' } });
  });

  test('is away from now on, where whoever shows it looks at a clock that is behind', () => {
    expect(standing(finding(), asideOfFinding(finding(), 50), today).away).toBe(true);
  });

  test('nothing set aside: it stands', () => expect(standing(finding(), undefined, today)).toEqual({ away: false }));
});
