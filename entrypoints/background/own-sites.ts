import { browser } from 'wxt/browser';
import { digestOf } from '../../lib/core/digest.ts';
import { originsOf } from '../../lib/core/hosts.ts';
import type { Site } from '../../lib/core/key.ts';
import { tools } from '../../lib/tools/index.ts';

/**
 * Self-hosted sites have no content script in the manifest: each gets its tool's one registered, as long as the site is
 * known and the browser lets Crosstie read there. Registered scripts outlive the browser's end.
 */
export const registerOwnSites = async (sites: readonly Site[]): Promise<void> => {
  const wanted = new Map(
    (await Promise.all(sites.map(scriptFor))).flatMap((script) => (script === undefined ? [] : [[script.id, script]])),
  );
  const there = await browser.scripting.getRegisteredContentScripts();
  const gone = there.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
  for (const { id } of there) wanted.delete(id);
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  if (wanted.size > 0) await browser.scripting.registerContentScripts([...wanted.values()]);
};

const scriptFor = async (site: Site) => {
  const asked = originsOf(tools, site);
  const granted = await Promise.all(asked.map((origin) => browser.permissions.contains({ origins: [origin] })));
  const matches = asked.filter((_origin, at) => granted[at]);
  const files = filesFor(site);
  if (files.length === 0 || matches.length === 0) return undefined;
  return {
    // Another one once what is granted changes: a script that is there is not looked at again.
    id: `own-${site.tool}-${digestOf([site.site, ...matches].join(' '))}`,
    matches,
    js: files,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
};

/** The content script that the manifest has for the tool's own hosts. */
const filesFor = ({ tool }: Site): string[] => {
  const own = tools.find(({ id }) => id === tool)?.matches ?? [];
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.find(({ matches = [] }) => matches.some((match) => own.includes(match)))?.js ?? [];
};
