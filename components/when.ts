import type { Day } from '../lib/core/item.ts';

/** A moment in words, and in full for the tip. */
export interface Moment {
  readonly word: string;
  readonly full: string;
}

/** Dates in words: relative within a week, else absolute, with the year where it is another one. */
export interface When {
  /** "today", "yesterday", "Tuesday", "4 Nov": the day of an instant (milliseconds). */
  readonly day: (at: number) => Moment;
  /** The same for a day to come or gone: "tomorrow", "Friday", "3 days ago", "4 Dec". */
  readonly due: (day: Day) => Moment;
  /** "16 Nov", however near. */
  readonly date: (day: Day) => string;
  /** The same of an instant (milliseconds). */
  readonly dateAt: (at: number) => string;
  /** "5 minutes ago", "3 days ago". */
  readonly ago: (at: number) => Moment;
  readonly daysLate: (day: Day) => number;
  /** Knowledge older than a day has its age said. */
  readonly isOld: (at: number) => boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

export const createWhen = (locale: string, now: number, today: Day): When => {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const sameYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const otherYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const fullDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const fullInstant = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });

  /** Days are compared as days: noon UTC stands for each, so that no clock change moves one. */
  const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
  const dayOf = (at: number): Day => {
    const local = new Date(at);
    return [local.getFullYear(), local.getMonth() + 1, local.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  };
  const daysFromToday = (day: Day): number => Math.round((noon(day) - noon(today)) / dayLength);
  const absolute = (day: Day): string =>
    (day.slice(0, 4) === today.slice(0, 4) ? sameYear : otherYear).format(noon(day));

  const near = (day: Day, past: (distance: number) => string): string => {
    const distance = daysFromToday(day);
    if (Math.abs(distance) <= 1) return relative.format(distance, 'day');
    if (Math.abs(distance) >= 7) return absolute(day);
    return distance > 0 ? weekday.format(noon(day)) : past(distance);
  };

  return {
    day: (at) => {
      const day = dayOf(at);
      return { word: near(day, () => weekday.format(noon(day))), full: fullInstant.format(at) };
    },
    due: (day) =>
      Number.isNaN(noon(day))
        ? { word: day, full: day }
        : { word: near(day, (distance) => relative.format(distance, 'day')), full: fullDay.format(noon(day)) },
    date: (day) => (Number.isNaN(noon(day)) ? day : absolute(day)),
    dateAt: (at) => absolute(dayOf(at)),
    ago: (at) => ({ word: agoWord(relative, now - at), full: fullInstant.format(at) }),
    daysLate: (day) => Math.max(0, -daysFromToday(day)),
    isOld: (at) => now - at > dayLength,
  };
};

const agoWord = (relative: Intl.RelativeTimeFormat, elapsed: number): string => {
  if (elapsed < minute) return relative.format(0, 'second');
  if (elapsed < hour) return relative.format(-Math.floor(elapsed / minute), 'minute');
  if (elapsed < dayLength) return relative.format(-Math.floor(elapsed / hour), 'hour');
  return relative.format(-Math.floor(elapsed / dayLength), 'day');
};
