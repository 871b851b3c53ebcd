import { type Ownership, pairWords, type Role, roles, type SettledPair, type StatedDependency } from './annotation.ts';
import { same } from './canonical.ts';
import { timeOf } from './clock.ts';
import { type ItemKey, isItemKey } from './key.ts';
import type { Account } from './person.ts';
import type { Json, MergedField, MergedRecord, NaturalKey } from './record.ts';

/** The items that a record is about, as they were named when it was written. */
export const itemsOf = ([, ...about]: NaturalKey): readonly ItemKey[] => about.filter(isItemKey);

/** A natural key with its items under the keys they have now (K2). A pair's are in order, whatever they were called. */
export const renamed = (k: NaturalKey, nowOf: (key: ItemKey) => ItemKey): NaturalKey => {
  const [type, ...about] = k;
  const parts = about.map((part) => (isItemKey(part) ? nowOf(part) : part));
  return [type, ...(type === 'pair' ? parts.sort() : parts)];
};

/** Undefined: deleted, of another type, or not understood; whoever reads many leaves it out and counts it. */
export const ownershipOf = ({ k, deleted, fields }: MergedRecord): Ownership | undefined => {
  const [type, item, role] = k;
  const who = fields['who'];
  if (deleted || type !== 'own' || who === undefined || item === undefined || !isItemKey(item) || !isRole(role))
    return undefined;
  const account = who.value === null ? null : accountOf(who.value);
  if (account === undefined) return undefined;
  const rivals = rivalsOf(who);
  return {
    item,
    role,
    who: account,
    accepted: isAccepted(who, fields['accepted']),
    at: timeOf(who.clock),
    ...(rivals.length === 0 ? {} : { rivals }),
  };
};

/** Undefined: deleted, withdrawn, of another type, or not understood. */
export const dependencyOf = ({ k, deleted, fields }: MergedRecord): StatedDependency | undefined => {
  const [type, blocker, blocked] = k;
  const said = fields['said'];
  if (deleted || type !== 'dep' || said === undefined || (said.value !== 'yes' && said.value !== 'no'))
    return undefined;
  if (blocker === undefined || blocked === undefined || !isItemKey(blocker) || !isItemKey(blocked)) return undefined;
  const reason = textOf(fields['reason']);
  const needed = textOf(fields['needed']);
  const promised = textOf(fields['promised']);
  return {
    blocker,
    blocked,
    said: said.value,
    hard: fields['hard']?.value !== false,
    ...(reason === undefined ? {} : { reason }),
    ...(needed === undefined ? {} : { needed }),
    ...(promised === undefined ? {} : { promised }),
    at: timeOf(said.clock),
  };
};

/**
 * `nowOf`: the key that an item has now; the record names the main one as it was called when it was written. Undefined:
 * deleted, withdrawn, of another type, or not understood.
 */
export const pairOf = (
  { k, deleted, fields }: MergedRecord,
  nowOf: (key: ItemKey) => ItemKey,
): SettledPair | undefined => {
  const [type, a, b] = k;
  const said = fields['said'];
  const word = pairWords.find((one) => one === said?.value);
  if (deleted || type !== 'pair' || said === undefined || word === undefined) return undefined;
  if (a === undefined || b === undefined || a === b || !isItemKey(a) || !isItemKey(b)) return undefined;
  const named = textOf(fields['main']);
  const main = named === undefined || !isItemKey(named) ? undefined : nowOf(named);
  const isOfOne = word === 'same' || word === 'part';
  if (isOfOne && main !== a && main !== b) return undefined;
  const sureness = fields['sureness']?.value;
  return {
    items: [a, b],
    said: word,
    ...(isOfOne && main !== undefined ? { main } : {}),
    ...(typeof sureness === 'number' ? { sureness } : {}),
    at: timeOf(said.clock),
  };
};

/** True for a record that says nothing any more, so that leaving it out loses nothing. */
export const isSilent = ({ deleted, fields }: MergedRecord): boolean =>
  deleted || (fields['said'] !== undefined && fields['said'].value === null);

const isRole = (text: string | undefined): text is Role => roles.some((role) => role === text);

/** Somebody's acceptance is theirs: it is never carried over to another name that was written at the same time. */
const isAccepted = (who: MergedField, accepted: MergedField | undefined): boolean =>
  accepted?.value === true && accepted.clock === who.clock && accepted.device === who.device;

const rivalsOf = ({ value, rivals = [] }: MergedField): readonly Account[] => {
  const others: Account[] = [];
  for (const rival of rivals) {
    const account = accountOf(rival.value);
    if (account === undefined || same(rival.value, value) || others.some((other) => same(other, account))) continue;
    others.push(account);
  }
  return others;
};

const textOf = (field: MergedField | undefined): string | undefined =>
  typeof field?.value === 'string' && field.value !== '' ? field.value : undefined;

const accountOf = (value: Json): Account | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { tool, site, handle, name, kind } = value as { readonly [name: string]: Json };
  if (typeof tool !== 'string' || typeof site !== 'string') return undefined;
  if (typeof handle !== 'string' && typeof name !== 'string') return undefined;
  return {
    tool,
    site,
    ...(typeof handle === 'string' ? { handle } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(kind === 'team' || kind === 'agent' ? { kind } : {}),
  };
};
