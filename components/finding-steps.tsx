import { useState } from 'react';
import type { Step } from '../lib/core/finding.ts';
import type { FindingRow } from '../lib/core/findings-view.ts';
import type { ItemKey } from '../lib/core/key.ts';
import { displayName, isMe } from '../lib/core/person.ts';
import { Button } from './button.tsx';
import { itemName, useDisplay } from './display.tsx';
import { dayWord } from './finding-ink.tsx';
import { type AskingStep, preparedWords } from './finding-words.ts';
import type { FindingRowNeeds } from './findings-model.ts';
import { stepLinkLook } from './next-step.tsx';
import { myAccount } from './owner-field.tsx';
import { plain } from './plain.ts';
import { SafeLink } from './safe-link.tsx';
import { Settle } from './settle.tsx';

interface StepsProps extends Omit<FindingRowNeeds, 'aside'> {
  readonly row: FindingRow;
}

/** A circle may take so many dependencies to open that they would be all there is to see. */
const shown = 4;

/** What can be done about a finding, the first step foremost. Nothing is sent and no date is moved (T3, E2). */
export const FindingSteps = ({ row, ...needs }: StepsProps) => {
  const { words } = useDisplay();
  const [all, setAll] = useState(false);
  const steps = row.finding.next;
  return (
    <>
      {(all ? steps : steps.slice(0, shown)).map((step, index) => (
        <StepButton key={JSON.stringify(step)} row={row} step={step} isFirst={index === 0} {...needs} />
      ))}
      {steps.length > shown && !all && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {words.count('listMore', steps.length - shown)}
        </Button>
      )}
    </>
  );
};

interface StepProps extends StepsProps {
  readonly step: Step;
  readonly isFirst: boolean;
}

const StepButton = ({ step, ...rest }: StepProps) => {
  switch (step.type) {
    case 'claim':
      return <Claim item={step.item} {...rest} />;
    case 'ask':
    case 'propose-date':
      return <Ask step={step} {...rest} />;
    case 'cut':
      return <Cut step={step} {...rest} />;
    case 'name-owner':
      return <Opens item={step.item} word="stepFindOwner" {...rest} />;
    case 'review':
      return <Opens item={step.item} word="stepReview" {...rest} />;
    case 'begin':
      return <Opens item={step.item} word="stepFinish" {...rest} />;
    case 'look':
      return <Opens item={step.item} word="stepLook" {...rest} />;
    case 'settle':
      return <Settle step={step} {...rest} />;
  }
};

type PartProps = Omit<StepProps, 'step'>;

const lookOf = (isFirst: boolean) => (isFirst ? 'plain' : 'quiet');

/** "I'll take it"; before it is known who I am, the item is opened, where that is asked. */
const Claim = ({ item, ...rest }: PartProps & { readonly item: ItemKey }) => {
  const { words } = useDisplay();
  const { known, make, isFirst } = rest;
  const me = myAccount(known.me, item);
  if (me === undefined) return <Opens item={item} word="stepLook" {...rest} />;
  return (
    <Button
      letter="t"
      size="small"
      look={lookOf(isFirst)}
      onClick={() =>
        make(
          { type: 'name-role', item, role: 'owner', who: me, accepted: true },
          words.text('saidOwner', { who: displayName(me) }),
        )
      }
    >
      {words.text('ownerTake')}
    </Button>
  );
};

/** Copies prepared words. Where only I would be asked, my item is opened. */
const Ask = ({ step, ...rest }: PartProps & { readonly step: AskingStep }) => {
  const display = useDisplay();
  const { words } = display;
  const { row, known, onCopy, isFirst } = rest;
  const others = step.who.filter((one) => !isMe({ accounts: known.me }, one));
  if (step.who.length > 0 && others.length === 0) return <Opens item={step.item} word="stepFinish" {...rest} />;
  const text = preparedWords(display, row, step, others);
  const [only, ...more] = others;
  const label = (): string => {
    if (step.type === 'propose-date') return words.text('stepCopyDate', { when: dayWord(display, step.day) });
    return only === undefined || more.length > 0
      ? words.text('stepCopyQuestion')
      : words.text('stepCopyQuestionTo', { who: plain(displayName(only), 18) });
  };
  return (
    <Button letter="c" size="small" look={lookOf(isFirst)} title={text} onClick={() => onCopy(text)}>
      {label()}
    </Button>
  );
};

/** "Not a dependency". Where there is a choice of several, each says which. */
const Cut = ({ step, row, make, isFirst }: PartProps & { readonly step: Extract<Step, { type: 'cut' }> }) => {
  const display = useDisplay();
  const { words } = display;
  const { blocker, blocked } = step;
  const nameOf = (key: ItemKey): string => itemName(display, row.items.get(key) ?? { key });
  const names = { blocked: nameOf(blocked), blocker: nameOf(blocker) };
  const whole = words.text('cycleTakeOut', names);
  const isOne = row.finding.next.filter(({ type }) => type === 'cut').length === 1;
  return (
    <Button
      letter="n"
      size="small"
      look={lookOf(isFirst)}
      title={whole}
      aria-label={whole}
      className="max-w-full min-w-0"
      onClick={() =>
        make({ type: 'deny-dependency', blocker, blocked }, words.text('saidDenied', { key: names.blocker }))
      }
    >
      <span className="truncate">{isOne ? words.text('deny') : words.text('stepCut', names)}</span>
    </Button>
  );
};

type OpeningWord = 'stepFindOwner' | 'stepReview' | 'stepFinish' | 'stepLook';

/** The item's page, where the rest is done. */
const Opens = ({ row, item, word, isFirst }: PartProps & { readonly item: ItemKey; readonly word: OpeningWord }) => {
  const display = useDisplay();
  const { words } = display;
  return (
    <SafeLink
      to={display.linkTo(item)}
      title={words.text('stepOpens', { key: itemName(display, row.items.get(item) ?? { key: item }) })}
      className={isFirst ? stepLinkLook : quietLinkLook}
    >
      {words.text(word)}
    </SafeLink>
  );
};

const quietLinkLook =
  'inline-flex h-6 shrink-0 items-center rounded-1 px-1 text-12 font-medium whitespace-nowrap text-accent hover:bg-tint';
