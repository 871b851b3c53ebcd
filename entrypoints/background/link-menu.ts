import { browser } from 'wxt/browser';
import { worksOn } from '../../lib/app/admission.ts';
import { tellOutcome } from '../../lib/browser/menu-outcome.ts';
import type { Change } from '../../lib/core/change.ts';
import { type ItemKey, siteOf } from '../../lib/core/key.ts';
import type { MenuOutcome } from '../../lib/core/menu-outcome.ts';
import { allowsPlace, type Policy } from '../../lib/core/policy.ts';
import type { Store } from '../../lib/store/index.ts';
import { locate } from '../../lib/tools/index.ts';
import { openPanelIn } from './open-panel.ts';
import { clock, toolNeeds } from './tool-needs.ts';

/** The entries' ids in the browser's menu. */
export const linkEntries = ['waits-on', 'blocks'] as const;
type Entry = (typeof linkEntries)[number];

interface LinkMenuOptions {
  readonly store: () => Promise<Store | undefined>;
  readonly policy: () => Promise<Policy>;
  readonly report: (where: string, error: unknown) => void;
}

/** "This waits on the linked item", "this blocks the linked item", on links of the tools' pages. */
export const followLinkMenu = ({ store, policy, report }: LinkMenuOptions): void => {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, pageUrl }, tab) => {
    if (!isEntry(menuItemId)) return;
    // The click is a gesture: the panel shows what was added, with a way back, or why nothing was.
    if (tab?.id !== undefined) openPanelIn(tab.id);
    const write = async (): Promise<void> => {
      const outcome = await state(await store(), await policy(), { entry: menuItemId, page: pageUrl, link: linkUrl });
      if (outcome !== undefined) await tellOutcome(browser.storage.session, { type: outcome, about: '' }, clock.now());
    };
    write().catch((error) => report('the menu on a link', error));
  });
};

const isEntry = (id: string | number): id is Entry => linkEntries.some((entry) => entry === id);

interface Click {
  readonly entry: Entry;
  readonly page: string | undefined;
  readonly link: string | undefined;
}

/** Undefined: it is written, and the panel shows it. */
const state = async (
  store: Store | undefined,
  policy: Policy,
  { entry, page, link }: Click,
): Promise<MenuOutcome['type'] | undefined> => {
  if (store === undefined) return 'not-stored';
  const settings = await store.settings();
  const keyAt = (address: string | undefined): ItemKey | undefined =>
    address !== undefined && URL.canParse(address) ? locate(new URL(address), settings.sites) : undefined;
  const [here, linked] = [keyAt(page), keyAt(link)];
  const change = changeFor(entry, here, linked);
  if (change === undefined) return 'no-item';
  const isOff = [here, linked].some(
    (key) =>
      key !== undefined && !(worksOn(siteOf(key), settings, policy) && allowsPlace(policy, toolNeeds.place(key))),
  );
  if (isOff) return 'blocked';
  const written = await store.write(change, { id: crypto.randomUUID(), at: clock.now() });
  return written.ok ? undefined : 'not-stored';
};

/** Nothing where one of the two is no item, or both are the same. */
const changeFor = (entry: Entry, here: ItemKey | undefined, linked: ItemKey | undefined): Change | undefined => {
  if (here === undefined || linked === undefined || here === linked) return undefined;
  return entry === 'waits-on'
    ? { type: 'add-dependency', blocker: linked, blocked: here }
    : { type: 'add-dependency', blocker: here, blocked: linked };
};
