import { browser } from 'wxt/browser';
import { createOverlay } from '../../components/overlay/overlay.ts';
import { createWords, type MessageSource } from '../../components/words.ts';
import { type ItemKey, splitKey } from '../../lib/core/key.ts';
import type { CardView, PageAnswer } from '../../lib/core/page-view.ts';
import { type Background, maxLinks } from '../../lib/page/background.ts';
import { createLearned } from '../../lib/page/learned.ts';
import { type Lifetime, startLifetime } from '../../lib/page/lifetime.ts';
import { isMarked, sessionTag } from '../../lib/page/one-copy.ts';
import { watchPointed } from '../../lib/page/pointed.ts';
import { startReader } from '../../lib/page/reader.ts';
import { domOf } from '../../lib/tools/dom.ts';
import { linkTo } from '../../lib/tools/index.ts';
import type { Page, Reader } from '../../lib/tools/reader.ts';
import { connect } from './connect.ts';

/** Milliseconds: a copy whose extension is gone leaves within two seconds (R4). */
const otherLeavesWithin = 3_000;
/** Milliseconds that a card's facts may be shown again without asking. */
const cardHolds = 30_000;

/**
 * Starts the overlay on a page of the reader's tool; once, however many copies of the script arrive there. Each tool has
 * a content script of its own, which carries this reader and no other.
 */
export const startOverlay = (reader: Reader): void => {
  const lifetime = startLifetime(isConnected);
  const startAlone = (): void => {
    if (lifetime.alive() && !isMarked(document.documentElement)) start(reader, lifetime);
  };
  if (isMarked(document.documentElement)) setTimeout(startAlone, otherLeavesWithin);
  else startAlone();
};

/** After an update or a removal the id is gone, or all of `runtime` is. */
const isConnected = (): boolean => (browser as Partial<typeof browser>).runtime?.id !== undefined;

/** WXT knows the ids by name, `createWords` takes them as they come. */
const message: MessageSource = (id, substitutions) => browser.i18n.getMessage(id as never, substitutions);

const start = (reader: Reader, lifetime: Lifetime): void => {
  const { tool } = reader;
  const dom = domOf(window);
  const background = connect(browser.runtime, () => crypto.randomUUID());
  const learned = createLearned();

  const here = (): URL => new URL(location.href);
  const pageAt = (address: URL): Page => ({
    address,
    dom,
    sites: learned.sites(),
    locate: learned.locate,
    expand: learned.expand,
    today: new Date().toLocaleDateString('en-CA'),
  });
  const isHere = (address: URL): boolean => tool.site(address, learned.sites()) !== undefined;
  const theme = (): 'light' | 'dark' | undefined => (isHere(here()) ? reader.theme(pageAt(here())) : undefined);

  const itemOfLink = (link: Element): ItemKey | undefined => {
    const href = dom.attribute(link, 'href');
    if (href === undefined || !URL.canParse(href, location.href)) return undefined;
    if (reader.ownCards !== undefined && isHere(here()) && dom.matches(link, reader.ownCards)) return undefined;
    const key = learned.locate(new URL(href, location.href));
    return key === learned.locate(here()) ? undefined : key;
  };

  const cards = new Map<ItemKey, { readonly view: CardView | undefined; readonly at: number }>();
  const card = async (key: ItemKey): Promise<CardView | undefined> => {
    const held = cards.get(key);
    if (held !== undefined && performance.now() - held.at < cardHolds) return held.view;
    if (!isHere(here()) || (held === undefined && cards.size >= maxLinks) || !lifetime.alive()) return undefined;
    const answer = await background.cards(location.href, [key], reader.isPublic?.(pageAt(here())) ?? false);
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

  background.onPointed(watchPointed(dom, lifetime.signal), lifetime.signal);
  const startReading = (): void =>
    startReader({
      window,
      dom,
      lifetime,
      now: () => performance.now(),
      reader,
      isHere,
      pageAt,
      learn: learned.learn,
      background,
      surface: overlay,
    });
  if (isHere(here())) startReading();
  else void learnSites(background, learned.learn).then(startReading);
};

/** On a self-hosted site only the background knows which tool it is. */
const learnSites = async (
  background: Pick<Background, 'seen'>,
  learn: (answer: PageAnswer) => boolean,
): Promise<void> => {
  const address = location.href;
  const answer = await background.seen({ address, observations: [], marks: [], isPublic: false, paused: false });
  if (answer.ok) learn(answer.value);
};

/** A page that has no theme of its own follows the system; one that has tells it at its root or its body. */
const followTheme = (signal: AbortSignal, follow: () => void): void => {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow, { signal });
  const observer = new MutationObserver(follow);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  follow();
};
