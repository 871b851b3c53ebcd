import { type Place, placeId, type Site } from './key.ts';

/** What an organisation can decide (P6), by the names that its managed policy uses. */
export const policyKeys = [
  'blockedSites',
  'allowedSites',
  'blockedPlaces',
  'sessionReads',
  'tokens',
  'sharing',
  'exports',
  'retentionDays',
  'welcomePage',
] as const;
export type PolicyKey = (typeof policyKeys)[number];

/**
 * What the organisation has decided. Everything is as a person likes where it decided nothing; nothing here can be
 * loosened by a person, a file or a shared record, since it is read from the browser each time and never stored.
 */
export interface Policy {
  /** Hosts, with `*.` in front for all below one; `*` alone for every host. */
  readonly blockedSites: readonly string[];
  /** Where it is set, only these are allowed. */
  readonly allowedSites?: readonly string[];
  /** `github.com/acme/secret`, `acme.atlassian.net/PAY`, with what lies below; `*` at the end for all that begin so. */
  readonly blockedPlaces: readonly string[];
  /** Reading a tool with the session of its page. */
  readonly sessionReads: boolean;
  readonly tokens: boolean;
  readonly sharing: boolean;
  /** Writing the store to a file. */
  readonly exports: boolean;
  /** The most days that K8 may keep. */
  readonly retentionDays?: number;
  /** Whether a page opens after the install. */
  readonly welcomePage: boolean;
  /** The keys that the organisation has set. */
  readonly decided: readonly PolicyKey[];
  /** Of these, the ones whose value could not be read: the strictest value counts. */
  readonly unreadable: readonly PolicyKey[];
}

export const noPolicy: Policy = {
  blockedSites: [],
  blockedPlaces: [],
  sessionReads: true,
  tokens: true,
  sharing: true,
  exports: true,
  welcomePage: true,
  decided: [],
  unreadable: [],
};

/** Whether Crosstie may work on a site. */
export const allowsSite = ({ blockedSites, allowedSites }: Policy, { site }: Site): boolean =>
  !blockedSites.some((pattern) => coversHost(pattern, site)) &&
  (allowedSites === undefined || allowedSites.some((pattern) => coversHost(pattern, site)));

/** Whether Crosstie may work in a place; its site is asked about as well. */
export const allowsPlace = (policy: Policy, place: Place): boolean =>
  allowsSite(policy, place) && !policy.blockedPlaces.some((pattern) => coversPlace(pattern, place));

/** One spelling of a host and what follows it: an address says neither the usual ports nor the root's dot. */
const spelled = (text: string): string => {
  const [host = '', ...path] = text.trim().toLowerCase().split('/');
  return [host.replace(/:(?:443|80)$/u, '').replace(/\.$/u, ''), ...path].join('/');
};

const withoutPort = (site: string): string => site.replace(/^([^/]*?):\d+(?=\/|$)/u, '$1');

/** A site may be a host with its port and context path; a pattern without one covers all of them. */
const coversHost = (pattern: string, site: string): boolean => {
  const [wanted, whole] = [spelled(pattern), spelled(site)];
  const host = whole.split('/', 1)[0] ?? whole;
  const name = withoutPort(host);
  if (wanted === '*' || wanted === whole || wanted === host || wanted === name) return true;
  return wanted.startsWith('*.') && (name.endsWith(wanted.slice(1)) || name === wanted.slice(2));
};

/** A place, whatever lies below it, and the place that a longer pattern lies in: of two readings the stricter. */
const coversPlace = (pattern: string, place: Place): boolean => {
  const wanted = spelled(pattern);
  const there = spelled(`${place.site}/${place.name}`);
  return [there, withoutPort(there), placeId(place).toLowerCase()].some((spelling) =>
    wanted.endsWith('*')
      ? spelling.startsWith(wanted.slice(0, -1))
      : `${spelling}/`.startsWith(`${wanted}/`) || wanted.startsWith(`${spelling}/`),
  );
};

/** K8 with P6: the shorter of what the person and the organisation want, in days. */
export const keptDays = ({ retentionDays }: Policy, wanted: number): number =>
  retentionDays === undefined ? wanted : Math.min(retentionDays, wanted);
