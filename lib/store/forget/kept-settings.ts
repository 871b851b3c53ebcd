import type { Aside } from '../../core/aside.ts';
import { type ItemKey, isItemKey, isSite } from '../../core/key.ts';
import { siteSwitch } from '../../core/settings.ts';
import type { SettingRow, SettingValues } from '../rows.ts';
import type { Sieve } from './sieve.ts';

type Keep = { readonly [Name in keyof SettingValues]?: (value: SettingValues[Name]) => SettingValues[Name] };

/**
 * What stays of the settings. A site that was switched off stays off, and of a place that is deleted alone the "never":
 * that is what keeps its pages from being read anew.
 * How many items there are is counted anew.
 */
export const keptSettings = (sieve: Sieve, rows: readonly SettingRow[]): readonly SettingRow[] => {
  const { covered } = sieve;
  const keep: Keep = {
    me: ({ accounts }) => ({ accounts: accounts.filter((account) => !covered.person(account)) }),
    sites: (sites) => sites.filter((site) => !covered.takesSite || !isSite(site, covered.site)),
    places: (places) =>
      places.filter((place) => !covered.place(place) || (!covered.takesSite && place.answer === 'no')),
    switches: (switches) =>
      Object.fromEntries(
        Object.entries(switches).filter(
          ([name, value]) => !covered.takesSite || name !== siteSwitch(covered.site) || value === false,
        ),
      ),
    asides: (asides) => asides.filter((aside) => !namesGone(sieve, aside)),
  };
  return rows
    .filter(({ name }) => name !== 'counts')
    .map((row) => {
      const kept = keep[row.name] as ((value: unknown) => SettingRow['value']) | undefined;
      return kept === undefined ? row : { name: row.name, value: kept(row.value) };
    });
};

/** The items that a row set aside is about. */
export const keysInAside = ({ row }: Pick<Aside, 'row'>): readonly ItemKey[] => row.split(' ').filter(isItemKey);

const namesGone = ({ covered, key }: Sieve, aside: Aside): boolean =>
  keysInAside(aside).some((named) => covered.item(named) || key(named) === undefined);
