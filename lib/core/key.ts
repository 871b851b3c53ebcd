/**
 * The identity of a work item (K1, K2), spelled `tool:site:ref`, or `tool:ref` where references are
 * global: `jira:acme.atlassian.net:PAY-7`, `github:github.com:acme/api#45`, `asana:1204`.
 * A site is a host with its port and, on self-hosted tools, its context path.
 */
export type ItemKey = string & { readonly __brand: 'ItemKey' };

export interface KeyParts {
  readonly tool: string;
  /** Absent where the tool's references are global. */
  readonly site?: string;
  readonly ref: string;
}

const maxKeyLength = 300;
const keyShape = /^[a-z]+:(?:[^\s:/]+(?::\d+)?(?:\/[^\s:]*)?:)?\w[\w.#=/-]*$/u;

export const makeKey = ({ tool, site, ref }: KeyParts): ItemKey =>
  (site === undefined ? `${tool}:${ref}` : `${tool}:${site}:${ref}`) as ItemKey;

/**
 * Another identity of an item on its site (a numeric id, a node id), spelled as a key: `jira:acme.atlassian.net:id=10023`.
 * It survives a moved key (K2) and is never shown.
 */
export const aliasKey = ({ tool, site }: Site, id: string): string => `${tool}:${site}:id=${id}`;

/** Takes a key apart. The site may hold a colon (its port), a reference never does. */
export const splitKey = (key: ItemKey): KeyParts => {
  const first = key.indexOf(':');
  const last = key.lastIndexOf(':');
  const tool = key.slice(0, first);
  const ref = key.slice(last + 1);
  return first === last ? { tool, ref } : { tool, site: key.slice(first + 1, last), ref };
};

/** True for text that is spelled like a key; whether such an item exists is another question. */
export const isItemKey = (text: string): text is ItemKey => text.length <= maxKeyLength && keyShape.test(text);

/** A tool at a place where it is served. `site` is a host with port and context path (`git.corp.example`, `corp.example/jira`). */
export interface Site {
  readonly tool: string;
  readonly site: string;
}

export const isSite = (a: Site, b: Site): boolean => a.tool === b.tool && a.site === b.site;

export const withSite = (sites: readonly Site[], site: Site): readonly Site[] =>
  sites.some((one) => isSite(one, site)) ? sites : [...sites, site];

/** A project or repository: `{tool: 'github', site: 'github.com', name: 'acme/api'}`, `{tool: 'jira', site: …, name: 'PAY'}`. */
export interface Place extends Site {
  readonly name: string;
}

export const placeId = ({ tool, site, name }: Place): string => `${tool}:${site}:${name}`;

/**
 * The site on which the people of an item have their accounts. A tool whose references are global is one site,
 * named like the tool itself: `{tool: 'asana', site: 'asana'}`.
 */
export const siteOf = (key: ItemKey): Site => {
  const { tool, site } = splitKey(key);
  return { tool, site: site ?? tool };
};
