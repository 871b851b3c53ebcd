import { useEffect, useState } from 'react';
import type { ItemKey } from '../lib/core/key.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { useDisplay } from './display.tsx';
import { ItemRow } from './item-row.tsx';
import { RovingList } from './roving.tsx';
import { Folded } from './section.tsx';

interface SimilarListProps {
  readonly here: ItemKey;
  readonly onSimilar: (key: ItemKey) => Promise<readonly ItemBrief[]>;
}

/** What reads like the item: nothing is claimed, so it is looked for only once somebody opens it (W1). */
export const SimilarList = ({ here, onSimilar }: SimilarListProps) => {
  const { words } = useDisplay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Folded title={words.text('similarTitle')} onToggle={setOpen}>
      {isOpen && <Found here={here} onSimilar={onSimilar} />}
    </Folded>
  );
};

const Found = ({ here, onSimilar }: SimilarListProps) => {
  const { words } = useDisplay();
  const [found, setFound] = useState<readonly ItemBrief[]>();
  useEffect(() => {
    let isStale = false;
    void onSimilar(here).then((items) => {
      if (!isStale) setFound(items);
    });
    return () => {
      isStale = true;
    };
  }, [here, onSimilar]);
  if (found === undefined || found.length === 0)
    return (
      <p role="status" className="px-2 py-1 text-12 text-muted">
        {words.text(found === undefined ? 'similarLooking' : 'similarNone')}
      </p>
    );
  return (
    <RovingList ids={found.map(({ key }) => key)}>
      <ul>
        {found.map((item) => (
          <li key={item.key}>
            <ItemRow item={item} />
          </li>
        ))}
      </ul>
    </RovingList>
  );
};
