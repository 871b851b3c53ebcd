import type { LatestView } from '../lib/core/view.ts';
import { type Display, itemName, Pieces, useDisplay } from './display.tsx';
import { Icon } from './icon.tsx';
import { SafeLink } from './safe-link.tsx';

/** T2: until when it must be done, for whose date, and how much is left; too late is said in words and with a sign. */
export const LatestLine = ({ latest }: { readonly latest: LatestView | undefined }) => {
  const display = useDisplay();
  const { words, when, today, linkTo } = display;
  if (latest === undefined) return null;
  const { day, needed, of, spare, from } = latest;
  const isLate = spare < 0 || needed < today;
  const tip =
    day === needed
      ? when.due(day).full
      : words.text('latestDate', { day: when.due(day).full, needed: when.due(needed).full });
  const date = (
    <time dateTime={day} title={tip} className="font-medium text-ink">
      {when.due(day).word}
    </time>
  );
  const key = (
    <SafeLink to={linkTo(of.key)} className="text-ink underline decoration-edge/60 hover:decoration-current">
      <bdi>{itemName(display, of)}</bdi>
    </SafeLink>
  );
  return (
    <p className="text-12 text-muted">
      <Pieces of={words.pieces('latestNeeded', { key, when: date })} />
      <span aria-hidden="true">{'\u00a0· '}</span>
      <span className="sr-only">, </span>
      <span
        title={words.text(from === 'due' ? 'latestFromDue' : 'latestFromToday')}
        className={`whitespace-nowrap ${isLate ? 'font-medium text-blocked' : ''}`}
      >
        {isLate && <Icon name="warn" className="mr-0.5 inline size-3.5 align-[-2px]" />}
        {spareWords(display, latest)}
      </span>
    </p>
  );
};

const spareWords = ({ words }: Display, { spare, from }: LatestView): string => {
  if (spare === 0) return words.text('latestSpareNone');
  if (spare > 0) return words.count('latestSpare', spare);
  return words.count(from === 'due' ? 'latestDueLate' : 'latestLate', -spare);
};
