import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folder of the built extension for browsers of the Chromium family. `CROSSTIE_EXTENSION` names one that is built already. */
export const extensionFolder = process.env['CROSSTIE_EXTENSION'] ?? `${root}.output/chrome-mv3`;

/** Builds it, unless one was named. Throws with the build's own words where that fails. */
export const buildExtension = (): void => {
  if (process.env['CROSSTIE_EXTENSION'] !== undefined) return;
  const { status, stdout, stderr } = spawnSync(`${root}node_modules/.bin/wxt`, ['build'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The extension could not be built.\n${stdout}${stderr}`);
};
