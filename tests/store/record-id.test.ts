import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { base32 } from '../../lib/store/identity.ts';
import { recordIds } from '../../lib/store/record-id.ts';

const space = { id: 's', key: '0f'.repeat(32) };

test('an id is the HMAC of the natural key under the key of the space', async () => {
  const mac = createHmac('sha256', Buffer.from(space.key, 'hex')).update('["own","asana:1","owner"]').digest();
  expect(await recordIds(space, [['own', 'asana:1', 'owner']])).toEqual([base32(mac).slice(0, 26)]);
});

test('other things and other spaces have other ids, also where their parts run together', async () => {
  const ids = await recordIds(space, [
    ['dep', 'asana:1', 'asana:2'],
    ['dep', 'asana:2', 'asana:1'],
    ['dep', 'asana:1|asana:2'],
  ]);
  const elsewhere = await recordIds({ id: 's', key: 'f0'.repeat(32) }, [['dep', 'asana:1', 'asana:2']]);
  expect(new Set([...ids, ...elsewhere]).size).toBe(4);
});
