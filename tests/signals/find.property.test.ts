import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../lib/core/canonical.ts';
import { type Finding, findingId } from '../../lib/core/finding.ts';
import type { NetEdit } from '../../lib/core/net/edit.ts';
import { buildNet } from '../../lib/core/net/net.ts';
import { worldOf } from '../../lib/core/world.ts';
import { find } from '../../lib/signals/find.ts';
import { signals } from '../../lib/signals/index.ts';
import { edits, needs, wholeOf } from './arbitraries.ts';

/** In one order, one spelling each. */
const spelled = (findings: readonly Finding[]): string => findings.map(canonical).sort().join('\n');

/** Keeps what is found while the net changes; what was judged and is not found again is gone. */
const keeping = () => {
  const world = worldOf(buildNet({}), needs);
  const kept = new Map<string, Finding>();
  return {
    take: (edit: NetEdit): void => {
      const { subjects = new Set(), findings } = find(signals, world, { about: world.net.apply(edit) });
      for (const [id, { subject }] of kept) if (subjects.has(subject)) kept.delete(id);
      for (const finding of findings) kept.set(findingId(finding), finding);
      expect(findings.filter(({ subject }) => !subjects.has(subject))).toEqual([]);
    },
    kept: () => spelled([...kept.values()]),
    whole: () => spelled(find(signals, world).findings),
  };
};

test('judging what each change reaches, one after another, leaves what judging everything says, at every step', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const { take, kept, whole } = keeping();
      for (const edit of all) {
        take(edit);
        expect(kept()).toBe(whole());
      }
      expect(kept()).toBe(spelled(find(signals, worldOf(buildNet(wholeOf(all)), needs)).findings));
    }),
    { numRuns: 50 },
  );
});

test('judging everything names no subjects: all that was found before is replaced', () => {
  expect(find(signals, worldOf(buildNet({}), needs)).subjects).toBeUndefined();
});
