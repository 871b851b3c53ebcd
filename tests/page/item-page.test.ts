import { expect, test } from 'vitest';
import { fail, ok } from '../../lib/core/result.ts';
import { createItemPage } from '../../lib/page/item-page.ts';
import type { Reader } from '../../lib/tools/reader.ts';
import { key, openPage, pageOn } from './surroundings.ts';

const start = () => {
  let clock = 0;
  let answer: ReturnType<Reader['read']> = fail({ type: 'PageNotReady' });
  const item = createItemPage({ read: () => answer }, key('A'), () => clock);
  const page = pageOn(openPage('').dom);
  return {
    item,
    read: (next: ReturnType<Reader['read']>, at: number) => {
      answer = next;
      clock = at;
      return item.read(page);
    },
  };
};

const shows = (title: string, name = 'A') => ok({ key: key(name), facts: { title }, from: 'item' as const });
const drift = fail({ type: 'PageDrift' as const, missing: ['title', 'state'] });

test('says what it reads, and nothing where it reads the same again', () => {
  const { read } = start();
  expect(read(shows('one'), 0)).toMatchObject({ type: 'observed', observation: { facts: { title: 'one' } } });
  expect(read(shows('one'), 1)).toEqual({ type: 'nothing-new' });
  expect(read(shows('two'), 2)).toMatchObject({ type: 'observed' });
});

test('[K5] an unreadable page is told after it had three seconds to build itself, and told once', () => {
  const { read } = start();
  expect(read(drift, 0)).toEqual({ type: 'waiting', again: 3_000 });
  expect(read(drift, 2_000)).toEqual({ type: 'waiting', again: 1_000 });
  expect(read(drift, 3_000)).toEqual({ type: 'drift', missing: ['title', 'state'] });
  expect(read(drift, 4_000)).toEqual({ type: 'nothing-new' });
});

test('[K5] near miss: a page that was unreadable for a moment is not told', () => {
  const { read } = start();
  read(drift, 0);
  expect(read(shows('one'), 2_900)).toMatchObject({ type: 'observed' });
  expect(read(drift, 5_000)).toEqual({ type: 'waiting', again: 3_000 });
});

test('[K5] a page that was read again after a drift is told again', () => {
  const { read } = start();
  read(shows('one'), 0);
  read(drift, 1);
  read(drift, 3_001);
  expect(read(shows('one'), 4_000)).toMatchObject({ type: 'observed' });
});

test('[T2] a page that still shows another item is waited for, never told', () => {
  const { read } = start();
  for (let at = 0; at < 20_000; at += 1_000)
    expect(read(fail({ type: 'PageNotReady' }), at)).toMatchObject({ type: 'waiting' });
  expect(read(shows('other', 'B'), 30_000)).toMatchObject({ type: 'waiting' });
});

test('it looks again by itself for a while, not for ever', () => {
  const { read } = start();
  const answers = Array.from({ length: 12 }, (_, at) => read(fail({ type: 'PageNotReady' }), at));
  expect(answers.filter((answer) => 'again' in answer)).toHaveLength(10);
});

test('what never arrived is told again', () => {
  const { item, read } = start();
  read(shows('one'), 0);
  item.giveBack();
  expect(read(shows('one'), 1)).toMatchObject({ type: 'observed' });
});
