import { expect, test } from 'vitest';
import { defaultSettings } from '../../lib/core/settings.ts';
import { readSettings, writeSettings } from '../../lib/store/settings.ts';
import { dana, disk, must, noon, openOn, pay7 } from './fresh.ts';

test('a fresh store knows nobody and has every default', async () => {
  expect(await (await openOn()).store.settings()).toEqual({
    me: { accounts: [] },
    sites: [],
    places: [],
    switches: {},
    week: { days: [1, 2, 3, 4, 5], holidays: [] },
    ages: { kept: 90, fresh: 7 },
    thresholds: { stalled: 5, review: 2, load: 8, bottleneck: 4, recent: 7 },
    asides: [],
  });
});

test('what is set stays set, the rest is left alone, and nothing else of the store shows', async () => {
  const { store } = await openOn();
  await must(store.changeSettings({ me: { accounts: [dana] }, switches: { 'signal.stalled': false } }));
  await must(store.changeSettings({ sites: [{ tool: 'github', site: 'git.corp.example' }] }));
  await must(
    store.write({ type: 'name-role', item: pay7, role: 'owner', who: dana, accepted: true }, { id: 'a', at: noon }),
  );
  expect(await store.settings()).toEqual({
    ...defaultSettings,
    me: { accounts: [dana] },
    sites: [{ tool: 'github', site: 'git.corp.example' }],
    switches: { 'signal.stalled': false },
  });
});

test('[R15] changes that are made of what is there lose nothing', async () => {
  const where = disk();
  const stores = await Promise.all([openOn(where), openOn(where), openOn(where)]);
  await Promise.all(
    stores.flatMap(({ db }, s) =>
      Array.from({ length: 20 }, (_, n) =>
        writeSettings(db, ({ switches }) => ({ switches: { ...switches, [`s${s}.${n}`]: true } })),
      ),
    ),
  );
  expect(Object.keys((await readSettings(stores[0].db)).switches)).toHaveLength(60);
});
