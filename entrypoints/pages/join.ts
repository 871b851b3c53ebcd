import { browser } from 'wxt/browser';
import type { ReadOnlyReason } from '../../components/notices.tsx';
import type { Known } from '../../components/owner-field.tsx';
import { createWords, type MessageSource } from '../../components/words.ts';
import { blockedOnMe } from '../../lib/app/blocked-on-me.ts';
import { hereAt } from '../../lib/app/here.ts';
import { startLinks } from '../../lib/app/start-links.ts';
import { whoAmI } from '../../lib/app/who-am-i.ts';
import { lastMine } from '../../lib/browser/last-mine.ts';
import { singleKeysOffSwitch } from '../../lib/core/settings.ts';
import type { MineView, StartLink } from '../../lib/core/view.ts';
import type { Store } from '../../lib/store/index.ts';
import { guides } from '../../lib/tools/guides.ts';
import { linkTo, toolOf, tools } from '../../lib/tools/index.ts';
import { showCount } from '../background/own-badge.ts';
import { policy } from '../background/own-policy.ts';
import { reach } from '../background/own-reach.ts';
import { clock, toolNeeds } from '../background/tool-needs.ts';
import { activeAddress, everyMinute, fromStore, fromStoreOf, onReachChange } from './live-sources.ts';
import { refusals } from './sending.ts';
import type { Live, Surroundings } from './surroundings.ts';

/** People that are offered while a name is typed, from each site. */
const offered = 50;

type OpenStore = () => Promise<Store | undefined>;
let opener: Promise<OpenStore> | undefined;

/** Asked for before anything is drawn. */
const last = lastMine(browser.storage.session);

/** Loaded once the first rows are drawn, where there are any: they do not share the processor with the database's code. */
const tryStore: OpenStore = async () => {
  opener ??= last
    .then((mine) => (mine === undefined ? undefined : drawn()))
    .then(() => import('../background/own-store.ts'))
    .then(({ openOwnStore }) => openOwnStore());
  return (await opener)();
};

/** Not before the next frame; a page that is not shown has none. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/** The store, for reading. It throws where the browser does not open it: that is shown, never an empty list (P5). */
export const ownStore = async (): Promise<Store> => {
  const store = await tryStore();
  if (store === undefined) throw new Error('The store does not open');
  return store;
};

const messages = browser.i18n.getMessage as MessageSource;
const locale = browser.i18n.getUILanguage();
const words = createWords(messages, locale);

/** What panel and popup have in common: words, tools, and the store read live. */
export const joinSurroundings = (): Surroundings => ({
  messages,
  locale,
  clock: everyMinute,
  tools: guides.map(({ tool: { id, name }, colour }) => ({ id, name, colour })),
  short: (key) => toolOf(key)?.short(key),
  linkTo,
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The browser refuses without focus, or by a policy: the caller says so.
      return false;
    }
  },
  mine: lastFirst(
    fromStore(
      ownStore,
      async (store) => {
        const mine = await blockedOnMe({ knowledge: store, clock, policy });
        showCount(words, mine).catch((error) => console.error('crosstie: the badge', error));
        return mine;
      },
      onReachChange,
    ),
  ),
  here: fromStoreOf(
    ownStore,
    activeAddress,
    (store, address) => hereAt({ knowledge: store, tools: toolNeeds, clock, policy, reach }, address),
    onReachChange,
  ),
  exportsOff: (see, fail) => {
    const ask = (): void => void policy().then(({ exports }) => see(!exports), fail);
    ask();
    return onReachChange(ask);
  },
  known: fromStore(ownStore, knownPeople),
  refusals,
  settings: fromStore(ownStore, async (store) => {
    const { switches } = await store.settings();
    return { singleKeys: switches[singleKeysOffSwitch] !== true };
  }),
  startLinks: fromStore(ownStore, linksToStart),
  readOnly: (see, fail) => {
    readOnlyReason().then(see, fail);
    return () => undefined;
  },
});

/** What the background answered last, until the store itself answers. */
const lastFirst =
  (live: Live<MineView>): Live<MineView> =>
  (see, fail) => {
    let answered = false;
    void last.then((mine) => {
      if (mine !== undefined && !answered) see(mine);
    });
    return live((mine) => {
      answered = true;
      see(mine);
    }, fail);
  };

export const readOnlyReason = async (): Promise<ReadOnlyReason | undefined> => {
  const store = await tryStore();
  if (store === undefined) return 'broken';
  return store.readOnly ? 'too-new' : undefined;
};

export const knownPeople = async (store: Store): Promise<Known> => {
  const [settings, decided, sites] = await Promise.all([store.settings(), policy(), store.sitesSeen()]);
  const ask = await whoAmI(store, settings, decided);
  const people = await Promise.all(sites.map((site) => store.peopleSeen(site, offered)));
  return { me: settings.me.accounts, ask, people: people.flat().map(({ account }) => account) };
};

/** The pages that list my own open work. */
export const linksToStart = async (store: Store): Promise<readonly StartLink[]> => {
  const [settings, open] = await Promise.all([store.settings(), openAddresses()]);
  return startLinks(
    guides,
    settings,
    open.flatMap((address) => toolNeeds.siteAt(address, settings.sites) ?? []),
  );
};

/** Where tabs are, as far as the browser tells it. */
const openAddresses = async (): Promise<readonly URL[]> => {
  const tabs = await browser.tabs.query({ url: tools.flatMap(({ matches }) => matches) });
  return tabs.flatMap(({ url }) => (url !== undefined && URL.canParse(url) ? [new URL(url)] : []));
};
