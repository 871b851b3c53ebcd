import type { Day } from '../lib/core/item.ts';
import { useDisplay } from './display.tsx';
import { Icon } from './icon.tsx';
import { setOff, tipOf } from './row-reason.ts';

interface ByWhenProps {
  readonly by: Day;
  readonly late: boolean;
  /** What the row's place rests on, where it is this. */
  readonly tip: string | undefined;
}

/** By when, at the end of a sentence. */
export const ByWhen = ({ by, late, tip }: ByWhenProps) => {
  const { words, when } = useDisplay();
  const { word, full } = when.due(by);
  return (
    <>
      {', '}
      {late ? (
        <LateBy by={by} tip={tip} />
      ) : (
        <time dateTime={by} {...setOff(tip)} title={tipOf(full, tip)}>
          {words.text('by', { when: word })}
        </time>
      )}
    </>
  );
};

/** A day that passed is said in words and with a sign, not by colour alone. */
export const LateBy = ({ by, tip }: Pick<ByWhenProps, 'by' | 'tip'>) => {
  const { words, when } = useDisplay();
  return (
    <time dateTime={by} title={tipOf(when.due(by).full, tip)} className="font-medium text-blocked">
      <Icon name="warn" className="mr-0.5 inline size-3.5 align-[-2px]" />
      {words.count('byLate', when.daysLate(by), { when: when.date(by) })}
    </time>
  );
};
