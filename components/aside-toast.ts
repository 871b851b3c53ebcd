import { useCallback, useState } from 'react';
import type { Aside } from '../lib/core/aside.ts';
import { asideIn } from '../lib/core/set-aside.ts';
import type { MineView } from '../lib/core/view.ts';
import type { Make } from './changes.ts';
import { useDisplay } from './display.tsx';
import type { AsideIntents } from './set-aside.tsx';
import type { Said, ToastState } from './toast.tsx';

interface Told {
  readonly said: Said;
  readonly undo?: () => void;
}

interface AsideToast {
  readonly toast: ToastState;
  readonly aside: AsideIntents;
}

/**
 * Sets aside and brings back, says each, and keeps the last one at hand to be undone. It is no change of what people
 * stated, so it stands in no history: what is undone is told here, and everything else by the toast itself.
 */
export const useAsideToast = (toast: ToastState, mine: MineView | undefined, intents: AsideIntents): AsideToast => {
  const { words, when } = useDisplay();
  const [told, setTold] = useState<Told>();
  const { onSetAside, onBringBack } = intents;

  const tell = useCallback(
    async (stored: Promise<boolean>, text: string, undo?: () => void): Promise<boolean> => {
      const done = await stored;
      if (!done) setTold({ said: { text: words.text('failedNotStored'), failed: true } });
      else setTold(undo === undefined ? { said: { text } } : { said: { text, undo: asideUndo }, undo });
      return done;
    },
    [words],
  );
  const undone = words.text('toastUndone');

  const setAside = useCallback(
    (aside: Aside): Promise<boolean> => {
      const before = mine === undefined ? undefined : asideIn(mine, aside.row);
      const text =
        aside.until === undefined
          ? words.text('saidAsideChange')
          : words.text('saidAside', { when: when.due(aside.until).word });
      const undo = (): Promise<boolean> =>
        tell(before === undefined ? onBringBack(aside.row) : onSetAside(before.aside), undone);
      return tell(onSetAside(aside), text, () => void undo());
    },
    [mine, words, when, onSetAside, onBringBack, tell, undone],
  );
  const bringBack = useCallback(
    (row: string): Promise<boolean> => {
      const before = mine === undefined ? undefined : asideIn(mine, row);
      if (before === undefined) return onBringBack(row);
      return tell(onBringBack(row), words.text(before.shown ? 'saidGotIt' : 'saidBroughtBack'), () => {
        void tell(onSetAside(before.aside), undone);
      });
    },
    [mine, words, onSetAside, onBringBack, tell, undone],
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
  };
};

/** In the place of a stored change's name. */
const asideUndo = 'aside';
