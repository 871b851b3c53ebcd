import type { ReactNode } from 'react';
import type { Day } from '../lib/core/item.ts';
import type { Person } from '../lib/core/person.ts';
import { rowId } from '../lib/core/set-aside.ts';
import type { AwaitedRow, ItemBrief, Since, WaitingRow } from '../lib/core/view.ts';
import { BackLine } from './aside-rows.tsx';
import type { Make } from './changes.ts';
import { Pieces, useDisplay } from './display.tsx';
import { Icon } from './icon.tsx';
import { ItemLine } from './item-line.tsx';
import { ItemRow } from './item-row.tsx';
import { NextStepButton } from './next-step.tsx';
import { type Known, Names } from './owner-field.tsx';
import { PersonName } from './person-mark.tsx';
import { type AsideIntents, SetAside } from './set-aside.tsx';

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
  const { words } = useDisplay();
  const { item, why, waiters, people, since, by, late, rank, blockedBy, next } = row;
  const shown = waiters.slice(0, named);
  const [blocker] = blockedBy;
  return (
    <ItemRow
      item={item}
      id={rowId(row)}
      changed={changed}
      facts={[rank === 'urgent' ? words.text('rankUrgent') : rank === 'high' && words.text('rankHigh')]}
      step={
        <Steps row={row} aside={aside}>
          <NextStepButton next={next} at={blocker ?? item} known={known} make={make} />
        </Steps>
      }
    >
      <BackLine row={row} aside={aside} />
      <p>
        <WhoWaits people={people} since={since} review={why === 'review'} />
        {by !== undefined && <ByWhen by={by} late={late} />}
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
  const { words } = useDisplay();
  const { item, on, since, by, late, next } = row;
  return (
    <ItemRow
      item={on}
      id={rowId(row)}
      changed={changed}
      facts={[<Answers key="who" item={on} />]}
      step={
        <Steps row={row} aside={aside}>
          <NextStepButton next={next} at={on} known={known} make={make} />
        </Steps>
      }
    >
      <BackLine row={row} aside={aside} />
      <p>
        {words.text('rowYouWait', { since: useSince(since) })}
        {by !== undefined && <ByWhen by={by} late={late} />}
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

/** "since Tuesday"; where the tool does not say, "at least since Tuesday". */
const useSince = ({ at, atLeast }: Since): string => {
  const { words, when } = useDisplay();
  const { word } = when.day(at);
  return words.text(atLeast ? 'sinceAtLeast' : 'since', { when: word });
};

interface WhoWaitsProps {
  readonly people: readonly Person[];
  readonly since: Since;
  readonly review: boolean;
}

const WhoWaits = ({ people, since, review }: WhoWaitsProps) => {
  const { words, when } = useDisplay();
  const sinceWord: ReactNode = <time title={when.day(since.at).full}>{useSince(since)}</time>;
  if (people.length === 0) return <Pieces of={words.pieces('waitsNobody', { since: sinceWord })} />;
  const who = <SomeNames people={people} />;
  return (
    <Pieces
      of={
        review
          ? words.countPieces('waitsForReview', people.length, { since: sinceWord, who })
          : words.countPieces('waits', people.length, { since: sinceWord, who })
      }
    />
  );
};

const spelledOut = 3;

/** Up to three names; of more, two and how many others. */
const SomeNames = ({ people }: { readonly people: readonly Person[] }) => {
  const { words } = useDisplay();
  if (people.length <= spelledOut) return <Names people={people} />;
  const first = people.slice(0, spelledOut - 1);
  return (
    <Pieces of={words.countPieces('namesAndOthers', people.length - first.length, { who: <Names people={first} /> })} />
  );
};

/** By when; a day that passed is said in words and with a sign, not by colour alone. */
const ByWhen = ({ by, late }: { readonly by: Day; readonly late: boolean }) => {
  const { words, when } = useDisplay();
  const { word, full } = when.due(by);
  return (
    <>
      {', '}
      <time dateTime={by} title={full} className={late ? 'font-medium text-blocked' : ''}>
        {late && <Icon name="warn" className="mr-0.5 inline size-3.5 align-[-2px]" />}
        {late ? words.count('byLate', when.daysLate(by), { when: when.date(by) }) : words.text('by', { when: word })}
      </time>
    </>
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
