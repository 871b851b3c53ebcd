import { expect, test } from 'vitest';
import { meantBy, thisIsMe } from '../../lib/app/this-is-me.ts';
import type { Account } from '../../lib/core/person.ts';
import { noPolicy } from '../../lib/core/policy.ts';
import { needsFor } from './needs.ts';

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

const click = (page: string, selected?: string) => {
  const asked: string[] = [];
  return {
    asked,
    click: {
      page,
      selected,
      pointed: async () => {
        asked.push(page);
        return ['Dana Reyes'];
      },
    },
  };
};

test('the one who is meant is me from then on', async () => {
  const { needs, knowledge } = needsFor();
  knowledge.peopleSeen.mockResolvedValue(people.map((account) => ({ account })));
  const { click: onName } = click('https://acme.atlassian.net/browse/PAY-7');
  expect(await thisIsMe(needs, onName)).toEqual({ type: 'me', about: 'Dana Reyes' });
  expect((await knowledge.settings()).me.accounts).toEqual([people[0]]);
});

test('[P6] where Crosstie does not work the page is not asked, and nobody is anybody', async () => {
  const blocked = { ...noPolicy, blockedSites: ['*.atlassian.net'] };
  for (const more of [{ decided: blocked }, { switches: { 'site:jira:acme.atlassian.net': false } }]) {
    const { needs, knowledge } = needsFor(undefined, undefined, more);
    const { asked, click: onName } = click('https://acme.atlassian.net/browse/PAY-7', 'Dana Reyes');
    expect(await thisIsMe(needs, onName)).toEqual({ type: 'blocked', about: '' });
    expect([asked, (await knowledge.settings()).me.accounts]).toEqual([[], []]);
  }
});

test('a page of no tool has nobody', async () => {
  const { asked, click: onName } = click('https://elsewhere.example/');
  expect(await thisIsMe(needsFor().needs, onName)).toEqual({ type: 'nobody', about: '' });
  expect(asked).toEqual([]);
});
