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
