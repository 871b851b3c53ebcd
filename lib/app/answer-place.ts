import type { Place } from '../core/key.ts';
import { type PlaceAnswer, withoutAnswer, withPlaces } from '../core/places.ts';
import type { Result } from '../core/result.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { Needs } from './needs.ts';

/** K7: what a person says of a place. Null: nothing any more; a sign that was seen there counts again. */
export const answerPlace = (
  { knowledge, clock }: Pick<Needs, 'knowledge' | 'clock'>,
  place: Place,
  answer: PlaceAnswer | null,
): Promise<Result<null, StoreFailure>> =>
  knowledge.changeSettings(({ places }) => ({
    places:
      answer === null
        ? withoutAnswer(places, place)
        : withPlaces(places, [{ ...place, answer, answeredAt: clock.now() }]),
  }));
