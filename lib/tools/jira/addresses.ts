import { aliasKey, type ItemKey, makeKey, type Place, type Site, splitKey } from '../../core/key.ts';
import { wordSet } from '../../core/word-set.ts';

const tool = 'jira';

/** A letter, then letters, digits, underscores; a number without leading zero. Administrators may allow more, few do. */
const reference = /^([a-z][a-z0-9_]{0,99})-([1-9]\d{0,17})$/iu;

/** Jira sends lower-case keys to the upper-case address, so both name the same item. */
const referenceOf = (text: string | null | undefined): string | undefined =>
  text !== null && text !== undefined && reference.test(text) ? text.toUpperCase() : undefined;

export const projectOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('-'));

const isCloud = (address: URL): boolean => address.hostname.endsWith('.atlassian.net');

/** Hosts of other products whose paths can look like Jira's (`github.com/browse/ABC-12` is a repository there). */
const foreign = ['github.com', 'ghe.com', 'githubusercontent.com', 'gitlab.com', 'bitbucket.org', 'asana.com'];
const isForeign = (host: string): boolean => foreign.some((name) => host === name || host.endsWith(`.${name}`));

const segmentsOf = (address: URL): readonly string[] => address.pathname.split('/').filter((part) => part !== '');

interface Route {
  readonly site: string;
  /** The path within the site. */
  readonly path: readonly string[];
  /** False where only the shape of the address says that this is a Jira. */
  readonly known: boolean;
}

/** First path segments of a Jira; what stands before one is the context path of a self-hosted Jira. */
const roots = wordSet('browse projects secure servicedesk issues sr si');
const contextPath = /^[\w.~-]+$/u;
/** First segments of other products and of their parts, never a context path of Jira. */
const notContext = new Set([...roots, ...wordSet('wiki users repos rest plugins scm confluence')]);
/** Cloud serves its own applications below `/jira`; a context path has the other roots below it. */
const cloudParts = wordSet('software core servicedesk plans people for-you your-work dashboards');

const isCloudPrefix = ([first, second, third]: readonly string[]): boolean =>
  first === 'jira' &&
  second !== undefined &&
  cloudParts.has(second) &&
  !(second === 'servicedesk' && third === 'customer');

/** Where the address lies: at which site, and which path within it. */
const routeOf = (address: URL, sites: readonly Site[]): Route | undefined => {
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return undefined;
  const { host, hostname } = address;
  if (hostname.startsWith('[')) return undefined;
  const path = segmentsOf(address);
  if (isCloud(address)) return path[0] === 'wiki' ? undefined : { site: host, path, known: true };
  const known = knownRoute(host, path, sites);
  if (known !== undefined) return known;
  if (isForeign(hostname) || sites.some((site) => site.tool !== tool && hostOf(site.site) === host)) return undefined;
  if (path[0] === undefined || path[0] === 'wiki') return undefined;
  if (roots.has(path[0]) || isCloudPrefix(path)) return { site: host, path, known: false };
  const context = path[0];
  return path[1] !== undefined && roots.has(path[1]) && contextPath.test(context) && !notContext.has(context)
    ? { site: `${host}/${context}`, path: path.slice(1), known: false }
    : undefined;
};

const hostOf = (site: string): string => site.split('/', 1)[0] ?? site;

/** The longest known context path wins: one host may serve several Jiras. */
const knownRoute = (host: string, path: readonly string[], sites: readonly Site[]): Route | undefined => {
  const mine = sites
    .filter((site) => site.tool === tool)
    .map(({ site }) => ({ site, parts: site.split('/') }))
    .filter(({ parts: [at, ...context] }) => at === host && context.every((part, index) => part === path[index]))
    .sort((a, b) => b.parts.length - a.parts.length)[0];
  return mine && { site: mine.site, path: path.slice(mine.parts.length - 1), known: true };
};

/** Which item the address names (K1): `jira:<host and context path>:<KEY>`. */
export const locate = (address: URL, sites: readonly Site[]): ItemKey | undefined => {
  const route = routeOf(address, sites);
  if (route === undefined) return undefined;
  const ref = inPath(route) ?? inQuery(route, address.searchParams);
  return ref === undefined ? undefined : makeKey({ tool, site: route.site, ref });
};

const inPath = ({ path, known }: Route): string | undefined => {
  // Cloud, and a Jira known to stand at the root of its host, also serve their pages below `/jira`.
  const [first, ...rest] = known && path[0] === 'jira' ? path.slice(1) : path;
  const last = referenceOf(path.at(-1));
  if (last === undefined) return undefined;
  if (first === 'browse') return rest.length === 1 ? last : undefined;
  if (first === 'issues') return known && rest.length === 1 ? last : undefined;
  if (first === 'servicedesk' && rest[0] === 'customer') return isPortal(rest) ? last : undefined;
  const project = path.lastIndexOf('projects');
  if (project < 0) return undefined;
  const [name, kind, ...below] = path.slice(project + 1);
  // Without a known site the address itself must fit together: the project it stands in is the key's.
  if (!known && name?.toUpperCase() !== projectOf(last)) return undefined;
  if (kind === 'issues') return below.length === 1 ? last : undefined;
  return kind === 'queues' && below.length >= 2 && below.length <= 3 ? last : undefined;
};

