import { useId, useState } from 'react';
import { isAboutPerson } from '../lib/core/finding.ts';
import { asideOfFinding } from '../lib/core/finding-aside.ts';
import type { FindingRow } from '../lib/core/findings-view.ts';
import { BackLine } from './aside-rows.tsx';
import { Button } from './button.tsx';
import { Dismiss } from './dismiss.tsx';
import { Pieces, useDisplay } from './display.tsx';
import { AboutRow, Among, aboutWord } from './finding-about.tsx';
import { EvidenceList } from './finding-evidence.tsx';
import { useScreenInk } from './finding-ink.tsx';
import { sentenceOf } from './finding-sentence.ts';
import { FindingSteps } from './finding-steps.tsx';
import type { FindingRowNeeds } from './findings-model.ts';
import { useTabIndex } from './roving.tsx';
import { type AsideIntents, UntilMenu } from './set-aside.tsx';

/** A row while rows are selected. */
export interface Picking {
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

interface FindingRowProps extends FindingRowNeeds {
  readonly row: FindingRow;
  readonly isNew: boolean;
  readonly changed: boolean;
  /** Absent: nothing is being selected. */
  readonly picking?: Picking | undefined;
}

/** One finding among many: what it is about, what is the matter, what to do, what it rests on. */
export const FindingRowView = ({ row, isNew, changed, picking, ...needs }: FindingRowProps) => {
  const { words } = useDisplay();
  const seen = useSeen();
  const { sure } = row.finding;
  return (
    <AboutRow
      row={row}
      lead={picking !== undefined && <PickBox row={row} {...picking} />}
      tail={picking === undefined && <FindingTail row={row} seen={seen} aside={needs.aside} />}
      isNew={isNew}
      changed={changed}
      facts={[!sure && words.text('findingUnsure')]}
    >
      {picking === undefined ? <FindingBody row={row} seen={seen} {...needs} /> : <Sentence row={row} />}
    </AboutRow>
  );
};

const PickBox = ({ row, isPicked, onPick }: Picking & { readonly row: FindingRow }) => {
  const display = useDisplay();
  return (
    <input
      type="checkbox"
      data-letter="x"
      tabIndex={useTabIndex()}
      aria-label={display.words.text('pickRow', { item: aboutWord(display, row) })}
      checked={isPicked}
      onChange={onPick}
      className="size-4 shrink-0 accent-accent"
    />
  );
};

/** What is the matter, in a sentence; of somebody's work, the first of its items as well. */
export const Sentence = ({ row: { finding, items } }: { readonly row: FindingRow }) => {
  const { words } = useDisplay();
  const ink = useScreenInk(items);
  return (
    <>
      <p className="text-13 text-ink">
        <Pieces of={sentenceOf(words, ink, finding)} />
      </p>
      {isAboutPerson(finding) && <Among items={items} />}
    </>
  );
};

/** What a finding rests on, behind a press. */
export interface Seen {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Of the element that it opens. */
  readonly id: string;
}

export const useSeen = (): Seen => {
  const [isOpen, setOpen] = useState(false);
  return { isOpen, onToggle: () => setOpen(!isOpen), id: useId() };
};

interface FindingTailProps {
  readonly row: FindingRow;
  readonly seen: Seen;
  readonly aside: AsideIntents;
}

/** What it rests on, and the two ways to have it out of sight: for a while, or for a reason (Q4). */
export const FindingTail = ({ row: { finding, kept = finding }, seen, aside }: FindingTailProps) => {
  const { words, now } = useDisplay();
  return (
    <span className="flex shrink-0 items-center gap-1">
      <Button
        look="quiet"
        letter="e"
        title={`${words.text('keySeen')} (e)`}
        aria-expanded={seen.isOpen}
        aria-controls={seen.id}
        onClick={seen.onToggle}
      >
        {words.text('findingSeen')}
      </Button>
      <UntilMenu leaves onUntil={(until) => void aside.onSetAside(asideOfFinding(kept, now, until))} />
      <Dismiss leaves onDismiss={(reason) => void aside.onSetAside(asideOfFinding(kept, now, undefined, reason))} />
    </span>
  );
};

interface FindingBodyProps extends FindingRowNeeds {
  readonly row: FindingRow;
  readonly seen: Seen;
}

/** Why it came back, what is the matter, the steps, what it rests on. */
export const FindingBody = ({ row, seen, ...needs }: FindingBodyProps) => (
  <>
    <BackLine row={row} aside={needs.aside} />
    <Sentence row={row} />
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1">
      <FindingSteps row={row} {...needs} />
    </div>
    <div id={seen.id} hidden={!seen.isOpen} className="pt-1.5">
      {seen.isOpen && <EvidenceList row={row} />}
    </div>
  </>
);
