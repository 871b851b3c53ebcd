import { describe, expect, test } from 'vitest';
import {
  accountId,
  enrichPeople,
  fuller,
  isMe,
  samePerson,
  withAccount,
  withoutAccount,
} from '../../lib/core/person.ts';
import { dana } from '../worlds.ts';

describe('samePerson', () => {
  test('by account where both have one, whatever the names say', () => {
    expect(samePerson({ handle: 'Dana' }, { handle: 'dana', name: 'D.' })).toBe(true);
    expect(samePerson({ handle: 'dana', name: 'Dana' }, { handle: 'dana2', name: 'Dana' })).toBe(false);
  });

  test('by name where one of them has no account', () => {
    expect(samePerson({ name: 'Dana  Reyes'.replace('  ', ' ') }, { handle: 'dana', name: 'dana reyes' })).toBe(true);
    expect(samePerson({ name: 'Dana' }, { handle: 'dana' })).toBe(false);
  });

  test('a team and a person of one name are two', () => {
    expect(samePerson({ name: 'Payments', kind: 'team' }, { name: 'Payments' })).toBe(false);
  });
});

test('an account of one site is not me on another', () => {
  expect(isMe({ accounts: [dana] }, { ...dana, site: 'tenant.ghe.com' })).toBe(false);
  expect(isMe({ accounts: [dana] }, { tool: 'github', site: 'github.com', handle: 'DANA' })).toBe(true);
});

test('accountId tells people, teams and bare names apart', () => {
  const at = { tool: 'github', site: 'github.com' };
  const ids = [{ handle: 'dana' }, { name: 'dana' }, { handle: 'dana', kind: 'team' as const }].map((person) =>
    accountId({ ...at, ...person }),
  );
  expect(new Set(ids).size).toBe(3);
});

test('of two spellings of one account the fuller one stands, whichever comes first', () => {
  const at = { tool: 'github', site: 'github.com', handle: 'dana' };
  for (const [fullest, other] of [
    [dana, at],
    [{ ...at, kind: 'agent' as const }, at],
    [
      { ...at, name: 'Dana Reyes' },
      { ...at, name: 'dana reyes' },
    ],
  ] as const) {
    expect(fuller(fullest, other)).toEqual(fullest);
    expect(fuller(other, fullest)).toEqual(fullest);
  }
});

describe('withAccount', () => {
  const site = { tool: 'jira', site: 'acme.atlassian.net' };

  test('a confirmed name joins the account whose id the page told, and the other way round', () => {
    expect(withAccount({ accounts: [{ ...site, handle: '5b1' }] }, { ...site, name: 'Dana' }).accounts).toEqual([
      { ...site, handle: '5b1', name: 'Dana' },
    ]);
    expect(withAccount({ accounts: [{ ...site, name: 'Dana' }] }, { ...site, handle: '5b1' }).accounts).toEqual([
      { ...site, name: 'Dana', handle: '5b1' },
    ]);
  });

  test('another account on the same site is one more, and the same one twice is one', () => {
    const two = withAccount({ accounts: [{ ...site, handle: 'a', name: 'A' }] }, { ...site, handle: 'b', name: 'B' });
    expect(two.accounts).toHaveLength(2);
    expect(withAccount(two, { ...site, handle: 'b' })).toEqual(two);
    expect(withoutAccount(two, { ...site, handle: 'B' }).accounts).toHaveLength(1);
  });

  test('with two accounts on a site that have no name, a name is not guessed to be one of them', () => {
    const me = {
      accounts: [
        { ...site, handle: 'a' },
        { ...site, handle: 'b' },
      ],
    };
    expect(withAccount(me, { ...site, name: 'Dana' }).accounts).toHaveLength(3);
  });
});

describe('enrichPeople', () => {
  test('[K4] a bare name keeps the account that was known behind it', () => {
    expect(enrichPeople([{ name: 'Dana Reyes' }], [dana])).toEqual([{ ...dana, name: 'Dana Reyes' }]);
  });

  test('two of one name are not guessed between', () => {
    const other = { handle: 'dana2', name: 'Dana Reyes' };
    expect(enrichPeople([{ name: 'Dana Reyes' }], [{ handle: 'dana', name: 'Dana Reyes' }, other])).toEqual([
      { name: 'Dana Reyes' },
    ]);
  });

  test('who is gone stays gone', () => {
    expect(enrichPeople([], [dana])).toEqual([]);
  });
});
