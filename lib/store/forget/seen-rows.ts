import { same } from '../../core/canonical.ts';
import type { LinkGroup, Review } from '../../core/item.ts';
import { linkGroups } from '../../core/item.ts';
import { type ItemKey, isItemKey } from '../../core/key.ts';
import { accountOn } from '../../core/owner.ts';
import type { Person } from '../../core/person.ts';
import type { Item, Known } from '../../core/snapshot.ts';
import { itemRow } from '../facts.ts';
import type { AliasRow, ChangeRow, ItemRow, LinksRow, StoredGroup, ToldRow } from '../rows.ts';
import { linksRow } from '../sightings.ts';
import type { Covered } from './covered.ts';
import type { Sieve } from './sieve.ts';

/*
 * What stays of what pages said. Titles and descriptions are left as they are, also where they contain a name or a key
 * that goes: they are the words of an item that stays.
 */

type Facts = Item['facts'];

export const keptItem = (covered: Covered, row: ItemRow): ItemRow | undefined => {
  if (covered.item(row.key)) return undefined;
  const facts = keptFacts(covered.person, row.key, row.facts);
  return facts === row.facts ? row : itemRow({ ...row, facts }, row);
};

/** The same facts where nobody in them goes. */
const keptFacts = (goes: Covered['person'], key: ItemKey, facts: Facts): Facts => {
  const isThem = (person: Person): boolean => goes(accountOn(key, person));
  const { assignees, reviewers, reviews, author, agent } = facts;
  const kept = {
    ...facts,
    assignees: keptList(assignees, isThem),
    reviewers: keptList(reviewers, isThem),
    reviews: keptList(reviews, ({ by }: Review) => isThem(by)),
    author: author === undefined || author.value === null || isThem(author.value) ? undefined : author,
    agent:
      agent !== undefined && (isThem({ name: agent.value }) || isThem({ handle: agent.value })) ? undefined : agent,
  };
  const known = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as Facts;
  return same(known, facts) ? facts : known;
};

/** A list that would be empty now was not seen empty: who is on it is not known any more (K3, O4). */
const keptList = <One>(
  known: Known<readonly One[]> | undefined,
  goes: (one: One) => boolean,
): Known<readonly One[]> | undefined => {
  if (known === undefined || !Array.isArray(known.value)) return undefined;
  const value = known.value.filter((one) => !goes(one));
  if (value.length === 0 && known.value.length > 0) return undefined;
  return { ...known, value };
};

export const keptLinks = ({ covered, key }: Sieve, row: LinksRow): LinksRow | undefined => {
  if (covered.item(row.from)) return undefined;
  const groups: { [Group in LinkGroup]?: StoredGroup } = {};
  for (const group of linkGroups) {
    const known = row.groups[group];
    if (known === undefined) continue;
    const links = known.links.flatMap(({ by, ...link }) => {
      const to = key(link.to);
      if (to === undefined || to === row.from) return [];
      return [{ ...link, to, ...(by === undefined || covered.person(accountOn(row.from, by)) ? {} : { by }) }];
    });
    groups[group] = { at: known.at, links };
  }
  return linksRow(row.from, groups);
};

/** An entry of the log of changes. One that says nothing any more goes. */
export const keptChange = (sieve: Sieve, row: ChangeRow): ChangeRow | undefined => {
  if (sieve.covered.item(row.key)) return undefined;
  if (row.field === 'assignees') {
    const goes = (person: Person): boolean => sieve.covered.person(accountOn(row.key, person));
    return changed(row, (people) => keptValues(people as readonly Person[], (one) => (goes(one) ? undefined : one)));
  }
  if (row.field.startsWith('links.'))
    return changed(row, (links) => keptValues(links as readonly string[], (name) => keptLinkName(sieve, name)));
  return row;
};

const changed = (
  row: ChangeRow,
  keep: (values: readonly unknown[]) => readonly unknown[] | null,
): ChangeRow | undefined => {
  const keepIn = (value: unknown): unknown => (Array.isArray(value) ? keep(value) : value);
  const [before, after] = [keepIn(row.before), keepIn(row.after)];
  if (same(before, row.before) && same(after, row.after)) return row;
  return same(before, after) ? undefined : { ...row, before, after };
};

/** Null, not known: nothing is left of what was there. */
const keptValues = <One>(values: readonly One[], keep: (value: One) => One | undefined): readonly One[] | null => {
  const kept = values.flatMap((value) => keep(value) ?? []);
  return kept.length === 0 && values.length > 0 ? null : kept;
};

/** Links are named by their kind and what they lead to: `blocked-by jira:…`. */
const keptLinkName = ({ key }: Sieve, name: string): string | undefined => {
  const to = keyInLinkName(name);
  if (to === undefined) return name;
  const now = key(to);
  return now === undefined ? undefined : name.slice(0, -to.length) + now;
};

export const keyInLinkName = (name: string): ItemKey | undefined => {
  const to = name.slice(name.indexOf(' ') + 1);
  return isItemKey(to) ? to : undefined;
};

/** Keys that an entry of the log names beside its own. */
export const keysInChange = ({ field, before, after }: ChangeRow): readonly ItemKey[] =>
  field.startsWith('links.')
    ? [before, after]
        .flatMap((names) => (Array.isArray(names) ? names : []))
        .flatMap((name) => keyInLinkName(name) ?? [])
    : [];

/** An id goes with its item; a key that an item had before goes with the place that it names. */
export const keptAlias = (covered: Covered, row: AliasRow): boolean =>
  !covered.item(row.key) && (row.was === undefined || !covered.item(row.alias as ItemKey));

export const keptTold = ({ covered, key }: Sieve, row: ToldRow): ToldRow | undefined => {
  const now = key(row.key);
  if (now === undefined) return undefined;
  const facts = keptFacts(covered.person, row.item.key, row.item.facts);
  return { ...row, key: now, item: { ...row.item, key: key(row.item.key) ?? now, facts } };
};
