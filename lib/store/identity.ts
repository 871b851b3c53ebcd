import { clockStart } from '../core/clock.ts';
import type { Clock } from '../core/record.ts';
import type { Database } from './database.ts';
import type { SettingName, SettingValues, Space } from './rows.ts';

/** Who writes here. `local`: no server vouches for authors yet. */
export const localAuthor = 'local';

export interface Identity {
  readonly device: string;
  readonly clock: Clock;
  readonly space: Space;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648, lower case, without padding. */
export const base32 = (bytes: Uint8Array): string => {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
  }
  return bits === 0 ? text : text + alphabet[(value << (5 - bits)) & 31];
};

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const readSetting = async <Name extends SettingName>(
  db: Database,
  name: Name,
): Promise<SettingValues[Name] | undefined> => (await db.settings.get(name))?.value as SettingValues[Name] | undefined;

/** The device and space of this store, made with the first thing that is stated. Call it within a transaction on `settings`. */
export const identityIn = async (db: Database): Promise<Identity> => {
  const [device, clock, space] = await Promise.all([
    readSetting(db, 'device'),
    readSetting(db, 'clock'),
    readSetting(db, 'space'),
  ]);
  if (device !== undefined && space !== undefined) return { device, clock: clock ?? clockStart, space };
  const made: Identity = {
    device: device ?? base32(randomBytes(8)),
    clock: clock ?? clockStart,
    space: space ?? { id: base32(randomBytes(16)), key: hex(randomBytes(32)) },
  };
  await db.settings.bulkPut([
    { name: 'device', value: made.device },
    { name: 'clock', value: made.clock },
    { name: 'space', value: made.space },
  ]);
  return made;
};
