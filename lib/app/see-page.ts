import { ordered } from '../core/canonical.ts';
import type { SignalId } from '../core/finding.ts';
import type { KeptFinding } from '../core/findings-view.ts';
import type { Observation } from '../core/item.ts';
import { listedViewsOf } from '../core/item-view.ts';
import { type ItemKey, isSite, type Site, siteOf } from '../core/key.ts';
import { likesOf } from '../core/likes.ts';
import {
  type MarkView,
  markOf,
  named,
  type PageAnswer,
  type StripContext,
  type StripView,
  stripOf,
  withholdFrom,
} from '../core/page-view.ts';
import { type Account, type Me, type Person, withAccount } from '../core/person.ts';
import { type KnownPlace, placesOf, standingOf, withPlaces } from '../core/places.ts';
import { allowsPlace, type Policy } from '../core/policy.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { discreetSwitch, hiddenSwitch, reachOf, type Settings } from '../core/settings.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { Like } from '../core/twin.ts';
import { admitted, type Door, doorWord, worksOn } from './admission.ts';
import { type Eyes, maxBriefs, type Needs, type PageNeeds } from './needs.ts';
import { isSaidOnPages, type Sieve, shownAmong, sieveOf, tellsOfOthers } from './shown-findings.ts';
import { shownOn, signOn } from './signs.ts';
import { eyesNow } from './who-am-i.ts';

/** What a page's script says it saw. */
export interface Sighting {
  /** As the script read it. */
  readonly address: string;
  readonly observations: readonly Observation[];
  readonly marks: readonly ItemKey[];
  readonly drift?: readonly string[];
  readonly me?: Person;
  readonly isPublic: boolean;
}

/** The page's script read another address than the browser says the document has: it moved on meanwhile. */
export type OtherAddress = { readonly type: 'Refused'; readonly why: 'other-address' };

/**
 * A page was read: keeps what it said and answers with what to draw on it. `address` is what the browser says of the
 * sender. A page speaks of the item of its own address and of items that it lists of its own tool and site, of
 * nothing else (T1, T9); and what is elsewhere is neither kept nor shown (K7).
 */
export const seePage = async (
  needs: PageNeeds,
  address: URL,
  sighting: Sighting,
): Promise<Result<PageAnswer, StoreFailure | OtherAddress>> => {
  const { knowledge, tools, clock } = needs;
  const [settings, policy, store] = await Promise.all([knowledge.settings(), needs.policy(), knowledge.storeName()]);
  const { sites } = settings;
  const here = tools.siteAt(address, sites);
  const key = tools.locate(address, sites);
  if (here === undefined || !URL.canParse(sighting.address)) return fail({ type: 'Refused', why: 'other-address' });
  if (tools.locate(new URL(sighting.address), sites) !== key) return fail({ type: 'Refused', why: 'other-address' });
  if (!worksOn(here, settings, policy) || !(await needs.mayRead())) return ok(silence(settings, here, store));

  const said = sighting.observations.filter((observation) => maySay(observation, key, here));
  const signedIn = isComparable(settings.me, here, said) ? sighting.me : undefined;
  const eyes = await eyesNow(needs, withSignedIn(settings.me, here, signedIn));
  const signed = placesWithSigns(needs, said, eyes.me).filter((place) => allowsPlace(policy, place));
  const door: Door = {
    places: placesOf(withPlaces(settings.places, signed), eyes.me),
    policy,
    isPublic: sighting.isPublic,
  };
  const listed = sighting.marks.filter((mark) => isSite(siteOf(mark), here));
  const named = new Set([...said.map((one) => one.key), ...listed, ...(key === undefined ? [] : [key])]);
  const inside = await admitted(
    needs,
    door,
    [...named],
    new Map(said.map((observation) => [observation.key, linksOf(observation)])),
  );
  const heard = said.filter((observation) => inside.has(observation.key));
  const isIn = key !== undefined && inside.has(key);
  // What a read-only or full store does not take is still answered, from what it knows.
  const kept = await knowledge.observe(heard, {
    at: clock.now(),
    ...(sighting.drift === undefined || !isIn ? {} : { drift: { key, missing: sighting.drift } }),
  });
  if (!kept.ok && kept.failure.type === 'StoreClosed') return fail(kept.failure);
  const latest = await learn(needs, settings, {
    me: signedIn === undefined ? undefined : { ...here, ...signedIn },
    places: [...signed, ...openPlaces(needs, heard, door)],
  });
  return ok({
    ...(await answer(needs, latest, eyes, {
      isPublic: sighting.isPublic,
      policy,
      store,
      key: isIn ? key : undefined,
      listed: listed.filter((mark) => inside.has(mark)),
    })),
    ...(inside.size < named.size ? { refused: true as const } : {}),
  });
};

