import { useCallback, useState } from 'react';
import type { Aside } from '../lib/core/aside.ts';
import type { FindingsView } from '../lib/core/findings-view.ts';
import { asideIn } from '../lib/core/set-aside.ts';
import type { MineView } from '../lib/core/view.ts';
import type { Make } from './changes.ts';
import { type Display, useDisplay } from './display.tsx';
import { asideInFindings } from './findings-model.ts';
import type { AsideIntents } from './set-aside.tsx';
import type { Said, ToastState } from './toast.tsx';

interface Told {
  readonly said: Said;
  readonly undo?: () => void;
}

/** Says what became of something that stands in no history, with the way back. */
export type Tell = (stored: Promise<boolean>, text: string, undo?: () => void) => Promise<boolean>;

interface AsideToast {
  readonly toast: ToastState;
  readonly aside: AsideIntents;
  readonly tell: Tell;
}

/** The lists whose rows are set aside. Undefined: not read yet, or not shown here. */
interface AsideLists {
  readonly mine: MineView | undefined;
  readonly findings?: FindingsView | undefined;
}

/**
 * Sets aside and brings back, says each, and keeps the last one at hand to be undone. It is no change of what people
 * stated, so it stands in no history: what is undone is told here, and everything else by the toast itself.
 */
export const useAsideToast = (toast: ToastState, { mine, findings }: AsideLists, intents: AsideIntents): AsideToast => {
  const { words, when } = useDisplay();
  const [told, setTold] = useState<Told>();
  const { onSetAside, onBringBack } = intents;

  const tell = useCallback<Tell>(
    async (stored, text, undo) => {
      const done = await stored;
      if (!done) setTold({ said: { text: words.text('failedNotStored'), failed: true } });
      else setTold(undo === undefined ? { said: { text } } : { said: { text, undo: asideUndo }, undo });
      return done;
    },
    [words],
  );
  const undone = words.text('toastUndone');

  const beforeOf = useCallback(
    (row: string) =>
      (mine === undefined ? undefined : asideIn(mine, row)) ??
      (findings === undefined ? undefined : asideInFindings(findings, row)),
    [mine, findings],
  );

  const setAside = useCallback(
    (aside: Aside): Promise<boolean> => {
      const before = beforeOf(aside.row);
      const text = asideSaid(words, when, aside);
      const undo = (): Promise<boolean> =>
        tell(before === undefined ? onBringBack(aside.row) : onSetAside(before.aside), undone);
      return tell(onSetAside(aside), text, () => void undo());
    },
    [beforeOf, words, when, onSetAside, onBringBack, tell, undone],
  );
  const bringBack = useCallback(
    (row: string): Promise<boolean> => {
      const before = beforeOf(row);
      if (before === undefined) return onBringBack(row);
      return tell(onBringBack(row), words.text(before.shown ? 'saidGotIt' : 'saidBroughtBack'), () => {
        void tell(onSetAside(before.aside), undone);
      });
    },
    [beforeOf, words, onSetAside, onBringBack, tell, undone],
  );

  const make = useCallback<Make>(
    (change, said) => {
      setTold(undefined);
      toast.make(change, said);
    },
    [toast.make],
  );
  const say = useCallback(
    (text: string) => {
      setTold(undefined);
      toast.say(text);
    },
    [toast.say],
  );
  const dismiss = useCallback(() => {
    setTold(undefined);
    toast.dismiss();
  }, [toast.dismiss]);
  const undo = (change: string): void => (told?.undo === undefined ? toast.undo(change) : told.undo());
  return {
    toast: { said: told?.said ?? toast.said, make, say, undo, dismiss },
    aside: { onSetAside: setAside, onBringBack: bringBack },
    tell,
  };
};

const asideSaid = (words: Display['words'], when: Display['when'], { until, reason }: Aside): string => {
  if (reason !== undefined) return words.text('saidDismissed');
  return until === undefined ? words.text('saidAsideChange') : words.text('saidAside', { when: when.due(until).word });
};

/** In the place of a stored change's name. */
const asideUndo = 'aside';
