import type { Observation } from '../core/item.ts';
import { itemViewOf, itemViewsOf } from '../core/item-view.ts';
import { type ItemKey, type Place, placeId, type Site, siteOf } from '../core/key.ts';
import { type MarkView, markOf, type PageAnswer, type StripView, stripOf, withholdFrom } from '../core/page-view.ts';
import { type Person, withAccount } from '../core/person.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import { type Eyes, hiddenSwitch, type KnownSettings, maxBriefs, type Needs } from './needs.ts';

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
export type Elsewhere = { readonly type: 'Refused'; readonly why: 'other-address' };

/**
 * A page was read: keeps what it said and answers with what to draw on it. `address` is what the browser says of the
 * sender. A page speaks of the item of its own address and of items that it lists of its own tool and site, of
 * nothing else (T1, T9).
 */
export const seePage = async (
  needs: Needs,
  address: URL,
  sighting: Sighting,
): Promise<Result<PageAnswer, StoreFailure | Elsewhere>> => {
  const { knowledge, tools, clock } = needs;
  const { sites } = await knowledge.settings();
  const here = tools.siteAt(address, sites);
  const key = tools.locate(address, sites);
  if (here === undefined || !URL.canParse(sighting.address)) return fail({ type: 'Refused', why: 'other-address' });
  if (tools.locate(new URL(sighting.address), sites) !== key) return fail({ type: 'Refused', why: 'other-address' });

  const heard = sighting.observations.filter((observation) => maySay(observation, key, here));
  // What a read-only or full store does not take is still answered, from what it knows.
  const kept = await knowledge.observe(heard, {
    at: clock.now(),
    ...(sighting.drift === undefined || key === undefined ? {} : { drift: { key, missing: sighting.drift } }),
  });
  if (!kept.ok && kept.failure.type === 'StoreClosed') return fail(kept.failure);
  await learn(needs, here, heard, sighting.me);
  return ok(await answer(needs, key, here, sighting));
};

const sameSite = (a: Site, b: Site): boolean => a.tool === b.tool && a.site === b.site;

const maySay = ({ from, key: about }: Observation, key: ItemKey | undefined, here: Site): boolean =>
  from === 'item' ? about === key : sameSite(siteOf(about), here);

/** Projects that are remembered; more are never needed to believe a bare key (D8). */
const maxPlaces = 1_000;

/** Who is signed in is believed where the page's own head tells it, and its projects are known from now on (D8). */
const learn = async (
  { knowledge, tools }: Needs,
  here: Site,
  heard: readonly Observation[],
  person: Person | undefined,
): Promise<void> => {
  const places = heard.flatMap(({ key }) => tools.place(key) ?? []);
  const news = newsFor(await knowledge.settings(), here, places, person);
  if (news !== undefined) await knowledge.changeSettings((now) => newsFor(now, here, places, person) ?? {});
};

const newsFor = (
  now: KnownSettings,
  here: Site,
  places: readonly Place[],
  person: Person | undefined,
): Partial<KnownSettings> | undefined => {
  const known = new Map(now.places.map((place) => [placeId(place), place]));
  const fresh = places.filter((place) => !known.has(placeId(place)));
  for (const place of fresh) known.set(placeId(place), place);
  const isNewMe =
    person?.handle !== undefined &&
    !now.me.accounts.some((mine) => sameSite(mine, here) && mine.handle === person.handle);
  const news = {
    ...(fresh.length === 0 ? {} : { places: [...known.values()].slice(-maxPlaces) }),
    ...(isNewMe ? { me: withAccount(now.me, { ...here, ...person }) } : {}),
  };
  return Object.keys(news).length === 0 ? undefined : news;
};

const answer = async (
  needs: Needs,
  key: ItemKey | undefined,
  here: Site,
  { marks, isPublic }: Sighting,
): Promise<PageAnswer> => {
  const { knowledge, clock } = needs;
  const settings = await knowledge.settings();
  const eyes: Eyes = { me: settings.me, now: clock.now(), today: clock.today() };
  const listed = marks.filter((mark) => sameSite(siteOf(mark), here));
  const [strip, marked] = await Promise.all([
    key === undefined ? undefined : stripFor(needs, key, eyes, isPublic),
    marksFor(needs, listed, eyes),
  ]);
  return {
    marks: marked,
    hidden: settings.switches[hiddenSwitch] === true,
    sites: settings.sites,
    places: settings.places,
    ...(strip === undefined ? {} : { strip }),
  };
};

const stripFor = async (
  { knowledge, tools }: Needs,
  key: ItemKey,
  eyes: Eyes,
  isPublic: boolean,
): Promise<StripView> => {
  const account = eyes.me.accounts.find((mine) => sameSite(mine, siteOf(key)) && mine.kind !== 'team');
  return stripOf(itemViewOf(await knowledge.readItem(key, eyes), key), {
    name: tools.name,
    withhold: withholdFrom(key, isPublic),
    ...(account === undefined ? {} : { me: account }),
  });
};

const marksFor = async ({ knowledge }: Needs, keys: readonly ItemKey[], eyes: Eyes): Promise<readonly MarkView[]> => {
  const marks: MarkView[] = [];
  for (let start = 0; start < keys.length; start += maxBriefs) {
    const some = keys.slice(start, start + maxBriefs);
    const viewOf = itemViewsOf(await knowledge.readBriefs(some, eyes));
    marks.push(...some.flatMap((key) => markOf(viewOf(key)) ?? []));
  }
  return marks;
};
