import { type ReactNode, useId } from 'react';

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
