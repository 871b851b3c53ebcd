import type { NextRow } from '../lib/core/view.ts';
import { LateBy } from './by-when.tsx';
import { useDisplay } from './display.tsx';
import { ItemRow } from './item-row.tsx';
import { nextReasonWords } from './row-reason.ts';

/** M5: one of my items that I could begin, and what its place in the order rests on. A date is said once, as one. */
export const NextRowView = ({ row }: { readonly row: NextRow }) => {
  const display = useDisplay();
  const { words, when } = display;
  const { item, people, by, late, reason } = row;
  const why = nextReasonWords(display, reason);
  return (
    <ItemRow
      item={item}
      facts={[
        why !== undefined && (
          <span key="why" className="font-medium text-ink">
            {why}
          </span>
        ),
        people > 0 && words.count('nextPeople', people),
        by !== undefined && late && <LateBy key="by" by={by} tip={undefined} />,
        by !== undefined && !late && by !== item.due && (
          <time
            key="by"
            dateTime={by}
            title={when.due(by).full}
            className={reason.type === 'date' ? 'font-medium text-ink' : ''}
          >
            {words.text('neededBy', { when: when.due(by).word })}
          </time>
        ),
      ]}
    />
  );
};
