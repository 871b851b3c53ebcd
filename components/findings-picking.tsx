import { useEffect, useId, useRef } from 'react';
import type { Day } from '../lib/core/item.ts';
import { Button } from './button.tsx';
import { Dismiss } from './dismiss.tsx';
import { useDisplay } from './display.tsx';
import { UntilMenu } from './set-aside.tsx';

interface PickBarProps {
  /** How many are selected, and how many rows are shown. */
  readonly picked: number;
  readonly shown: number;
  readonly onAll: (all: boolean) => void;
  readonly onUntil: (until?: Day) => void;
  readonly onDismiss: (reason: string) => void;
  readonly onDone: () => void;
}

/** What can be done with the rows that are selected; it stays in sight. */
export const PickBar = ({ picked, shown, onAll, onUntil, onDismiss, onDone }: PickBarProps) => {
  const { words } = useDisplay();
  const id = useId();
  const all = useRef<HTMLInputElement>(null);
  const isPart = picked > 0 && picked < shown;
  useEffect(() => {
    if (all.current !== null) all.current.indeterminate = isPart;
  }, [isPart]);
  return (
    <section
      aria-labelledby={id}
      className="sticky -top-3 z-10 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-y border-line bg-surface px-2 py-1.5 text-12"
    >
      <label className="flex items-center gap-1.5">
        <input
          ref={all}
          type="checkbox"
          checked={picked === shown}
          onChange={(event) => onAll(event.target.checked)}
          className="size-4 accent-accent"
        />
        {words.text('pickAll', { count: shown })}
      </label>
      <p id={id} role="status" className="flex-1 text-muted tabular-nums">
        {words.count('picked', picked)}
      </p>
      <span className="flex gap-1.5">
        <UntilMenu worded disabled={picked === 0} onUntil={onUntil} />
        <Dismiss worded disabled={picked === 0} onDismiss={onDismiss} />
        <Button look="quiet" size="usual" className="mx-0" onClick={onDone}>
          {words.text('pickDone')}
        </Button>
      </span>
    </section>
  );
};
