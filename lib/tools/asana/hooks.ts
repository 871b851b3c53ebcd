import type { State } from '../../core/item.ts';
import type { Page } from '../reader.ts';
import { type DateReading, readDate } from './dates.ts';

/** `<html lang>`: Asana sets it to the language of the person who reads. */
const languageOf = ({ dom }: Page): Pick<DateReading, 'language'> => {
  const root = dom.first('html');
  const language = dom.attribute(root, 'lang');
  return language === undefined ? {} : { language };
};

/** A shown date within `element`: `.DueDate` says beside its words on which side of today it is. */
export const shownDate = (page: Page, element: Element): string | undefined => {
  const { dom, today } = page;
  const words = dom.first('.DueDate-dateSpan', element);
  const hook = dom.first('.DueDate', element);
  if (words === undefined || hook === undefined) return undefined;
  const side = dom.matches(hook, '.DueDate--past')
    ? ({ side: 'past' } as const)
    : dom.matches(hook, '.DueDate--future')
      ? ({ side: 'future' } as const)
      : {};
  return readDate({ text: dom.text(words, 40), today, ...languageOf(page), ...side });
};

/** The date of something that has happened, such as a story. */
export const pastDate = (page: Page, text: string): string | undefined =>
  readDate({ text, today: page.today, side: 'past', ...languageOf(page) });

/** By the pressed or checked hook, which no language changes. */
export const stateFrom = (hook: string | undefined): State | undefined => {
  if (hook === 'true') return 'done';
  return hook === 'false' ? 'open' : undefined;
};
