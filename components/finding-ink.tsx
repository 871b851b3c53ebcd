import type { ReactNode } from 'react';
import type { Day } from '../lib/core/item.ts';
import type { ItemKey } from '../lib/core/key.ts';
import { displayName } from '../lib/core/person.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { type Display, itemName, useDisplay } from './display.tsx';
import type { Ink } from './finding-sentence.ts';
import { Names } from './owner-field.tsx';
import { isolated, plain } from './plain.ts';
import { SafeLink } from './safe-link.tsx';

type Items = ReadonlyMap<ItemKey, ItemBrief>;

const nameIn = (display: Pick<Display, 'short'>, items: Items, key: ItemKey): string =>
  itemName(display, items.get(key) ?? { key });

/** For the screen: items are links, days have their full date in the tip. */
export const useScreenInk = (items: Items): Ink<ReactNode> => {
  const display = useDisplay();
  const { when } = display;
  return {
    item: (key) => <ItemMention key={key} item={items.get(key) ?? { key }} />,
    people: (people) => <Names key="people" people={people} />,
    day: (day) => (
      <time key={day} dateTime={day} title={when.due(day).full}>
        {dayWord(display, day)}
      </time>
    ),
    at: (at) => (
      <time key={at} title={when.ago(at).full}>
        {when.day(at).word}
      </time>
    ),
  };
};

/** To be copied, and read on another day by somebody else: days are dates. */
export const paperInk = (display: Display, items: Items): Ink<string> => {
  const { words, when } = display;
  return {
    item: (key) => isolated(nameIn(display, items, key)),
    people: (people) => new Intl.ListFormat(words.locale).format(people.map((one) => isolated(displayName(one), 60))),
    day: when.date,
    at: when.dateAt,
  };
};

/** A day to come, or of yesterday, in its relative word; one long gone as a date, which fits after "by" as well. */
export const dayWord = ({ when }: Pick<Display, 'when'>, day: Day): string =>
  when.daysLate(day) > 1 ? when.date(day) : when.due(day).word;

/** An item in a sentence: its key as people say it, its title in the tip. */
export const ItemMention = ({ item }: { readonly item: Pick<ItemBrief, 'key' | 'title'> }) => {
  const display = useDisplay();
  return (
    <SafeLink
      to={display.linkTo(item.key)}
      {...(item.title === undefined ? {} : { title: plain(item.title) })}
      className="rounded-1 text-ink underline decoration-edge underline-offset-2 hover:decoration-current"
    >
      <bdi>{itemName(display, item)}</bdi>
    </SafeLink>
  );
};
