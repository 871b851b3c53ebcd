import { browser } from 'wxt/browser';
import { worksOn } from '../../lib/app/admission.ts';
import type { Needs } from '../../lib/app/needs.ts';
import { draftReaderOf } from '../../lib/tools/draft-readers.ts';

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

/** Built from entrypoints/draft.ts. */
const draftScript = '/draft.js';

export interface DraftScriptNeeds {
  readonly needs: () => Promise<Needs | undefined>;
  readonly report: (where: string, error: unknown) => void;
}

/**
 * Puts the script that watches create forms into pages where such a form can be, on sites where Crosstie may work: when
 * they are loaded, and when they go to such an address inside themselves.
 */
export const followDrafts = ({ needs, report }: DraftScriptNeeds): void => {
  browser.tabs.onUpdated.addListener((tabId, { status, url }, tab) => {
    // Of sites that the browser keeps from us it tells no address.
    if ((status !== 'complete' && url === undefined) || tab.url === undefined || tab.incognito) return;
    void startDrafts(tabId, tab.url, needs).catch((error) => report('watching create forms', error));
  });
};

/** Pages that were open before have to be told of it as well. */
export const watchDraftsEverywhere = async (needs: DraftScriptNeeds['needs']): Promise<void> => {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.allSettled(
    tabs.map(async ({ id, url, incognito }) => {
      if (id !== undefined && url !== undefined && !incognito) await startDrafts(id, url, needs);
    }),
  );
};

const startDrafts = async (tabId: number, url: string, needs: DraftScriptNeeds['needs']): Promise<void> => {
  if (!/^https?:/u.test(url) || !(await mayDraftAt(new URL(url), needs))) return;
  const target = { tabId };
  // A page that navigates inside itself has it already: that is asked without bringing it again. Refused: not ours to read.
  const probe = browser.scripting.executeScript({ target, func: () => 'crosstieDrafts' in globalThis });
  const [there] = (await probe.catch(() => undefined)) ?? [{ result: true }];
  if (there?.result === true) return;
  await browser.scripting.executeScript({ target, files: [draftScript] as never[] }).catch(() => undefined);
};

const mayDraftAt = async (address: URL, needs: DraftScriptNeeds['needs']): Promise<boolean> => {
  const all = await needs();
  if (all === undefined) return false;
  const [settings, policy] = await Promise.all([all.knowledge.settings(), all.policy()]);
  const here = all.tools.siteAt(address, settings.sites);
  if (here === undefined || !worksOn(here, settings, policy)) return false;
  return draftReaderOf(here.tool)?.mayDraft(address) ?? false;
};
