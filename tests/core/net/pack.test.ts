import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NetEdit } from '../../../lib/core/net/edit.ts';
import { buildNet } from '../../../lib/core/net/net.ts';
import { packNet, unpackNet } from '../../../lib/core/net/pack.ts';
import { answersOf, net } from '../../nets.ts';
import { dana, keyOf, noor } from '../../worlds.ts';

const again = (edit: NetEdit) => {
  const unpacked = unpackNet(structuredClone(packNet(buildNet(edit))));
  return unpacked === undefined ? undefined : answersOf(buildNet(unpacked));
};

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const day = fc.constantFrom('2026-11-20', '2026-11-27', '2026-12-04');
const time = fc.integer({ min: 0, max: 2 ** 45 });
const facts = fc.record(
  {
    state: fc.constantFrom(
      'open' as const,
      'in-progress' as const,
      'done' as const,
      'dropped' as const,
      'unknown' as const,
    ),
    due: fc.option(day),
    rank: fc.option(fc.constantFrom('urgent' as const, 'high' as const, 'normal' as const, 'low' as const)),
    assigned: fc.subarray([dana, noor, { ...dana, name: 'Another name' }, { ...noor, kind: 'team' as const }]),
    owner: fc.record({ who: fc.constantFrom(dana, noor), accepted: fc.boolean(), rivals: fc.subarray([dana]) }),
    author: fc.constantFrom(dana, noor),
    reviewers: fc.subarray([dana, noor]),
    asked: time,
    moved: time,
    seen: time,
    closed: time,
    reopened: time,
    slipped: fc.record({ from: day, at: time }),
  },
  { requiredKeys: ['state'] },
);
const wait = fc.record(
  { hard: fc.boolean(), needed: day, promised: day, since: time },
  { requiredKeys: ['hard', 'since'] },
);

test('a net that was packed, stored and unpacked is the same net', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, facts), { selector: ([one]) => one, maxLength: 5, size: 'max' }),
      fc.uniqueArray(fc.tuple(name, name, wait), { selector: ([a, b]) => `${a}${b}`, maxLength: 15, size: 'max' }),
      fc.uniqueArray(fc.tuple(name, name), { selector: ([a, b]) => `${a}${b}`, maxLength: 5 }),
      (items, waits, code) => {
        const edit: NetEdit = {
          items: items.map(([one, known]) => ({ key: keyOf(one), facts: known })),
          waits: waits.map(([a, b, one]) => ({ blocker: keyOf(a), blocked: keyOf(b), wait: one })),
          code: code.map(([a, b]) => ({ code: keyOf(a), ticket: keyOf(b), stands: true })),
        };
        expect(again(edit)).toEqual(answersOf(buildNet(edit)));
      },
    ),
    { numRuns: 300 },
  );
});

test('an empty net is packed as well', () => expect(again({})).toEqual([]));

test('what another version packed is not read', () => {
  expect(unpackNet({ ...packNet(net().item('a').build()), version: 0 })).toBeUndefined();
});
