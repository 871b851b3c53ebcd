import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cruiser = join(root, 'node_modules/.bin/depcruise');
const rules = join(root, 'tests/architecture/layers.cjs');

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

const cruise = (within: string, folders: readonly string[]): Report['summary'] => {
  const options = { cwd: within, encoding: 'utf8', maxBuffer: 64e6, stdio: 'pipe' } as const;
  const print = execFileSync(cruiser, ['--config', rules, '--output-type', 'json', ...folders], options);
  return (JSON.parse(print) as Report).summary;
};

describe('layers', () => {
  test('every import goes one way', () => {
    const { totalCruised, violations } = cruise(root, ['entrypoints', 'components', 'lib']);
    // A parser that cannot read TypeScript finds no modules and reports success.
    expect(totalCruised).toBeGreaterThan(60);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  }, 120_000);

  test.each([
    ['core-imports', 'lib/core/a.ts', "import '../tools/b.ts';", 'lib/tools/b.ts'],
    ['core-packages', 'lib/core/a.ts', "import 'dexie';", undefined],
    ['core-zod-in-schemas', 'lib/core/a.ts', "import './b-schema.ts';", 'lib/core/b-schema.ts'],
    [
      'tool-not-tool',
      'lib/tools/one/a.ts',
      "import type { B } from '../two/b.ts'; export type A = B;",
      'lib/tools/two/b.ts',
    ],
    ['app-imports', 'lib/app/a.ts', "import '../store/b.ts';", 'lib/store/b.ts'],
    ['store-imports', 'lib/store/a.ts', "import '../browser/b.ts';", 'lib/browser/b.ts'],
    ['components-imports', 'components/a.tsx', "import '../lib/store/b.ts';", 'lib/store/b.ts'],
    ['overlay-is-plain', 'components/overlay/a.ts', "import 'react';", undefined],
    ['nobody-imports-entrypoints', 'lib/browser/a.ts', "import '../../entrypoints/b.ts';", 'entrypoints/b.ts'],
    ['content-script-is-light', 'entrypoints/one.content.ts', "import '../lib/store/b.ts';", 'lib/store/b.ts'],
    ['content-script-is-light', 'entrypoints/overlay/start.ts', "import '../../lib/store/b.ts';", 'lib/store/b.ts'],
  ])(
    '%s is noticed',
    (rule, from, code, to) => {
      const within = mkdtempSync(join(tmpdir(), 'layers-'));
      try {
        const put = (path: string, text: string) => {
          mkdirSync(join(within, path, '..'), { recursive: true });
          writeFileSync(join(within, path), text);
        };
        put(from, code);
        if (to !== undefined) put(to, "import 'dexie';\nexport type B = string;\n");
        const folders = [...new Set([from, to ?? from].map((path) => path.split('/')[0] ?? ''))];
        expect(cruise(within, folders).violations.map((violation) => violation.rule.name)).toContain(rule);
      } finally {
        rmSync(within, { recursive: true });
      }
    },
    60_000,
  );
});
