import type { Day } from '../core/item.ts';
import type { NetItem } from '../core/net/item.ts';
import type { World } from '../core/world.ts';

/** The nearest day that is at stake: when an item is due, and when it must be done for what waits on it. */
export const atStake = ({ facts: { due }, bound }: NetItem): { readonly by?: Day } => {
  const [by] = [due, bound?.day].filter((day) => day != null).sort();
  return by === undefined ? {} : { by };
};

/** What happened then is still news. `at`: milliseconds. */
export const isNews = (at: number | undefined, { daysSince, thresholds }: World): at is number =>
  at !== undefined && daysSince(at) <= thresholds.recent;

/** Working days that have passed since, up to today. `at`: milliseconds. */
export const workedSince = (at: number, { working, dayOf, today }: World): number => working.between(dayOf(at), today);
