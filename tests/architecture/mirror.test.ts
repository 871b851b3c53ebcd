import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { codeOf, filesBelow, root, textOf } from './repository.ts';

/** A file that only declares shapes, or hands on what others export, has nothing to test. */
const hasBehaviour = (text: string): boolean => {
  const runs = (node: ts.Node): boolean =>
    (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) || ts.forEachChild(node, runs) === true;
  return runs(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest));
};

test.each([
  ['an arrow', 'export const twice = (xs: readonly number[]): number[] => xs.map(double);', true],
  ['a function', 'function twice(x: number) { return 2 * x; }', true],
  ['a method of a value', 'export const of = { twice(x: number) { return 2 * x; } };', true],
  [
    'a shape with functions in it',
    'export interface Of { readonly twice: (x: number) => number; again(): void }',
    false,
  ],
  ['what others export', "export { twice } from './twice.ts';", false],
  ['a value', 'export const two = 2;', false],
])('$0 runs something: $2', (_what, text, expected) => {
  expect(hasBehaviour(text)).toBe(expected);
});

test('every file with behaviour in the core, the app, the signals, the browser edge and the store has a test beside its mirror', () => {
  const files = ['lib/core', 'lib/app', 'lib/browser', 'lib/signals', 'lib/store', 'lib/page'].flatMap((folder) =>
    filesBelow(folder, /\.ts$/u),
  );
  expect(files.length).toBeGreaterThan(40);
  const tests = filesBelow('tests', /\.test\.tsx?$/u);
  const covered = (path: string): boolean => {
    const mirrored = path.replace(/^lib\//u, 'tests/').replace(/\.ts$/u, '.test.ts');
    if (existsSync(join(root, mirrored))) return true;
    // Tested through the file that uses it: then a test of its folder imports it by name.
    const name = path.replace(/^.*\//u, '');
    return tests.some((at) => codeOf(at).includes(`/${name}'`));
  };
  expect(files.filter((path) => hasBehaviour(textOf(path)) && !covered(path))).toEqual([]);
});
