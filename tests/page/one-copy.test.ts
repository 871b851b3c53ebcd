import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMarked, sessionTag } from '../../lib/page/one-copy.ts';

const root = (...names: readonly string[]) => ({ children: names.map((localName) => ({ localName })) });

test('[R24] a copy knows the mark of another copy, whatever its random name', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 5, maxLength: 5 }),
      (draws) => {
        let at = 0;
        const tag = sessionTag(() => draws[at++ % draws.length] ?? 0);
        expect(tag).toMatch(/^[a-z]{5}-[a-z]{5}$/u);
        expect(isMarked(root('head', 'body', tag))).toBe(true);
      },
    ),
  );
});

test('[T11] the mark is another one each time and names nothing', () => {
  const tags = new Set(Array.from({ length: 50 }, () => sessionTag(Math.random)));
  expect(tags.size).toBe(50);
  expect([...tags].join()).not.toContain('cross');
});

test.each([[[]], [['head', 'body']], [['abcde-abcde']], [['grammarly-extension']], [['abcdef-ghijk']]])(
  'sees no copy in %s',
  (names) => {
    expect(isMarked(root(...names))).toBe(false);
  },
);
