import { useCallback } from 'react';
import type { Aside } from '../lib/core/aside.ts';
import type { FindingsView } from '../lib/core/findings-view.ts';
import type { Tell } from './aside-toast.ts';
import { type Display, useDisplay } from './display.tsx';
import { asideInFindings, type ManyAsideIntents } from './findings-model.ts';

/** Sets many aside at once, says so once, and undoes them together: each is as it was before. */
export const useAsideMany = (
  tell: Tell,
  findings: FindingsView | undefined,
  { onSetAsideMany, onBringBackMany }: ManyAsideIntents,
): ManyAsideIntents['onSetAsideMany'] => {
  const { words, when } = useDisplay();
  return useCallback(
    (asides) => {
      const before = findings === undefined ? [] : asides.flatMap(({ row }) => asideInFindings(findings, row) ?? []);
      const stood = new Set(before.map(({ aside }) => aside.row));
      const fresh = asides.map(({ row }) => row).filter((row) => !stood.has(row));
      const putBack = async (): Promise<boolean> => {
        const isBack = fresh.length === 0 || (await onBringBackMany(fresh));
        return isBack && (before.length === 0 || (await onSetAsideMany(before.map(({ aside }) => aside))));
      };
      const undo = (): void => void tell(putBack(), words.text('toastUndone'));
      return tell(onSetAsideMany(asides), manySaid({ words, when }, asides), undo);
    },
    [tell, findings, words, when, onSetAsideMany, onBringBackMany],
  );
};

const manySaid = ({ words, when }: Pick<Display, 'words' | 'when'>, asides: readonly Aside[]): string => {
  const { until, reason } = asides[0] ?? {};
  if (reason !== undefined) return words.count('saidDismissedMany', asides.length);
  return until === undefined
    ? words.count('saidAsideManyChange', asides.length)
    : words.count('saidAsideMany', asides.length, { when: when.due(until).word });
};
