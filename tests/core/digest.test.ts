import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf, firstTokens } from '../../lib/core/digest.ts';
import { bounds } from '../../lib/core/item.ts';

describe('digestOf', () => {
  test('[A1] stays the same however the page breaks its lines', () => {
    expect(digestOf('  Pay the\n\n invoice\ttwice ')).toBe(digestOf('Pay the invoice twice'));
    expect(digestOf('cafe\u0301')).toBe(digestOf('caf\u00e9'));
  });

  test('[A1] changes with one letter, one case, or two letters swapped', () => {
    const digests = ['Pay once', 'Pay Once', 'Pay onec', 'Pay once.', ''].map(digestOf);
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('[A1] sees a change at the very end of a long text', () => {
    const long = 'word '.repeat(100_000);
    expect(digestOf(`${long}yes`)).not.toBe(digestOf(`${long}no`));
  });

  test('is 16 hex digits, and differs for texts that differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: 'grapheme-ascii' }), (a, b) => {
        expect(digestOf(a)).toMatch(/^[0-9a-f]{16}$/u);
        const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
        expect(digestOf(a) === digestOf(b)).toBe(fold(a) === fold(b));
      }),
    );
  });
});

describe('firstTokens', () => {
  test('keeps a short text, folded', () => {
    expect(firstTokens(' Pay\n the  invoice ')).toBe('Pay the invoice');
  });

  test('takes the first 120 words and no more', () => {
    const words = Array.from({ length: 121 }, (_, index) => `w${index}`);
    expect(firstTokens(words.join('\n'))).toBe(words.slice(0, 120).join(' '));
  });

  test('[P2] a single endless word is cut, and not within a character', () => {
    const cut = firstTokens(`a${'\u{1F600}'.repeat(5_000_000)}`);
    expect(cut.length).toBeLessThanOrEqual(bounds.description);
    expect(cut.isWellFormed()).toBe(true);
  });
});
