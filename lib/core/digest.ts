import { bounds } from './item.ts';

/** One spelling for texts that read the same: composed characters, single spaces, no space at the ends. */
const normalise = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * A hash of a whole description, for telling whether it changed since it was approved (A1): 16 hex digits.
 * Two 32-bit lanes mixed as in cyrb53 (bryc/code, public domain). It finds changes, it does not withstand forgers:
 * whoever can write the description needs no collision to mislead. Synchronous, because readers are; `crypto.subtle` is not.
 */
export const digestOf = (text: string): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const normal = normalise(text);
  for (let index = 0; index < normal.length; index += 1) {
    const unit = normal.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return hex(low) + hex(high);
};

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** The first 120 words of a text (`bounds.tokens`), at most `bounds.description` characters, never half a character. */
export const firstTokens = (text: string): string => {
  // A token takes two characters at least; what lies far behind the bound is never looked at.
  const start = normalise(text.slice(0, bounds.description * 4));
  const words = start.split(' ').slice(0, bounds.tokens).join(' ');
  return words.slice(0, bounds.description).replace(/[\uD800-\uDBFF]$/u, '');
};
