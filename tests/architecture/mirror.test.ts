import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, filesBelow, root } from './repository.ts';

/** A file that only declares shapes, or hands on what others export, has nothing to test. */
const hasBehaviour = (path: string): boolean =>
  /=>|\bfunction\b/u.test(codeOf(path).replace(/(?:interface|type)\s[\s\S]*?\n\}|readonly [^;]*=>[^;]*;/gu, ''));

test('every file with behaviour in the core, the app, the browser edge and the store has a test beside its mirror', () => {
  const files = ['lib/core', 'lib/app', 'lib/browser', 'lib/store', 'lib/page'].flatMap((folder) =>
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
  expect(files.filter((path) => hasBehaviour(path) && !covered(path))).toEqual([]);
});
