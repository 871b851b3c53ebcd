import { titleOf } from '../lib/core/finding.ts';
import type { FindingRow } from '../lib/core/findings-view.ts';
import type { ItemKey } from '../lib/core/key.ts';
import { useDisplay } from './display.tsx';
import { WordRow } from './finding-about.tsx';
import { FindingBody, FindingRowView, FindingTail, useSeen } from './finding-row.tsx';
import type { FindingRowNeeds } from './findings-model.ts';
import { LongList } from './long-list.tsx';
import { Section } from './section.tsx';

interface ItemFindingsProps extends FindingRowNeeds {
  /** The item that is looked at. */
  readonly here: ItemKey;
  readonly rows: readonly FindingRow[];
}

const rowHeight = 96;

/** What needs a look at one item, called by what the check looks for; what is about another item, by that item. */
export const ItemFindings = ({ here, rows, ...needs }: ItemFindingsProps) => {
  const { words } = useDisplay();
  if (rows.length === 0) return null;
  const title = words.text('placeFindings');
  return (
    <Section title={title} note={words.number(rows.length)}>
      <LongList
        label={title}
        entries={rows}
        idOf={({ finding }) => finding.id}
        draw={(row) =>
          // A likeness that was found of the other item is told of this one.
          row.finding.subject === here || row.finding.likes !== undefined ? (
            <OwnRow row={row} {...needs} />
          ) : (
            <OtherRow row={row} {...needs} />
          )
        }
        rowHeight={rowHeight}
      />
    </Section>
  );
};

type RowProps = FindingRowNeeds & { readonly row: FindingRow };

const OwnRow = ({ row, ...needs }: RowProps) => {
  const { words } = useDisplay();
  const seen = useSeen();
  const { id, signal } = row.finding;
  return (
    <WordRow
      id={id}
      word={words.text(titleOf(signal))}
      tail={<FindingTail row={row} seen={seen} aside={needs.aside} />}
      isNew={row.isNew}
    >
      <FindingBody row={row} seen={seen} {...needs} />
    </WordRow>
  );
};

const OtherRow = ({ row, ...needs }: RowProps) => (
  <FindingRowView row={row} isNew={row.isNew} changed={false} {...needs} />
);
