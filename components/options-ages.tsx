import { type ReactNode, useId, useState } from 'react';
import { keptDays } from '../lib/core/policy.ts';
import { maxAges } from '../lib/core/settings.ts';
import { CoverageLine } from './coverage.tsx';
import { useDisplay } from './display.tsx';
import { fieldLook } from './options-fields.tsx';
import type { OptionsPartProps } from './options-model.ts';
import { Decided, Part } from './options-part.tsx';

/** What is kept how long (K8), and when it counts as old (Q2). */
export const AgesPart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const { ages, policy } = model;
  const locked = model.readOnly !== undefined;
  const most = policy.retentionDays;
  return (
    <Part id="ages" title={words.text('optionsAges')} note={words.text('optionsAgesNote')}>
      <DaysField
        label={words.text('optionsKept')}
        note={words.text('optionsKeptNote')}
        value={keptDays(policy, ages.kept)}
        most={Math.min(most ?? maxAges.kept, maxAges.kept)}
        locked={locked || policy.unreadable.includes('retentionDays')}
        onDays={(kept) => intents.onAges({ ...ages, kept })}
      >
        {most !== undefined && (
          <Decided>
            {ages.kept > most
              ? `${words.count('optionsKeptMost', most)} ${words.count('optionsKeptChosen', ages.kept)}`
              : words.count('optionsKeptMost', most)}
          </Decided>
        )}
      </DaysField>
      <DaysField
        label={words.text('optionsFresh')}
        note={words.text('optionsFreshNote')}
        value={ages.fresh}
        most={maxAges.fresh}
        locked={locked}
        onDays={(fresh) => intents.onAges({ ...ages, fresh })}
      />
      <div className="-mx-2 empty:hidden">
        <CoverageLine coverage={model.coverage} />
      </div>
    </Part>
  );
};

interface DaysFieldProps {
  readonly label: string;
  readonly note: string;
  /** Days. */
  readonly value: number;
  readonly most: number;
  readonly locked: boolean;
  readonly onDays: (days: number) => void;
  readonly children?: ReactNode;
}

/** A number of days. It is taken when the field is left, or with Enter; what is more than allowed becomes the most. */
const DaysField = ({ label, note, value, most, locked, onDays, children }: DaysFieldProps) => {
  const { words } = useDisplay();
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const days = typed === undefined ? value : daysIn(typed);
  const take = (): void => {
    if (typed === undefined || days === undefined) return;
    setTyped(undefined);
    const wanted = Math.min(days, most);
    if (wanted !== value) onDays(wanted);
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
          aria-invalid={days === undefined}
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
          {days === undefined && words.text('optionsDaysWrong', { most: words.number(most) })}
        </p>
        <p className="max-w-[560px]">{note}</p>
        {children}
      </div>
    </div>
  );
};

/** Undefined: not a number of days. */
const daysIn = (text: string): number | undefined => {
  const digits = text.trim();
  return /^\d{1,5}$/u.test(digits) && Number(digits) >= 1 ? Number(digits) : undefined;
};
