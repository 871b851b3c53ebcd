import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import type { ItemKey } from '../../lib/core/key.ts';
import { type DependencyLine, lineFor } from '../../lib/core/line.ts';
import { readText, type TextReading } from '../../lib/core/text.ts';
import { type DomWindow, domOf } from '../../lib/tools/dom.ts';
import { prose } from '../../lib/tools/prose.ts';

const address = 'https://github.com/acme/api/issues/45';

describe('lineFor', () => {
  test('[D7] is a line that a person understands', () => {
    expect(lineFor({ direction: 'blocked-by', address, hard: true, needed: '2026-12-04' })).toBe(
      'Blocked by https://github.com/acme/api/issues/45, needed by 2026-12-04',
    );
    expect(lineFor({ direction: 'blocks', address, hard: true })).toBe(`Blocks ${address}`);
    expect(lineFor({ direction: 'blocked-by', address, hard: false })).toBe(`Better after ${address}`);
    expect(lineFor({ direction: 'blocks', address, hard: false, promised: '2026-12-01' })).toBe(
      `Better before ${address}, promised for 2026-12-01`,
    );
  });
});

describe('read back', () => {
  test('[D7] gives exactly that dependency', () => {
    fc.assert(
      fc.property(line, (said) => {
        expect(read(lineFor(said))).toEqual(expected([said]));
      }),
    );
  });

  test('[D7] among other lines, in a list, behind a ticked box, with other white space', () => {
    const decoration = fc.constantFrom('', '- ', '* ', '- [x] ', '- [ ] ', '1. ', '  ', '\t');
    fc.assert(
      fc.property(decoration, prosaic, line, prosaic, (start, before, said, after) => {
        const text = `${before}\n${start}${lineFor(said).replace(' ', '  ')}\r\n${after}`;
        expect(read(text)).toEqual(expected([said]));
      }),
    );
  });

  test('[D7] many lines, each a dependency of its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 8, selector: ({ address: of }) => of }), (all) => {
        expect(read(all.map(lineFor).join('\n'))).toEqual(expected(all));
      }),
    );
  });

  test('[D7] from a page that made a link of the address', () => {
    fc.assert(
      fc.property(line, prosaic, (said, around) => {
        const window = new Window();
        const linked = lineFor(said).replace(
          said.address,
          `<a href="${said.address.replaceAll('&', '&amp;')}">PAY-0 a title</a>`,
        );
        const parsed = new window.DOMParser().parseFromString(
          `<div><p>${around}</p><p>${linked}</p><blockquote>Blocks https://github.com/o/r/issues/9</blockquote></div>`,
          'text/html',
        ) as unknown as Document;
        const dom = domOf(window as unknown as DomWindow, parsed);
        const text = prose(dom, parsed.body, { limit: 5_000, links: 'address', base: new URL('https://example.com/') });
        expect(read(text)).toEqual(expected([said]));
      }),
      { numRuns: 30 },
    );
  });
});

const locate = (url: URL): ItemKey => `web:${url.href.replaceAll(/[:\s]/gu, '_')}` as ItemKey;
const read = (text: string): TextReading =>
  readText(text, { here: 'web:here' as ItemKey, locate, expand: () => undefined });

const expected = (all: readonly DependencyLine[]): TextReading => ({
  dependencies: all.map(({ direction, address: to, hard, needed, promised }) => ({
    kind: direction,
    key: locate(new URL(to)),
    word: lineFor({ direction, address: '', hard }).trim(),
    ...(!hard && { hard }),
    ...(needed !== undefined && { needed }),
    ...(promised !== undefined && { promised }),
  })),
  closes: [],
  mentions: [],
});

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const site = fc.constantFrom(
  'https://github.com/acme/api/issues/',
  'https://git.corp.example:8443/a/b/pull/',
  'https://acme.atlassian.net/browse/PAY-',
  'https://app.asana.com/0/0/',
  'http://issues.corp.example/jira/browse/A_1-',
);
const line: fc.Arbitrary<DependencyLine> = fc.record(
  {
    direction: fc.constantFrom('blocked-by', 'blocks'),
    address: fc.tuple(site, fc.integer({ min: 1 })).map(([start, number]) => `${start}${number}`),
    hard: fc.boolean(),
    needed: day,
    promised: day,
  },
  { requiredKeys: ['direction', 'address', 'hard'] },
);
const prosaic = fc
  .array(fc.constantFrom('We', 'ship', 'it,', 'then', 'not', 'blocked', 'by', 'rain.', 'Fixes', 'needed', 'first'), {
    maxLength: 12,
  })
  .map((words) => words.join(' '));
