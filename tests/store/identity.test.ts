import { expect, test } from 'vitest';
import { base32, identityIn } from '../../lib/store/identity.ts';
import { disk, openOn } from './fresh.ts';

test.each([
  ['', ''],
  ['f', 'my'],
  ['fo', 'mzxq'],
  ['foo', 'mzxw6'],
  ['foob', 'mzxw6yq'],
  ['fooba', 'mzxw6ytb'],
  ['foobar', 'mzxw6ytboi'],
])('RFC 4648: %j is %j', (text, spelled) => {
  expect(base32(new TextEncoder().encode(text))).toBe(spelled);
});

test('[R15] a device and a space are named once, however many ask at the same time', async () => {
  const where = disk();
  const stores = await Promise.all([openOn(where), openOn(where), openOn(where)]);
  const found = await Promise.all(
    stores.map(({ db }) => db.transaction('rw', [db.settings], async () => identityIn(db))),
  );
  expect(new Set(found.map(({ device, space }) => `${device} ${space.id} ${space.key}`)).size).toBe(1);
  expect(found[0]?.device).toMatch(/^[a-z2-7]{13}$/u);
  expect(found[0]?.space).toMatchObject({
    id: expect.stringMatching(/^[a-z2-7]{26}$/u),
    key: expect.stringMatching(/^[0-9a-f]{64}$/u),
  });
});
