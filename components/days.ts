import type { Day } from '../lib/core/item.ts';

const dayLength = 24 * 60 * 60 * 1000;

/** The day so many days later. Days are counted at noon UTC, so that no clock change moves one. */
export const daysAfter = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T12:00:00Z`) + count * dayLength).toISOString().slice(0, 10);

/** The Monday after a day; on a Monday, the next one. */
export const mondayAfter = (day: Day): Day => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysAfter(day, ((8 - weekday) % 7) + (weekday === 1 ? 7 : 0));
};