const maySay = ({ from, key: about }: Observation, key: ItemKey | undefined, here: Site): boolean =>
  from === 'item' ? about === key : isSite(siteOf(about), here);

const linksOf = ({ facts: { links = {} } }: Observation): readonly ItemKey[] =>
  Object.values(links).flatMap((group) => group.map(({ key }) => key));

/** Nothing is kept here and nothing is drawn. */
const silence = (settings: Settings, here: Site, store: string): PageAnswer => ({
  marks: [],
  hidden: true,
  sites: settings.sites.filter((site) => isSite(site, here)),
  places: [],
  door: doorWord(settings, store),
  refused: true,
});

/**
 * An account that a page tells says who I am only where its people are shown with theirs. Some show names alone: there
 * the account is of use once I have said which name is mine.
 */
const isComparable = ({ accounts }: Me, here: Site, said: readonly Observation[]): boolean =>
  accounts.some((mine) => isSite(mine, here)) ||
  said.some(({ facts: { assignees = [], reviewers = [], author } }) =>
    [...assignees, ...reviewers, ...(author === undefined ? [] : [author])].some(({ handle }) => handle !== undefined),
  );

/** Accounts of mine on one site that pages may tell: nobody signs in with more. */
const maxTold = 5;

/** Who is signed in is believed where the page's own head tells it: a person, no team. */
const withSignedIn = (me: Me, { tool, site }: Site, person: Person | undefined): Me => {
  if (person?.handle === undefined || person.kind !== undefined) return me;
  const known = me.accounts.filter((mine) => isSite(mine, { tool, site }) && mine.kind === undefined);
  if (known.length >= maxTold || known.some(({ handle }) => handle === person.handle)) return me;
  return withAccount(me, { ...person, tool, site });
};

const placesWithSigns = ({ tools }: Needs, said: readonly Observation[], me: Me): readonly KnownPlace[] =>
  said.flatMap((observation) => {
    const sign = signOn(shownOn(observation), me);
    return sign === undefined ? [] : [{ ...tools.place(observation.key), sign }];
  });

/** Where something was kept although nobody knows yet whether it is mine: the question about it can be put (K7, D8). */
const openPlaces = (
  { tools }: Needs,
  heard: readonly Observation[],
  { places, isPublic }: Door,
): readonly KnownPlace[] =>
  heard.map(({ key }) => tools.place(key)).filter((place) => standingOf(place, places, isPublic) !== 'elsewhere');

interface News {
  /** Who is signed in. */
  readonly me: Account | undefined;
  readonly places: readonly KnownPlace[];
}

/** The settings from now on. Where the store takes nothing, they are those that it has. */
const learn = async ({ knowledge }: Needs, settings: Settings, news: News): Promise<Settings> => {
  if (changesBy(settings, news) === undefined) return settings;
  await knowledge.changeSettings((now) => changesBy(now, news) ?? {});
  return knowledge.settings();
};

const changesBy = (now: Settings, news: News): Partial<Settings> | undefined => {
  const me = news.me === undefined ? now.me : withSignedIn(now.me, news.me, news.me);
  const places = withPlaces(now.places, news.places);
  const changes = {
    ...(JSON.stringify(places) === JSON.stringify(now.places) ? {} : { places }),
    ...(me === now.me ? {} : { me }),
  };
  return Object.keys(changes).length === 0 ? undefined : changes;
};

interface Asked {
  readonly isPublic: boolean;
  readonly policy: Policy;
  readonly store: string;
  /** The item whose own page it is. */
  readonly key: ItemKey | undefined;
  readonly listed: readonly ItemKey[];
}

