import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../lib/core/item.ts';
import { packTwins, packVersion, unpackTwins } from '../../../lib/core/twins/pack.ts';
import { suggestionsFor } from '../../../lib/core/twins/suggest.ts';
import type { TwinItem } from '../../../lib/core/twins/text.ts';
import { createTwinIndex } from '../../../lib/core/twins/twin-index.ts';
import { keyOf } from '../../worlds.ts';

const words = ['login', 'crash', 'token', 'refund', 'ti.ui.window', '決済が失敗', 'überprüfung', 'line\nbreak'];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
const anyItem: fc.Arbitrary<TwinItem> = fc.record(
  {
    key: fc.nat(9).map((n) => keyOf(String(n))),
    title: text,
    description: text,
    kind: fc.constantFrom<Kind>('issue', 'pull-request', 'task'),
    created: fc.nat(10 ** 12),
    closed: fc.nat(10 ** 12),
    author: fc.constantFrom({ name: 'Dana' }, { handle: 'noor', name: 'Noor' }),
    labels: fc.array(fc.constantFrom('bug', 'api'), { maxLength: 2 }),
  },
  { requiredKeys: ['key', 'title'] },
);

const stored = <Value>(value: Value): Value => structuredClone(value);

describe('an index that was packed, stored and unpacked', () => {
  test('answers as before, and goes on as before', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 20 }), anyItem, fc.nat(9), (items, query, gone) => {
        const index = createTwinIndex();
        for (const item of items) index.put(item);
        index.remove(keyOf(String(gone)));
        const again = unpackTwins(stored(packTwins(index)));
        if (again === undefined) throw new Error('not unpacked');
        const answer = (of: typeof index) => suggestionsFor(of, query, { least: () => 0 });
        expect(answer(again)).toEqual(answer(index));
        for (const one of [index, again]) {
          one.put({ ...query, title: `${query.title} quokka` });
          one.remove(keyOf('3'));
        }
        expect(answer(again)).toEqual(answer(index));
        expect(again.size()).toBe(index.size());
      }),
    );
  });

  test('holds no word that nothing has any more', () => {
    const index = createTwinIndex();
    index.put({ key: keyOf('1'), title: 'quokka secret' });
    index.put({ key: keyOf('2'), title: 'login' });
    index.remove(keyOf('1'));
    expect(packTwins(index).terms).toBe('login');
    expect(JSON.stringify(packTwins(index))).not.toContain('quokka');
  });

  test('of another version is not read', () => {
    expect(unpackTwins({ ...packTwins(createTwinIndex()), version: packVersion + 1 })).toBeUndefined();
  });
});
