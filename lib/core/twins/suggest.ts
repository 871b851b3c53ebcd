import { type ItemKey, type Site, siteOf } from '../key.ts';
import { maxLikes, type TwinHit, type TwinReason } from '../twin.ts';
import { type Guard, guardOf } from './guards.ts';
import { inOrder, type Ranked, type Relation, relationTo, sureness } from './ranking.ts';
import { reasonsFor } from './reasons.ts';
import type { TwinItem, TwinText } from './text.ts';
import { leastSure } from './threshold.ts';
import type { TwinIndex } from './twin-index.ts';
import { weights } from './weights.ts';

/** A text that is looked for, with where it stands. */
export interface Query extends TwinText {
  /** Absent: a draft, which is nowhere yet. */
  readonly key?: ItemKey;
  readonly site?: Site;
}

export interface Suggestion extends TwinHit {
  /** 0 to 1. */
  readonly sureness: number;
}

/** Three answers that are never mixed. */
export interface Suggestions {
  /** The same work with a place in another tool, site or kind. */
  readonly sameWork: readonly Suggestion[];
  /** Filed twice in one place. */
  readonly duplicates: readonly Suggestion[];
  /** Reads alike; nothing is claimed, and nothing is marked. */
  readonly similar: readonly ItemKey[];
}

export interface Asking {
  /** What must not be suggested: linked already, settled, or where Crosstie is off. */
  readonly leaveOut?: (item: TwinItem) => boolean;
  /** How sure it must be, 0 to 1. Absent: as measured. */
  readonly least?: (relation: Relation, key: ItemKey) => number;
}

export const maxSimilar = 5;

/** W1: what a text is perhaps the same work as: with reasons, and silent when unsure. */
export const suggestionsFor = (
  index: TwinIndex,
  query: Query,
  { leaveOut = () => false, least = (relation) => leastSure[relation] }: Asking = {},
): Suggestions => {
  const placed = query.key === undefined ? query : { ...query, site: siteOf(query.key) };
  const accept = (item: TwinItem): boolean => item.key !== query.key && !leaveOut(item);
  const lists = index.candidates(
    query,
    relations.map((relation) => ({
      first: weights[relation].first,
      from: (source) => relationTo(placed, source) === relation,
      accept,
    })),
  );
  const [across, within] = relations.map((relation, at) =>
    judged(index, query, relation, inOrder(lists[at] ?? [], weights[relation]), least),
  ) as [Judged, Judged];
  const similar = [...across.rest, ...within.rest].sort((a, b) => b.features.ratio - a.features.ratio);
  return {
    sameWork: across.sure,
    duplicates: within.sure,
    similar: similar.slice(0, maxSimilar).map(({ item }) => item.key),
  };
};

/**
 * Beside each other things share words by themselves: that something was filed twice must rest on more than one of them. On
 * the tracker, of what is told .58 are duplicates or linked by people, .46 without this and a lower limit.
 */
const isTelling = (reasons: readonly TwinReason[]): boolean =>
  reasons.some(
    (reason) =>
      reason.type === 'same-title' ||
      reason.type === 'identifiers' ||
      (reason.type === 'rare-words' && reason.words.length > 1),
  );

const relations = ['across', 'within'] as const satisfies readonly Relation[];

interface Judged {
  readonly sure: readonly Suggestion[];
  readonly rest: readonly Ranked[];
}

/** One after the other is judged as if those before it were not there: each must stand out from what is left. */
const judged = (
  index: TwinIndex,
  query: Query,
  relation: Relation,
  ranked: readonly Ranked[],
  least: NonNullable<Asking['least']>,
): Judged => {
  const sure: Suggestion[] = [];
  const rest: Ranked[] = [];
  let isSure = true;
  for (const [at, one] of ranked.entries()) {
    if (!isSure || sure.length === maxLikes) {
      rest.push(one);
      continue;
    }
    const guard: Guard | undefined = guardOf(query, one, relation, index.alike(one.item.title));
    const chance = sureness(query, one, ranked[at + 1], weights[relation]);
    // What is guarded against says nothing of those behind it; what is unsure does.
    isSure = guard !== undefined || chance >= least(relation, one.item.key);
    const reasons =
      guard !== undefined || !isSure ? [] : reasonsFor(query, one.item, index.shared(query, one.item.key));
    if (guard !== undefined || !isSure || (relation === 'within' && !isTelling(reasons))) rest.push(one);
    else sure.push({ key: one.item.key, sureness: chance, reasons });
  }
  return { sure, rest };
};
