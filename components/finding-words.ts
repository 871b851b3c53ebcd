import type { SignalId, Step } from '../lib/core/finding.ts';
import type { FindingRow } from '../lib/core/findings-view.ts';
import type { ItemKey } from '../lib/core/key.ts';
import { type Account, displayName } from '../lib/core/person.ts';
import { type Display, itemName } from './display.tsx';
import { paperInk } from './finding-ink.tsx';
import { sentenceOf } from './finding-sentence.ts';
import { isolated, plain } from './plain.ts';

export type AskingStep = Extract<Step, { readonly who: readonly Account[] }>;

/**
 * Words to ask with, as plain text that somebody without Crosstie understands (E2, T3): whom, about what, what is
 * found, the question, the addresses. The person sends them. `who`: whom to ask, without me.
 */
export const preparedWords = (
  display: Display,
  { finding, items }: Pick<FindingRow, 'finding' | 'items'>,
  step: AskingStep,
  who: readonly Account[],
): string => {
  const { words, linkTo } = display;
  // What is found is said of the first item, whatever item the step is about.
  const [about] = finding.items;
  const parts = {
    item: fullName(display, items, about),
    says: sentenceOf(words, paperInk(display, items), finding).join(''),
    question: questionOf(display, items, finding.signal, step),
  };
  const names = who.map((one) => plain(displayName(one), 60));
  const text =
    names.length === 0
      ? words.text('askNobody', parts)
      : words.text('askWho', { ...parts, who: new Intl.ListFormat(words.locale).format(names) });
  return [text, ...new Set([about, step.item].flatMap((key) => linkTo(key)?.href ?? []))].join('\n');
};

type Items = FindingRow['items'];

const nameOf = (display: Display, items: Items, key: ItemKey): string => itemName(display, items.get(key) ?? { key });

/** Its key and its title: who reads it may know one of them only. */
const fullName = (display: Display, items: Items, key: ItemKey): string => {
  const { title } = items.get(key) ?? {};
  const name = nameOf(display, items, key);
  return display.short(key) === undefined || !title ? name : `${name} “${isolated(title, 80)}”`;
};

/** What is asked, by what was found. */
const questionOf = (display: Display, items: Items, signal: SignalId, step: AskingStep): string => {
  const { words, when } = display;
  if (step.type === 'propose-date') return words.text('askDate', { when: when.date(step.day) });
  const item = nameOf(display, items, step.item);
  switch (signal) {
    case 'blocked-cycle':
      return words.text('askBlockedCycle');
    case 'closed-with-open-blocker':
      return words.text('askClosedWithOpenBlocker', { item });
    case 'late-blocker':
      return words.text('askLateBlocker');
    case 'out-of-sequence':
      return words.text('askOutOfSequence', { item });
    case 'owner-conflict':
      return words.text('askOwnerConflict');
    case 'priority-conflict':
      return words.text('askPriorityConflict');
    case 'reopened-blocker':
      return words.text('askReopenedBlocker');
    case 'slipped-date':
      return words.text('askSlippedDate');
    case 'stalled':
      return words.text('askStalled');
    case 'unanswered-review':
      return words.text('askUnansweredReview');
    default:
      return words.text('askHow');
  }
};
