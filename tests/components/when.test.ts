import { expect, test } from 'vitest';
import { createWhen } from '../../components/when.ts';

const now = Date.parse('2026-11-19T12:00:00Z');
const hour = 3_600_000;
const when = createWhen('en-GB', now, '2026-11-19');

test.each([
  ['2026-11-19', 'today'],
  ['2026-11-20', 'tomorrow'],
  ['2026-11-18', 'yesterday'],
  ['2026-11-25', 'Wednesday'],
  ['2026-11-26', '26 Nov'],
  ['2026-11-16', '3 days ago'],
  ['2026-11-12', '12 Nov'],
  ['2027-01-04', '4 Jan 2027'],
])('a day is relative within a week, else absolute: %s is %s', (day, word) => {
  expect(when.due(day).word).toBe(word);
});

test('an instant gone by within a week is a weekday', () => {
  expect(when.day(now - 48 * hour).word).toBe('Tuesday');
  expect(when.day(now - 30 * 24 * hour).word).toBe('20 Oct');
});

test('an instant has a date, however near', () => {
  expect(when.dateAt(now - 48 * hour)).toBe('17 Nov');
  expect(when.dateAt(now - 365 * 24 * hour)).toBe('19 Nov 2025');
});

test('the tip has the whole date', () => {
  expect(when.due('2026-12-04').full).toMatch(/^Friday,? 4 December 2026$/u);
  expect(when.ago(now - hour).full).toContain('19 November 2026');
});

test('a date that is none is shown as it came', () => {
  expect(when.due('soon').word).toBe('soon');
  expect(when.date('soon')).toBe('soon');
});

test('late is counted in days; the day itself is not late', () => {
  expect(when.daysLate('2026-11-16')).toBe(3);
  expect(when.daysLate('2026-11-19')).toBe(0);
  expect(when.daysLate('2026-11-30')).toBe(0);
});

test('knowledge has its age said from one day on', () => {
  expect(when.isOld(now - 24 * hour)).toBe(false);
  expect(when.isOld(now - 24 * hour - 1)).toBe(true);
});

test('speaks the language it is given', () => {
  const german = createWhen('de', now, '2026-11-19');
  expect(german.due('2026-11-20').word).toBe('morgen');
  expect(german.due('2026-12-04').word).toBe('4. Dez.');
});
