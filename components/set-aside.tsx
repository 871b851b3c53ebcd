import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Aside } from '../lib/core/aside.ts';
import type { Day } from '../lib/core/item.ts';
import { asideOf } from '../lib/core/set-aside.ts';
import type { AwaitedRow, WaitingRow } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import { ChoiceEntry, ChoiceMenu, type OpenMenu } from './choice-menu.tsx';
import { daysAfter, mondayAfter } from './days.ts';
import { useDisplay } from './display.tsx';

/** What is set aside until a day or a change (Q4), and lifted again. Both answer false where it was not stored. */
export interface AsideIntents {
  readonly onSetAside: (aside: Aside) => Promise<boolean>;
  /** `row`: the row's name, as it was set aside. It is no longer set aside, and no reason is said any more. */
  readonly onBringBack: (row: string) => Promise<boolean>;
}

interface SetAsideProps {
  readonly row: AwaitedRow | WaitingRow;
  readonly aside: AsideIntents;
}

/** "Set aside": a quiet button in the row that opens the choice of until when. */
export const SetAside = ({ row, aside }: SetAsideProps) => {
  const { now } = useDisplay();
  return <UntilMenu leaves onUntil={(until) => void aside.onSetAside(asideOf(row, now, until))} />;
};

interface UntilMenuProps {
  /** Its word stands on it, not a sign alone. */
  readonly worded?: boolean;
  readonly disabled?: boolean;
  /** The row goes away with it. */
  readonly leaves?: boolean;
  /** Absent: until something changes. */
  readonly onUntil: (until?: Day) => void;
}

/** "Set aside", and until when. */
export const UntilMenu = ({ worded = false, disabled = false, leaves = false, onUntil }: UntilMenuProps) => {
  const { words } = useDisplay();
  const label = words.text('asideSet');
  return (
    <ChoiceMenu
      label={label}
      letter="s"
      face={worded ? label : <Sign />}
      look={worded ? 'plain' : 'quiet'}
      disabled={disabled}
      leaves={leaves}
    >
      {(menu) => <Days menu={menu} onUntil={onUntil} />}
    </ChoiceMenu>
  );
};

interface DaysProps {
  readonly menu: OpenMenu;
  readonly onUntil: (until?: Day) => void;
}

const Days = ({ menu, onUntil }: DaysProps) => {
  const { words, when, today } = useDisplay();
  const choose = (until?: Day): void => menu.onChosen(() => onUntil(until));
  const tomorrow = daysAfter(today, 1);
  const monday = mondayAfter(today);
  return (
    <ul>
      <ChoiceEntry onPress={() => choose(tomorrow)} note={when.date(tomorrow)}>
        {words.text('asideTomorrow')}
      </ChoiceEntry>
      {monday !== tomorrow && (
        <ChoiceEntry onPress={() => choose(monday)} note={when.date(monday)}>
          {words.text('asideMonday')}
        </ChoiceEntry>
      )}
      {menu.isTyping ? (
        <li>
          <DateForm onChoose={choose} />
        </li>
      ) : (
        <ChoiceEntry onPress={menu.onType}>{words.text('asideDate')}</ChoiceEntry>
      )}
      <ChoiceEntry onPress={() => choose()}>{words.text('asideChange')}</ChoiceEntry>
    </ul>
  );
};

const yearsAhead = 5;

/** The browser says what is wrong with a day in its own words: from tomorrow on, and not beyond a few years. */
const DateForm = ({ onChoose }: { readonly onChoose: (until: Day) => void }) => {
  const { words, today } = useDisplay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState(daysAfter(today, 7));
  const [first, last] = [daysAfter(today, 1), daysAfter(today, 366 * yearsAhead)];
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (day >= first && day <= last) onChoose(day);
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-1 px-2 py-1">
      <label htmlFor={id}>{words.text('asideDateLabel')}</label>
      <span className="flex items-center gap-1">
        <input
          ref={input}
          id={id}
          type="date"
          required
          min={first}
          max={last}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          className="h-7 min-w-0 flex-1 rounded-1 border border-edge bg-surface px-1.5 text-13 text-ink"
        />
        <Button type="submit">{words.text('asideSet')}</Button>
      </span>
    </form>
  );
};

/** A clock: later. */
const Sign = () => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    className="size-4 text-muted"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d="M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M8 5.5V8l2 1.5" />
  </svg>
);
