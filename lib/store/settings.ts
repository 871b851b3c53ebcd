import type { Place, Site } from '../core/key.ts';
import { type Me, nobody } from '../core/person.ts';
import type { Json } from '../core/record.ts';
import type { Database } from './database.ts';
import type { SettingName } from './rows.ts';

/** What a person chose, or the page of a tool told, that is not about an item. */
export interface Settings {
  readonly me: Me;
  /** Self-hosted sites known to be a tool's. */
  readonly sites: readonly Site[];
  /** Projects and repositories known so far (D8). */
  readonly places: readonly Place[];
  /** Switches of sites, places, signals and views by name (Q3). One that is not there has its default. */
  readonly switches: { readonly [name: string]: Json };
}

const defaults: Settings = { me: nobody, sites: [], places: [], switches: {} };

const names = Object.keys(defaults) as readonly (keyof Settings & SettingName)[];

export const readSettings = async (db: Database): Promise<Settings> => {
  const rows = await db.settings.bulkGet([...names]);
  const stored = rows.flatMap((row) => (row === undefined ? [] : [[row.name, row.value] as const]));
  return { ...defaults, ...Object.fromEntries(stored) };
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
