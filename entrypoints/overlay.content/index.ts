import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createOverlay } from '../../components/overlay/overlay.ts';
import { createWords, type MessageSource } from '../../components/words.ts';
import { type ItemKey, type Place, type Site, splitKey } from '../../lib/core/key.ts';
import type { CardView } from '../../lib/core/page-view.ts';
import { maxLinks } from '../../lib/page/background.ts';
import { type Lifetime, startLifetime } from '../../lib/page/lifetime.ts';
import { isMarked, sessionTag } from '../../lib/page/one-copy.ts';
import { startReader } from '../../lib/page/reader.ts';
import { domOf } from '../../lib/tools/dom.ts';
import { expand, linkTo, locate, toolFor, tools } from '../../lib/tools/index.ts';
import type { Page } from '../../lib/tools/tool.ts';
import { connect } from './connect.ts';

/** Milliseconds: a copy whose extension is gone leaves within two seconds (R4). */
const otherLeavesWithin = 3_000;
/** Milliseconds that a card's facts may be shown again without asking. */
const cardHolds = 30_000;

export default defineContentScript({
  matches: tools.flatMap((tool) => tool.matches),
  excludeMatches: tools.flatMap((tool) => tool.excludeMatches ?? []),
  runAt: 'document_idle',
  cssInjectionMode: 'manual',
  // Otherwise every page is told the extension's id.
  noScriptStartedPostMessage: true,
  main: () => {
    const lifetime = startLifetime(isConnected);
    const startAlone = (): void => {
      if (lifetime.alive() && !isMarked(document.documentElement)) start(lifetime);
    };
    if (isMarked(document.documentElement)) setTimeout(startAlone, otherLeavesWithin);
    else startAlone();
  },
});

/** After an update or a removal the id is gone, or all of `runtime` is. */
const isConnected = (): boolean => (browser as Partial<typeof browser>).runtime?.id !== undefined;

/** WXT knows the ids by name, `createWords` takes them as they come. */
const message: MessageSource = (id, substitutions) => browser.i18n.getMessage(id as never, substitutions);

const start = (lifetime: Lifetime): void => {
  const dom = domOf(window);
  const background = connect(browser.runtime, () => crypto.randomUUID());
  let sites: readonly Site[] = [];
  let places: readonly Place[] = [];
  let known = '';

  const here = (): URL => new URL(location.href);
  const pageAt = (address: URL): Page => ({
    address,
    dom,
    sites,
    locate: (url) => locate(url, sites),
    expand: (word, from) => expand(word, from, places),
    today: new Date().toLocaleDateString('en-CA'),
  });
  const theme = (): 'light' | 'dark' | undefined => toolFor(here(), sites)?.theme(pageAt(here()));

  const itemOfLink = (link: Element): ItemKey | undefined => {
    const href = dom.attribute(link, 'href');
    if (href === undefined || !URL.canParse(href, location.href)) return undefined;
    const ownCards = toolFor(here(), sites)?.ownCards;
    if (ownCards !== undefined && dom.matches(link, ownCards)) return undefined;
    const key = locate(new URL(href, location.href), sites);
    return key === locate(here(), sites) ? undefined : key;
  };

  const cards = new Map<ItemKey, { readonly view: CardView | undefined; readonly at: number }>();
  const card = async (key: ItemKey): Promise<CardView | undefined> => {
    const held = cards.get(key);
    if (held !== undefined && performance.now() - held.at < cardHolds) return held.view;
    const tool = toolFor(here(), sites);
    if (tool === undefined || (held === undefined && cards.size >= maxLinks) || !lifetime.alive()) return undefined;
    const answer = await background.cards(location.href, [key], tool.isPublic?.(pageAt(here())) ?? false);
    if (!answer.ok) return undefined;
    const view = answer.value.find(
      ({ item, speaks }) => item.key === key && (speaks || splitKey(key).tool !== tool.id),
    );
    cards.set(key, { view, at: performance.now() });
    return view;
  };

  const overlay = createOverlay({
    window,
    tag: sessionTag(() => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32),
    signal: lifetime.signal,
    words: createWords(message, browser.i18n.getUILanguage()),
    now: Date.now,
    link: linkTo,
    opensPanel: import.meta.env.BROWSER !== 'firefox',
    openPanel: (key) => {
      if (lifetime.alive()) background.openPanel(key);
    },
    take: async (item, who) =>
      lifetime.alive() &&
      (await background.propose({ type: 'name-role', item, role: 'owner', who, accepted: true })).ok,
    itemOfLink,
    card,
  });
  followTheme(lifetime.signal, () => overlay.setTheme(theme()));

  startReader({
    window,
    dom,
    lifetime,
    now: () => performance.now(),
    toolAt: (address) => toolFor(address, sites),
    pageAt,
    learn: (answer) => {
      const words = JSON.stringify([answer.sites, answer.places]);
      if (words === known) return false;
      const isFirstAndEmpty = known === '' && answer.sites.length + answer.places.length === 0;
      ({ sites, places } = answer);
      known = words;
      return !isFirstAndEmpty;
    },
    background,
    surface: overlay,
  });
};

/** A page that has no theme of its own follows the system; one that has tells it at its root or its body. */
const followTheme = (signal: AbortSignal, follow: () => void): void => {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow, { signal });
  const observer = new MutationObserver(follow);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  follow();
};
