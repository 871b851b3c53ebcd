import { expect, test } from 'vitest';
import type { Change } from '../../lib/core/change.ts';
import { api45, dana, must, noon, noor, openOn } from './fresh.ts';

const own = (who: typeof dana | null, accepted = true): Change => ({
  type: 'name-role',
  item: api45,
  role: 'owner',
  who,
  accepted,
});

test('[E4] the history says who, when, from which device, before and after', async () => {
  const { store } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  await must(store.write(own(noor, false), { id: 'b', at: noon + 1 }));
  const { entries } = await store.history(2);
  expect(entries).toMatchObject([
    {
      change: 'b',
      k: ['own', api45, 'owner'],
      field: 'accepted',
      before: true,
      after: false,
      at: noon + 1,
      author: 'local',
    },
    { change: 'b', field: 'who', before: dana, after: noor },
  ]);
  expect(entries[0]?.device).toMatch(/^[a-z2-7]{13}$/u);
});

test('[E4] the history comes in pages, latest first', async () => {
  const { store } = await openOn();
  for (const n of [1, 2, 3]) await must(store.write(own(n % 2 ? dana : noor), { id: `c${n}`, at: noon + n }));
  const first = await store.history(4);
  const second = await store.history(4, first.before);
  const all = await store.history(100);
  expect([...first.entries, ...second.entries]).toEqual(all.entries);
  expect(all.before).toBeUndefined();
  expect(all.entries.map(({ seq }) => seq)).toEqual([...all.entries.map(({ seq }) => seq)].sort((a, b) => b - a));
});
