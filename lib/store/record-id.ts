import { canonical } from '../core/canonical.ts';
import type { NaturalKey } from '../core/record.ts';
import { base32 } from './identity.ts';
import type { Space } from './rows.ts';

const idLength = 26;

/**
 * Ids of records from their natural keys, under the space's own key: two people of a space who state the same thing
 * offline meet in one record, and a server learns nothing from an id.
 *
 * Asynchronous, so it must be done before a transaction: a foreign await would end it.
 */
export const recordIds = async (space: Space, keys: readonly NaturalKey[]): Promise<readonly string[]> => {
  const key = await crypto.subtle.importKey('raw', fromHex(space.key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const text = new TextEncoder();
  return Promise.all(
    keys.map(async (k) => {
      const mac = await crypto.subtle.sign('HMAC', key, text.encode(canonical(k)));
      return base32(new Uint8Array(mac)).slice(0, idLength);
    }),
  );
};

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
