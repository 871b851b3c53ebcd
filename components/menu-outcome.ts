import { useEffect } from 'react';
import type { MenuOutcome } from '../lib/core/menu-outcome.ts';
import { useDisplay } from './display.tsx';
import type { Words } from './words.ts';

/** Says what became of a click in a browser's menu, once for each click. */
export const useOutcome = (outcome: MenuOutcome | undefined, say: (text: string) => void): void => {
  const { words } = useDisplay();
  useEffect(() => {
    if (outcome !== undefined) say(outcomeWords(words, outcome));
  }, [outcome, say, words]);
};

const outcomeWords = (words: Words, { type, about }: MenuOutcome): string => {
  switch (type) {
    case 'me':
      return words.text('outcomeMe', { who: about });
    case 'several':
      return words.text('outcomeSeveral');
    case 'nobody':
      return words.text('outcomeNobody');
    case 'no-item':
      return words.text('outcomeNoItem');
    case 'blocked':
      return words.text('outcomeBlocked');
    case 'not-stored':
      return words.text('failedNotStored');
  }
};
