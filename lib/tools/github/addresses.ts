import { type ItemKey, makeKey, type Place, type Site, splitKey } from '../../core/key.ts';
import { reservedOwners } from './reserved.ts';

/** The folder's name, and the first part of every key. */
export const id = 'github';

/**
 * Where the number of an item stands in the path. `/issues/N` redirects to `/pull/N` for a pull request and the other
 * way round: all three share one number space in a repository, so the key does not say which it is (K2).
 */
const itemFolders: ReadonlySet<string> = new Set(['issues', 'pull', 'discussions']);

/** The item that an address names. Query and everything behind the number are ways to look at it, not other items. */
export const locate = (address: URL, sites: readonly Site[]): ItemKey | undefined => {
  const site = siteOf(address, sites);
  if (site === undefined) return undefined;
  const path = segmentsOf(address);
  const [owner, repo, folder, number] = path;
  const named =
    folder !== undefined && itemFolders.has(folder) && number !== undefined
      ? refOf(owner, repo, number)
      : refInPane(path, address.searchParams);
  return named === undefined ? undefined : makeKey({ tool: id, site, ref: named });
};

/** `https://github.com/o/r/issues/N` opens pull requests as well: the server redirects. */
export const link = (key: ItemKey): URL => {
  const { site = 'github.com', ref } = splitKey(key);
  const { owner, repo, number } = partsOf(ref);
  return new URL(`https://${site}/${owner}/${repo}/issues/${number}`);
};

export const place = (key: ItemKey): Place | undefined => {
  const { tool, site, ref } = splitKey(key);
  if (tool !== id || site === undefined || !ref.includes('#')) return undefined;
  const { owner, repo } = partsOf(ref);
  return { tool, site, name: `${owner}/${repo}` };
};

/** `/acme/api` and whatever lies below it. */
export const placeAt = (address: URL, sites: readonly Site[]): Place | undefined => {
  const site = siteOf(address, sites);
  const [owner, repo] = segmentsOf(address);
  const ref = refOf(owner, repo, '1');
  return site === undefined || ref === undefined ? undefined : place(makeKey({ tool: id, site, ref }));
};

/** `acme/api#45`. */
export const short = (key: ItemKey): string => splitKey(key).ref;

/**
 * `#45` and `GH-45` mean the repository whose text they stand in; `acme/api#45` means the same site, and github.com
 * in the text of another tool. A bare `#45` in another tool's text means nothing.
 */
export const expand = (word: string, here: ItemKey): ItemKey | undefined => {
  const context = splitKey(here);
  const within = context.tool === id && context.site !== undefined ? partsOf(context.ref) : undefined;
  const bare = /^(?:#|GH-)(\d+)$/iu.exec(word)?.[1];
  const full = /^([^/#\s]+)\/([^/#\s]+)#(\d+)$/u.exec(word);
  const ref = bare === undefined ? refOf(full?.[1], full?.[2], full?.[3]) : refOf(within?.owner, within?.repo, bare);
  if (ref === undefined) return undefined;
  return makeKey({ tool: id, site: within === undefined ? 'github.com' : (context.site ?? 'github.com'), ref });
};

/**
 * The site whose page this is: github.com, a data-residency tenant (`acme.ghe.com`), or a GitHub Enterprise Server
 * that is known as one. Only the whole host counts, so look-alikes (`github.com.evil.tld`, `gist.github.com`) are none.
 */
export const siteOf = (address: URL, sites: readonly Site[]): string | undefined => {
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return undefined;
  if (address.username !== '' || address.password !== '') return undefined;
  const { host } = address;
  if (host === 'github.com' || host === 'www.github.com') return 'github.com';
  if (/^(?!(?:api|www)\.)[a-z\d-]+\.ghe\.com$/u.test(host)) return host;
  return sites.some(({ tool, site }) => tool === id && site === host) ? host : undefined;
};

/** `acme/api#45` from its parts, lower case; undefined where a part cannot be one. */
const refOf = (owner = '', repo = '', number = ''): string | undefined => {
  if (!ownerShape.test(owner) || reservedOwners.has(owner.toLowerCase())) return undefined;
  if (!repoShape.test(repo) || !numberShape.test(number)) return undefined;
  return `${owner.toLowerCase()}/${repo.toLowerCase()}#${Number(number)}`;
};

/** Underscores are in the names of enterprise-managed users (`mona_acme`). */
const ownerShape = /^[a-z\d_][a-z\d_-]{0,99}$/iu;
const repoShape = /^(?!\.{1,2}$)[\w.-]{1,100}$/u;
/** Nine digits are more than any repository has; leading zeros mean nothing to the server. */
const numberShape = /^0{0,20}[1-9]\d{0,8}$/u;

const partsOf = (ref: string): { readonly owner: string; readonly repo: string; readonly number: string } => {
  const [, owner = '', repo = '', number = ''] = /^([^/#]+)\/([^/#]+)#(\d+)$/u.exec(ref) ?? [];
  return { owner, repo, number };
};

/**
 * Lists and project boards open an issue beside themselves, named by `issue=owner|repo|number`. A board says
 * `pane=issue` too; a draft on a board has no `issue`, and so no identity.
 */
const refInPane = (path: readonly string[], query: URLSearchParams): string | undefined => {
  const named = query.get('issue');
  if (named === null || !(isIssueList(path) || (isBoard(path) && query.get('pane') === 'issue'))) return undefined;
  const [owner, repo, number, ...more] = named.split('|');
  return more.length > 0 ? undefined : refOf(owner, repo, number);
};

const isIssueList = ([first, , third, ...more]: readonly string[]): boolean =>
  first === 'issues' || (third === 'issues' && more.length === 0);

const isBoard = ([, second, third, fourth]: readonly string[]): boolean =>
  third === 'projects' && second !== undefined && fourth !== undefined;

/** The parts of the path; doubled and trailing slashes name nothing. */
const segmentsOf = (address: URL): readonly string[] => address.pathname.split('/').filter((part) => part !== '');
