import type { Draft } from '../core/draft.ts';
import type { Site } from '../core/key.ts';
import { maxLikes, type TwinHit } from '../core/twin.ts';
import { suggestionsFor } from '../core/twins/suggest.ts';
import type { TwinIndex } from '../core/twins/twin-index.ts';

/**
 * What exists already that a draft may be, in its own tool or in another; the surest first. A draft is written now
 * (milliseconds), which parts it from work that is long over.
 */
export const draftTwins = (
  index: TwinIndex,
  { title, body, site }: Draft & { readonly site: Site },
  now: number,
): readonly TwinHit[] => {
  const text = { title, site, created: now, ...(body === undefined ? {} : { description: body }) };
  const { sameWork, duplicates } = suggestionsFor(index, text);
  return [...sameWork, ...duplicates]
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.sureness - a.sureness)
    .slice(0, maxLikes)
    .map(({ key, reasons }) => ({ key, reasons }));
};
