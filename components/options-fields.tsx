import { type ReactNode, useId, useState } from 'react';
import { useDisplay } from './display.tsx';

/** Every field of the options has this height, edge and surface. */
export const fieldLook =
  'h-8 rounded-1 border border-edge bg-surface px-2 text-13 text-ink disabled:border-line disabled:text-muted aria-invalid:border-blocked';

interface TickProps {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  /** The id of what else says what the tick is about. */
  readonly about?: string;
  readonly onTick: (checked: boolean) => void;
}

/** A box to tick, with its words beside it and a line of explanation below. */
export const Tick = ({ label, note, checked, disabled = false, about, onTick }: TickProps) => {
  const id = useId();
  const describedBy = [about, note === undefined ? undefined : id].filter((one) => one !== undefined).join(' ');
  return (
    <div>
      <label className={`flex items-start gap-2 ${disabled ? 'text-muted' : ''}`}>
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
          onChange={(event) => onTick(event.target.checked)}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0">{label}</span>
      </label>
      {note !== undefined && (
        <div id={id} className="pl-6 text-12 text-muted">
          {note}
        </div>
      )}
    </div>
  );
};

interface ChoiceProps<Id extends string> {
  readonly label: string;
  /** The label is said, not shown: what it is for stands beside it. */
  readonly unlabelled?: boolean;
  readonly value: Id;
  readonly options: readonly (readonly [id: Id, word: string])[];
  readonly disabled?: boolean;
  readonly onChoose: (id: Id) => void;
  readonly className?: string;
}

/** One of a few, in the browser's own list. */
export const Choice = <Id extends string>(props: ChoiceProps<Id>) => {
  const { label, unlabelled = false, value, options, disabled = false, onChoose, className = '' } = props;
  const field = useId();
  const select = (
    <select
      id={field}
      {...(unlabelled ? { 'aria-label': label } : {})}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        const chosen = options.find(([id]) => id === event.target.value);
        if (chosen !== undefined) onChoose(chosen[0]);
      }}
      className={`${fieldLook} min-w-0 ${className}`}
    >
      {options.map(([id, word]) => (
        <option key={id} value={id}>
          {word}
        </option>
      ))}
    </select>
  );
  if (unlabelled) return select;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={field} className="text-12 text-muted">
        {label}
      </label>
      {select}
    </div>
  );
};

interface NumberFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly value: number;
  readonly most: number;
  readonly locked: boolean;
  readonly onNumber: (value: number) => void;
  readonly children?: ReactNode;
}

/** A whole number. It is taken when the field is left, or with Enter; what is more than allowed becomes the most. */
export const NumberField = ({ label, note, value, most, locked, onNumber, children }: NumberFieldProps) => {
  const { words } = useDisplay();
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const number = typed === undefined ? value : numberIn(typed);
  const take = (): void => {
    if (typed === undefined || number === undefined) return;
    setTyped(undefined);
    const wanted = Math.min(number, most);
    if (wanted !== value) onNumber(wanted);
  };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-3">
        <label htmlFor={id} className="min-w-0 flex-1">
          {label}
        </label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={typed ?? String(value)}
          disabled={locked}
          aria-invalid={number === undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape') setTyped(undefined);
          }}
          className={`${fieldLook} w-20 shrink-0 text-right tabular-nums`}
        />
      </div>
      <div id={`${id}-note`} className="flex flex-col gap-1 text-12 text-muted">
        <p role="status" className="text-blocked empty:hidden">
          {number === undefined && words.text('optionsDaysWrong', { most: words.number(most) })}
        </p>
        {note !== undefined && <p className="max-w-[560px]">{note}</p>}
        {children}
      </div>
    </div>
  );
};

/** Undefined: no whole number from 1 on. */
const numberIn = (text: string): number | undefined => {
  const digits = text.trim();
  return /^\d{1,5}$/u.test(digits) && Number(digits) >= 1 ? Number(digits) : undefined;
};
