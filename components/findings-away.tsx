import type { Aside } from '../lib/core/aside.ts';
import type { FindingRow, FindingsView } from '../lib/core/findings-view.ts';
import { BringBack, FoldedRows, UntilLine } from './aside-rows.tsx';
import { dismissedBecause } from './dismiss.tsx';
import { useDisplay } from './display.tsx';
import { AboutRow } from './finding-about.tsx';
import { Sentence } from './finding-row.tsx';
import type { AsideIntents } from './set-aside.tsx';

interface FindingsAwayProps {
  readonly rows: FindingsView['aside'];
  readonly aside: AsideIntents;
}

/** What is set aside or dismissed, and why. */
export const FindingsAway = ({ rows, aside: { onBringBack } }: FindingsAwayProps) => {
  const { words } = useDisplay();
  if (rows.length === 0) return null;
  return (
    <FoldedRows
      title={words.text('findingsAway', { count: rows.length })}
      rows={rows}
      idOf={({ row }) => row.finding.id}
      draw={({ row, aside }) => <AwayRow row={row} aside={aside} onBringBack={onBringBack} />}
    />
  );
};

interface AwayRowProps extends Pick<AsideIntents, 'onBringBack'> {
  readonly row: FindingRow;
  readonly aside: Aside;
}

const AwayRow = ({ row, aside, onBringBack }: AwayRowProps) => (
  <AboutRow row={row} tail={<BringBack aside={aside} onBringBack={onBringBack} />}>
    <Sentence row={row} />
    <AwayLine aside={aside} />
  </AboutRow>
);

const AwayLine = ({ aside }: { readonly aside: Aside }) => {
  const display = useDisplay();
  if (aside.reason === undefined) return <UntilLine aside={aside} />;
  return <p>{display.words.text('dismissedWhy', { why: dismissedBecause(display, aside.reason) })}</p>;
};