const answer = async (
  needs: Needs,
  settings: Settings,
  eyes: Eyes,
  { key, listed, isPublic, policy, store }: Asked,
): Promise<PageAnswer> => {
  const { switches, sites, places } = settings;
  const discreet = isPublic || switches[discreetSwitch] === true;
  const said = await saidOf(needs, key === undefined ? listed : [key, ...listed], {
    sieve: sieveOf({ settings, policy, me: eyes.me, tools: needs.tools }),
    today: eyes.today,
    discreet,
  });
  const [strip, marked] = await Promise.all([
    key === undefined
      ? undefined
      : stripFor(needs, key, eyes, {
          discreet,
          said: said.get(key) ?? nothingSaid,
          speaks: (signal) => reachOf(settings, signal) === 'page',
        }),
    marksFor(needs, listed, eyes, said),
  ]);
  return {
    // A page draws anew what is not spelled like before: what is drawn anew under a pointer takes no click (T7).
    marks: ordered(marked),
    hidden: switches[hiddenSwitch] === true,
    sites,
    // Bare keys are believed for places that are mine or may be (D8), whatever else is remembered.
    places: places
      .filter((place) => (place.answer === undefined || place.answer === 'yes') && allowsPlace(policy, place))
      .map(({ tool, site, name }) => ({ tool, site, name })),
    door: doorWord(settings, store),
    ...(strip === undefined ? {} : { strip: ordered(strip) }),
  };
};

const stripFor = async (
  { knowledge, tools }: Needs,
  key: ItemKey,
  eyes: Eyes,
  { discreet, said, speaks }: Pick<StripContext, 'speaks'> & { readonly discreet: boolean; readonly said: Said },
): Promise<StripView> => {
  const account = eyes.me.accounts.find((mine) => isSite(mine, siteOf(key)) && mine.kind !== 'team');
  const viewOf = listedViewsOf(await knowledge.readBriefs([key, ...said.likes.map((like) => like.key)], eyes));
  const naming = { name: tools.name, withhold: withholdFrom(key, discreet) };
  return stripOf(viewOf(key), {
    ...naming,
    signals: said.signals,
    likes: said.likes.map((like) => ({ item: named(viewOf(like.key).item, naming), reasons: like.reasons })),
    speaks,
    ...(account === undefined ? {} : { me: account }),
  });
};

/** What needs a look about each of these items, as signals say it on pages, the most pressing first. */
/** Of one item: the signals, the most pressing first, and what it is perhaps the same work as. */
interface Said {
  readonly signals: readonly SignalId[];
  readonly likes: readonly Like[];
}

const nothingSaid: Said = { signals: [], likes: [] };

const saidOf = async (
  { knowledge }: Needs,
  keys: readonly ItemKey[],
  { sieve, today, discreet }: { readonly sieve: Sieve; readonly today: string; readonly discreet: boolean },
): Promise<ReadonlyMap<ItemKey, Said>> => {
  const now = await knowledge.presentKeys(keys);
  const presentOf = (key: ItemKey): ItemKey => now.get(key) ?? key;
  const found = await knowledge.findingsOn([...new Set(keys.map(presentOf))]);
  const said = found.filter((finding) => isSaidOnPages(finding, sieve, today));
  const findings = shownAmong(said, sieve);
  const byItem = new Map<ItemKey, KeptFinding[]>();
  for (const finding of findings) {
    for (const key of finding.items) {
      if (discreet && tellsOfOthers(finding, key)) continue;
      const there = byItem.get(key);
      if (there === undefined) byItem.set(key, [finding]);
      else there.push(finding);
    }
  }
  return new Map(
    keys.map((key) => {
      const all = byItem.get(presentOf(key)) ?? [];
      return [key, { signals: all.map(({ signal }) => signal), likes: likesOf(all, presentOf(key)) }] as const;
    }),
  );
};

const marksFor = async (
  { knowledge }: Needs,
  keys: readonly ItemKey[],
  eyes: Eyes,
  said: ReadonlyMap<ItemKey, Said>,
): Promise<readonly MarkView[]> => {
  const marks: MarkView[] = [];
  for (let start = 0; start < keys.length; start += maxBriefs) {
    const some = keys.slice(start, start + maxBriefs);
    const viewOf = listedViewsOf(await knowledge.readBriefs(some, eyes));
    marks.push(...some.flatMap((key) => markOf(viewOf(key), said.get(key)?.signals[0]) ?? []));
  }
  return marks;
};
