import { type ReactNode, useMemo } from 'react';
import type { Account } from '../lib/core/person.ts';
import { rowId } from '../lib/core/set-aside.ts';
import type { AwaitedRow, MineView, NextRow, StartLink, WaitingRow } from '../lib/core/view.ts';
import { AsideSection } from './aside-rows.tsx';
import { useChanged } from './changed.ts';
import type { Make } from './changes.ts';
import { CoverageLine, EmptyMine, emptySentence } from './coverage.tsx';
import { type Display, useDisplay } from './display.tsx';
import { LongList } from './long-list.tsx';
import { AwaitedRowView, WaitingRowView } from './mine-rows.tsx';
import { mineSentence } from './mine-sentence.ts';
import { NextRowView } from './next-row.tsx';
import type { Known } from './owner-field.tsx';
import { Section } from './section.tsx';
import type { AsideIntents } from './set-aside.tsx';
import { WhoAmIAsk } from './who-am-i.tsx';

export interface MineProps {
  /** Undefined: not read from the store yet. */
  readonly mine: MineView | undefined;
  readonly known: Known;
  readonly make: Make;
  readonly aside: AsideIntents;
  readonly onMe: (account: Account) => void;
  readonly startLinks: readonly StartLink[];
}

/** The first line: who waits, or in which of three ways nobody does. */
export const mineTitle = (display: Display, mine: MineView): string =>
  mineSentence(display, mine) ?? emptySentence(display, mine);

/** "Waiting": what is blocked on me (M1 to M3), what I cannot act on, what I wait on (M4), and what to take up next (M5). */
export const Waiting = ({ mine, ...rest }: MineProps) => {
  const display = useDisplay();
  if (mine === undefined) return <Skeleton />;
  return (
    <article className="flex flex-col gap-4 px-1 pb-6">
      <h1 className="px-2 text-16 font-semibold">{mineTitle(display, mine)}</h1>
      <MineSections mine={mine} withNext {...rest} />
      <CoverageLine coverage={mine.coverage} />
    </article>
  );
};

interface MineSectionsProps extends MineProps {
  readonly mine: MineView;
  /** What to take up next stands in the panel: the popup says who waits, and opens at once. */
  readonly withNext?: boolean;
}

/** Everything under the first line, for popup and panel. */
export const MineSections = ({ mine, known, make, aside, onMe, startLinks, withNext = false }: MineSectionsProps) => {
  const { words } = useDisplay();
  const { awaited, stuck, team, waiting, next, check, fresh, aside: away, ask } = mine;
  const shown = useMemo(
    () => new Map([...[...awaited, ...stuck, ...team].map(spellAwaited), ...waiting.map(spellWaiting)]),
    [awaited, stuck, team, waiting],
  );
  const changed = useChanged('mine', shown);
  const drawAwaited = (row: AwaitedRow): ReactNode => (
    <AwaitedRowView row={row} known={known} make={make} aside={aside} changed={changed.has(rowId(row))} />
  );
  const drawWaiting = (row: WaitingRow): ReactNode => (
    <WaitingRowView row={row} known={known} make={make} aside={aside} changed={changed.has(rowId(row))} />
  );
  const asks = ask.map((one) => <WhoAmIAsk key={`${one.tool} ${one.site}`} ask={one} onMe={onMe} />);
  return (
    <>
      {awaited.length === 0 && <EmptyMine mine={mine} startLinks={startLinks} />}
      {!mine.meKnown && <Asks>{asks}</Asks>}
      {awaited.length > 0 && (
        <LongList
          label={words.text('mineAwaited')}
          entries={awaited}
          idOf={rowId}
          draw={drawAwaited}
          rowHeight={awaitedHeight}
        />
      )}
      <Rows title={words.text('mineTeam')} rows={team} idOf={rowId} draw={drawAwaited} />
      <Rows title={words.text('mineStuck')} rows={stuck} idOf={rowId} draw={drawAwaited} />
      <Rows title={words.text('mineWaiting')} rows={waiting} idOf={rowId} draw={drawWaiting} />
      {withNext && <Rows title={words.text('mineNext')} rows={next} idOf={nextId} draw={drawNext} />}
      <Rows title={words.count('mineCheck', fresh)} rows={check} idOf={rowId} draw={drawAwaited} />
      {mine.meKnown && <Asks>{asks}</Asks>}
      {away.length > 0 && <AsideSection rows={away} aside={aside} />}
    </>
  );
};

const awaitedHeight = 100;

const nextId = ({ item }: NextRow): string => item.key;

const drawNext = (row: NextRow): ReactNode => <NextRowView row={row} />;

const Asks = ({ children }: { readonly children: readonly ReactNode[] }) =>
  children.length > 0 && <div className="flex flex-col gap-2 px-2">{children}</div>;

interface RowsProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly draw: (row: Row) => ReactNode;
}

const Rows = <Row,>({ title, rows, idOf, draw }: RowsProps<Row>) => {
  const { words } = useDisplay();
  return (
    rows.length > 0 && (
      <Section title={title} note={words.number(rows.length)}>
        <LongList label={title} entries={rows} idOf={idOf} draw={draw} rowHeight={awaitedHeight} />
      </Section>
    )
  );
};

/** The same shape as what comes, so that nothing jumps; it neither blinks nor spins. */
export const Skeleton = () => (
  <div className="flex flex-col gap-4">
    <div className="px-3">
      <SkeletonTitle />
    </div>
    <SkeletonRows />
  </div>
);

export const SkeletonTitle = () => <span aria-hidden="true" className="block h-6 w-3/5 rounded-1 bg-raised" />;

export const SkeletonRows = () => {
  const { words } = useDisplay();
  return (
    <div role="status" aria-busy="true" aria-label={words.text('reading')} className="flex flex-col gap-4 px-3">
      {[0, 1, 2].map((row) => (
        <div key={row} className="flex flex-col gap-2">
          <div className="h-4 rounded-1 bg-raised" />
          <div className="h-3 w-4/5 rounded-1 bg-raised" />
        </div>
      ))}
    </div>
  );
};

const spellAwaited = (row: AwaitedRow): [string, string] => [
  rowId(row),
  JSON.stringify([row.item.state, row.by, row.late, row.people.length, row.waiters.length, row.blockedBy.length]),
];

const spellWaiting = (row: WaitingRow): [string, string] => [
  rowId(row),
  JSON.stringify([row.on.state, row.on.owner, row.by, row.late]),
];
