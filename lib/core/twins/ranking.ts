import type { Kind } from '../item.ts';
import type { Site } from '../key.ts';
import type { CheapName, FeatureName, Features } from './features.ts';
import { likelihood, type Model, weighed } from './model.ts';
import type { TwinText } from './text.ts';
import type { Candidate, Source } from './twin-index.ts';

/**
 * `across`: of another tool, site or kind: the same work has a place there too. `within`: beside it, where nobody files it
 * twice on purpose. They are learnt and judged apart, and never mixed.
 */
export type Relation = 'across' | 'within';

/** What one relation was taught: which to compare, their order, and whether the first one is meant. */
export interface Taught {
  readonly first: Model<CheapName>;
  readonly order: Model<FeatureName>;
  readonly sure: Model<SureName>;
}

/** What the decision is made by: how the first stands to the second, and what was compared. */
export type SureName = FeatureName | 'place' | 'lead' | 'ratioLead' | 'words';

export interface Ranked extends Candidate {
  readonly place: number;
}

/** The likeliest first. */
export const inOrder = (candidates: readonly Candidate[], { order }: Taught): readonly Ranked[] =>
  candidates
    .map((one) => ({ ...one, place: weighed(order, one.features) }))
    .sort((a, b) => b.place - a.place || (a.item.key < b.item.key ? -1 : 1));

/** Far enough ahead to be told from everything else. */
const farAhead = 6;

export const sureFeatures = (
  { title }: Pick<TwinText, 'title'>,
  one: Ranked,
  next: Ranked | undefined,
): Features & { readonly [name in SureName]: number } => ({
  ...one.features,
  place: one.place,
  lead: next === undefined ? farAhead : Math.min(farAhead, one.place - next.place),
  ratioLead: one.features.ratio - (next?.features.ratio ?? 0),
  words: Math.min(1, title.split(/\s+/u).length / 15),
});

/** How likely it is that the first of them is meant: 0 to 1. */
export const sureness = (
  query: Pick<TwinText, 'title'>,
  one: Ranked,
  next: Ranked | undefined,
  { sure }: Taught,
): number => likelihood(weighed(sure, sureFeatures(query, one, next)));

/** How what is looked for stands to a source. What is not known of either does not part them. */
export const relationTo = (
  { site, kind }: { readonly site?: Site; readonly kind?: Kind },
  source: Source,
): Relation => {
  const isElsewhere = site !== undefined && (site.tool !== source.tool || site.site !== source.site);
  const isOtherKind = kind !== undefined && source.kind !== undefined && kind !== source.kind;
  return isElsewhere || isOtherKind ? 'across' : 'within';
};
