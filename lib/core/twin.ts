import type { ItemKey } from './key.ts';
import type { Person } from './person.ts';

/** Why a text and an item are perhaps the same work; words are as the text spells them. */
export type TwinReason =
  | { readonly type: 'same-title' }
  /** Both have them, and few others. */
  | { readonly type: 'rare-words'; readonly words: readonly string[] }
  /** Names of code, versions, error texts. */
  | { readonly type: 'identifiers'; readonly words: readonly string[] }
  | { readonly type: 'shared-link'; readonly key: ItemKey }
  | { readonly type: 'same-person'; readonly who: Person }
  | { readonly type: 'close-in-time'; readonly days: number };

/** An item that is perhaps the same work, and why. */
export interface TwinHit {
  readonly key: ItemKey;
  readonly reasons: readonly TwinReason[];
}

/** What an item that is kept is perhaps the same work as: in another place or of another kind, or filed twice in one. */
export interface Like extends TwinHit {
  readonly relation: 'same-work' | 'duplicate';
  /** 0 to 1. */
  readonly sureness: number;
}

/** W1: so many are told of one item. */
export const maxLikes = 3;
