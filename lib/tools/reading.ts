import { bounds, type Facts, type Link, linkGroups, type Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import type { Person } from '../core/person.ts';
import type { Listed, Page, Reader } from './reader.ts';

/**
 * The items that a page lists, or one part of it (`within`, itself included): each item once, where it stands first,
 * at most `bounds.listed`.
 */
export const listedOn = (page: Page, reader: Reader, within?: Element): readonly Listed[] => {
  const listed = new Map<ItemKey, Listed>();
  const own = within !== undefined && page.dom.matches(within, reader.rows) ? [within] : [];
  for (const element of [...own, ...page.dom.all(reader.rows, within)]) {
    if (listed.size >= bounds.listed) break;
    const row = reader.row(page, element);
    if (row !== undefined && !listed.has(row.observation.key)) listed.set(row.observation.key, row);
  }
  return [...listed.values()];
};

/** An item as one flat object: what a person who reports drift wants to see. */
export interface ItemReading extends Omit<Facts, 'links'> {
  readonly key: ItemKey;
  /** Of all groups, each kind and item once. Absent: no group of links was seen. */
  readonly links?: readonly Link[];
}

export interface PageReading {
  readonly tool: string;
  /** Null: not an item's page, not (yet) the page of the address's item, or one that cannot be read. */
  readonly item: ItemReading | null;
  readonly listed: readonly ItemReading[];
  readonly me: Person | null;
  /** Names of what an item's page should show and does not (K5). */
  readonly drift: readonly string[];
}

/** Everything that one page says, as plain data. */
export const readPage = (page: Page, reader: Reader): PageReading => {
  const { tool } = reader;
  const item = tool.locate(page.address, page.sites) === undefined ? undefined : reader.read(page);
  return {
    tool: tool.id,
    item: item?.ok ? flattened(item.value) : null,
    listed: listedOn(page, reader).map(({ observation }) => flattened(observation)),
    me: reader.me(page) ?? null,
    drift: item?.ok === false && item.failure.type === 'PageDrift' ? item.failure.missing : [],
  };
};

const flattened = ({ key, facts: { links, ...facts } }: Observation): ItemReading => ({
  key,
  ...facts,
  ...(links !== undefined && { links: flatLinks(links) }),
});

const flatLinks = (groups: NonNullable<Facts['links']>): readonly Link[] => {
  const links = new Map<string, Link>();
  for (const link of linkGroups.flatMap((group) => groups[group] ?? [])) {
    const id = `${link.kind} ${link.key}`;
    if (!links.has(id)) links.set(id, link);
  }
  const stronger = new Set([...links.values()].filter(({ kind }) => kind !== 'mentions').map(({ key }) => key));
  return [...links.values()].filter(({ kind, key }) => kind !== 'mentions' || !stronger.has(key));
};
