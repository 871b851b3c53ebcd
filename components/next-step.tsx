import { displayName } from '../lib/core/person.ts';
import type { ItemBrief, NextStep } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import type { Make } from './changes.ts';
import { type Display, itemName, useDisplay } from './display.tsx';
import { type Known, myAccount } from './owner-field.tsx';
import { plain } from './plain.ts';
import { SafeLink } from './safe-link.tsx';

interface NextStepProps {
  readonly next: NextStep;
  /** The item where the step is taken. */
  readonly at: ItemBrief;
  readonly known: Known;
  readonly make: Make;
}

/** What to do about a row, in one press: taken here where that is enough, else the item is opened. */
export const NextStepButton = ({ next, at, known, make }: NextStepProps) => {
  const display = useDisplay();
  const { words } = display;
  const me = myAccount(known.me, at.key);
  if ((next === 'claim' || next === 'accept') && me !== undefined)
    return (
      <Button
        letter="t"
        size="small"
        onClick={() =>
          make(
            { type: 'name-role', item: at.key, role: 'owner', who: me, accepted: true },
            words.text('saidOwner', { who: displayName(me) }),
          )
        }
      >
        {words.text(next === 'claim' ? 'ownerTake' : 'ownerAccept')}
      </Button>
    );
  const label = stepWord(display, next, at);
  return (
    <SafeLink
      to={display.linkTo(at.key)}
      title={words.text('stepOpens', { key: itemName(display, at) })}
      className={stepLinkLook}
    >
      {label}
    </SafeLink>
  );
};

/** A link that stands where the button of a step would. */
export const stepLinkLook =
  'inline-flex h-6 shrink-0 items-center rounded-1 border border-edge/60 bg-surface px-2 text-12 font-medium whitespace-nowrap text-ink hover:bg-raised';

const stepWord = ({ words }: Display, next: NextStep, { owner }: ItemBrief): string => {
  switch (next) {
    case 'finish':
      return words.text('stepFinish');
    case 'review':
      return words.text('stepReview');
    case 'answer':
      return words.text('stepAnswer');
    case 'ask-owner': {
      const who = owner.by === 'stated' ? owner.who : owner.by === 'assigned' ? owner.who[0] : undefined;
      return who === undefined ? words.text('stepLook') : words.text('stepAsk', { who: plain(displayName(who), 18) });
    }
    case 'find-owner':
      return words.text('stepFindOwner');
    case 'claim':
    case 'accept':
    case 'look':
      return words.text('stepLook');
  }
};
