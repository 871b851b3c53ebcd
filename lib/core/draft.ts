import type { NamedItem } from './page-view.ts';
import type { TwinReason } from './twin.ts';

/** What is being typed into a create form. It goes to the background in one message and is kept nowhere. */
export interface Draft {
  /** At most `bounds.title` characters. */
  readonly title: string;
  /** At most `bounds.tokens` words and `bounds.description` characters. */
  readonly body?: string;
}

/** An item that a draft may be the same work as, as it may be shown on the draft's page. */
export interface DraftHit {
  readonly item: NamedItem;
  /** Empty where nothing but key, state and owner may be shown (P3). */
  readonly reasons: readonly TwinReason[];
  /** The address to open, built by the item's own tool (T4). */
  readonly href?: string;
}

const fewestWords = 3;
const fewestCharacters = 12;
/** Scripts that put no space between words. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Whether enough is written to be compared with anything: very short titles are like too many others (W1). */
export const isWorthAsking = ({ title }: Pick<Draft, 'title'>): boolean =>
  (title.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)?.length ?? 0) >= fewestWords ||
  (title.match(spaceless)?.length ?? 0) >= fewestCharacters;
