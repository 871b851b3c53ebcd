import { describe, expect, test } from 'vitest';
import { clockStart, tick } from '../../lib/core/clock.ts';
import type { Json, MergedField, MergedRecord, NaturalKey } from '../../lib/core/record.ts';
import { dependencyOf, isSilent, itemsOf, ownershipOf, pairOf, renamed } from '../../lib/core/records.ts';
import { keyOf } from '../worlds.ts';

const a = keyOf('1');
const b = keyOf('2');
const at = Date.parse('2026-11-22T12:00:00Z');
const clock = tick(clockStart, at);
const dana = { tool: 'github', site: 'github.com', handle: 'dana' };
const noor = { tool: 'github', site: 'github.com', handle: 'noor' };

const field = (value: Json, more: Partial<MergedField> = {}): MergedField => ({
  value,
  clock,
  author: 'local',
  device: 'd1',
  ...more,
});

const record = (k: NaturalKey, fields: Record<string, MergedField>, deleted = false): MergedRecord => ({
  rec: 'r',
  k,
  deleted,
  fields,
});

describe('ownerships', () => {
  test('[O1] who, in which role, since when', () => {
    expect(ownershipOf(record(['own', a, 'owner'], { who: field(dana), accepted: field(true) }))).toEqual({
      item: a,
      role: 'owner',
      who: dana,
      accepted: true,
      at,
    });
  });

  test('stated that nobody does is a statement', () => {
    expect(ownershipOf(record(['own', a, 'backup'], { who: field(null) }))).toMatchObject({ who: null });
  });

  test('[O2] an acceptance that was written for another name does not count', () => {
    const later = tick(clock, at + 1);
    const crossed = { who: field(noor, { clock: later, device: 'd2' }), accepted: field(true) };
    expect(ownershipOf(record(['own', a, 'owner'], crossed))?.accepted).toBe(false);
  });

  test('[O1] others who were named at the same time, each once, the shown one not among them', () => {
    const rivals = [dana, noor, noor].map((value) => ({ value, clock, author: 'local', device: 'd' }));
    const found = ownershipOf(record(['own', a, 'owner'], { who: field(dana, { rivals }) }));
    expect(found?.rivals).toEqual([noor]);
  });

  test.each<[string, MergedRecord]>([
    ['deleted', record(['own', a, 'owner'], { who: field(dana) }, true)],
    ['of another type', record(['dep', a, b], { who: field(dana) })],
    ['of a role nobody knows', record(['own', a, 'emperor'], { who: field(dana) })],
    ['about no item', record(['own', 'nothing here', 'owner'], { who: field(dana) })],
    ['without a person', record(['own', a, 'owner'], { accepted: field(true) })],
    ['naming a number', record(['own', a, 'owner'], { who: field(7) })],
    ['naming somebody without a name', record(['own', a, 'owner'], { who: field({ tool: 'github', site: 'x' }) })],
  ])('a record %s is no ownership', (_what, broken) => {
    expect(ownershipOf(broken)).toBeUndefined();
  });

  test('what a person carries besides is left out', () => {
    const who = field({ ...dana, extra: 'x', kind: 'emperor' });
    expect(ownershipOf(record(['own', a, 'owner'], { who }))?.who).toEqual(dana);
  });
});

describe('stated dependencies', () => {
  test('[D1] blocker, blocked, hardness, reason and dates', () => {
    const fields = {
      said: field('yes'),
      hard: field(false),
      reason: field('needs the limit first'),
      needed: field('2026-12-04'),
      promised: field(null),
    };
    expect(dependencyOf(record(['dep', a, b], fields))).toEqual({
      blocker: a,
      blocked: b,
      said: 'yes',
      hard: false,
      reason: 'needs the limit first',
      needed: '2026-12-04',
      at,
    });
  });

  test('[D3] a denial is a statement; a withdrawn one is none', () => {
    expect(dependencyOf(record(['dep', a, b], { said: field('no') }))).toMatchObject({ said: 'no', hard: true });
    const withdrawn = record(['dep', a, b], { said: field(null) });
    expect(dependencyOf(withdrawn)).toBeUndefined();
    expect(isSilent(withdrawn)).toBe(true);
  });

  test.each<[string, MergedRecord]>([
    ['deleted', record(['dep', a, b], { said: field('yes') }, true)],
    ['of another type', record(['own', a, 'owner'], { said: field('yes') })],
    ['with one end', record(['dep', a], { said: field('yes') })],
    ['with a broken end', record(['dep', a, 'javascript: alert(1)'], { said: field('yes') })],
    ['that says neither', record(['dep', a, b], { said: field('maybe') })],
  ])('a record %s is no dependency', (_what, broken) => {
    expect(dependencyOf(broken)).toBeUndefined();
  });
});

describe('what was said of a pair', () => {
  const asItIs = (key: typeof a): typeof a => key;

  test('[W3] the same work, with its main one, how sure the suggestion was, and when', () => {
    const fields = { said: field('same'), main: field(b), sureness: field(0.9) };
    expect(pairOf(record(['pair', a, b], fields), asItIs)).toEqual({
      items: [a, b],
      said: 'same',
      main: b,
      sureness: 0.9,
      at,
    });
  });

  test('[W2] not the same has no main one, whatever was said before', () => {
    expect(pairOf(record(['pair', a, b], { said: field('not'), main: field(b) }), asItIs)).toEqual({
      items: [a, b],
      said: 'not',
      at,
    });
  });

  test.each<[string, MergedRecord]>([
    ['deleted', record(['pair', a, b], { said: field('not') }, true)],
    ['of another type', record(['dep', a, b], { said: field('not') })],
    ['of one item', record(['pair', a, a], { said: field('not') })],
    ['with a broken end', record(['pair', a, 'javascript: alert(1)'], { said: field('not') })],
    ['withdrawn', record(['pair', a, b], { said: field(null) })],
    ['without its main one', record(['pair', a, b], { said: field('same') })],
    ['whose main one is neither', record(['pair', a, b], { said: field('same'), main: field('asana:1') })],
  ])('a record %s says nothing of a pair', (_what, broken) => {
    expect(pairOf(broken, asItIs)).toBeUndefined();
  });
});

test('[K2] a record is about its items, under the keys they have now', () => {
  expect(itemsOf(['own', a, 'owner'])).toEqual([a]);
  expect(itemsOf(['dep', a, b])).toEqual([a, b]);
  expect(renamed(['dep', a, b], (key) => (key === a ? keyOf('9') : key))).toEqual(['dep', keyOf('9'), b]);
});
