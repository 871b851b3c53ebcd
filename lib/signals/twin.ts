import type { Finding, Likes } from '../core/finding.ts';
import type { ItemKey } from '../core/key.ts';
import { sayingLikes } from '../core/likes.ts';
import type { Account } from '../core/person.ts';
import { type Like, maxLikes } from '../core/twin.ts';
import type { Suggestion, Suggestions } from '../core/twins/suggest.ts';
import { everybody } from './people.ts';
import type { TextSignal } from './signal.ts';

/**
 * W1: a newer item is perhaps the same work as older ones, in another tool or beside it. The same work elsewhere is told
 * before what is filed twice; what only reads alike is no finding, and what nothing can be said for is not told.
 */
export const twin: TextSignal = {
  id: 'twin',
  weight: 3,
  of: 'text',
  judge: (item: ItemKey, { sameWork, duplicates }: Suggestions, who: readonly Account[]): Finding | undefined => {
    const [first, ...others] = [...sameWork.map(asLike('same-work')), ...duplicates.map(asLike('duplicate'))].filter(
      ({ reasons }) => reasons.length > 0,
    );
    if (first === undefined) return undefined;
    const likes: Likes = [first, ...others.slice(0, maxLikes - 1)];
    return { signal: twin.id, subject: item, concerns: everybody(who), ...sayingLikes(item, likes), sure: false };
  },
};

const asLike =
  (relation: Like['relation']) =>
  ({ key, reasons, sureness }: Suggestion): Like => ({ key, reasons, relation, sureness });
