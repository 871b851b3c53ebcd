import type { Coverage, MineView } from '../lib/core/view.ts';
import { type Display, useDisplay } from './display.tsx';
import { SafeLink } from './safe-link.tsx';
import { ToolBadge } from './tool-badge.tsx';

/** The page of a tool that lists my own open work. Reading it fills the popup. */
export interface StartLink {
  readonly tool: string;
  readonly to: URL;
}

interface EmptyMineProps {
  readonly mine: MineView;
  readonly startLinks: readonly StartLink[];
}

/**
 * Nothing to show has three different reasons, each in its own words: nothing was read yet, nobody said who I am, or
 * nothing waits in what was read (K3).
 */
export const EmptyMine = ({ mine, startLinks }: EmptyMineProps) => {
  const display = useDisplay();
  const { words } = display;
  const severalSites = (tool: string): boolean => startLinks.filter((one) => one.tool === tool).length > 1;
  if (readCount(mine.coverage) === 0)
    return (
      <div className="flex flex-col gap-2 px-2">
        <p className="text-muted">{words.text('emptyNothingReadHow')}</p>
        <ul className="flex flex-col gap-1">
          {startLinks.map(({ tool, to }) => (
            <li key={`${tool} ${to.href}`}>
              <SafeLink
                to={to}
                walk
                className="flex min-h-8 items-center gap-2 rounded-1 border border-line px-2 text-accent hover:bg-raised"
              >
                <ToolBadge tool={tool} />
                {words.text('emptyStart', { tool: display.tool(tool)?.name ?? tool })}
                {severalSites(tool) && <span className="truncate text-12 text-muted">{to.host}</span>}
              </SafeLink>
            </li>
          ))}
        </ul>
      </div>
    );
  if (!mine.meKnown) return <p className="px-2 text-muted">{words.text('emptyNotKnownHow')}</p>;
  return <p className="px-2 text-muted">{coverageCounts(display, mine.coverage)}</p>;
};

/** The first line where nobody waits. */
export const emptySentence = (display: Display, { coverage, meKnown }: MineView): string => {
  const { words, when } = display;
  const count = readCount(coverage);
  if (count === 0 || coverage.since === undefined) return words.text('emptyNothingRead');
  if (!meKnown) return words.text('emptyNotKnown');
  return words.count('emptyNothingWaits', count, { when: when.day(coverage.since).word });
};

const readCount = ({ items }: Coverage): number => Object.values(items).reduce((sum, count) => sum + count, 0);

/** "Jira 160, GitHub 54, Asana none". */
const coverageCounts = ({ words, tools }: Display, { items }: Coverage): string => {
  const counts = tools.map(({ id, name }) => {
    const count = Object.hasOwn(items, id) ? (items[id] ?? 0) : 0;
    return count === 0 ? words.text('coverageNone', { tool: name }) : words.text('coverageSome', { count, tool: name });
  });
  return words.text('coverageRead', {
    counts: new Intl.ListFormat(words.locale, { type: 'unit', style: 'short' }).format(counts),
  });
};

/** How much was looked at, in one line under a list (Q2). */
export const CoverageLine = ({ coverage }: { readonly coverage: Coverage }) => {
  const display = useDisplay();
  const { words, when } = display;
  if (coverage.since === undefined) return null;
  const age = when.ago(coverage.since);
  return (
    <p className="px-2 text-11 text-muted" title={coverageCounts(display, coverage)}>
      {words.count('coverageLine', readCount(coverage), { when: age.word })}
    </p>
  );
};
