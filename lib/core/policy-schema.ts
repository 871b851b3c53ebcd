import * as z from 'zod/mini';
import { noPolicy, type Policy, type PolicyKey, policyKeys } from './policy.ts';
import { listOf, word } from './value-schema.ts';

const name = String.raw`[a-z\d_-]+(?:\.[a-z\d_-]+)*`;
const sitePattern = new RegExp(
  String.raw`^(?:\*|\*\.${name}|(?:${name}|\[[a-f\d:.]+\])(?::\d{1,5})?(?:/[^\s?#*]*[^\s?#*/])?)$`,
  'iu',
);
const isSitePattern = (text: string): boolean => sitePattern.test(text.trim());

/** Names a site and a place in it, as `site/name` or as a place's id (`placeId`), with a star at the end alone. */
const isPlacePattern = (text: string): boolean => {
  const pattern = text.trim();
  if (pattern === '*') return true;
  if (!/^[^\s*?#]+\*?$/u.test(pattern) || pattern.includes('//') || pattern.endsWith('/')) return false;
  // One word is a host only in a place's id: `acme/secret` names no site.
  return /^[^/]*[.:][^/]*\//u.test(pattern) || /^[^/]*:[^/]*:/u.test(pattern);
};

/** What is no pattern would cover nothing, and so forbid nothing: an address, a star in the middle. */
const patterns = (isPattern: (text: string) => boolean) =>
  listOf(word(300).check(z.refine(isPattern, 'not a pattern')), 1_000);

/** What each key holds; the names and types are those of the schema in the package. */
const shapes = {
  blockedSites: patterns(isSitePattern),
  allowedSites: patterns(isSitePattern),
  blockedPlaces: patterns(isPlacePattern),
  sessionReads: z.boolean(),
  tokens: z.boolean(),
  sharing: z.boolean(),
  exports: z.boolean(),
  retentionDays: z.int().check(z.minimum(1)),
  welcomePage: z.boolean(),
} satisfies { readonly [Key in PolicyKey]: z.ZodMiniType };

const sitesKeys: ReadonlySet<PolicyKey> = new Set(['blockedSites', 'allowedSites']);

/** What counts where a value cannot be read: an organisation that tried to forbid something is not taken to allow it. */
const strictest = {
  blockedSites: ['*'],
  allowedSites: [],
  blockedPlaces: ['*'],
  sessionReads: false,
  tokens: false,
  sharing: false,
  exports: false,
  retentionDays: 1,
  welcomePage: false,
} satisfies { readonly [Key in PolicyKey]: Policy[Key] };

/** A site of a tool's own has no path: `github.com/acme` would cover nothing. `ownHosts`: as in match patterns. */
const namesNothing = (pattern: string, ownHosts: readonly string[]): boolean => {
  const [host = '', ...path] = pattern.trim().toLowerCase().split('/');
  const isOwn = (own: string): boolean => (own.startsWith('*.') ? host.endsWith(own.slice(1)) : host === own);
  return path.length > 0 && ownHosts.some(isOwn);
};

/**
 * The policy in what the browser has stored, key by key: one that cannot be read takes nothing from the others.
 * `ownHosts`: those of the tools, with `*.` in front for all below one.
 */
export const policyIn = (stored: unknown, ownHosts: readonly string[] = []): Policy => {
  if (typeof stored !== 'object' || stored === null) return noPolicy;
  const given = new Map(Object.entries(stored));
  const decided = policyKeys.filter((key) => given.has(key));
  const read = decided.map((key) => {
    const { success, data } = shapes[key].safeParse(given.get(key));
    const isVain = sitesKeys.has(key) && Array.isArray(data) && data.some((one) => namesNothing(String(one), ownHosts));
    return [key, { success: success && !isVain, data }] as const;
  });
  return {
    ...noPolicy,
    ...Object.fromEntries(read.map(([key, { success, data }]) => [key, success ? data : strictest[key]])),
    decided,
    unreadable: read.flatMap(([key, { success }]) => (success ? [] : [key])),
  };
};
