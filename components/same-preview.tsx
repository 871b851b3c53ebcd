import { useEffect, useId, useState } from 'react';
import type { ItemKey } from '../lib/core/key.ts';
import type { ItemBrief, OwnerView, SameWorkGain } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import { itemName, Pieces, useDisplay } from './display.tsx';
import { ItemMention } from './finding-ink.tsx';
import type { PreviewSame } from './findings-model.ts';
import { Names } from './owner-field.tsx';
import { plain } from './plain.ts';

interface SamePreviewProps {
  readonly items: readonly [ItemBrief, ItemBrief];
  /** Chosen as the main one before somebody chooses. */
  readonly first: ItemKey;
  readonly preview: PreviewSame;
  readonly onConfirm: (main: ItemKey) => void;
  readonly onCancel: () => void;
}

/** W3: which of the two is the main one, and what will change at each before anything does. */
export const SamePreview = ({ items, first, preview, onConfirm, onCancel }: SamePreviewProps) => {
  const display = useDisplay();
  const { words } = display;
  const name = useId();
  const [main, setMain] = useState(first);
  const [gains, setGains] = useState<readonly SameWorkGain[]>();
  const [a, b] = [items[0].key, items[1].key];
  useEffect(() => {
    let isStale = false;
    void preview([a, b], main).then((seen) => {
      if (!isStale) setGains(seen);
    });
    return () => {
      isStale = true;
    };
  }, [preview, a, b, main]);
  return (
    <div className="mt-1 flex flex-col gap-2 rounded-2 border border-line bg-raised p-2">
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="pb-0.5 text-12 font-semibold">{words.text('settleMain')}</legend>
        {items.map((item) => (
          <label key={item.key} className="flex min-h-6 min-w-0 items-center gap-2 text-13">
            <input
              type="radio"
              name={name}
              checked={item.key === main}
              onChange={() => setMain(item.key)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 truncate">
              <bdi>{itemName(display, item)}</bdi>
              {display.short(item.key) !== undefined && item.title !== undefined && (
                <bdi className="pl-1.5 text-12 text-muted">{plain(item.title)}</bdi>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {gains?.map((gain) => (
        <GainList key={gain.item.key} gain={gain} />
      ))}
      <p className="text-12 text-muted">{words.text('settleTools')}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" size="small" onClick={() => onConfirm(main)}>
          {words.text('settleConfirm')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.text('cancel')}
        </Button>
      </div>
    </div>
  );
};

/** So many of each are named. */
const named = 5;

const GainList = ({ gain: { item, owner, blockers, dependents } }: { readonly gain: SameWorkGain }) => {
  const { words } = useDisplay();
  const more = Math.max(0, blockers.length - named) + Math.max(0, dependents.length - named);
  return (
    <div className="text-12">
      <p className="text-muted">
        {words.text('settleWill')}: <ItemMention item={item} />
      </p>
      <ul className="pl-3">
        {owner !== undefined && (
          <li>
            <Pieces of={words.pieces('settleOwner', { who: <OwnerName owner={owner} /> })} />
          </li>
        )}
        {blockers.slice(0, named).map(({ other }) => (
          <li key={other.key}>
            <Pieces of={words.pieces('settleWaits', { item: <ItemMention item={other} /> })} />
          </li>
        ))}
        {dependents.slice(0, named).map(({ other }) => (
          <li key={other.key}>
            <Pieces of={words.pieces('settleAwaited', { item: <ItemMention item={other} /> })} />
          </li>
        ))}
        {more > 0 && <li>{words.count('listMore', more)}</li>}
        {owner === undefined && blockers.length + dependents.length === 0 && <li>{words.text('settleNothing')}</li>}
      </ul>
    </div>
  );
};

const OwnerName = ({ owner }: { readonly owner: OwnerView }) => {
  const { words } = useDisplay();
  switch (owner.by) {
    case 'stated':
      return <Names people={[owner.who]} />;
    case 'assigned':
      return <Names people={owner.who} />;
    case 'nobody':
      return words.text('ownerNobody');
    case 'unknown':
      return words.text('ownerUnknown');
  }
};
