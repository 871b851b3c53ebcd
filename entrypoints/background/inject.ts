import { browser } from 'wxt/browser';

/**
 * Starts on pages that were open before: the browser puts content scripts only into pages that load after the install,
 * the update or the permission. Each page gets the script of its own tool; that finds out by itself whether a copy of it
 * runs there already.
 */
export const injectEverywhere = async (): Promise<void> => {
  const declared = browser.runtime.getManifest().content_scripts ?? [];
  const registered = await browser.scripting.getRegisteredContentScripts();
  await Promise.allSettled([...declared.map(fromManifest), ...registered].map(inject));
};

interface Script {
  readonly matches?: readonly string[] | undefined;
  readonly excludeMatches?: readonly string[] | undefined;
  readonly js?: readonly string[] | undefined;
}

const fromManifest = ({ matches, exclude_matches: excludeMatches, js }: ManifestScript): Script => ({
  matches,
  excludeMatches,
  js,
});

type ManifestScript = NonNullable<ReturnType<typeof browser.runtime.getManifest>['content_scripts']>[number];

const inject = async ({ matches = [], excludeMatches = [], js = [] }: Script): Promise<void> => {
  const [there, excluded] = await Promise.all([tabsAt(matches), tabsAt(excludeMatches)]);
  await Promise.allSettled(
    [...there]
      .filter((tabId) => !excluded.has(tabId))
      .map((tabId) => browser.scripting.executeScript({ target: { tabId }, files: [...js] as never[] })),
  );
};

/** An empty list of patterns would mean every tab. */
const tabsAt = async (patterns: readonly string[]): Promise<ReadonlySet<number>> => {
  if (patterns.length === 0) return new Set();
  const tabs = await browser.tabs.query({ url: [...patterns], discarded: false });
  return new Set(tabs.flatMap(({ id }) => id ?? []));
};
