import type { ListedSite, SiteAccess } from '../core/access.ts';
import { isSite, type Site } from '../core/key.ts';
import { wholeSite } from '../core/places.ts';
import { allowsSite, type Policy } from '../core/policy.ts';
import type { Settings } from '../core/settings.ts';
import { worksOn } from './admission.ts';

/** A tool as far as its hosts matter. */
export interface Hosts {
  readonly id: string;
  /** Match patterns of its own hosts. */
  readonly matches: readonly string[];
  readonly site: (address: URL, sites: readonly Site[]) => string | undefined;
}

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

/** Match patterns to ask the browser for. A tool whose references are global is one site, with all of its hosts. */
export const originsOf = (tools: readonly Hosts[], { tool, site }: Site): readonly string[] => {
  const hosts = tools.find(({ id }) => id === tool);
  const own = hosts?.matches.filter((match) => siteIn(hosts, match) === site) ?? [];
  if (own.length > 0) return own;
  // Ports stand in no match pattern of Firefox; Chrome takes one without a port for all of them.
  const host = hostOf(site);
  // Keys have no scheme, and some self-hosted sites have no TLS. `*://` is more than the manifest may ask for at once.
  const isServedByTool = hosts?.matches.some((match) => isBelow(host, hostIn(match))) ?? false;
  return (isServedByTool ? ['https'] : ['https', 'http']).map((scheme) => `${scheme}://${host}/*`);
};

/**
 * The self-hosted site that an address leads to: what the tool itself makes of it where the address alone tells (a
 * context path), else its host. Undefined: no address of the web, or one of the tool's own hosts, which work already.
 */
export const ownSiteAt = (tools: readonly Hosts[], id: string, text: string): Site | undefined => {
  const spoken = text.trim();
  const hasScheme = /^https?:\/\//iu.test(spoken);
  const written = hasScheme ? spoken : `https://${spoken}`;
  const tool = tools.find((one) => one.id === id);
  if (tool === undefined || !URL.canParse(written)) return undefined;
  const address = new URL(written);
  // One word is a host only where it is written as an address: `http://jira/browse/PAY-1`.
  const isHost = hasScheme || address.hostname.includes('.');
  if (!isHost || address.username !== '' || address.password !== '') return undefined;
  if (address.hostname.endsWith('.') || isServedBy(tool, address)) return undefined;
  return { tool: id, site: tool.site(address, []) ?? address.host };
};

/** Whether an address is on one of the tool's own hosts; `www.` in front makes it no other. */
export const isServedBy = (tool: Hosts, { hostname }: URL): boolean =>
  tool.matches.map(hostIn).some((own) => own === hostname || `www.${own}` === hostname || isBelow(hostname, own));

/** A site is a host with its port and context path. */
const hostOf = (site: string): string => (site.split('/', 1)[0] ?? site).replace(/:\d+$/u, '');

const hostIn = (match: string): string => match.replace(/^[^:]+:\/\//u, '').replace(/\/.*$/u, '');

const isBelow = (host: string, pattern: string): boolean => pattern.startsWith('*.') && host.endsWith(pattern.slice(1));

/** The site that a match pattern names; with a `*.` in front where it names many. */
const siteIn = (tool: Hosts, match: string): string => {
  const host = hostIn(match);
  return host.startsWith('*.') ? host : (tool.site(new URL(`https://${host}/`), []) ?? host);
};

/** A pattern over many hosts is left out where one of them is known. */
const isCovered = (pattern: string, sites: readonly Site[]): boolean =>
  sites.some(({ site }) => isBelow(site, pattern));
