import type { Kind } from '../item.ts';
import type { ItemKey } from '../key.ts';
import type { Person } from '../person.ts';
import { spokenText, termsOf } from './terms.ts';

/** What of a text likeness is judged by, of an item or of a draft. */
export interface TwinText {
  readonly title: string;
  readonly description?: string;
  readonly kind?: Kind;
  /** Milliseconds. Absent: not known. */
  readonly created?: number;
  /** Milliseconds: when it was closed. Absent: it is open, or nobody knows. */
  readonly closed?: number;
  readonly author?: Person;
  readonly labels?: readonly string[];
}

export interface TwinItem extends TwinText {
  readonly key: ItemKey;
}

/** Of a description only its beginning counts; the measured plateau is 60 to 120 terms. */
export const countedTerms = 120;

export interface TermCounts {
  /** In their order, as often as they stand there. */
  readonly title: readonly string[];
  readonly description: ReadonlyMap<string, number>;
}

export const countTerms = ({ title, description = '' }: Pick<TwinText, 'title' | 'description'>): TermCounts => {
  const counts = new Map<string, number>();
  for (const term of termsOf(spokenText(description), countedTerms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { title: termsOf(title), description: counts };
};
