import type { Gap } from '../lib/core/findings-view.ts';
import { FoldedRows } from './aside-rows.tsx';
import { useDisplay } from './display.tsx';
import { ItemRow } from './item-row.tsx';
import { Section } from './section.tsx';
import type { CountedId } from './words.ts';

const gapWords = {
  state: 'gapState',
  due: 'gapDue',
  assignees: 'gapAssignees',
  priority: 'gapPriority',
} as const satisfies Readonly<Record<Gap['field'], CountedId>>;

/** K3: which field was never seen, of how many items, and some of the pages that would give it. */
export const FindingsGaps = ({ gaps }: { readonly gaps: readonly Gap[] }) => {
  const { words } = useDisplay();
  if (gaps.length === 0) return null;
  return (
    <Section title={words.text('gapsTitle')}>
      <p className="px-2 pb-1 text-12 text-muted">{words.text('gapsNote')}</p>
      {gaps.map(({ field, count, some }) => (
        <FoldedRows
          key={field}
          title={words.count(gapWords[field], count)}
          rows={some}
          idOf={({ key }) => key}
          draw={(item) => <ItemRow item={item} />}
        />
      ))}
    </Section>
  );
};
