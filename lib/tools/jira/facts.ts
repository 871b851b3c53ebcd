import { bounds, type Facts, type Link, type LinkGroup, linkGroups, type Observation } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import { seen } from '../../core/seen.ts';

/** What a reader found; what it did not see is undefined. */
export type Found = { readonly [Name in keyof Omit<Facts, 'links'>]?: Facts[Name] | undefined } & {
  readonly links?: { readonly [Group in LinkGroup]?: readonly Link[] | undefined };
};

/** K4: only what was seen is a fact. Everything is cut to its bound (P2). */
export const factsOf = (found: Found): Facts => {
  const { links, ...rest } = found;
  const groups = Object.fromEntries(
    linkGroups.flatMap((group) => {
      const shown = links?.[group];
      return shown === undefined ? [] : [[group, distinct(shown).slice(0, bounds.links)]];
    }),
  );
  return seen<Facts>({
    ...rest,
    kind: 'issue',
    title: rest.title?.slice(0, bounds.title),
    word: rest.word?.slice(0, bounds.word),
    assignees: rest.assignees?.slice(0, bounds.people),
    labels: rest.labels?.slice(0, bounds.labels).map((label) => label.slice(0, bounds.label)),
    links: Object.keys(groups).length === 0 ? undefined : groups,
  });
};

/** One link of a kind to an item, the first one found. */
const distinct = (links: readonly Link[]): readonly Link[] =>
  [...new Map([...links].reverse().map((link) => [`${link.kind}|${link.key}`, link])).values()].reverse();

export interface ListedItem {
  readonly key: ItemKey;
  readonly found: Found;
  readonly aliases?: readonly string[] | undefined;
}

/** A row tells some of an item's links, never all of them. */
export const listed = ({ key, found, aliases }: ListedItem): Observation => {
  const facts = factsOf({ ...found, links: filled(found.links ?? {}) });
  const partial = linkGroups.filter((group) => facts.links?.[group] !== undefined);
  return seen<Observation>({ key, facts, from: 'list', aliases, partial: partial.length === 0 ? undefined : partial });
};

const filled = (links: NonNullable<Found['links']>): NonNullable<Found['links']> =>
  Object.fromEntries(Object.entries(links).filter(([, group]) => group !== undefined && group.length > 0));

export const personOf = (name: string | undefined, handle?: string | undefined): Person | undefined => {
  const shown = name?.trim().slice(0, bounds.name) ?? '';
  const account = handle?.trim().toLowerCase().slice(0, bounds.handle) ?? '';
  if (account !== '') return shown === '' ? { handle: account } : { handle: account, name: shown };
  return shown === '' ? undefined : { name: shown };
};
