import type { Day, Instant } from '../../core/item.ts';
import type { Dom } from '../dom.ts';

/**
 * Month names by their first letters, in the languages that write dates with names on Jira's pages (English, German,
 * French, Spanish, Portuguese, Italian, Dutch, Polish). No two languages disagree about one of these.
 */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'sty'],
  ['feb', 'fev', 'lut'],
  ['mar', 'mrz', 'mrt', 'maa'],
  ['apr', 'abr', 'avr', 'kwi'],
  ['may', 'mai', 'maj', 'mag', 'mei'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'ago', 'aou', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'dic', 'gru'],
];

const monthNamed = (name: string): number | undefined => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const index = months.findIndex((starts) => starts.some((start) => plain.startsWith(start)));
  return index < 0 ? undefined : index + 1;
};

interface Calendar {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const fullYear = (digits: string): number => {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Undefined for a day that no calendar has. */
const dayOf = ({ year, month, day }: Calendar): Day | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1970 && year < 2200 ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
};

type Reader = (parts: readonly string[]) => Calendar | undefined;

const named = (year: string | undefined, month: string | undefined, day: string | undefined): Calendar | undefined => {
  const number = monthNamed(month ?? '');
  return number === undefined ? undefined : { year: fullYear(year ?? ''), month: number, day: Number(day) };
};

/** Formats with one meaning only, most specific first. `03/04/2026` has two, so it has none here. */
const formats: readonly (readonly [RegExp, Reader])[] = [
  [/(\d{4})[-/](\d{1,2})[-/](\d{1,2})/u, ([y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) })],
  [
    /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u,
    ([y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
  [
    /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/u,
    ([d, m, y]) => ({ year: fullYear(y ?? ''), month: Number(m), day: Number(d) }),
  ],
  // 09/Feb/23, 9. Februar 2023, 9 de febrero de 2023
  [
    /(\d{1,2})[./-]?\s?(?:de\s)?(\p{L}{3,12})\.?,?[/\s-]\s?(?:de\s)?(\d{4}|\d{2})(?!\d)/u,
    ([d, m, y]) => named(y, m, d),
  ],
  // Aug 10, 2026
  [/(\p{L}{3,12})\.?\s(\d{1,2}),?\s(\d{4})/u, ([m, d, y]) => named(y, m, d)],
];

interface Found {
  readonly day: Day;
  /** What stands behind the date. */
  readonly rest: string;
}

const findDay = (text: string): Found | undefined => {
  for (const [format, read] of formats) {
    const match = format.exec(text);
    const calendar = match === null ? undefined : read(match.slice(1));
    const day = calendar === undefined ? undefined : dayOf(calendar);
    if (match !== null && day !== undefined) return { day, rest: text.slice(match.index + match[0].length) };
  }
  return undefined;
};

/** A day written with its year. Jira writes the year everywhere, so a date without one is not taken for a date. */
export const parseDay = (text: string): Day | undefined => findDay(text.slice(0, 100))?.day;

/** `2026-08-10T12:44` from `Aug 10, 2026, 12:44 PM`: the page says no time zone, so none is claimed. */
export const parseInstant = (text: string): Instant | undefined => {
  const start = text.slice(0, 100);
  return attributeInstant(start) ?? writtenInstant(start);
};

const writtenInstant = (text: string): Instant | undefined => {
  const found = findDay(text);
  if (found === undefined) return undefined;
  const time = /^\D{0,12}?(\d{1,2}):(\d{2})(?::\d{2})?\s?([ap])?\.?m?/iu.exec(found.rest);
  if (time === null) return found.day;
  const half = time[3]?.toLowerCase();
  const given = Number(time[1]);
  // Some pages write `22:50 PM`.
  const hour = half === undefined || given > 12 ? given : (given % 12) + (half === 'p' ? 12 : 0);
  return hour > 23 || Number(time[2]) > 59 ? found.day : `${found.day}T${twoDigits(hour)}:${time[2]}`;
};

const isoInstant = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/u;

/** `2004-08-05T17:44-0500` as old servers write it, with the colon that ISO 8601 wants; impossible offsets are left out. */
const attributeInstant = (text: string): Instant | undefined => {
  const match = isoInstant.exec(text.trim());
  if (match === null) return undefined;
  const [, day = '', time, zone] = match;
  if (time === undefined) return day;
  return `${day}T${time}${offset(zone)}`;
};

const offset = (zone: string | undefined): string => {
  if (zone === undefined || zone === 'Z') return zone ?? '';
  const hours = Number(zone.slice(1, 3));
  return hours > 14 ? '' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
};

/** The moment that an element tells: by its `time[datetime]`, else by a title, else by its words. */
export const instantIn = (dom: Dom, element: Element): Instant | undefined => {
  for (const text of datesIn(dom, element)) {
    const instant = parseInstant(text);
    if (instant !== undefined) return instant;
  }
  return undefined;
};

export const dayIn = (dom: Dom, element: Element): Day | undefined => instantIn(dom, element)?.slice(0, 10);

const datesIn = (dom: Dom, element: Element): readonly string[] => {
  const time = dom.tag(element) === 'time' ? element : dom.first('time[datetime]', element);
  const titled = dom.attribute(element, 'title') === undefined ? dom.first('[title]', element) : element;
  return [
    ...(time === undefined ? [] : [dom.attribute(time, 'datetime') ?? '']),
    ...(titled === undefined ? [] : [dom.attribute(titled, 'title') ?? '']),
    dom.text(element, 100),
  ];
};
