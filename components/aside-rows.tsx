import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Aside, Back, BackReason } from '../lib/core/aside.ts';
import { rowId } from '../lib/core/set-aside.ts';
import type { AsideRow } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { ItemLine } from './item-line.tsx';
import { ItemRow } from './item-row.tsx';
import { LongList } from './long-list.tsx';
import { Folded } from './section.tsx';
import type { AsideIntents } from './set-aside.tsx';
import type { MessageId } from './words.ts';

interface FoldedRowsProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly draw: (row: Row) => ReactNode;
}

/** Rows that are seldom wanted: one line until it is opened, and nothing of them drawn before. */
export const FoldedRows = <Row,>({ title, rows, idOf, draw }: FoldedRowsProps<Row>) => {
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    // It does not bubble: it is heard on its way down.
    const onToggle = ({ target }: Event): void => setOpen(target instanceof HTMLDetailsElement && target.open);
    const element = root.current;
    element?.addEventListener('toggle', onToggle, true);
    return () => element?.removeEventListener('toggle', onToggle, true);
  }, []);
  return (
    <div ref={root}>
      <Folded title={title}>
        {open && <LongList label={title} entries={rows} idOf={idOf} draw={draw} rowHeight={rowHeight} />}
      </Folded>
    </div>
  );
};

interface AsideSectionProps {
  readonly rows: readonly AsideRow[];
  readonly aside: AsideIntents;
}

/** What is set aside. */
export const AsideSection = ({ rows, aside }: AsideSectionProps) => {
  const { words } = useDisplay();
  return (
    <FoldedRows
      title={words.text('asideTitle', { count: rows.length })}
      rows={rows}
      idOf={({ row }) => rowId(row)}
      draw={(one) => <AwayRow {...one} onBringBack={aside.onBringBack} />}
    />
  );
};

const rowHeight = 72;

const AwayRow = ({ row, aside, onBringBack }: AsideRow & Pick<AsideIntents, 'onBringBack'>) => {
  const { words } = useDisplay();
  return (
    <ItemRow
      item={'on' in row ? row.on : row.item}
      id={rowId(row)}
      step={<BringBack aside={aside} onBringBack={onBringBack} />}
    >
      {'on' in row && <ItemLine lead={words.text('rowFor')} item={row.item} />}
      <UntilLine aside={aside} />
    </ItemRow>
  );
};

interface BringBackProps extends Pick<AsideIntents, 'onBringBack'> {
  readonly aside: Aside;
}

export const BringBack = ({ aside, onBringBack }: BringBackProps) => {
  const { words } = useDisplay();
  return (
    <Button size="small" letter="r" onClick={() => void onBringBack(aside.row)}>
      {words.text('asideBringBack')}
    </Button>
  );
};

/** Until when it is away. */
export const UntilLine = ({ aside: { until } }: { readonly aside: Aside }) => {
  const { words, when } = useDisplay();
  if (until === undefined) return <p>{words.text('asideUntilChange')}</p>;
  const { word, full } = when.due(until);
  return <p title={full}>{words.text('asideUntil', { when: word })}</p>;
};

const reasons = {
  date: 'backDate',
  reopened: 'backReopened',
  state: 'backState',
  'state-known': 'backStateKnown',
  unblocked: 'backUnblocked',
  blocked: 'backBlocked',
  blockers: 'backBlockers',
  late: 'backLate',
  'date-set': 'backDateSet',
  'date-moved': 'backDateMoved',
  'date-gone': 'backDateGone',
  'more-people': 'backMorePeople',
  'fewer-people': 'backFewerPeople',
  'other-people': 'backOtherPeople',
  'rank-up': 'backRankUp',
  'rank-down': 'backRankDown',
  owner: 'backOwner',
  'owner-known': 'backOwnerKnown',
  'owner-nobody': 'backOwnerNobody',
  'more-waiters': 'backMoreWaiters',
  'fewer-waiters': 'backFewerWaiters',
  'other-waiters': 'backOtherWaiters',
  'waiter-reopened': 'backWaiterReopened',
  finding: 'backFinding',
  again: 'backAgain',
} as const satisfies { readonly [reason in BackReason]: MessageId };

interface BackLineProps {
  readonly row: { readonly back?: Back };
  readonly aside: AsideIntents;
}

/** A row that was set aside and came back says why, until that is read or it is set aside again. */
export const BackLine = ({ row: { back }, aside }: BackLineProps) => {
  const { words, when } = useDisplay();
  if (back === undefined) return null;
  const { until } = back.aside;
  const passed = until === undefined ? '' : when.daysLate(until) <= 1 ? when.due(until).word : when.date(until);
  return (
    <div className="flex items-center gap-2">
      <p className="min-w-0 rounded-1 bg-tint px-1 text-accent">
        {back.why === 'date' ? words.text(reasons.date, { when: passed }) : words.text(reasons[back.why])}
      </p>
      <Button look="quiet" className="shrink-0" onClick={() => void aside.onBringBack(back.aside.row)}>
        {words.text('backGotIt')}
      </Button>
    </div>
  );
};
