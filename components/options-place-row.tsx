import { type KnownPlace, type PlaceAnswer, wholeSite } from '../lib/core/places.ts';
import { type Display, useDisplay } from './display.tsx';
import { Choice } from './options-fields.tsx';
import type { ListedPlace } from './options-model.ts';
import { plain } from './plain.ts';
import { siteName } from './site-name.ts';
import type { MessageId } from './words.ts';

interface PlaceRowProps {
  readonly place: ListedPlace;
  readonly locked: boolean;
  /** "Everything here is my work" is ticked for its site. */
  readonly wholeSiteMine: boolean;
  readonly onAnswer: (answer: PlaceAnswer | null) => void;
}

const signWords = {
  assigned: 'placeAssigned',
  asked: 'placeAsked',
  author: 'placeAuthor',
} as const satisfies Readonly<Record<NonNullable<KnownPlace['sign']>, MessageId>>;

/** A place, why it is mine or not, and the answer to change. */
export const PlaceRow = ({ place, locked, wholeSiteMine, onAnswer }: PlaceRowProps) => {
  const display = useDisplay();
  const { words } = display;
  const name =
    place.name === wholeSite
      ? words.text('placeWholeSite', { site: siteName(display, place) })
      : plain(place.name, 120);
  return (
    <li className="flex items-center gap-3 py-1.5">
      <div className="min-w-0 flex-1">
        <bdi className="block truncate" title={name}>
          {name}
        </bdi>
        <p className="text-12 text-muted">{standing(display, place, wholeSiteMine)}</p>
      </div>
      {!place.blocked && (
        <Choice
          label={words.text('placeAnswerFor', { place: name })}
          unlabelled
          value={place.answer ?? 'none'}
          options={[
            ['none', words.text(place.sign === undefined ? 'placeNoAnswer' : 'placeAsSeen')],
            ['yes', words.text('placeYes')],
            ['later', words.text('placeLater')],
            ['no', words.text('placeNo')],
          ]}
          disabled={locked}
          onChoose={(answer) => onAnswer(answer === 'none' ? null : answer)}
          className="w-32 shrink-0"
        />
      )}
    </li>
  );
};

/** Why it counts as it does: what was answered, else what was seen there, else nothing yet. */
const standing = ({ words, when }: Display, place: ListedPlace, wholeSiteMine: boolean): string => {
  const { blocked, answer, answeredAt, sign } = place;
  const at = answeredAt === undefined ? undefined : when.day(answeredAt).word;
  if (blocked) return words.text('accessBlocked');
  if (answer === 'no') return words.text('placeNever');
  if (answer === 'yes') return at === undefined ? words.text('placeMine') : words.text('placeMineSince', { when: at });
  if (answer === 'later')
    return at === undefined ? words.text('placeNotNow') : words.text('placeNotNowSince', { when: at });
  if (sign !== undefined) return words.text(signWords[sign]);
  return words.text(wholeSiteMine ? 'placeBySite' : 'placeOpen');
};
