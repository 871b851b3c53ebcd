import { bounds } from '../lib/core/item.ts';

/** Control characters, line breaks and everything that turns the direction of the text around it (P2). */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200B\uFEFF]+/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * What somebody wrote, as one line that cannot reach beyond itself: overrides of direction taken out, bounded in
 * length (characters; longer ends in "…").
 */
export const plain = (text: string, max: number = bounds.title): string => {
  const cut =
    text.length > max
      ? `${text
          .slice(0, max)
          .toWellFormed()
          .replace(/\uFFFD$/u, '')}…`
      : text;
  return cut.replace(unsafe, ' ').trim();
};

/**
 * The same, for attributes and other places that hold text only: words of the other direction are isolated, so that
 * they do not pull the words around them along. In markup, `<bdi>` does this.
 */
export const isolated = (text: string, max?: number): string => {
  const line = plain(text, max);
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
};
