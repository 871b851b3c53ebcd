import { useEffect, useRef, useState } from 'react';
import type { BackReason } from '../lib/core/aside.ts';
import { rowId } from '../lib/core/set-aside.ts';
import type { AsideRow, AwaitedRow, WaitingRow } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { ItemLine } from './item-line.tsx';
import { ItemRow } from './item-row.tsx';
import { LongList } from './long-list.tsx';
import { Folded } from './section.tsx';
import type { AsideIntents } from './set-aside.tsx';
import type { MessageId } from './words.ts';

interface AsideSectionProps {
  readonly rows: readonly AsideRow[];
  readonly aside: AsideIntents;
}

/** What is set aside: one line until it is opened. */
export const AsideSection = ({ rows, aside }: AsideSectionProps) => {
  const { words } = useDisplay();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    // It does not bubble: it is heard on its way down.
    const onToggle = ({ target }: Event): void => setOpen(target instanceof HTMLDetailsElement && target.open);
    const element = root.current;
    element?.addEventListener('toggle', onToggle, true);
    return () => element?.removeEventListener('toggle', onToggle, true);
  }, []);
  const title = words.text('asideTitle', { count: rows.length });
  return (
    <div ref={root}>
      <Folded title={title}>
        {open && (
          <LongList
            label={title}
            entries={rows}
            idOf={({ row }) => rowId(row)}
            draw={(one) => <AwayRow {...one} onBringBack={aside.onBringBack} />}
            rowHeight={rowHeight}
          />
        )}
      </Folded>
    </div>
  );
};

const rowHeight = 72;

const AwayRow = ({ row, aside, onBringBack }: AsideRow & Pick<AsideIntents, 'onBringBack'>) => {
  const { words, when } = useDisplay();
  const due = aside.until === undefined ? undefined : when.due(aside.until);
  return (
    <ItemRow
      item={'on' in row ? row.on : row.item}
      id={rowId(row)}
      step={
        <Button size="small" letter="r" onClick={() => void onBringBack(aside.row)}>
          {words.text('asideBringBack')}
        </Button>
      }
    >
      {'on' in row && <ItemLine lead={words.text('rowFor')} item={row.item} />}
      {due === undefined ? (
        <p>{words.text('asideUntilChange')}</p>
      ) : (
        <p title={due.full}>{words.text('asideUntil', { when: due.word })}</p>
      )}
    </ItemRow>
  );
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
} as const satisfies { readonly [reason in BackReason]: MessageId };

interface BackLineProps {
  readonly row: AwaitedRow | WaitingRow;
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
