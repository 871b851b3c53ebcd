import { expect, test } from 'vitest';
import { aboutPerson, findingId, isAboutPerson, signalIds } from '../../lib/core/finding.ts';
import { accountId } from '../../lib/core/person.ts';
import { dana, keyOf } from '../worlds.ts';

test('signals are in order, each once', () => {
  expect([...new Set(signalIds)].sort()).toEqual([...signalIds]);
});

test('a finding is named by its signal and by what it is about', () => {
  expect(findingId({ signal: 'unowned', subject: keyOf('a') })).toBe('unowned github:github.com:acme/web#a');
  const ids = signalIds.flatMap((signal) =>
    ['a', 'b']
      .map((name) => findingId({ signal, subject: keyOf(name) }))
      .concat(findingId({ signal, subject: 'person:me' })),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('one about a person is told from one about an item, whatever the tool is called', () => {
  expect(isAboutPerson({ subject: aboutPerson(accountId(dana)) })).toBe(true);
  expect(isAboutPerson({ subject: aboutPerson('me') })).toBe(true);
  expect(isAboutPerson({ subject: keyOf('a') })).toBe(false);
  expect(isAboutPerson({ subject: keyOf('personal:1') })).toBe(false);
});
