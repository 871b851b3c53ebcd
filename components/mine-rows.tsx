import type { ReactNode } from 'react';
import type { Person } from '../lib/core/person.ts';
import { rowId } from '../lib/core/set-aside.ts';
import type { AwaitedReason, AwaitedRow, ItemBrief, Since, WaitingReason, WaitingRow } from '../lib/core/view.ts';
import { BackLine } from './aside-rows.tsx';
import { ByWhen } from './by-when.tsx';
import type { Make } from './changes.ts';
import { type Display, Pieces, useDisplay } from './display.tsx';
import { ItemLine } from './item-line.tsx';
import { ItemRow } from './item-row.tsx';
import { NextStepButton } from './next-step.tsx';
import { type Known, Names } from './owner-field.tsx';
import { PersonName } from './person-mark.tsx';
import { rankWords, reasonSentence, setOff, tipOf } from './row-reason.ts';
import { type AsideIntents, SetAside } from './set-aside.tsx';
import { SomeNames } from './some-names.tsx';

interface RowProps<Row> {
  readonly row: Row;
  readonly known: Known;
  readonly make: Make;
  readonly aside: AsideIntents;
  readonly changed: boolean;
}

const named = 2;

/** M2: who waits, on what, since when, by when, and the next step. */
export const AwaitedRowView = ({ row, known, make, aside, changed }: RowProps<AwaitedRow>) => {
  const display = useDisplay();
  const { words } = display;
  const { item, why, waiters, people, since, by, late, rank, blockedBy, next, reason } = row;
  const shown = waiters.slice(0, named);
  const [blocker] = blockedBy;
  const tipFor = tipsOf(display, reason);
  const isHigh = rank === 'urgent' || rank === 'high';
  return (
    <ItemRow
      item={item}
      id={rowId(row)}
      changed={changed}
      facts={[
        rank !== undefined && (isHigh || reason.type === 'rank') && (
          <span key="rank" {...setOff(tipFor('rank'))}>
            {words.text(rankWords[rank])}
          </span>
        ),
      ]}
      step={
        <Steps row={row} aside={aside}>
          <NextStepButton next={next} at={blocker ?? item} known={known} make={make} />
        </Steps>
      }
    >
      <BackLine row={row} aside={aside} />
      <p>
        <WhoWaits people={people} since={since} review={why === 'review'} tipFor={tipFor} />
        {by !== undefined && <ByWhen by={by} late={late} tip={tipFor('late') ?? tipFor('date')} />}
        <SpokenReason reason={reason} />
      </p>
      {shown.map((waiter) => (
        <ItemLine key={waiter.item.key} lead={words.text('rowFor')} item={waiter.item} />
      ))}
      {waiters.length > named && <p>{words.count('rowMoreWait', waiters.length - named)}</p>}
      {blockedBy.slice(0, named).map((one) => (
        <ItemLine key={one.key} lead={words.text('rowBlockedBy')} item={one} after={<Answers item={one} />} />
      ))}
      {blockedBy.length > named && <p>{words.count('rowMoreBlock', blockedBy.length - named)}</p>}
    </ItemRow>
  );
};

/** M4: what I wait on, for which of my items; a blocker that nobody owns is said as such. */
export const WaitingRowView = ({ row, known, make, aside, changed }: RowProps<WaitingRow>) => {
  const display = useDisplay();
  const { words } = display;
  const { item, on, since, by, late, next, reason } = row;
  const tipFor = tipsOf(display, reason);
  return (
    <ItemRow
      item={on}
      id={rowId(row)}
      changed={changed}
      facts={[
        <span key="who" title={tipFor('nobody')}>
          <Answers item={on} />
        </span>,
      ]}
      step={
        <Steps row={row} aside={aside}>
          <NextStepButton next={next} at={on} known={known} make={make} />
        </Steps>
      }
    >
      <BackLine row={row} aside={aside} />
      <p>
        <Pieces of={words.pieces('rowYouWait', { since: <SinceWhen since={since} tip={tipFor('age')} /> })} />
        {by !== undefined && <ByWhen by={by} late={late} tip={tipFor('late') ?? tipFor('date')} />}
        <SpokenReason reason={reason} />
      </p>
      <ItemLine lead={words.text('rowFor')} item={item} />
    </ItemRow>
  );
};

interface StepsProps {
  readonly row: AwaitedRow | WaitingRow;
  readonly aside: AsideIntents;
  readonly children: ReactNode;
}

/** The next step, and beside it the way to see the row later. Both are always in sight: nothing moves under the pointer. */
const Steps = ({ row, aside, children }: StepsProps) => (
  <span className="flex shrink-0 items-center gap-1">
    <SetAside row={row} aside={aside} />
    {children}
  </span>
);

type Reason = AwaitedReason | WaitingReason;

/** What a row's place rests on, as the tip of the part that says so; undefined for every other part. */
type TipFor = (part: Reason['type']) => string | undefined;

const tipsOf =
  (display: Display, reason: Reason): TipFor =>
  (part) =>
    reason.type === part ? reasonSentence(display, reason) : undefined;

/** The same for who hears the row. */
const SpokenReason = ({ reason }: { readonly reason: Reason }) => {
  const display = useDisplay();
  return <span className="sr-only">. {reasonSentence(display, reason)}.</span>;
};

/** "since Tuesday"; where the tool does not say, "at least since Tuesday". */
const SinceWhen = ({ since: { at, atLeast }, tip }: { readonly since: Since; readonly tip: string | undefined }) => {
  const { words, when } = useDisplay();
  const { word, full } = when.day(at);
  return (
    <time {...setOff(tip)} title={tipOf(full, tip)}>
      {words.text(atLeast ? 'sinceAtLeast' : 'since', { when: word })}
    </time>
  );
};

interface WhoWaitsProps {
  readonly people: readonly Person[];
  readonly since: Since;
  readonly review: boolean;
  readonly tipFor: TipFor;
}

const WhoWaits = ({ people, since: began, review, tipFor }: WhoWaitsProps) => {
  const { words } = useDisplay();
  const since: ReactNode = <SinceWhen since={began} tip={tipFor('age')} />;
  if (people.length === 0) return <Pieces of={words.pieces('waitsNobody', { since })} />;
  const who = (
    <span title={tipFor('people')}>
      <SomeNames people={people} />
    </span>
  );
  return (
    <Pieces
      of={
        review
          ? words.countPieces('waitsForReview', people.length, { since, who })
          : words.countPieces('waits', people.length, { since, who })
      }
    />
  );
};

const Answers = ({ item: { owner } }: { readonly item: ItemBrief }) => {
  const { words } = useDisplay();
  switch (owner.by) {
    case 'nobody':
      return <span className="text-risk">{words.text('ownerNobody')}</span>;
    case 'unknown':
      return words.text('ownerUnknown');
    case 'stated':
      return <PersonName person={owner.who} />;
    case 'assigned':
      return <Names people={owner.who} />;
  }
};