/** `customer/portal/2/SD-40` */
const isPortal = (path: readonly string[]): boolean =>
  path.length === 4 && path[1] === 'portal' && /^\d+$/u.test(path[2] ?? '');

/** Boards, backlogs, timelines and plans open an item beside themselves. */
const inQuery = ({ path, known }: Route, query: URLSearchParams): string | undefined => {
  const selected = referenceOf(query.get('selectedIssue'));
  if (selected !== undefined && (known || isBoard(path))) return selected;
  return known ? referenceOf(query.get('issueKey')) : undefined;
};

const isBoard = (path: readonly string[]): boolean =>
  (path[0] === 'secure' && path[1] === 'RapidBoard.jspa') || (isCloudPrefix(path) && path.includes('projects'));

export const link = (key: ItemKey): URL => {
  const { site, ref } = splitKey(key);
  return new URL(`https://${site ?? ''}/browse/${ref}`);
};

export const place = (key: ItemKey): Place | undefined => {
  const { site, ref } = splitKey(key);
  return site === undefined || !reference.test(ref) ? undefined : { tool, site, name: projectOf(ref) };
};

/** `…/projects/PAY/…` and `/browse/PAY`. */
export const placeAt = (address: URL, sites: readonly Site[]): Place | undefined => {
  const route = routeOf(address, sites);
  if (route === undefined || site(address, sites) === undefined) return undefined;
  const { path } = route;
  const name = path.find((_part, at) => path[at - 1] === 'projects' || path[at - 1] === 'browse')?.toUpperCase();
  return name !== undefined && /^[A-Z][A-Z0-9_]+$/u.test(name) ? { tool, site: route.site, name } : undefined;
};

export const short = (key: ItemKey): string => splitKey(key).ref;

/** The site of a page, item or not. On hosts nobody told us of only addresses that no other product has. */
export const site = (address: URL, sites: readonly Site[]): string | undefined => {
  const route = routeOf(address, sites);
  if (route === undefined) return undefined;
  return route.known || isPlainlyJira(route, address) || locate(address, sites) !== undefined ? route.site : undefined;
};

/** `/secure/….jspa`, `/sr/jira.issueviews:…`, `/issues/?jql=…` */
const isPlainlyJira = ({ path: [root, next] }: Route, { searchParams }: URL): boolean => {
  if (root === 'secure') return next?.endsWith('.jspa') === true;
  if (root === 'sr' || root === 'si') return next?.startsWith('jira.') === true;
  return root === 'issues' && searchParams.has('jql');
};

/**
 * The site that keys on a page belong to where the page's own links do not say it: saved pages have rewritten links.
 * Taken from the address alone (K1).
 */
export const siteOfPage = (address: URL, sites: readonly Site[]): string =>
  routeOf(address, sites)?.site ?? address.host;

/** A key that stands on a page of `site`, as an item. */
export const keyAt = (site: string, text: string | undefined): ItemKey | undefined => {
  const ref = referenceOf(text?.trim());
  return ref === undefined || site === '' ? undefined : makeKey({ tool, site, ref });
};

/** The numeric id survives a moved key (K2). */
export const idAlias = (key: ItemKey, id: string | undefined): readonly string[] | undefined => {
  const { site } = splitKey(key);
  return id !== undefined && site !== undefined && /^[1-9]\d{0,17}$/u.test(id)
    ? [aliasKey({ tool, site }, id)]
    : undefined;
};

/**
 * D8: bare keys are believed only for projects already known (`UTF-8` and `CVE-2024-1` are not tickets): those of
 * `here`'s own project, or of a known place on one site, or on the site of `here`.
 */
export const expand = (word: string, here: ItemKey, places: readonly Place[]): ItemKey | undefined => {
  if (!reference.test(word) || word !== word.toUpperCase()) return undefined;
  const name = projectOf(word);
  const own = place(here);
  if (own?.tool === tool && splitKey(here).tool === tool && own.name === name) return makeKey({ ...own, ref: word });
  const found = new Set(
    places.filter((known) => known.tool === tool && known.name === name).map((known) => known.site),
  );
  const near = splitKey(here).tool === tool ? splitKey(here).site : undefined;
  const [only] = near !== undefined && found.has(near) ? [near] : found.size === 1 ? [...found] : [];
  return only === undefined ? undefined : makeKey({ tool, site: only, ref: word });
};

export const mine = (at: string): URL => {
  const address = new URL(`https://${at}/issues/`);
  address.searchParams.set('jql', 'assignee = currentUser() AND resolution = Unresolved ORDER BY updated DESC');
  return address;
};
