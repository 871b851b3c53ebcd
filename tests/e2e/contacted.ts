import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { lookAlikes } from '../demo/pages/index.ts';

/** One file for each test, with the hosts that its browser asked for. */
export const contactedFolder = fileURLToPath(new URL('../../.output/contacted-hosts/', import.meta.url));

export interface Contacted {
  /** Whoever asked: pages, the extension, the browser itself. */
  readonly hosts: readonly string[];
  /** Asked by the extension's background. */
  readonly byBackground: readonly string[];
}

/** Takes note of the hosts that service workers ask for; the extension's own is the only one in the demo world. */
export const noteBackground = (context: BrowserContext): ReadonlySet<string> => {
  const hosts = new Set<string>();
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (request.serviceWorker() !== null && protocol !== 'chrome-extension:') hosts.add(host);
  });
  return hosts;
};

/** Keeps what one browser asked for. */
export const recordContacted = (id: string, hosts: ReadonlySet<string>, byBackground: ReadonlySet<string>): void => {
  mkdirSync(contactedFolder, { recursive: true });
  const contacted: Contacted = { hosts: [...hosts].sort(), byBackground: [...byBackground].sort() };
  writeFileSync(`${contactedFolder}${id}.json`, JSON.stringify(contacted));
};

/** Everything that was kept since the run began. */
export const allContacted = (): Contacted => {
  const kept = readdirSync(contactedFolder).map(
    (file): Contacted => JSON.parse(readFileSync(`${contactedFolder}${file}`, 'utf8')),
  );
  return {
    hosts: [...new Set(kept.flatMap(({ hosts }) => hosts))].sort(),
    byBackground: [...new Set(kept.flatMap(({ byBackground }) => byBackground))].sort(),
  };
};

export const demoHosts: readonly string[] = lookAlikes.map(({ host }) => host);

/**
 * What Chromium asks for by itself on a fresh profile, with or without an extension: component and extension updates,
 * the sign-in state, what it knows about forms, and a dictionary once somebody types (redirector.gvt1.com).
 */
export const browserHosts: readonly string[] = [
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
];

/** Hosts that neither the demo world nor the browser itself accounts for: somebody told somebody something. */
export const foreignAmong = (hosts: Iterable<string>): readonly string[] =>
  [...hosts].filter((host) => !demoHosts.includes(host) && !browserHosts.includes(host)).sort();
