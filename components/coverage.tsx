import type { Coverage, MineView, StartLink, WhoAmI } from '../lib/core/view.ts';
import { type Display, useDisplay } from './display.tsx';
import { StartLinks } from './start-links.tsx';

interface EmptyMineProps {
  readonly mine: MineView;
  readonly startLinks: readonly StartLink[];
}

/**
 * No row that counts has three different reasons, each in its own words: nothing was read yet, nobody said who I am, or
 * nothing waits in what was read (K3), tool by tool and without the sites where I am not known.
 */
export const EmptyMine = ({ mine, startLinks }: EmptyMineProps) => {
  const display = useDisplay();
  const { words } = display;
  const emptiness = emptinessOf(mine);
  if (emptiness === 'nothing-read')
    return (
      <div className="flex flex-col gap-2 px-2">
        <p className="text-muted">{words.text('emptyNothingReadHow')}</p>
        <StartLinks startLinks={startLinks} walk />
      </div>
    );
  if (emptiness === 'not-known') return <p className="px-2 text-muted">{words.text('emptyNotKnownHow')}</p>;
  return (
    <div className="flex flex-col gap-1 px-2 text-muted">
      <p>{coverageCounts(display, mine.coverage)}</p>
      {mine.ask.length > 0 && <p>{words.text('emptyPartlyKnown', { sites: sitesOf(display, mine.ask) })}</p>}
    </div>
  );
};

/**
 * - `nothing-read`: no page was read yet
 * - `not-known`: nobody said who I am
 * - `nothing-found`: nothing waits in what was read
 * - `nothing-else`: nothing that I can act on now, but there is something that is set aside, to be checked, blocked
 *   itself, or asked of my team
 */
type Emptiness = 'nothing-read' | 'not-known' | 'nothing-found' | 'nothing-else';

const emptinessOf = (mine: MineView): Emptiness => {
  const { coverage, meKnown } = mine;
  if (readCount(coverage) === 0 || coverage.since === undefined) return 'nothing-read';
  if (!meKnown) return 'not-known';
  return Object.values(restOf(mine)).some((count) => count > 0) ? 'nothing-else' : 'nothing-found';
};

/** What waits on me and is in none of the rows that count. What I wait on is another matter. */
const restOf = ({ stuck, team, check, aside }: MineView) => ({
  stuck: stuck.length,
  team: team.length,
  check: check.length,
  aside: aside.filter(({ row }) => !('on' in row)).length,
});

/** The first line where nobody waits whom I can help now: never without how much was looked at (K3). */
export const emptySentence = (display: Display, mine: MineView): string => {
  const { words, when } = display;
  const { items, since = 0 } = mine.coverage;
  const [count, day] = [readCount({ items }), when.day(since).word];
  switch (emptinessOf(mine)) {
    case 'nothing-read':
      return words.text('emptyNothingRead');
    case 'not-known':
      return words.text('emptyNotKnown');
    case 'nothing-found':
      return words.count('emptyNothingWaits', count, { when: day });
    case 'nothing-else':
      return words.count('emptyNothingElse', count, { rest: restWords(display, mine), when: day });
  }
};

/** "2 set aside, 1 to check". */
const restWords = ({ words }: Display, mine: MineView): string => {
  const { stuck, team, check, aside } = restOf(mine);
  return list(words, [
    ...(aside === 0 ? [] : [words.text('emptyRestAside', { count: aside })]),
    ...(check === 0 ? [] : [words.text('emptyRestCheck', { count: check })]),
    ...(stuck === 0 ? [] : [words.count('emptyRestStuck', stuck)]),
    ...(team === 0 ? [] : [words.text('emptyRestTeam', { count: team })]),
  ]);
};

/** The tools on which nobody said who I am, each once. */
const sitesOf = ({ words, tool }: Display, ask: readonly WhoAmI[]): string =>
  new Intl.ListFormat(words.locale).format(new Set(ask.map(({ tool: id }) => tool(id)?.name ?? id)));

const list = ({ locale }: Display['words'], parts: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts);

const readCount = ({ items }: Coverage): number => Object.values(items).reduce((sum, count) => sum + count, 0);

/** "Jira 160, GitHub 54, Asana none". */
const coverageCounts = ({ words, tools }: Display, { items }: Coverage): string => {
  const counts = tools.map(({ id, name }) => {
    const count = Object.hasOwn(items, id) ? (items[id] ?? 0) : 0;
    return count === 0 ? words.text('coverageNone', { tool: name }) : words.text('coverageSome', { count, tool: name });
  });
  return words.text('coverageRead', { counts: list(words, counts) });
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
