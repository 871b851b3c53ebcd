import type { ItemKey } from '../lib/core/key.ts';
import type { Person } from '../lib/core/person.ts';
import type { TwinReason } from '../lib/core/twin.ts';
import type { Words } from './words.ts';

/** How what a reason names is written: as elements on a page or in the panel, or as text. */
export interface ReasonInk<Piece> {
  readonly item: (key: ItemKey) => Piece;
  readonly person: (who: Person) => Piece;
  /** Words that somebody wrote. */
  readonly quoted: (words: string) => Piece;
}

/** Words that one reason shows. */
const most = 4;

/** Why two texts are perhaps the same work, as the pieces of a short sentence in the order of the language. */
export const reasonOf = <Piece>(
  words: Words,
  ink: ReasonInk<Piece>,
  reason: TwinReason,
): readonly (string | Piece)[] => {
  const list = (said: readonly string[]): Piece => ink.quoted(said.slice(0, most).join(', '));
  switch (reason.type) {
    case 'same-title':
      return [words.text('twinSameTitle')];
    case 'rare-words':
      return words.pieces('twinRareWords', { words: list(reason.words) });
    case 'identifiers':
      return words.pieces('twinIdentifiers', { words: list(reason.words) });
    case 'shared-link':
      return words.pieces('twinSharedLink', { item: ink.item(reason.key) });
    case 'same-person':
      return words.pieces('twinSamePerson', { who: ink.person(reason.who) });
    case 'close-in-time':
      return [reason.days < 1 ? words.text('twinSameDay') : words.count('twinDaysApart', Math.round(reason.days))];
  }
};
