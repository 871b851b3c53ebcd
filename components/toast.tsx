import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../lib/core/result.ts';
import { Button, IconButton } from './button.tsx';
import type { ChangeFailure, Make, SendChange } from './changes.ts';
import { type Display, useDisplay } from './display.tsx';

export interface ChangeIntents {
  readonly onChange: SendChange;
  readonly onUndo: (change: string) => Promise<Result<unknown, ChangeFailure>>;
}

export interface Said {
  readonly text: string;
  /** Absent: there is nothing to undo. */
  readonly undo?: string;
  readonly failed?: boolean;
}

export interface ToastState {
  readonly said: Said | undefined;
  readonly make: Make;
  readonly say: (text: string) => void;
  readonly undo: (change: string) => void;
  readonly dismiss: () => void;
}

/** Makes changes, says each one, and keeps the last one at hand to be undone. */
export const useToast = ({ onChange, onUndo }: ChangeIntents): ToastState => {
  const { words } = useDisplay();
  const [said, setSaid] = useState<Said>();
  const dismiss = useCallback(() => setSaid(undefined), []);
  const say = useCallback((text: string) => setSaid({ text }), []);
  const make = useCallback<Make>(
    async (change, text) => {
      const stored = await onChange(change);
      setSaid(
        stored.ok ? { text, undo: stored.value.change } : { text: failureWords(words, stored.failure), failed: true },
      );
    },
    [onChange, words],
  );
  const undo = useCallback(
    async (change: string) => {
      const undone = await onUndo(change);
      setSaid(
        undone.ok ? { text: words.text('toastUndone') } : { text: failureWords(words, undone.failure), failed: true },
      );
    },
    [onUndo, words],
  );
  return { said, make, say, undo, dismiss };
};

const failureWords = (words: Display['words'], failure: ChangeFailure): string => {
  switch (failure.type) {
    case 'ReadOnly':
      return words.text('failedReadOnly');
    case 'NotStored':
      return words.text('failedNotStored');
    case 'ChangeRefused':
      return words.text(refusals[failure.why]);
  }
};

const refusals = {
  'same-item': 'failedSameItem',
  'text-too-long': 'failedTooLong',
  'no-person': 'failedNoPerson',
  'no-main': 'failedNoMain',
} as const;

/** Milliseconds that undo is offered (interface). It waits while it is pointed at or has the focus. */
const offeredFor = 10_000;

/** What was just done, with the way back. */
export const Toast = ({ said, undo, dismiss }: Pick<ToastState, 'said' | 'undo' | 'dismiss'>) => {
  const { words } = useDisplay();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (said === undefined || held) return;
    const timer = setTimeout(dismiss, offeredFor);
    return () => clearTimeout(timer);
  }, [said, held, dismiss]);
  return (
    // The live region is there before there is anything to say, else its first word is not read out.
    <div role="status" className="pointer-events-none absolute inset-x-2 bottom-2 z-20 flex justify-center">
      {said !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: holding it open is not an action
        <div
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          className="pointer-events-auto flex max-w-full items-center gap-1 rounded-2 border border-line bg-surface py-1 pr-1 pl-3 text-13 shadow-float"
        >
          <p className={`min-w-0 flex-1 ${said.failed === true ? 'text-blocked' : ''}`}>{said.text}</p>
          {said.undo !== undefined && (
            <Button look="quiet" letter="z" onClick={() => undo(said.undo ?? '')}>
              {words.text('toastUndo')}
            </Button>
          )}
          <IconButton icon="withdraw" label={words.text('toastClose')} onClick={dismiss} />
        </div>
      )}
    </div>
  );
};
