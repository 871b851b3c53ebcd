import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Aside } from '../lib/core/aside.ts';
import type { Day } from '../lib/core/item.ts';
import { asideOf } from '../lib/core/set-aside.ts';
import type { AwaitedRow, WaitingRow } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import { useClosing } from './closing.ts';
import { daysAfter, mondayAfter } from './days.ts';
import { useDisplay } from './display.tsx';
import { walk } from './keyboard.ts';
import { usePlace } from './popover.ts';

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
  const { words, now } = useDisplay();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  useClosing(root, open, () => setOpen(false));
  const focusButton = (): void => root.current?.querySelector('button')?.focus({ preventScroll: true });
  const choose = (until?: Day): void => {
    // The row is about to leave, and the focus would go with it: it goes on to the next row.
    focusButton();
    if (!walk(document, 1)) walk(document, -1);
    setOpen(false);
    void aside.onSetAside(asideOf(row, now, until));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from anywhere inside
    <span
      ref={root}
      className="inline-flex shrink-0"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        focusButton();
      }}
    >
      <Button
        look="quiet"
        letter="s"
        aria-label={words.text('asideSet')}
        title={`${words.text('asideSet')} (s)`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Sign />
      </Button>
      {open && <Choices anchor={root} onChoose={choose} />}
    </span>
  );
};

interface ChoicesProps {
  readonly anchor: { readonly current: HTMLElement | null };
  readonly onChoose: (until?: Day) => void;
}

const entryClass = 'flex h-8 w-full items-center gap-2 rounded-1 px-2 text-left text-13 text-ink hover:bg-raised';

const Choices = ({ anchor, onChoose }: ChoicesProps) => {
  const { words, when, today } = useDisplay();
  const [picking, setPicking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  usePlace(box, anchor, picking);
  const tomorrow = daysAfter(today, 1);
  const monday = mondayAfter(today);
  return (
    // Above everything: rows of a long list each stand on a level of their own.
    <div
      ref={box}
      popover="manual"
      role="dialog"
      aria-label={words.text('asideSet')}
      onKeyDown={walkEntries}
      className="inset-auto m-0 w-60 rounded-2 border border-line bg-surface p-1 font-normal text-13 text-ink shadow-float"
    >
      <ul>
        <li>
          <button type="button" className={entryClass} onClick={() => onChoose(tomorrow)}>
            <span className="flex-1">{words.text('asideTomorrow')}</span>
            <span className="text-12 text-muted">{when.date(tomorrow)}</span>
          </button>
        </li>
        {monday !== tomorrow && (
          <li>
            <button type="button" className={entryClass} onClick={() => onChoose(monday)}>
              <span className="flex-1">{words.text('asideMonday')}</span>
              <span className="text-12 text-muted">{when.date(monday)}</span>
            </button>
          </li>
        )}
        <li>
          {picking ? (
            <DateForm onChoose={onChoose} />
          ) : (
            <button type="button" className={entryClass} onClick={() => setPicking(true)}>
              {words.text('asideDate')}
            </button>
          )}
        </li>
        <li>
          <button type="button" className={entryClass} onClick={() => onChoose()}>
            {words.text('asideChange')}
          </button>
        </li>
      </ul>
    </div>
  );
};

const yearsAhead = 5;

/** The browser says what is wrong with a day in its own words: from tomorrow on, and not beyond a few years. */
const DateForm = ({ onChoose }: Pick<ChoicesProps, 'onChoose'>) => {
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

/** Arrows go from entry to entry, and stop at the ends; in the field they change the day. */
const walkEntries = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')];
  entries[entries.indexOf(document.activeElement as HTMLElement) + step]?.focus();
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
