import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import { type FoundBrowser, findBrowser } from '../demo/browser.ts';
import { copyBuild } from './copied-build.ts';

/** What an organisation sets for one extension. */
export interface Decided {
  /** Reaches the extension as `storage.managed`. */
  readonly policy?: { readonly [key: string]: unknown };
  /**
   * Hosts that the browser itself keeps the extension out of (`runtime_blocked_hosts`), such as `*://github.com`. The
   * browser takes these from one file only: no two tests may set them at the same time.
   */
  readonly blockedHosts?: readonly string[];
}

export interface PolicyFile {
  /** A copy of the extension with an id of its own, so that the policy is of this test alone. */
  readonly extension: string;
  readonly extensionId: string;
  /** Decides something else, which a running browser notices within seconds. */
  readonly change: (decided: Decided) => void;
  readonly remove: () => void;
}

/** Why there can be no policy here, in a sentence for whoever reads that a test was skipped. */
export interface NoPolicyHere {
  readonly type: 'NoPolicyHere';
  readonly why: string;
}

/**
 * Leaves a policy for a copy of an extension where the browser looks for those of the whole machine: the next browser
 * that starts has it. The folder stays, since another test may be about to write there.
 */
export const withPolicy = (extensionFolder: string, decided: Decided): Result<PolicyFile, NoPolicyHere> => {
  const found = policyFolder(findBrowser());
  if (!found.ok) return found;
  const extension = realpathSync(copyBuild(extensionFolder, {}));
  const extensionId = unpackedId(extension);
  const file = join(found.value, `crosstie-test-${randomUUID()}.json`);
  const remove = (): void => {
    process.off('exit', remove);
    rmSync(file, { force: true });
    rmSync(extension, { recursive: true, force: true });
  };
  // Under another ending, which the browser does not read, until it is whole.
  const change = (now: Decided): void => {
    writeFileSync(`${file}.part`, JSON.stringify(fileFor(extensionId, now)));
    renameSync(`${file}.part`, file);
  };
  try {
    mkdirSync(found.value, { recursive: true });
    change(decided);
  } catch (error) {
    remove();
    const reason = error instanceof Error ? error.message : String(error);
    return none(`The browser reads policies from ${found.value}, and nothing can be written there: ${reason}`);
  }
  // Also where the process is interrupted.
  process.once('exit', remove);
  return ok({ extension, extensionId, change, remove });
};

const fileFor = (id: string, { policy, blockedHosts }: Decided): unknown => ({
  ...(policy === undefined ? {} : { '3rdparty': { extensions: { [id]: policy } } }),
  ...(blockedHosts === undefined ? {} : { ExtensionSettings: { [id]: { runtime_blocked_hosts: blockedHosts } } }),
});

/** The id that Chromium gives an extension that is loaded from a folder: the folder's hash, with letters for digits. */
export const unpackedId = (folder: string): string =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)))
    .join('');

/** By what the browser calls itself; each of the family looks in a folder of its own. */
const linuxFolders = [
  ['Chromium', '/etc/chromium/policies/managed'],
  ['Google Chrome', '/etc/opt/chrome/policies/managed'],
  ['Microsoft Edge', '/etc/opt/edge/policies/managed'],
  ['Brave', '/etc/brave/policies/managed'],
] as const;

const policyFolder = (browser: FoundBrowser | undefined): Result<string, NoPolicyHere> => {
  if (browser === undefined) return none('No browser of the Chromium family is here');
  if (process.platform !== 'linux')
    return none('On this system policies stand in the registry or in a profile of the device, which no test changes');
  const folder = linuxFolders.find(([name]) => browser.version.startsWith(name))?.[1];
  return folder === undefined ? none(`It is not known where ${browser.version} reads policies`) : ok(folder);
};

const none = (why: string): Result<never, NoPolicyHere> => fail({ type: 'NoPolicyHere', why });
