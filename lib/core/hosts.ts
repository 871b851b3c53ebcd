import { parseAddress } from './address.ts';
import type { Site } from './key.ts';

/** A tool as far as its hosts matter. */
export interface Hosts {
  readonly id: string;
  /** Match patterns of its own hosts. */
  readonly matches: readonly string[];
  readonly site: (address: URL, sites: readonly Site[]) => string | undefined;
}

/** The host of a match pattern, with a `*.` in front where the pattern is over many. */
export const hostIn = (match: string): string => match.replace(/^[^:]+:\/\//u, '').replace(/\/.*$/u, '');

export const isBelow = (host: string, pattern: string): boolean =>
  namesMany(pattern) && host.endsWith(pattern.slice(1));

export const namesMany = (site: string): boolean => site.startsWith('*.');

/** The site that one of a tool's match patterns names; with a `*.` in front where it names many. */
export const siteIn = (tool: Hosts, match: string): string => {
  const host = hostIn(match);
  const address = namesMany(host) ? undefined : parseAddress(`https://${host}/`);
  return (address && tool.site(address, [])) ?? host;
};

/** Whether an address is on one of the tool's own hosts; `www.` in front makes it no other. */
export const isServedBy = (tool: Hosts, { hostname }: URL): boolean =>
  tool.matches.map(hostIn).some((own) => own === hostname || `www.${own}` === hostname || isBelow(hostname, own));

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

/** A site is a host with its port and context path. */
const hostOf = (site: string): string => (site.split('/', 1)[0] ?? site).replace(/:\d+$/u, '');
