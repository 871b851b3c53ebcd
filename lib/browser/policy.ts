import { type Hosts, hostIn, siteIn } from '../core/hosts.ts';
import { type NamedSite, withNamedSites } from '../core/named-sites.ts';
import { noPolicy, type Policy } from '../core/policy.ts';
import { policyIn } from '../core/policy-schema.ts';

/** The parts of `browser.storage.managed` that reading a policy needs. */
export interface ManagedArea {
  readonly get: (keys: null) => Promise<unknown>;
  readonly onChanged?: { readonly addListener: (listener: () => void) => void };
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

const hostsOf = (tools: readonly Hosts[]): readonly string[] => tools.flatMap(({ matches }) => matches.map(hostIn));

const namedSitesOf = (tools: readonly Hosts[]): readonly NamedSite[] => {
  const served = tools.flatMap((tool) =>
    tool.matches.map((match) => ({ site: siteIn(tool, match), host: hostIn(match) })),
  );
  const named = new Set(served.filter(({ site, host }) => site !== host).map(({ site }) => site));
  return [...named].map((site) => ({
    site,
    hosts: served.filter((one) => one.site === site).map(({ host }) => host),
  }));
};
