import { browser } from 'wxt/browser';
import type { StartLink } from '../../components/coverage.tsx';
import type { ReadOnlyReason } from '../../components/notices.tsx';
import type { Known } from '../../components/owner-field.tsx';
import { createWords, type MessageSource } from '../../components/words.ts';
import { blockedOnMe } from '../../lib/app/blocked-on-me.ts';
import { whoAmI } from '../../lib/app/who-am-i.ts';
import { keptMine } from '../../lib/browser/kept-mine.ts';
import { placeId, type Site } from '../../lib/core/key.ts';
import type { MineView } from '../../lib/core/view.ts';
import type { Store } from '../../lib/store/index.ts';
import { guides } from '../../lib/tools/guides.ts';
import { linkTo, toolOf, tools } from '../../lib/tools/index.ts';
import { showCount } from '../background/own-badge.ts';
import { policy } from '../background/own-policy.ts';
import { clock, toolNeeds } from '../background/tool-needs.ts';
import { hereAt, onReachChange } from './here.ts';
import { activeAddress, everyMinute, fromStore, fromStoreOf } from './live-sources.ts';
import { refusals } from './sending.ts';
import type { Live, Surroundings } from './surroundings.ts';

/** People that are offered while a name is typed, from each site. */
const offered = 50;

type OpenStore = () => Promise<Store | undefined>;
let opener: Promise<OpenStore> | undefined;

/** Loaded when it is first asked, so that the first rows do not wait for the database's code. */
const tryStore: OpenStore = async () => {
  opener ??= import('../background/own-store.ts').then(({ openOwnStore }) => openOwnStore());
  return (await opener)();
};

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
  mine: keptFirst(
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
  here: fromStoreOf(ownStore, activeAddress, hereAt, onReachChange),
  exportsOff: (see, fail) => {
    const ask = (): void => void policy().then(({ exports }) => see(!exports), fail);
    ask();
    return onReachChange(ask);
  },
  known: fromStore(ownStore, knownPeople),
  refusals,
  settings: fromStore(ownStore, async (store) => {
    const { switches } = await store.settings();
    return { singleKeys: switches['single-keys-off'] !== true };
  }),
  startLinks: fromStore(ownStore, startLinks),
  readOnly: (see, fail) => {
    readOnlyReason().then(see, fail);
    return () => undefined;
  },
});

/** What the background answered last, until the store itself answers. */
const keptFirst =
  (live: Live<MineView>): Live<MineView> =>
  (see, fail) => {
    let answered = false;
    void keptMine(browser.storage.session).then((kept) => {
      if (kept !== undefined && !answered) see(kept);
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

/**
 * For each tool the page that lists my own open work: on its own host, on every site that is known, and on those that are
 * open in a tab. A tool whose sites all have hosts of their own has none before one of them is known.
 */
export const startLinks = async (store: Store): Promise<readonly StartLink[]> => {
  const [{ me, sites, places }, open] = await Promise.all([store.settings(), openAddresses()]);
  const opened = open.flatMap((address) => toolNeeds.siteAt(address, sites) ?? []);
  return guides.flatMap(({ tool, mine }) => {
    const seen = [...tool.matches.flatMap(ownSite), ...sites, ...me.accounts, ...places, ...opened].filter(
      (site) => site.tool === tool.id,
    );
    const distinct = new Map(seen.map(({ site }) => [placeId({ tool: tool.id, site, name: '' }), site]));
    return [...distinct.values()].map((site) => ({ tool: tool.id, to: mine(site) }));
  });
};

/** Where tabs are, as far as the browser tells it. */
const openAddresses = async (): Promise<readonly URL[]> => {
  const tabs = await browser.tabs.query({ url: tools.flatMap(({ matches }) => matches) });
  return tabs.flatMap(({ url }) => (url !== undefined && URL.canParse(url) ? [new URL(url)] : []));
};

/** The one site that a match pattern without a wildcard in its host names. */
const ownSite = (pattern: string): readonly Site[] => {
  const address = pattern.replace(/\*$/u, '');
  if (address.includes('*') || !URL.canParse(address)) return [];
  return tools.flatMap((tool) => {
    const site = tool.site(new URL(address), []);
    return site === undefined ? [] : [{ tool: tool.id, site }];
  });
};
