import type { Rank } from '../lib/core/item.ts';
import type { AwaitedReason, NextReason, WaitingReason } from '../lib/core/view.ts';
import type { Display } from './display.tsx';
import type { MessageId } from './words.ts';

/** What a row's place rests on, in one sentence (M3, M4). The row says it already: this is the tip on the part that does. */
export const reasonSentence = ({ words }: Pick<Display, 'words'>, reason: AwaitedReason | WaitingReason): string => {
  switch (reason.type) {
    case 'late':
      return words.text('reasonLate');
    case 'date':
      return words.text('reasonDate');
    case 'rank':
      return words.text('reasonRank');
    case 'people':
      return words.count('reasonPeople', reason.count);
    case 'nobody':
      return words.text('reasonNobody');
    case 'age':
      return words.text('reasonAge');
  }
};

/** What a row of the order rests on (M5). Undefined for a date, which is shown as one. */
export const nextReasonWords = ({ words }: Pick<Display, 'words'>, reason: NextReason): string | undefined => {
  switch (reason.type) {
    case 'frees':
      return words.count('nextFrees', reason.count);
    case 'waiting':
      return words.count('nextWaiting', reason.count);
    case 'rank':
      return words.text(rankWords[reason.rank]);
    case 'nothing':
      return words.text('nextNothing');
    case 'date':
      return undefined;
  }
};

/** What a row's place rests on stands in it already: there it is set off, and the sentence is its tip. */
export const setOff = (tip: string | undefined): { readonly className?: string; readonly title?: string } =>
  tip === undefined ? {} : { className: 'font-medium text-ink', title: tip };

export const tipOf = (...sentences: readonly (string | undefined)[]): string =>
  sentences.filter((sentence) => sentence !== undefined).join('. ');

export const rankWords = {
  urgent: 'rankUrgent',
  high: 'rankHigh',
  normal: 'rankNormal',
  low: 'rankLow',
} as const satisfies Readonly<Record<Rank, MessageId>>;
