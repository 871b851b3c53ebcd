import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockStart, latest, tick } from '../../lib/core/clock.ts';
import { deletion, joinCells, mergeCells, type Seen, seenIn, undoMark } from '../../lib/core/merge.ts';
import type { Cell, FieldWrite, Json } from '../../lib/core/record.ts';

const k = ['own', 'asana:1', 'owner'] as const;
const clock = (n: number): string => tick(clockStart, n);

const cell = (device: string, f: Record<string, readonly [at: number, value: Json, seen?: Seen]>): Cell => {
  const fields = Object.entries(f).map(([field, [at, value, seen = {}]]): [string, FieldWrite] => [
    field,
    [clock(at), value, seen],
  ]);
  const lm = fields.map(([, [at]]) => at).reduce(latest, '');
  return {
    space: 's',
    rec: 'r',
    author: 'local',
    device,
    lm,
    body: { v: 1, k: [...k], f: Object.fromEntries(fields) },
  };
};

/** A device writes fields, having seen the given cells: what the store does. */
const writes = (device: string, at: number, seenCells: readonly Cell[], fields: Record<string, Json>): Cell => {
  const own = seenCells.find((one) => one.device === device);
  const f = Object.fromEntries(
    Object.entries(fields).map(([field, value]): [string, FieldWrite] => [
      field,
      [clock(at), value, seenIn(seenCells, field)],
    ]),
  );
  return {
    space: 's',
    rec: 'r',
    author: 'local',
    device,
    lm: clock(at),
    body: { v: 1, k: [...k], f: { ...own?.body.f, ...f } },
  };
};

/** Several devices, each of which has seen some of the others when it writes. */
const historyArbitrary = fc
  .array(
    fc.record({
      device: fc.constantFrom('d1', 'd2', 'd3'),
      field: fc.constantFrom('who', 'said', 'needed', 'note', deletion),
      value: fc.constantFrom<Json>('yes', 'no', null, '2026-12-01', '2026-12-09', true),
      sees: fc.constantFrom<'all' | 'own'>('all', 'own'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) =>
    steps.reduce<readonly Cell[]>((cells, { device, field, value, sees }, index) => {
      const seen = sees === 'all' ? cells : cells.filter((one) => one.device === device);
      return joinCells(cells, [writes(device, 1_000 + index, seen, { [field]: value })]);
    }, []),
  );

describe('laws of the union of cells', () => {
  const cellArbitrary = fc
    .record({
      device: fc.constantFrom('d1', 'd2'),
      at: fc.integer({ min: 1, max: 4 }),
      value: fc.constantFrom<Json>('a', 'b'),
    })
    .map(({ device, at, value }) => cell(device, { who: [at, value] }));
  const cells = fc.array(cellArbitrary, { maxLength: 5 });

  test('commutative', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        expect(joinCells(a, b)).toEqual(joinCells(b, a));
      }),
    );
  });
  test('associative', () => {
    fc.assert(
      fc.property(cells, cells, cells, (a, b, c) => {
        expect(joinCells(joinCells(a, b), c)).toEqual(joinCells(a, joinCells(b, c)));
      }),
    );
  });
  test('idempotent', () => {
    fc.assert(
      fc.property(cells, (a) => {
        expect(joinCells(joinCells(a, a), a)).toEqual(joinCells(a, []));
      }),
    );
  });
});

test('the order and the repetition of cells change nothing', () => {
  fc.assert(
    fc.property(
      historyArbitrary.chain((cells) =>
        fc.tuple(fc.constant(cells), fc.shuffledSubarray([...cells, ...cells], { minLength: cells.length * 2 })),
      ),
      ([cells, shuffled]) => {
        expect(mergeCells(shuffled)).toEqual(mergeCells(cells));
      },
    ),
  );
});

test('a write that has seen everything stands alone', () => {
  fc.assert(
    fc.property(historyArbitrary, (cells) => {
      const chosen = joinCells(cells, [writes('d2', 5_000, cells, { who: 'chosen' })]);
      const field = mergeCells(chosen)?.fields['who'];
      expect(field?.value).toBe('chosen');
      expect(field?.rivals).toBeUndefined();
    }),
  );
});

test('no cell: no record', () => {
  expect(mergeCells([])).toBeUndefined();
});

test('[O1] two owners named without having seen each other: the newest is shown, both are kept', () => {
  const merged = mergeCells([cell('d1', { who: [1, 'ann'] }), cell('d2', { who: [2, 'bob'] })]);
  expect(merged?.fields['who']).toMatchObject({ value: 'bob', device: 'd2' });
  expect(merged?.fields['who']?.rivals?.map(({ value }) => value)).toEqual(['bob', 'ann']);
});

test('two who say the same are no rivals', () => {
  const merged = mergeCells([cell('d1', { who: [1, 'ann'] }), cell('d2', { who: [2, 'ann'] })]);
  expect(merged?.fields['who']?.rivals).toBeUndefined();
});

