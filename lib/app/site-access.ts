import type { ListedSite, SiteAccess } from '../core/access.ts';
import { type Hosts, isBelow, originsOf, siteIn } from '../core/hosts.ts';
import { isSite, type Site } from '../core/key.ts';
import { wholeSite } from '../core/places.ts';
import { allowsSite, type Policy } from '../core/policy.ts';
import type { Settings } from '../core/settings.ts';
import { worksOn } from './admission.ts';

/** How the browser lets Crosstie read on some hosts. `blocked`: its own policy keeps extensions out. */
export type Grant = 'granted' | 'withheld' | 'blocked';

export interface Reach {
  readonly tools: readonly Hosts[];
  readonly grantOf: (origins: readonly string[]) => Promise<Grant>;
}

/** Every site that a person may want to decide about: those that are known, and of each tool its own hosts. */
export const listedSites = async (
  reach: Reach,
  settings: Pick<Settings, 'me' | 'sites' | 'places' | 'switches'>,
  policy: Policy,
): Promise<readonly ListedSite[]> => {
  const known = [...settings.sites, ...settings.me.accounts, ...settings.places].map(({ tool, site }) => ({
    tool,
    site,
  }));
  const all = reach.tools.flatMap((tool): readonly Site[] => {
    const concrete = known.filter((site) => site.tool === tool.id);
    const own = tool.matches.map((match) => ({ tool: tool.id, site: siteIn(tool, match) }));
    return [...own.filter(({ site }) => !isCovered(site, concrete)), ...concrete];
  });
  const distinct = all.filter((site, at) => all.findIndex((other) => isSite(other, site)) === at);
  return Promise.all(distinct.map((site) => listedSite(reach, settings, policy, site)));
};

export const listedSite = async (
  reach: Reach,
  settings: Pick<Settings, 'sites' | 'places' | 'switches'>,
  policy: Policy,
  { tool, site }: Site,
): Promise<ListedSite> => {
  const own = settings.sites.some((one) => isSite(one, { tool, site }));
  const origins = originsOf(reach.tools, { tool, site });
  return {
    tool,
    site,
    origins,
    own,
    access: await accessOf(reach, settings, policy, { tool, site }, origins),
    wholeSiteMine: settings.places.some(
      (place) => isSite(place, { tool, site }) && place.name === wholeSite && place.answer === 'yes',
    ),
  };
};

const accessOf = async (
  { grantOf }: Reach,
  settings: Pick<Settings, 'switches'>,
  policy: Policy,
  site: Site,
  origins: readonly string[],
): Promise<SiteAccess> => {
  if (!allowsSite(policy, site)) return 'blocked';
  if (!worksOn(site, settings, policy)) return 'off';
  const grant = await grantOf(origins);
  return grant === 'granted' ? 'allowed' : grant;
};

/** A pattern over many hosts is left out where one of them is known. */
const isCovered = (pattern: string, sites: readonly Site[]): boolean =>
  sites.some(({ site }) => isBelow(site, pattern));
