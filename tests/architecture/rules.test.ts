import { describe, expect, test } from 'vitest';
import { filesBelow, textOf } from './repository.ts';

const number = /\b[KODMTSWAEQP]\d{1,2}\b/gu;
const rules = new Map(
  [...textOf('lib/core/RULES.md').matchAll(/^- \*\*(?<id>[A-Z]\d{1,2})\*\* (?<text>.+)/gmu)].map(({ groups }) => [
    groups?.['id'] ?? '',
    groups?.['text'] ?? '',
  ]),
);
const tests = filesBelow('tests', /\.(?:test|spec)\.tsx?$/u);
const tested = new Set(
  tests.flatMap((path) =>
    [...textOf(path).matchAll(/\[(?<id>[KODMTSWAEQP]\d{1,2})\]/gu)].map(({ groups }) => groups?.['id'] ?? ''),
  ),
);

describe('rules', () => {
  test('were found', () => {
    expect(rules.size).toBeGreaterThan(25);
    expect(tests.length).toBeGreaterThan(40);
  });

  test.each([...rules.keys()])('%s has a test', (id) => expect(tested).toContain(id));

  test('each number that code or tests name is a rule, a threat or a fault', () => {
    const product = ['lib', 'components', 'entrypoints'].flatMap((folder) => filesBelow(folder, /\.tsx?$/u));
    const named = [...product, ...tests].flatMap((path) =>
      // T and R numbers of threats and faults stand in docs of their own.
      [
        ...textOf(path).matchAll(/\[(?<id>[KODMSWAEQP]\d{1,2})\]|(?:\(|rules? |, )(?<rule>[KODMSWAEQP]\d{1,2})\)/gu),
      ].map(({ groups }) => [path, groups?.['id'] ?? groups?.['rule'] ?? '']),
    );
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(([, id]) => !rules.has(id ?? '')).map(([path, id]) => `${path}: ${id}`)).toEqual([]);
  });

  test('each is said in a sentence', () => {
    for (const text of rules.values()) expect(text).toMatch(/\.$/u);
    expect([...rules.keys()].every((id) => id.match(number))).toBe(true);
  });
});
