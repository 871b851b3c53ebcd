import type { BrowserContext } from '@playwright/test';
import { copyBuild } from './copied-build.ts';
import { type Ask, onExtensionsPage, type RuntimeHosts } from './extensions-page.ts';
import { until } from './surfaces.ts';

/* Which hosts the browser lets an extension read, as people decide about it in the browser's own menus. */

/**
 * Takes every host back, as "on click" does: the extension works only in a tab where its button was clicked, until that
 * tab leaves the site.
 */
export const withholdHosts = (context: BrowserContext, id: string): Promise<void> =>
  onExtensionsPage(context, async (ask) => {
    await ask('updateExtensionConfiguration', { extensionId: id, hostAccess: 'ON_CLICK' });
    await untilHosts(ask, id, ({ hostAccess }) => hostAccess === 'ON_CLICK');
  });

/**
 * Allows an origin (`https://acme.atlassian.net`, `https://*.atlassian.net`). One of the manifest's own hosts works from
 * then on, and the extension is told. One that it only may ask for works once it asks: its `permissions.request` is
 * answered at once with yes, as after "Allow" in the question that nobody can answer without a display.
 */
export const giveHost = (context: BrowserContext, id: string, origin: string): Promise<void> =>
  onExtensionsPage(context, async (ask) => {
    await ask('addHostPermission', id, patternOf(origin));
    // Where nothing is withheld, the browser names no host that is not in use yet.
    await untilHosts(ask, id, (hosts) => hosts.hostAccess === 'ON_ALL_SITES' || isGiven(hosts, origin));
  });

/** Takes an origin back that was given. */
export const takeHost = (context: BrowserContext, id: string, origin: string): Promise<void> =>
  onExtensionsPage(context, async (ask) => {
    await ask('removeHostPermission', id, patternOf(origin));
    // One that the extension asked for itself is listed twice from then on: as it was given, and as taken back.
    await untilHosts(ask, id, (hosts) => !isGiven(hosts, origin) || isTaken(hosts, origin));
  });

/**
 * A copy of the build that has more origins from its install on (`https://jira.corp.example`), so that it never has to
 * ask for them: `permissions.request` gives true there as well, but `permissions.onAdded` is not told.
 */
export const withHosts = (extensionFolder: string, origins: readonly string[]): string =>
  copyBuild(extensionFolder, {
    'manifest.json': (text) => {
      const manifest: { readonly host_permissions?: readonly string[] } = JSON.parse(text);
      const hosts = [...(manifest.host_permissions ?? []), ...origins.map(patternOf)];
      return JSON.stringify({ ...manifest, host_permissions: hosts });
    },
  });

const patternOf = (origin: string): string => `${origin}/*`;

const isGiven = ({ hosts }: RuntimeHosts, origin: string): boolean =>
  hosts.some(({ host, granted }) => granted && host === patternOf(origin));

const isTaken = ({ hosts }: RuntimeHosts, origin: string): boolean =>
  hosts.some(({ host, granted }) => !granted && host === patternOf(origin));

const untilHosts = (ask: Ask, id: string, isSo: (hosts: RuntimeHosts) => boolean): Promise<true> =>
  until('the browser to have changed the hosts of the extension', async () => {
    const { permissions } = await ask('getExtensionInfo', id);
    const { runtimeHostPermissions: hosts } = permissions;
    return hosts !== undefined && isSo(hosts) ? true : undefined;
  });
