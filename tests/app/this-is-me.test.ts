import { expect, test } from 'vitest';
import { meantBy } from '../../lib/app/this-is-me.ts';
import type { Account } from '../../lib/core/person.ts';

const site = { tool: 'jira', site: 'acme.atlassian.net' };
const people: Account[] = [
  { ...site, name: 'Dana Reyes' },
  { ...site, name: 'Alex Kim', handle: 'alex1' },
  { ...site, name: 'Alex Kim', handle: 'alex2' },
];
const meant = (words: readonly string[], selected?: string) =>
  meantBy({ peopleSeen: async () => people.map((account) => ({ account })) }, site, words, selected);

test('one whose whole name or account is written there', async () => {
  expect(await meant(['Assignee', ' dana  reyes '])).toEqual({ type: 'one', account: people[0] });
  expect(await meant(['@alex2'])).toEqual({ type: 'one', account: people[2] });
});

test('nobody is guessed from a part of a name, and namesakes are not chosen from', async () => {
  expect(await meant(['Dana', 'Dana Reyes opened this'])).toEqual({ type: 'nobody' });
  expect(await meant(['Alex Kim'])).toEqual({ type: 'several' });
  expect(await meant([])).toEqual({ type: 'nobody' });
});

test('a selected name is believed though nobody of that name was seen; a selected sentence is not', async () => {
  expect(await meant([], 'Zoë O’Neil-Ñandú')).toEqual({ type: 'one', account: { ...site, name: 'Zoë O’Neil-Ñandú' } });
  expect(await meant([], '<b>Dana</b>')).toEqual({ type: 'nobody' });
  expect(await meant([], 'Dana\nReyes')).toEqual({ type: 'one', account: people[0] });
  expect(await meant([], 'a'.repeat(81))).toEqual({ type: 'nobody' });
});
