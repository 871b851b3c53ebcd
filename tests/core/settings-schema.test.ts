import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { maxAges } from '../../lib/core/settings.ts';
import { agesSchema, asideSchema, knownPlaceSchema, scopeSchema, weekSchema } from '../../lib/core/settings-schema.ts';

const takes = (schema: z.ZodMiniType, value: unknown): boolean => z.safeParse(schema, value).success;

describe('a working week', () => {
  test.each([
    ['five days', [1, 2, 3, 4, 5], true],
    ['one', [7], true],
    ['none', [], false],
    ['one twice', [1, 1, 2], false],
    ['out of order', [2, 1], false],
    ['a day that is none', [0, 1], false],
    ['half a day', [1.5], false],
  ])('of %s', (_what, days, expected) => {
    expect(takes(weekSchema, { days, holidays: [] })).toBe(expected);
  });

  test('has holidays that are days of the calendar', () => {
    expect(takes(weekSchema, { days: [1], holidays: ['2028-02-29'] })).toBe(true);
    expect(takes(weekSchema, { days: [1], holidays: ['2027-02-29'] })).toBe(false);
  });
});

test.each([
  [{ kept: 1, fresh: 1 }, true],
  [maxAges, true],
  [{ ...maxAges, kept: maxAges.kept + 1 }, false],
  [{ ...maxAges, fresh: maxAges.fresh + 1 }, false],
  [{ kept: 0, fresh: 7 }, false],
  [{ kept: 90, fresh: 0 }, false],
  [{ kept: 90, fresh: Number.NaN }, false],
])('[K8] [Q2] %j days: %s', (ages, expected) => {
  expect(takes(agesSchema, ages)).toBe(expected);
});

const pay = { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' };

test('[K7] a place with what is known of it, and nothing else', () => {
  expect(takes(knownPlaceSchema, pay)).toBe(true);
  expect(takes(knownPlaceSchema, { ...pay, sign: 'author', answer: 'later', answeredAt: 1 })).toBe(true);
  expect(takes(knownPlaceSchema, { ...pay, sign: 'seen' })).toBe(false);
  expect(takes(knownPlaceSchema, { ...pay, name: '' })).toBe(false);
  expect(takes(knownPlaceSchema, { ...pay, note: 'mine' })).toBe(false);
});

test('[Q4] what is set aside, with what it was then', () => {
  const aside = { row: 'row', at: 1, was: { state: 'open' } };
  expect(takes(asideSchema, aside)).toBe(true);
  expect(takes(asideSchema, { ...aside, until: '2026-12-01', was: {} })).toBe(true);
  expect(takes(asideSchema, { ...aside, until: 'soon' })).toBe(false);
  expect(takes(asideSchema, { ...aside, was: { mood: 'low' } })).toBe(false);
});

test.each<[string, unknown, boolean]>([
  ['everything', { type: 'everything' }, true],
  ['a site', { type: 'site', site: { tool: 'jira', site: pay.site } }, true],
  ['a place', { type: 'place', place: pay }, true],
  ['a person', { type: 'person', person: { tool: 'jira', site: pay.site, name: 'Dana' } }, true],
  ['a site that is not said', { type: 'site' }, false],
  ['nobody', { type: 'person', person: { tool: 'jira', site: pay.site } }, false],
  ['all but something', { type: 'everything', place: pay }, false],
])('[K8] deleting %s: %s', (_what, scope, expected) => {
  expect(takes(scopeSchema, scope)).toBe(expected);
});
