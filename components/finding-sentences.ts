import type { Words } from './words.ts';

/** The words, and the arguments by name, each as a piece of a sentence. */
export interface Told<Piece> {
  readonly words: Words;
  readonly item: (name: string) => Piece;
  readonly people: (name: string) => Piece;
  readonly day: (name: string) => Piece;
  readonly at: (name: string) => Piece;
  /** A number as it is written. */
  readonly number: (name: string) => Piece;
  /** "3 items". */
  readonly items: (name: string) => Piece;
  /** A number that decides the form of the sentence. */
  readonly count: (name: string) => number;
}

type Sentence = <Piece>(told: Told<Piece>) => readonly (string | Piece)[];

/**
 * The sentence of everything that signals say, by the id that they give it. It speaks of what stands above it as "it".
 * Where a number decides the form, the message has one for each.
 */
const byId = {
  'blocked-cycle-any': ({ words, number }) => words.pieces('findingBlockedCycleAny', { count: number('count') }),
  'blocked-cycle-all': ({ words, count, number }) =>
    words.countPieces('findingBlockedCycleAll', count('cuts'), { items: number('count') }),
  bottleneck: ({ words, count, items }) =>
    words.countPieces('findingBottleneck', count('people'), { items: items('count') }),
  'closed-with-open-blocker': ({ words, count, at, item }) =>
    words.countPieces('findingClosedWithOpenBlocker', count('count'), { at: at('at'), on: item('on') }),
  'late-blocker': ({ words, day, item }) =>
    words.pieces('findingLateBlocker', { due: day('due'), wanted: day('wanted'), whose: item('whose') }),
  'late-blocker-several': ({ words, day, item, number }) =>
    words.pieces('findingLateBlockerSeveral', {
      count: number('count'),
      due: day('due'),
      wanted: day('wanted'),
      whose: item('whose'),
    }),
  'out-of-sequence': ({ words, count, item }) =>
    words.countPieces('findingOutOfSequence', count('count'), { on: item('on') }),
  overloaded: ({ words, number }) => words.pieces('findingOverloaded', { count: number('count') }),
  'owner-conflict-two': ({ words, people }) =>
    words.pieces('findingOwnerConflictTwo', { others: people('others'), owner: people('owner') }),
  'owner-conflict-differs': ({ words, people }) =>
    words.pieces('findingOwnerConflictDiffers', { assigned: people('assigned'), owner: people('owner') }),
  'owner-conflict-proposed': ({ words, people }) =>
    words.pieces('findingOwnerConflictProposed', { assigned: people('assigned'), owner: people('owner') }),
  'owner-conflict-code': ({ words, count, people, item }) =>
    words.countPieces('findingOwnerConflictCode', count('count'), {
      others: people('others'),
      owner: people('owner'),
      ticket: item('ticket'),
    }),
  'owner-conflict-same': ({ words, people, item }) =>
    words.pieces('findingOwnerConflictSame', { others: people('others'), owner: people('owner'), main: item('main') }),
  'priority-conflict': ({ words, count, item }) =>
    words.countPieces('findingPriorityConflict', count('count'), { whose: item('whose') }),
  'reopened-blocker': ({ words, count, at, item }) =>
    words.countPieces('findingReopenedBlocker', count('count'), { at: at('at'), whose: item('whose') }),
  'slipped-date': ({ words, day }) => words.pieces('findingSlippedDate', { from: day('from'), to: day('to') }),
  'slipped-date-awaited': ({ words, count, day }) =>
    words.countPieces('findingSlippedDateAwaited', count('count'), { from: day('from'), to: day('to') }),
  'stale-knowledge': ({ words, count, at, item }) =>
    words.countPieces('findingStaleKnowledge', count('count'), { seen: at('seen'), whose: item('whose') }),
  'stale-knowledge-never': ({ words, count, item }) =>
    words.countPieces('findingStaleKnowledgeNever', count('count'), { whose: item('whose') }),
  stalled: ({ words, at }) => words.pieces('findingStalled', { since: at('since') }),
  'twin-same-work': ({ words, count, item }) =>
    words.countPieces('findingTwinSameWork', count('count'), { first: item('first') }),
  'twin-duplicate': ({ words, count, item }) =>
    words.countPieces('findingTwinDuplicate', count('count'), { first: item('first') }),
  'unanswered-review': ({ words, at, people }) =>
    words.pieces('findingUnansweredReview', { since: at('since'), who: people('who') }),
  unblocked: ({ words, count, at, item }) =>
    words.countPieces('findingUnblocked', count('count'), { on: item('on'), since: at('since') }),
  'unblocked-dropped': ({ words, at, item }) =>
    words.pieces('findingUnblockedDropped', { on: item('on'), since: at('since') }),
  'unowned-awaited': ({ words, count }) => words.countPieces('findingUnownedAwaited', count('count')),
  'unowned-begun': ({ words }) => words.pieces('findingUnownedBegun'),
  'unowned-due': ({ words, day }) => words.pieces('findingUnownedDue', { due: day('due') }),
} as const satisfies { readonly [id: string]: Sentence };

export const sentences: ReadonlyMap<string, Sentence> = new Map(Object.entries<Sentence>(byId));
