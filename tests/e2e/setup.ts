import { mkdirSync, rmSync } from 'node:fs';
import { findOrInstallBrowser, howToInstall } from '../demo/browser.ts';
import { buildExtension } from '../demo/build.ts';
import { contactedFolder } from './contacted.ts';

/** Once before all tests: a browser, the built extension, and an empty record of contacted hosts. */
export default (): void => {
  if (findOrInstallBrowser(console.log) === undefined)
    throw new Error(`No browser of the Chromium family is here. This installs one: ${howToInstall()}`);
  buildExtension();
  rmSync(contactedFolder, { recursive: true, force: true });
  mkdirSync(contactedFolder, { recursive: true });
};