test('who saw the other replaces it, even through a third', () => {
  const first = [writes('d1', 1, [], { who: 'ann' })];
  const second = joinCells(first, [writes('d2', 2, first, { who: 'bob' })]);
  const third = joinCells(second, [writes('d3', 3, second, { who: 'cid' })]);
  // The second device goes on: what it had seen of the first must not come back.
  const fourth = joinCells(third, [writes('d2', 4, third, { who: 'dan' })]);
  expect(mergeCells(fourth)?.fields['who']).toMatchObject({ value: 'dan' });
  expect(mergeCells(fourth)?.fields['who']?.rivals).toBeUndefined();
});

test('still waiting wins over cleared, until somebody chooses', () => {
  const both = [cell('d1', { said: [1, 'yes'] }), cell('d2', { said: [2, 'no'] }), cell('d3', { said: [3, null] })];
  expect(mergeCells(both)?.fields['said']).toMatchObject({ value: 'yes' });
  expect(mergeCells(both)?.fields['said']?.rivals).toHaveLength(3);
  const chosen = joinCells(both, [writes('d1', 9, both, { said: 'no' })]);
  expect(mergeCells(chosen)?.fields['said']).toMatchObject({ value: 'no' });
});

test.each(['needed', 'promised'])('the earlier %s date is shown; a date wins over none', (field) => {
  const merged = mergeCells([
    cell('d1', { [field]: [1, '2026-12-09'] }),
    cell('d2', { [field]: [2, '2026-12-04'] }),
    cell('d3', { [field]: [3, null] }),
  ]);
  expect(merged?.fields[field]?.value).toBe('2026-12-04');
});

test('a deletion covers what its author had seen, over all fields', () => {
  const stated = [writes('d1', 1, [], { said: 'yes', reason: 'later' })];
  const deleted = joinCells(stated, [writes('d1', 2, stated, { [deletion]: true })]);
  expect(mergeCells(deleted)).toMatchObject({ deleted: true });
  expect(Object.keys(mergeCells(deleted)?.fields ?? {})).toEqual([deletion]);
});

test('an edit that the deletion had not seen keeps the record, with that edit alone', () => {
  const stated = [writes('d1', 1, [], { said: 'yes', reason: 'later' })];
  const deleted = writes('d1', 3, stated, { [deletion]: true });
  const edited = writes('d2', 2, stated, { needed: '2026-12-01' });
  const merged = mergeCells([deleted, edited]);
  expect(merged?.deleted).toBe(false);
  expect(Object.keys(merged?.fields ?? {})).toEqual([deletion, 'needed']);
});

test('a deletion that is taken back gives every field back; one taken back meanwhile deletes nothing', () => {
  const stated = [writes('d1', 1, [], { said: 'yes' })];
  const deleted = joinCells(stated, [writes('d1', 2, stated, { [deletion]: true })]);
  const back = joinCells(deleted, [writes('d2', 3, deleted, { [deletion]: null })]);
  expect(mergeCells(back)).toMatchObject({ deleted: false, fields: { said: { value: 'yes' } } });
  const again = joinCells(back, [writes('d1', 4, deleted, { [deletion]: true })]);
  expect(mergeCells(again)?.deleted).toBe(false);
});

test('what is stated after a deletion does not bring back what was deleted', () => {
  const stated = [writes('d1', 1, [], { said: 'yes', reason: 'old' })];
  const deleted = joinCells(stated, [writes('d1', 2, stated, { [deletion]: true })]);
  const restated = joinCells(deleted, [writes('d1', 3, deleted, { said: 'yes' })]);
  expect(mergeCells(restated)?.fields['reason']).toBeUndefined();
  expect(mergeCells(restated)?.deleted).toBe(false);
});

test('[P5] two writes that claim to have seen each other do not both vanish', () => {
  const far = clock(9_000_000);
  const merged = mergeCells([
    cell('d1', { who: [1, 'ann', { d2: far }] }),
    cell('d2', { who: [2, 'bob', { d1: far }] }),
  ]);
  expect(merged?.fields['who']?.value).toBe('bob');
});

test('fields that this version does not know are merged and kept', () => {
  const merged = mergeCells([cell('d1', { who: [1, 'ann'], mood: [1, { level: 3 }] })]);
  expect(merged?.fields['mood']?.value).toEqual({ level: 3 });
});

test('a deletion of another shape deletes nothing', () => {
  const all = { d1: clock(9) };
  for (const value of ['yes', 3, ['d1'], { d1: clock(9) }])
    expect(mergeCells([cell('d1', { who: [1, 'ann'], del: [2, value, all] })])?.deleted).toBe(false);
});

test('a cell that was given older words back stands over its later version, and its mark says nothing', () => {
  const old = cell('d1', { who: [1, 'ann'] });
  const later = cell('d1', { who: [2, 'bob'] });
  const undone = cell('d1', { who: [1, 'ann'], [undoMark]: [3, null] as const });
  expect(joinCells([undone], [later])).toEqual([undone]);
  expect(mergeCells([undone, later])).toEqual(mergeCells([old]));
  expect(seenIn([undone], 'who')).toEqual({ d1: clock(1) });
  expect(mergeCells([cell('d1', { [undoMark]: [3, null] as const })])?.deleted).toBe(true);
});

test('a field named like a part of an object is a field', () => {
  const merged = mergeCells([cell('d1', { ['toString' as string]: [1, 'x'], who: [1, 'ann'] })]);
  expect(merged?.fields['toString']).toMatchObject({ value: 'x' });
});
