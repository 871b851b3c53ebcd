import type { Relation, Taught } from './ranking.ts';
import data from './weights.json' with { type: 'json' };

/** What `npm run learn` has written. */
export const weights = data as { readonly [relation in Relation]: Taught };
