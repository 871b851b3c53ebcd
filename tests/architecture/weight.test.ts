import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tools } from '../../lib/tools/index.ts';
import { root } from './repository.ts';

interface Weight {
  readonly minified: number;
  readonly gzip: number;
}

/** Bytes that the content scripts of one page should weigh, and the most that was to be allowed. */
const aim: Weight = { minified: 30_000, gzip: 12_000 };
const limit: Weight = { minified: 50_000, gzip: 18_000 };

/**
 * What they do weigh, rounded up: more than the limit everywhere, so nothing may be added that is not taken away
 * elsewhere. A ceiling only ever comes down; at the limit it is not needed any more.
 */
const ceilings: { readonly [tool: string]: Weight } = {
  asana: { minified: 60_900, gzip: 24_800 },
  github: { minified: 82_500, gzip: 32_000 },
  jira: { minified: 93_500, gzip: 37_000 },
};

const kilobytes = ({ minified, gzip }: Weight): string =>
  `${(minified / 1_000).toFixed(1)} / ${(gzip / 1_000).toFixed(1)} kB`;

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
    const ceiling = ceilings[id] ?? limit;
    console.log(
      `${id}: ${kilobytes(weight)} minified and gzip (aim ${kilobytes(aim)}, limit ${kilobytes(limit)}, ceiling ${kilobytes(ceiling)})`,
    );
    expect(weight.minified).toBeGreaterThan(5_000);
    expect(weight.minified).toBeLessThanOrEqual(ceiling.minified);
    expect(weight.gzip).toBeLessThanOrEqual(ceiling.gzip);
  });

  test('it is one script, and the only one', () => {
    const { content_scripts }: Manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
    const mine = content_scripts.filter((script) => matches.some((match) => script.matches.includes(match)));
    expect(mine.flatMap(({ js }) => js)).toHaveLength(1);
    expect(content_scripts).toHaveLength(tools.length);
  });

  test('[T8] it listens to no message of the page and tells the page nothing', () => {
    expect(codeFor(matches)).not.toMatch(/addEventListener\(["'`]message["'`]/u);
  });

  test('[T28] it makes no code and no markup from strings, and brings no React, Dexie or zod', () => {
    expect(codeFor(matches)).not.toMatch(/\beval\(|new Function|\.innerHTML|insertAdjacentHTML|document\.write\b/u);
    expect(codeFor(matches)).not.toMatch(/react\.(?:element|transitional)|DexieError|ZodMini/u);
  });
});

describe('what is put into pages where a new item can be written', () => {
  const ceiling: Weight = { minified: 20_500, gzip: 8_800 };
  const code = (): string => readFileSync(join(built, 'draft.js'), 'utf8');

  test('is small, and no part of what is on every page', () => {
    const weight = { minified: Buffer.byteLength(code()), gzip: gzipSync(code()).length };
    console.log(`drafts: ${kilobytes(weight)} minified and gzip (ceiling ${kilobytes(ceiling)})`);
    expect(weight.minified).toBeGreaterThan(5_000);
    expect(weight.minified).toBeLessThanOrEqual(ceiling.minified);
    expect(weight.gzip).toBeLessThanOrEqual(ceiling.gzip);
    for (const { matches } of tools) expect(codeFor(matches)).not.toContain('draft.like');
  });

  test('[T8] [T28] listens to no message of the page, makes no code and no markup from strings', () => {
    expect(code()).not.toMatch(/addEventListener\(["'`]message["'`]/u);
    expect(code()).not.toMatch(/\beval\(|new Function|\.innerHTML|insertAdjacentHTML|document\.write\b/u);
    expect(code()).not.toMatch(/react\.(?:element|transitional)|DexieError|ZodMini/u);
  });
});
