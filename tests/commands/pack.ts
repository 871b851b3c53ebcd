/**
 * `npm run pack`: leaves `crosstie-chrome.zip` and `crosstie-firefox.zip` in the project's folder, and says the size and
 * the SHA-256 of each. The same source gives the same bytes, whenever, wherever and by whomever it is packed.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ZipOptions, zipSync } from 'fflate';
import { finish, type Outcome, refused } from './arguments.ts';

const usage = 'usage: npm run pack';
const browsers = ['chrome', 'firefox'] as const;
const root = fileURLToPath(new URL('../../', import.meta.url));

export const packCommand = async (args: readonly string[]): Promise<Outcome> => {
  if (args.length > 0) return refused(usage);
  const names = browsers.map((browser) => `crosstie-${browser}.zip`);
  // Where the build fails, no older pack is left to be taken for this one.
  for (const name of names) rmSync(join(root, name), { force: true });
  const folder = mkdtempSync(join(tmpdir(), 'crosstie-pack-'));
  try {
    const packs: Uint8Array[] = [];
    for (const browser of browsers) packs.push(zipOf(await built(browser, folder)));
    const lines = packs.map((bytes, index) => {
      const name = names[index] ?? '';
      writeFileSync(join(root, name), bytes);
      return `${name.padEnd(20)} ${String(bytes.length).padStart(8)} bytes  sha256 ${sha256(bytes)}\n`;
    });
    // The build's own progress ends without a line of its own.
    return { code: 0, output: `\n${lines.join('')}`, errors: '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Builds for one browser below `folder`, and gives where. */
const built = async (browser: (typeof browsers)[number], folder: string): Promise<string> => {
  // React and the build itself look here; a shell that says otherwise would get the slow build, with paths in it.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('wxt');
  await build({ root, outDir: folder, browser, manifestVersion: 3, mode: 'production' });
  return join(folder, `${browser}-mv3`);
};

/** In local time, as zip files say it, so that it is the same in every zone. */
const beginning = new Date(1980, 0, 1, 12);

/** A plain file that its owner may write, made on a Unix. */
const entry: ZipOptions & { readonly os: number } = { level: 9, mtime: beginning, os: 3, attrs: 0o100644 << 16 };

/**
 * All files of a folder, by name. They are made smaller by a library in JavaScript, since the bytes that the machine's
 * own zlib gives depend on its version and processor.
 */
export const zipOf = (folder: string): Uint8Array =>
  zipSync(
    Object.fromEntries(
      filesIn(folder).map((path) => [path.split(sep).join('/'), [readFileSync(join(folder, path)), entry]]),
    ),
  );

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => relative(folder, join(found.parentPath, found.name)))
    .sort();

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  finish(await packCommand(process.argv.slice(2)));
}
