import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../architecture/repository.ts';
import { packCommand, zipOf } from './pack.ts';

interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const run = (
  folder: string,
  [name, ...words]: readonly [string, ...string[]],
  env: { readonly [name: string]: string } = {},
): Promise<Ran> =>
  new Promise((finished) => {
    const child = spawn(join(folder, 'node_modules/.bin', name), words, {
      cwd: folder,
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      errors += part.toString();
    });
    child.on('close', (code) => finished({ code, output, errors }));
  });

/** What a pack is made of, in a folder of its own. */
const copyTo = (folder: string): string => {
  for (const name of ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  cpSync(join(root, 'tests/commands'), join(folder, 'tests/commands'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
};

const filesOf = (folder: string): { readonly [path: string]: Buffer } =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)]),
  );

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const scratch = mkdtempSync(join(tmpdir(), 'crosstie-pack-test-'));
const here = join(scratch, 'here');
const there = join(scratch, 'some/where deep/there');
let fromHere: Ran;
let fromThere: Ran;
let built: Ran;

const zipIn = (folder: string, browser: string): Buffer => readFileSync(join(folder, `crosstie-${browser}.zip`));

beforeAll(async () => {
  copyTo(here);
  copyTo(there);
  // Left by who worked here before: builds, packs, a file of variables.
  mkdirSync(join(there, '.output/chrome-mv3/chunks'), { recursive: true });
  writeFileSync(join(there, '.output/chrome-mv3/chunks/old.js'), 'old');
  writeFileSync(join(there, 'crosstie-chrome.zip'), 'old');
  writeFileSync(join(there, '.env'), 'NODE_ENV=development\nVITE_WHO=who-packed-it\nWXT_WHO=who-packed-it\n');
  const pack = ['tsx', 'tests/commands/pack.ts'] as const;
  const [first, second] = await Promise.all([
    run(here, pack, { NODE_ENV: '', TZ: 'UTC', LANG: 'C' }).then(async (ran) => {
      built = await run(here, ['wxt', 'build'], { NODE_ENV: 'production' });
      return ran;
    }),
    // A shell that is set to develop, on the other side of the date line.
    run(there, pack, { NODE_ENV: 'development', TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' }),
  ]);
  fromHere = first;
  fromThere = second;
}, 180_000);

afterAll(() => rmSync(scratch, { recursive: true }));

test('packing and building went well', () => {
  for (const { code, errors } of [fromHere, fromThere, built]) expect(code, errors).toBe(0);
});

describe.each(['chrome', 'firefox'])('[T28] the pack for %s', (browser) => {
  test('[T28] has the same bytes from another folder, zone, shell and day, over what was there', () => {
    expect(sha256(zipIn(here, browser))).toBe(sha256(zipIn(there, browser)));
  });

  test('is said with its size and its hash', () => {
    const bytes = zipIn(here, browser);
    for (const { output } of [fromHere, fromThere])
      expect(output).toMatch(
        new RegExp(`^crosstie-${browser}\\.zip +${bytes.length} bytes  sha256 ${sha256(bytes)}$`, 'mu'),
      );
  });

  test('[T28] holds no source map, no test, and nothing of the machine it was packed on', () => {
    const packed = Object.entries(unzipSync(zipIn(here, browser)));
    expect(packed.map(([path]) => path)).toContain('manifest.json');
    expect(packed.length).toBeGreaterThan(10);
    for (const [path, bytes] of packed) {
      expect(path).toMatch(/^[\w/.-]+\.(?:js|css|html|json|svg|png)$/u);
      expect(path).not.toMatch(/\.map$|(?:^|\W)(?:tests?|spec)\W/u);
      const text = Buffer.from(bytes).toString('latin1');
      for (const foreign of [scratch, root, 'node_modules/', 'sourceMappingURL', 'who-packed-it', 'jsx-dev-runtime'])
        expect([path, text.includes(foreign)]).toEqual([path, false]);
    }
  });
});

test('a pack holds what the build holds, with the manifest at its top', () => {
  const files = filesOf(join(here, '.output/chrome-mv3'));
  const packed = unzipSync(zipIn(here, 'chrome'));
  expect(Object.keys(packed)).toContain('manifest.json');
  expect(Object.keys(packed)).toEqual(Object.keys(files).sort());
  for (const [path, bytes] of Object.entries(packed))
    expect([path, sha256(bytes)]).toEqual([path, sha256(files[path] ?? Buffer.of())]);
});

test('the names in a pack are sorted, and its times and modes are fixed', () => {
  const folder = join(scratch, 'small');
  mkdirSync(join(folder, 'b'), { recursive: true });
  for (const [name, mode] of [
    ['z.js', 0o600],
    ['b/a.js', 0o755],
    ['a.json', 0o444],
  ] as const)
    writeFileSync(join(folder, name), name, { mode });
  const zip = Buffer.from(zipOf(folder));
  expect(Object.keys(unzipSync(zip))).toEqual(['a.json', 'b/a.js', 'z.js']);
  const directory = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  // 1 January 1980, noon, and a plain file with 0644.
  expect(zip.readUInt16LE(directory + 14)).toBe((0 << 9) | (1 << 5) | 1);
  expect(zip.readUInt16LE(directory + 12)).toBe(12 << 11);
  expect((zip.readUInt32LE(directory + 38) >>> 16).toString(8)).toBe('100644');
});

test('it takes no arguments', async () => {
  expect(await packCommand(['--fast'])).toEqual({ code: 2, output: '', errors: 'usage: npm run pack\n' });
});
