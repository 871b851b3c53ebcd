import { type FormEvent, useState } from 'react';
import { Button, IconButton } from './button.tsx';
import { useDisplay } from './display.tsx';
import { fieldLook, Tick } from './options-fields.tsx';
import type { OptionsPartProps } from './options-model.ts';
import { Part } from './options-part.tsx';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** A Monday: the seven days from it on give the names of the days. */
const monday = Date.UTC(2024, 0, 1, 12);
const dayLength = 24 * 60 * 60 * 1000;

/** Days on which I work: dates are counted in them. */
export const WeekPart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const { week } = model;
  const locked = model.readOnly !== undefined;
  const name = new Intl.DateTimeFormat(words.locale, { weekday: 'long', timeZone: 'UTC' });
  const isLast = week.days.length === 1;
  return (
    <Part id="week" title={words.text('optionsWeek')} note={words.text('optionsWeekNote')}>
      <fieldset>
        <legend className="sr-only">{words.text('optionsWeekDays')}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1.5">
          {weekdays.map((day) => {
            const works = week.days.includes(day);
            return (
              <Tick
                key={day}
                label={name.format(monday + (day - 1) * dayLength)}
                checked={works}
                disabled={locked || (works && isLast)}
                onTick={(on) =>
                  intents.onWeek({
                    ...week,
                    days: weekdays.filter((one) => (one === day ? on : week.days.includes(one))),
                  })
                }
              />
            );
          })}
        </div>
        {isLast && <p className="mt-1 text-12 text-muted">{words.text('optionsWeekLast')}</p>}
      </fieldset>
      <DaysOff days={week.holidays} locked={locked} onDays={(holidays) => intents.onWeek({ ...week, holidays })} />
    </Part>
  );
};

interface DaysOffProps {
  readonly days: readonly string[];
  readonly locked: boolean;
  readonly onDays: (days: readonly string[]) => void;
}

const DaysOff = ({ days, locked, onDays }: DaysOffProps) => {
  const { words, when } = useDisplay();
  const [day, setDay] = useState('');
  const isFresh = /^\d{4}-\d{2}-\d{2}$/u.test(day) && !days.includes(day);
  const sorted = [...days].sort();
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (!isFresh) return;
    onDays([...days, day].sort());
    setDay('');
  };
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium">{words.text('optionsDaysOff')}</h3>
      {sorted.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {sorted.map((one) => (
            <li
              key={one}
              title={when.due(one).full}
              className="inline-flex h-7 items-center gap-0.5 rounded-1 border border-line bg-raised pr-0.5 pl-2 text-12 tabular-nums"
            >
              {when.date(one)}
              <IconButton
                icon="withdraw"
                disabled={locked}
                label={words.text('optionsDayOffRemove', { day: when.date(one) })}
                onClick={() => onDays(sorted.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add} className="flex flex-wrap items-center gap-2">
        <input
          type="date"
          aria-label={words.text('optionsDayOff')}
          value={day}
          disabled={locked}
          onChange={(event) => setDay(event.target.value)}
          className={fieldLook}
        />
        <Button type="submit" disabled={locked || !isFresh} className="h-8">
          {words.text('optionsDayOffAdd')}
        </Button>
        {days.includes(day) && <p className="text-12 text-muted">{words.text('optionsDayOffKnown')}</p>}
      </form>
    </div>
  );
};
