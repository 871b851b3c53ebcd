import type { LinkKind } from '../lib/core/item.ts';
import type { ItemBrief, RelatedView } from '../lib/core/view.ts';
import type { Make } from './changes.ts';
import { useDisplay } from './display.tsx';
import { ItemRow } from './item-row.tsx';
import { RovingList } from './roving.tsx';
import { TakeBack } from './same-work-list.tsx';
import { Folded } from './section.tsx';
import type { MessageId } from './words.ts';

const kindWords = {
  blocks: 'fieldBlocks',
  'blocked-by': 'fieldWaitsOn',
  duplicates: 'relatedSame',
  'duplicated-by': 'relatedSame',
  relates: 'relatedRelates',
  'part-of': 'relatedPartOf',
  'has-part': 'relatedHasPart',
  implements: 'relatedCodeFor',
  'implemented-by': 'relatedCode',
  mentions: 'relatedMentions',
} as const satisfies Readonly<Record<LinkKind, MessageId>>;

const shown = 50;

interface RelatedListProps {
  readonly here: ItemBrief;
  readonly related: readonly RelatedView[];
  readonly make: Make;
}

/** Items joined to this one in another way than by waiting: code, parts, the same work, mentions. */
export const RelatedList = ({ here, related, make }: RelatedListProps) => {
  const { words } = useDisplay();
  if (related.length === 0) return null;
  const first = related.slice(0, shown);
  const id = ({ kind, other }: RelatedView): string => `${kind} ${other.key}`;
  return (
    <Folded title={words.count('relatedTitle', related.length)}>
      <RovingList ids={first.map(id)}>
        <ul>
          {first.map((one) => (
            <li key={id(one)}>
              <ItemRow
                item={one.other}
                id={id(one)}
                facts={[words.text(kindWords[one.kind])]}
                actions={
                  one.stated && <TakeBack item={here} other={one.other} pair={[here.key, one.other.key]} make={make} />
                }
              />
            </li>
          ))}
        </ul>
      </RovingList>
    </Folded>
  );
};
