import { sameName } from '../person.ts';
import type { TwinReason } from '../twin.ts';
import { dayLength } from '../working-days.ts';
import { sameTitle } from './guards.ts';
import { spokenText, termsOf } from './terms.ts';
import type { TwinItem, TwinText } from './text.ts';
import type { Shared } from './twin-index.ts';

const maxWords = 4;
/** Days within which two things were written at the same time. */
const sameTime = 14;

/** Why a text and an item are perhaps the same work, in the order of weight; empty where nothing that can be named is shared. */
export const reasonsFor = (query: TwinText, item: TwinItem, { terms, isName }: Shared): readonly TwinReason[] => {
  const names = spelledOut(query, terms.filter(isName));
  const words = spelledOut(
    query,
    terms.filter((term) => !isName(term)),
  ).filter((word) => !names.includes(word));
  const days = daysBetween(query, item);
  return [
    ...(sameTitle(query.title, item.title) ? [{ type: 'same-title' } as const] : []),
    ...(names.length === 0 ? [] : [{ type: 'identifiers', words: names } as const]),
    ...(words.length === 0 ? [] : [{ type: 'rare-words', words } as const]),
    ...(query.author !== undefined && item.author !== undefined && sameName(query.author, item.author)
      ? [{ type: 'same-person', who: item.author } as const]
      : []),
    ...(days !== undefined && days <= sameTime ? [{ type: 'close-in-time', days } as const] : []),
  ];
};

/** Terms as the text spells them, each once. */
const spelledOut = ({ title, description = '' }: TwinText, terms: readonly string[]): readonly string[] => {
  const wanted = new Set(terms.slice(0, maxWords));
  const spelled = new Map<string, string>();
  for (const [word] of `${title} ${spokenText(description)}`.matchAll(/[^\s,;:!?()[\]{}"“”«»]+/gu))
    for (const term of termsOf(word)) if (wanted.has(term) && !spelled.has(term)) spelled.set(term, trimmed(word));
  return [...new Set([...wanted].flatMap((term) => spelled.get(term) ?? []))];
};

const trimmed = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').slice(0, longest);
const longest = 40;

const daysBetween = (a: TwinText, b: TwinText): number | undefined =>
  a.created === undefined || b.created === undefined
    ? undefined
    : Math.round(Math.abs(a.created - b.created) / dayLength);
