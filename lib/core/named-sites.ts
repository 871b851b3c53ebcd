import { allowsSite, noPolicy, type Policy } from './policy.ts';

/** A site that is not called by a host: that of a tool whose references are global (`siteOf`). */
export interface NamedSite {
  readonly site: string;
  /** Where it is served. */
  readonly hosts: readonly string[];
}

/**
 * A policy whose patterns cover sites by their names as they cover their hosts. An organisation writes hosts; a site
 * with several of them is blocked with one of them, and allowed only with all.
 */
export const withNamedSites = (policy: Policy, named: readonly NamedSite[]): Policy => {
  const { blockedSites, allowedSites, blockedPlaces } = policy;
  const blocked = named.filter(({ hosts }) => hosts.some((host) => covers(blockedSites, host)));
  const allowed = named.filter(({ hosts }) => hosts.every((host) => covers(allowedSites ?? [], host)));
  return {
    ...policy,
    blockedSites: withNames(blockedSites, blocked),
    ...(allowedSites === undefined ? {} : { allowedSites: withNames(allowedSites, allowed) }),
    blockedPlaces: [...blockedPlaces, ...named.flatMap((site) => placesOf(blockedPlaces, site))],
  };
};

const covers = (patterns: readonly string[], site: string): boolean =>
  !allowsSite({ ...noPolicy, blockedSites: patterns }, { tool: '', site });

const withNames = (patterns: readonly string[], named: readonly NamedSite[]): readonly string[] => [
  ...patterns,
  ...named.flatMap(({ site }) => (covers(patterns, site) ? [] : [site])),
];

/** Whatever of a named site is blocked: its items name no place, so that it is all of it. */
const placesOf = (patterns: readonly string[], { site, hosts }: NamedSite): readonly string[] => {
  const isThere = (pattern: string): boolean =>
    hosts.some((host) => pattern.trim().toLowerCase().startsWith(`${host}/`));
  return patterns.some(isThere) ? [`${site}/*`] : [];
};
