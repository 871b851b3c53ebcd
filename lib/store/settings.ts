import { defaultSettings, type Settings } from '../core/settings.ts';
import type { Database } from './database.ts';

const names = Object.keys(defaultSettings) as readonly (keyof Settings)[];

export const readSettings = async (db: Database): Promise<Settings> => {
  const rows = await db.settings.bulkGet([...names]);
  const stored = rows.flatMap((row) => (row === undefined ? [] : [[row.name, row.value] as const]));
  return { ...defaultSettings, ...Object.fromEntries(stored) };
};

/** Sets what is given, or what is made of what is there; leaves the rest. */
export const writeSettings = (
  db: Database,
  change: Partial<Settings> | ((now: Settings) => Partial<Settings>),
): Promise<void> =>
  db.transaction('rw', [db.settings], async () => {
    const settings = typeof change === 'function' ? change(await readSettings(db)) : change;
    await db.settings.bulkPut(
      names.flatMap((name) => {
        const value = settings[name];
        return value === undefined ? [] : [{ name, value }];
      }),
    );
  });
