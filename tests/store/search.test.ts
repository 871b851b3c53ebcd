import { expect, test } from 'vitest';
import { api45, day, key, must, noon, openOn, pay7, seen, task } from './fresh.ts';

const gh = (n: number) => key(`github:github.com:acme/api#${n}`);
const open = { state: 'open' } as const;

const filled = async () => {
  const opened = await openOn();
  await opened.store.observe(
    [
      seen(api45, { title: 'Rate limits for the public API', ...open }),
      seen(gh(46), { title: 'Rate table is wrong', state: 'done' }),
      seen(pay7, { title: 'Überweisung: limits per day', ...open }),
      seen(task, { title: '', ...open }),
    ],
    { at: noon },
  );
  return opened.store;
};

test.each<[string, readonly string[]]>([
  ['rate', [api45, gh(46)]],
  ['LIM rate', [api45]],
  ['über', [pay7]],
  ['acme/api#45', [api45]],
  ['api#45', [api45]],
  ['#45', [api45]],
  ['pay-7', [pay7]],
  ['PAY', [pay7]],
  ['1204', [task]],
  ['imits', []],
  ['', []],
  ['  #!? ', []],
  ['rate unknown', []],
])('%j', async (text, expected) => {
  expect((await (await filled()).findItems(text, 10)).map((item) => item.key)).toEqual(expected);
});

test('a title that changed is found by its new words only', async () => {
  const store = await filled();
  await store.observe([seen(api45, { title: 'Quota' })], { at: noon + day });
  expect((await store.findItems('quota', 10)).map((item) => item.key)).toEqual([api45]);
  expect(await store.findItems('public', 10)).toEqual([]);
});

test('a title of mark-up or of one endless word is bounded', async () => {
  const { store, db } = await openOn();
  await store.observe([seen(api45, { title: `<img src=x onerror=alert(1)> ${'x'.repeat(400)} ${'a '.repeat(40)}` })], {
    at: noon,
  });
  const [row] = await db.titles.toArray();
  expect(row?.words.every((word) => word.length <= 40)).toBe(true);
  expect((await store.findItems('onerror', 5)).map((item) => item.key)).toEqual([api45]);
});

test('a word that stands in thousands of titles is looked at so far and no further', async () => {
  const { store } = await openOn();
  const batch = Array.from({ length: 700 }, (_, n) => seen(gh(n), { title: `common rare${n}`, ...open }));
  await must(store.observe(batch, { at: noon }));
  expect(await store.findItems('common', 1_000)).toHaveLength(500);
  expect((await store.findItems('common rare699', 10)).map((item) => item.key)).toEqual([gh(699)]);
});
