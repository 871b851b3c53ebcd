import { same } from '../core/canonical.ts';
import { bounds, type Link, type LinkGroup, linkGroups, type Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import type { FactChange, SightedLink } from '../core/snapshot.ts';
import type { LinksRow, StoredGroup, StoredGroups, StoredLink } from './rows.ts';

export interface LinksUpdate {
  readonly groups: StoredGroups;
  readonly changes: readonly FactChange[];
  readonly changed: boolean;
}

/**
 * A group that was seen replaces what was known of it, an empty one too; one that may be longer than what was shown
 * (`partial`) adds. A link keeps its first sighting. A page that shows one group says nothing about the others (K4).
 */
export const updateLinks = (
  known: StoredGroups,
  { key, facts, partial = [] }: Pick<Observation, 'key' | 'facts' | 'partial'>,
  at: number,
): LinksUpdate => {
  const next: { [Group in LinkGroup]?: StoredGroup } = { ...known };
  const changes: FactChange[] = [];
  let changed = false;
  for (const group of linkGroups) {
    const seen = facts.links?.[group];
    const before = known[group];
    if (seen === undefined || (before !== undefined && before.at > at)) continue;
    const links = sighted(key, seen, before?.links ?? [], at, partial.includes(group));
    next[group] = { at, links };
    if (before === undefined) {
      changed ||= links.length > 0;
      continue;
    }
    if (same(contentOf(links), contentOf(before.links))) continue;
    changed = true;
    const [was, is] = [namesOf(before.links), namesOf(links)];
    if (!same(was, is)) changes.push({ key, field: `links.${group}`, before: was, after: is, at });
  }
  return { groups: next, changes, changed };
};

const sighted = (
  from: ItemKey,
  seen: readonly Link[],
  before: readonly StoredLink[],
  at: number,
  partial: boolean,
): readonly StoredLink[] => {
  const first = new Map(before.map((link) => [nameOf(link), link.since]));
  const links = new Map<string, StoredLink>(partial ? before.map((link) => [nameOf(link), link]) : []);
  for (const { key: to, ...link } of seen) {
    if (to === from) continue;
    const name = nameOf({ ...link, to });
    links.set(name, { ...link, to, since: first.get(name) ?? at, at });
  }
  return [...links]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, link]) => link)
    .slice(0, bounds.links);
};

/** Within a group a link is what it says about whom; words and dates are details of it. */
const nameOf = ({ kind, to }: Pick<StoredLink, 'kind' | 'to'>): string => `${kind} ${to}`;

const namesOf = (links: readonly StoredLink[]): readonly string[] => links.map(nameOf);

const contentOf = (links: readonly StoredLink[]) => links.map(({ since: _since, at: _at, ...content }) => content);

export const linksRow = (from: ItemKey, groups: StoredGroups): LinksRow => ({
  from,
  groups,
  to: [...new Set(Object.values(groups).flatMap(({ links }) => links.map(({ to }) => to)))].sort(),
});

/** The links of a row one by one, as a snapshot has them. */
export const sightedLinks = ({ from, groups }: LinksRow): readonly SightedLink[] =>
  linkGroups.flatMap((group) => (groups[group]?.links ?? []).map((link) => ({ ...link, from, group })));

/** Both ends of every link under the names they have now; two rows of one item become one, the later sighting standing. */
export const renameLinks = (from: ItemKey, rows: readonly LinksRow[], nowOf: (key: ItemKey) => ItemKey): LinksRow => {
  const groups: { [Group in LinkGroup]?: StoredGroup } = {};
  for (const group of linkGroups) {
    const found = rows.flatMap((row) => row.groups[group] ?? []).sort((a, b) => a.at - b.at);
    if (found.length === 0) continue;
    const links = new Map<string, StoredLink>();
    for (const link of found.flatMap((one) => one.links)) {
      const to = nowOf(link.to);
      if (to === from) continue;
      const there = links.get(nameOf({ ...link, to }));
      links.set(nameOf({ ...link, to }), { ...link, to, since: Math.min(link.since, there?.since ?? link.since) });
    }
    groups[group] = {
      at: Math.max(...found.map(({ at }) => at)),
      links: [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link),
    };
  }
  return linksRow(from, groups);
};
