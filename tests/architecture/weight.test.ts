import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tools } from '../../lib/tools/index.ts';
import { root } from './repository.ts';

/** What the content scripts of one page may weigh, in bytes; the aim is 30 kB and 12 kB. */
const limit = { minified: 50_000, gzip: 18_000 };

interface Manifest {
  readonly content_scripts: readonly { readonly matches: readonly string[]; readonly js: readonly string[] }[];
}

let built = '';
let scratch: string | undefined;

beforeAll(async () => {
  built = join(root, '.output/chrome-mv3');
  if (existsSync(join(built, 'manifest.json'))) return;
  const { build } = await import('wxt');
  scratch = mkdtempSync(join(tmpdir(), 'crosstie-weight-'));
  await build({ root, outDir: scratch });
  built = join(scratch, 'chrome-mv3');
}, 120_000);

afterAll(() => {
  if (scratch !== undefined) rmSync(scratch, { recursive: true });
});

const codeFor = (matches: readonly string[]): string => {
  const { content_scripts }: Manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
  return content_scripts
    .filter((script) => matches.some((match) => script.matches.includes(match)))
    .flatMap(({ js }) => js.map((file) => readFileSync(join(built, file), 'utf8')))
    .join('\n');
};

describe.each(tools.map((tool) => [tool.id, tool.matches] as const))('on a page of %s', (id, matches) => {
  test('the content script is small', () => {
    const code = codeFor(matches);
    const weight = { minified: Buffer.byteLength(code), gzip: gzipSync(code).length };
    console.log(
      `${id}: ${(weight.minified / 1_000).toFixed(1)} kB minified, ${(weight.gzip / 1_000).toFixed(1)} kB gzip`,
    );
    expect(weight.minified).toBeGreaterThan(5_000);
    expect(weight.minified).toBeLessThanOrEqual(limit.minified);
    expect(weight.gzip).toBeLessThanOrEqual(limit.gzip);
  });

  test('[T8] it listens to no message of the page and tells the page nothing', () => {
    expect(codeFor(matches)).not.toMatch(/addEventListener\(["'`]message["'`]/u);
  });

  test('[T28] it makes no code and no markup from strings, and brings no React, Dexie or zod', () => {
    expect(codeFor(matches)).not.toMatch(/\beval\(|new Function|\.innerHTML|insertAdjacentHTML|document\.write\b/u);
    expect(codeFor(matches)).not.toMatch(/react\.(?:element|transitional)|DexieError|ZodMini/u);
  });
});
