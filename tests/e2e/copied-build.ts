import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of a built extension under a temporary folder, with some of its files changed; gone when the process ends. It
 * gets another id than the build, since Chromium makes the id from the folder.
 */
export const copyBuild = (
  folder: string,
  changes: { readonly [file: string]: (content: string) => string },
): string => {
  const copy = mkdtempSync(join(tmpdir(), 'crosstie-build-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(copy, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
  return copy;
};
