import { expect, test } from 'vitest';
import type { ItemKey } from '../../lib/core/key.ts';
import { createLearned } from '../../lib/page/learned.ts';

const here = 'github:github.com:acme/api#1' as ItemKey;
const pay = { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' };
const web = { tool: 'github', site: 'github.com', name: 'acme/web' };

test('nothing is learned from the same news again', () => {
  const learned = createLearned();
  expect(learned.learn({ sites: [], places: [] })).toBe(false);
  learned.expand('PAY-7', here);
  expect(learned.learn({ sites: [], places: [pay] })).toBe(true);
  expect(learned.learn({ sites: [], places: [pay] })).toBe(false);
});

test('[D8] a place that gives a short form of the page its meaning has the page read again', () => {
  const learned = createLearned();
  expect(learned.expand('PAY-7', here)).toBeUndefined();
  expect(learned.learn({ sites: [], places: [pay] })).toBe(true);
  expect(learned.expand('PAY-7', here)).toBe('jira:acme.atlassian.net:PAY-7');
});

test('near miss: a place that explains nothing on the page does not', () => {
  const learned = createLearned();
  learned.expand('UTF-8', here);
  expect(learned.learn({ sites: [], places: [pay, web] })).toBe(false);
  // What comes later is explained all the same.
  expect(learned.expand('PAY-7', here)).toBe('jira:acme.atlassian.net:PAY-7');
});

test('a place that was taken away has it read again', () => {
  const learned = createLearned();
  learned.learn({ sites: [], places: [pay, web] });
  expect(learned.learn({ sites: [], places: [web] })).toBe(true);
});

test('[K2] another site of a tool has it read again, and names its items', () => {
  const learned = createLearned();
  const address = new URL('https://git.corp.example/acme/api/issues/45');
  expect(learned.locate(address)).toBeUndefined();
  expect(learned.learn({ sites: [{ tool: 'github', site: 'git.corp.example' }], places: [] })).toBe(true);
  expect(learned.locate(address)).toBe('github:git.corp.example:acme/api#45');
  expect(learned.sites()).toHaveLength(1);
});

test('[P2] a page that names very many things is read again rather than remembered', () => {
  const learned = createLearned();
  for (let number = 1; number < 400; number += 1) learned.expand(`UTF-${number}`, here);
  expect(learned.learn({ sites: [], places: [web] })).toBe(true);
});
