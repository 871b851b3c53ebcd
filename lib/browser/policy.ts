import type { Site } from '../core/key.ts';
import { type NamedSite, withNamedSites } from '../core/named-sites.ts';
import { noPolicy, type Policy } from '../core/policy.ts';
import { policyIn } from '../core/policy-schema.ts';

/** The parts of `browser.storage.managed` that reading a policy needs. */
export interface ManagedArea {
  readonly get: (keys: null) => Promise<unknown>;
  readonly onChanged?: { readonly addListener: (listener: () => void) => void };
}

/** A tool as far as its hosts matter. */
export interface Hosts {
  /** Match patterns of its own hosts. */
  readonly matches: readonly string[];
  readonly site: (address: URL, sites: readonly Site[]) => string | undefined;
}

/**
 * What the organisation has decided, as it is now. Firefox refuses to answer where no organisation has: that is no
 * policy. Anything else that goes wrong throws, since what is not known must not count as allowed. `tools`: theirs
 * are the sites that are called otherwise than their hosts, which are what an organisation knows.
 */
export const readPolicy = async (area: ManagedArea, tools: readonly Hosts[]): Promise<Policy> => {
  try {
    return withNamedSites(policyIn(await area.get(null), hostsOf(tools)), namedSitesOf(tools));
  } catch (error) {
    if (/managed storage manifest not found/iu.test(error instanceof Error ? error.message : String(error)))
      return noPolicy;
    throw error;
  }
};

/** Calls back when the organisation decides something else. */
export const onPolicyChange = (area: ManagedArea, changed: () => void): void => {
  area.onChanged?.addListener(changed);
};

const hostsOf = (tools: readonly Hosts[]): readonly string[] =>
  tools.flatMap(({ matches }) => matches.map((match) => new URL(match).host));

const namedSitesOf = (tools: readonly Hosts[]): readonly NamedSite[] => {
  const hosts = new Map<string, readonly string[]>();
  for (const tool of tools) {
    for (const { host } of tool.matches.map((match) => new URL(match))) {
      const site = tool.site(new URL(`https://${host}/`), []) ?? host;
      if (site !== host) hosts.set(site, [...(hosts.get(site) ?? []), host]);
    }
  }
  return [...hosts].map(([site, own]) => ({ site, hosts: own }));
};
