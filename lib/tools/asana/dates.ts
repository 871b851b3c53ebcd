import type { Day } from '../../core/item.ts';

export interface DateReading {
  /** As the page shows it: "Feb 22", "22 févr.", "Feb 22, 2027". */
  readonly text: string;
  /** The page's language, as `<html lang>` says it. */
  readonly language?: string;
  /** `YYYY-MM-DD` */
  readonly today: Day;
  /** Which side of today the page says it is on; its hook, not its words. */
  readonly side?: 'past' | 'future';
}

/**
 * A date in the page's own words. A year is left out only in the current one; such a date is believed when the page
 * says on which side of today it is, and that is true of this year. All other words ("Today", "Monday", a range)
 * mean nothing without the day on which the page was made: undefined.
 */
export const readDate = ({ text, language, today, side }: DateReading): Day | undefined => {
  const parts = dateShape.exec(text.normalize('NFKC').trim().toLowerCase())?.groups ?? {};
  const month = monthNumber(parts['monthFirst'] ?? parts['monthLast'] ?? '', language);
  const day = Number(parts['dayFirst'] ?? parts['dayLast']);
  if (month === undefined || Number.isNaN(day)) return undefined;
  const year = parts['year'];
  if (year !== undefined) return dayOf(Number(year), month, day);
  const thisYear = dayOf(Number(today.slice(0, 4)), month, day);
  if (thisYear === undefined || side === undefined) return undefined;
  return (side === 'past' ? thisYear < today : thisYear >= today) ? thisYear : undefined;
};

const dateShape =
  /^(?:(?<monthFirst>\p{L}{3,12})\.? (?<dayLast>\d{1,2})|(?<dayFirst>\d{1,2})\.? (?:de )?(?<monthLast>\p{L}{3,12})\.?)(?:,? (?:de )?(?<year>\d{4}))?$/u;

const dayOf = (year: number, month: number, day: number): Day | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
};

/** 1 to 12, by the month's long or short name in the page's language or in English. */
const monthNumber = (word: string, language: string | undefined): number | undefined => {
  if (word === '') return undefined;
  const locale = /^[a-z]{2,3}(?![a-z])/iu.exec(language ?? '')?.[0].toLowerCase();
  const found = new Set(
    [...new Set([locale ?? 'en', 'en'])].flatMap((of) => [
      ...monthNames(of, 'long').flatMap((name, index) => (name === word ? [index + 1] : [])),
      ...monthNames(of, 'short').flatMap((name, index) => (name === word ? [index + 1] : [])),
    ]),
  );
  return found.size === 1 ? [...found][0] : undefined;
};

/** With a day beside it: many languages bend the name then ("5 marca"), and a page never shows it alone. */
const monthNames = (locale: string, month: 'long' | 'short'): readonly string[] => {
  const format = new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2026, index, 5));
    const name = parts.find(({ type }) => type === 'month')?.value ?? '';
    return name.normalize('NFKC').toLowerCase().replace(/\.$/u, '');
  });
};
