import { describe, expect, test } from 'vitest';
import { bounds } from '../../lib/core/item.ts';
import { type ItemKey, makeKey } from '../../lib/core/key.ts';
import { ok } from '../../lib/core/result.ts';
import { asanaReader } from '../../lib/tools/asana/reader.ts';
import type { Reader } from '../../lib/tools/reader.ts';
import { listedOn, readPage } from '../../lib/tools/reading.ts';
import { pageOf } from '../pages.ts';

const key = (ref: string): ItemKey => makeKey({ tool: 'asana', ref });

/** Lists each `<li>` by the number in it. */
const lister: Reader = {
  ...asanaReader,
  rows: 'li',
  row: ({ dom }, row) => {
    const ref = dom.text(row);
    return ref === '' ? undefined : { observation: { key: key(ref), from: 'list', facts: {} }, mark: row };
  },
};
const page = (html: string): ReturnType<typeof pageOf> => pageOf(html, { address: 'https://app.asana.com/0/1/2' });
const refs = (html: string): readonly string[] =>
  listedOn(page(html), lister).map(({ observation }) => observation.key);

describe('listedOn', () => {
  test('lists each item once, where it stands first', () => {
    expect(refs('<li>5</li><li>4</li><li></li><li>5</li>')).toEqual([key('5'), key('4')]);
  });

  test('[P2] stops at the bound, and counts items, not rows', () => {
    const rows = Array.from({ length: bounds.listed + 50 }, (_, index) => `<li>${index + 1}</li>`);
    expect(refs(`${'<li>9</li>'.repeat(100)}${rows.join('')}`)).toHaveLength(bounds.listed);
  });

  test('reads one part alone, itself included', () => {
    const whole = page('<ul id="a"><li>1</li></ul><ul id="b"><li>2</li><li>3</li></ul>');
    const [list] = whole.dom.all('#b');
    const [, row] = whole.dom.all('li');
    expect(listedOn(whole, lister, list).map(({ observation }) => observation.key)).toEqual([key('2'), key('3')]);
    expect(listedOn(whole, lister, row).map(({ observation }) => observation.key)).toEqual([key('2')]);
  });
});

describe('readPage', () => {
  test('flattens links of all groups: each kind and item once, a mention only where nothing stronger is known', () => {
    const reader: Reader = {
      ...lister,
      read: () =>
        ok({
          key: key('2'),
          from: 'item',
          facts: {
            title: 'T',
            links: {
              mentions: [
                { kind: 'mentions', key: key('7') },
                { kind: 'mentions', key: key('8') },
              ],
              text: [{ kind: 'blocked-by', key: key('7'), word: 'blocked by' }],
              relations: [
                { kind: 'blocked-by', key: key('7') },
                { kind: 'relates', key: key('7') },
              ],
            },
          },
        }),
    };
    expect(readPage(page('<li>4</li>'), reader)).toEqual({
      tool: 'asana',
      item: {
        key: key('2'),
        title: 'T',
        links: [
          { kind: 'blocked-by', key: key('7') },
          { kind: 'relates', key: key('7') },
          { kind: 'mentions', key: key('8') },
        ],
      },
      listed: [{ key: key('4') }],
      me: null,
      drift: [],
    });
  });

  test('[K4] links that were not seen are absent, not none', () => {
    const read = (links: object): object | null =>
      readPage(page(''), { ...lister, read: () => ok({ key: key('2'), from: 'item', facts: links }) }).item;
    expect(read({})).toEqual({ key: key('2') });
    expect(read({ links: { relations: [] } })).toEqual({ key: key('2'), links: [] });
  });

  test('[K5] an address of no item is not asked for one', () => {
    const list = pageOf('', { address: 'https://app.asana.com/0/1/list' });
    const reader: Reader = {
      ...lister,
      read: () => {
        throw new Error('asked');
      },
    };
    expect(readPage(list, reader)).toMatchObject({ item: null, drift: [] });
  });
});
