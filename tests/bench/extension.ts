import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rounded } from './figures.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built extension; built now, so that figures are of this code. */
export const builtExtension = (): string => {
  execFileSync(join(root, 'node_modules/.bin/wxt'), ['build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = join(root, '.output/chrome-mv3');
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error('The build left no extension');
  return folder;
};

interface Manifest {
  readonly content_scripts?: readonly { readonly js?: readonly string[] }[];
}

/** Bytes of what an extension's manifest puts into pages. */
export const injectedBytes = (folder: string): { readonly minified_kb: number; readonly gzip_kb: number } => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = new Set((manifest.content_scripts ?? []).flatMap(({ js = [] }) => js));
  const scripts = [...files].map((file) => readFileSync(join(folder, file)));
  const kb = (sizes: readonly number[]): number => rounded(sizes.reduce((sum, size) => sum + size, 0) / 1000);
  return {
    minified_kb: kb(scripts.map(({ length }) => length)),
    gzip_kb: kb(scripts.map((script) => gzipSync(script).length)),
  };
};
