import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Aside } from '../lib/core/aside.ts';
import { asideOfFinding } from '../lib/core/finding-aside.ts';
import type { FindingRow, FindingsView } from '../lib/core/findings-view.ts';
import type { Day } from '../lib/core/item.ts';
import { useChanged } from './changed.ts';
import { useDisplay } from './display.tsx';
import { FindingRowView, type Picking } from './finding-row.tsx';
import { FindingsAway } from './findings-away.tsx';
import { FindingsEmpty, findingsTitle } from './findings-empty.tsx';
import { FindingsFilterBar } from './findings-filter.tsx';
import { FindingsGaps } from './findings-gaps.tsx';
import { type FindingsProps, type Group, grouped } from './findings-model.ts';
import { PickBar } from './findings-picking.tsx';
import { LongList } from './long-list.tsx';
import { Skeleton } from './mine-view.tsx';
import { Section } from './section.tsx';
import type { MessageId } from './words.ts';

/** "Needs a look": what was found in the work, by what there is to do about it (S, Q4, Q5). */
export const Findings = ({ findings, ...rest }: FindingsProps) =>
  findings === undefined ? <Skeleton /> : <Found view={findings} {...rest} />;

interface FoundProps extends Omit<FindingsProps, 'findings'> {
  readonly view: FindingsView;
}

const groupWords = {
  owner: 'groupOwner',
  date: 'groupDate',
  cut: 'groupCut',
  ask: 'groupAsk',
  review: 'groupReview',
  begin: 'groupBegin',
  settle: 'groupSettle',
  look: 'groupLook',
} as const satisfies Readonly<Record<Group, MessageId>>;

const Found = ({
  view,
  known,
  startLinks,
  make,
  aside,
  asideMany,
  onCopy,
  onPreviewSame,
  onFilter,
  onSeen,
  onMe,
}: FoundProps) => {
  const display = useDisplay();
  const { words } = display;
  const { rows, total } = view;
  const root = useRef<HTMLElement>(null);
  const picks = usePicks(rows);
  const news = useNews(rows, onSeen);
  const changed = useChanged(
    JSON.stringify(view.filter),
    useMemo(() => new Map(rows.map(spell)), [rows]),
  );
  const groups = useMemo(() => grouped(rows), [rows]);
  const stop = (): void => {
    picks.stop();
    root.current?.querySelector<HTMLElement>('[data-picks]')?.focus();
  };
  const away = (until?: Day, reason?: string): void => {
    const asides = picks.picked.map(
      ({ finding, kept = finding }): Aside => asideOfFinding(kept, display.now, until, reason),
    );
    stop();
    void asideMany(asides);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !picks.isOn) return;
    event.preventDefault();
    stop();
  };
  return (
    // Escape ends the selecting from anywhere inside.
    <article ref={root} onKeyDown={onKeyDown} className="flex flex-col gap-4 px-1 pb-6">
      <div className="flex flex-col gap-0.5 px-2">
        <h1 className="text-16 font-semibold">{findingsTitle(display, view, known)}</h1>
        {total > rows.length && (
          <p className="text-12 text-muted">{words.text('findingsFirst', { all: total, shown: rows.length })}</p>
        )}
      </div>
      {view.counts.all > 0 && (
        <FindingsFilterBar
          view={view}
          onFilter={onFilter}
          picking={rows.length > 1 ? { isOn: picks.isOn, onToggle: picks.isOn ? stop : picks.start } : undefined}
        />
      )}
      {picks.isOn && (
        <PickBar
          picked={picks.picked.length}
          shown={rows.length}
          onAll={picks.pickAll}
          onUntil={(until) => away(until)}
          onDismiss={(reason) => away(undefined, reason)}
          onDone={stop}
        />
      )}
      <FindingsEmpty view={view} known={known} startLinks={startLinks} onFilter={onFilter} onMe={onMe} />
      {groups.map(([group, own]) => (
        <Section key={group} title={words.text(groupWords[group])} note={words.number(own.length)}>
          <LongList
            label={words.text(groupWords[group])}
            entries={own}
            idOf={({ finding }) => finding.id}
            draw={(row) => (
              <FindingRowView
                row={row}
                known={known}
                make={make}
                aside={aside}
                onCopy={onCopy}
                onPreviewSame={onPreviewSame}
                isNew={news.has(row.finding.id)}
                changed={changed.has(row.finding.id)}
                picking={picks.of(row)}
              />
            )}
            rowHeight={rowHeight}
          />
        </Section>
      ))}
      <FindingsGaps gaps={view.gaps} />
      <FindingsAway rows={view.aside} aside={aside} />
    </article>
  );
};

const rowHeight = 104;

const spell = ({ finding: { id, says } }: FindingRow): [string, string] => [id, JSON.stringify(says)];

interface Picks {
  readonly isOn: boolean;
  /** In the order of the rows. */
  readonly picked: readonly FindingRow[];
  readonly start: () => void;
  readonly stop: () => void;
  readonly pickAll: (all: boolean) => void;
  /** Undefined: nothing is being selected. */
  readonly of: (row: FindingRow) => Picking | undefined;
}

/** The rows that are selected. What is not shown any more is not selected either. */
const usePicks = (rows: readonly FindingRow[]): Picks => {
  const [ids, setIds] = useState<ReadonlySet<string>>();
  const toggled = (id: string): ReadonlySet<string> =>
    new Set(ids?.has(id) ? [...ids].filter((one) => one !== id) : [...(ids ?? []), id]);
  return {
    isOn: ids !== undefined,
    picked: rows.filter(({ finding }) => ids?.has(finding.id)),
    start: () => setIds(new Set()),
    stop: () => setIds(undefined),
    pickAll: (all) => setIds(new Set(all ? rows.map(({ finding }) => finding.id) : [])),
    of: ({ finding: { id } }) =>
      ids === undefined ? undefined : { isPicked: ids.has(id), onPick: () => setIds(toggled(id)) },
  };
};

/**
 * The rows that are new, as long as the place is shown: telling that they were seen takes the sign off only the next
 * time.
 */
const useNews = (rows: readonly FindingRow[], onSeen: () => void): ReadonlySet<string> => {
  const [before, setBefore] = useState<ReadonlySet<string>>(new Set());
  const told = useRef(false);
  const news = useMemo(
    () => new Set([...before, ...rows.filter(({ isNew }) => isNew).map(({ finding }) => finding.id)]),
    [before, rows],
  );
  useEffect(() => {
    setBefore((known) => (news.size > known.size ? news : known));
    if (told.current || rows.length === 0) return;
    told.current = true;
    onSeen();
  }, [news, rows, onSeen]);
  return news;
};
