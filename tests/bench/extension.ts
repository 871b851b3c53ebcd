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

interface ContentScript {
  readonly matches?: readonly string[];
  readonly exclude_matches?: readonly string[];
  readonly js?: readonly string[];
}
interface Manifest {
  readonly content_scripts?: readonly ContentScript[];
}

/** Whether a match pattern covers an address: `*://*.example.com/a/*`, `<all_urls>`. */
const covers = (pattern: string, address: string): boolean => {
  const [, scheme = '', host = '', path = ''] = /^(\*|https?):\/\/([^/]+)(\/.*)$/u.exec(pattern) ?? [];
  if (scheme === '') return pattern === '<all_urls>';
  const url = new URL(address);
  const isHost =
    host === '*' || url.hostname === host || (host.startsWith('*.') && `.${url.hostname}`.endsWith(host.slice(1)));
  const shape = path.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/gu, '\\$&'));
  return (
    (scheme === '*' || `${scheme}:` === url.protocol) &&
    isHost &&
    new RegExp(`^${shape.join('.*')}$`, 'u').test(url.pathname + url.search)
  );
};

/** Bytes of what an extension's manifest puts into the page at an address. */
export const injectedBytes = (
  folder: string,
  address: string,
): { readonly minified_kb: number; readonly gzip_kb: number } => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const here = (manifest.content_scripts ?? []).filter(
    ({ matches = [], exclude_matches = [] }) =>
      matches.some((pattern) => covers(pattern, address)) &&
      !exclude_matches.some((pattern) => covers(pattern, address)),
  );
  const files = new Set(here.flatMap(({ js = [] }) => js));
  const scripts = [...files].map((file) => readFileSync(join(folder, file)));
  const kb = (sizes: readonly number[]): number => rounded(sizes.reduce((sum, size) => sum + size, 0) / 1000);
  return {
    minified_kb: kb(scripts.map(({ length }) => length)),
    gzip_kb: kb(scripts.map((script) => gzipSync(script).length)),
  };
};
