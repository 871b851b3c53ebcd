import type { FindingsFilter, FindingsView } from '../lib/core/findings-view.ts';
import type { Account } from '../lib/core/person.ts';
import type { StartLink } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import { type Display, useDisplay } from './display.tsx';
import { isNarrowed } from './findings-model.ts';
import type { Known } from './owner-field.tsx';
import { StartLinks } from './start-links.tsx';
import { WhoAmIAsk } from './who-am-i.tsx';

/**
 * - `nothing-read`: nothing was read that could be judged
 * - `not-known`: nobody said who I am, so nothing concerns me
 * - `hidden`: there is something, and the filter hides all of it
 * - `none`: nothing that was judged needs a look, or nothing that is not set aside
 */
type Emptiness = 'nothing-read' | 'not-known' | 'hidden' | 'none';

/** Undefined: there are rows. */
const emptinessOf = (view: FindingsView, known: Known): Emptiness | undefined => {
  const { rows, filter, counts, judged } = view;
  if (rows.length > 0) return undefined;
  if (judged === 0) return 'nothing-read';
  if (filter.mine && known.me.length === 0) return 'not-known';
  return counts.all > 0 ? 'hidden' : 'none';
};

/** The first line: how many, or in which way there are none; never without how much was looked at (K3). */
export const findingsTitle = ({ words }: Display, view: FindingsView, known: Known): string => {
  const { filter, counts, total, judged, aside } = view;
  switch (emptinessOf(view, known)) {
    case undefined:
      if (isNarrowed(filter)) return words.count('findingsFit', total, { all: filter.mine ? counts.mine : counts.all });
      return words.count(filter.mine ? 'findingsMine' : 'findingsAll', total);
    case 'nothing-read':
      return words.text('emptyNothingRead');
    case 'not-known':
      return words.text('emptyNotKnown');
    case 'hidden':
      return isNarrowed(filter) ? words.text('findingsNoneFits') : words.count('findingsNoneMine', judged);
    case 'none':
      return words.count(aside.length === 0 ? 'findingsNone' : 'findingsNoneElse', judged);
  }
};

interface FindingsEmptyProps {
  readonly view: FindingsView;
  readonly known: Known;
  readonly startLinks: readonly StartLink[];
  readonly onFilter: (filter: FindingsFilter) => void;
  readonly onMe: (account: Account) => void;
}

/** What to do where there is no row. */
export const FindingsEmpty = ({ view, known, startLinks, onFilter, onMe }: FindingsEmptyProps) => {
  const { words } = useDisplay();
  const emptiness = emptinessOf(view, known);
  return (
    <div className="flex flex-col items-start gap-2 px-2 empty:hidden">
      {emptiness === 'nothing-read' && (
        <>
          <p className="text-muted">{words.text('emptyNothingReadHow')}</p>
          <StartLinks startLinks={startLinks} walk />
        </>
      )}
      {emptiness === 'not-known' && (
        <>
          <p className="text-muted">{words.text('findingsNotKnownHow')}</p>
          {known.ask.map((one) => (
            <WhoAmIAsk key={`${one.tool} ${one.site}`} ask={one} onMe={onMe} />
          ))}
        </>
      )}
      {(emptiness === 'hidden' || (emptiness === 'not-known' && view.counts.all > 0)) && (
        <Button onClick={() => onFilter({ mine: false })}>
          {words.text('findingsShowAll', { count: view.counts.all })}
        </Button>
      )}
    </div>
  );
};
