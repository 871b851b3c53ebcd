import type { ReactNode } from 'react';
import { splitKey } from '../lib/core/key.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { IconButton } from './button.tsx';
import type { Make } from './changes.ts';
import { itemName, useDisplay } from './display.tsx';
import { Icon } from './icon.tsx';
import { ItemLink, ItemRow } from './item-row.tsx';
import { RovingList } from './roving.tsx';
import { Section } from './section.tsx';
import { ToolBadge } from './tool-badge.tsx';

const shown = 8;

/** "It all waits for …": where the chain ends (D6). */
export const ChainEnds = ({ roots }: { readonly roots: readonly ItemBrief[] }) => {
  const { words } = useDisplay();
  if (roots.length === 0) return null;
  const first = roots.slice(0, shown);
  return (
    <Section title={words.text('chainEnds')}>
      <RovingList ids={first.map(({ key }) => key)}>
        <ul>
          {first.map((root) => (
            <li key={root.key}>
              <ItemRow item={root} />
            </li>
          ))}
        </ul>
      </RovingList>
      {roots.length > shown && (
        <p className="px-2 text-12 text-muted">{words.count('chainEndsMore', roots.length - shown)}</p>
      )}
    </Section>
  );
};

interface CycleProps {
  /** Each waits on the next, the last on the first. */
  readonly items: readonly ItemBrief[];
  readonly make: Make;
}

/** D5: a cycle with its items; each dependency of it, taken out, would break it. */
export const Cycle = ({ items, make }: CycleProps) => {
  const display = useDisplay();
  const { words } = display;
  const [first] = items;
  if (first === undefined) return null;
  const takeOut = (blocked: ItemBrief, blocker: ItemBrief): ReactNode => (
    <IconButton
      icon="deny"
      letter="n"
      label={words.text('cycleTakeOut', { blocked: itemName(display, blocked), blocker: itemName(display, blocker) })}
      onClick={() =>
        make(
          { type: 'deny-dependency', blocker: blocker.key, blocked: blocked.key },
          words.text('saidDenied', { key: itemName(display, blocker) }),
        )
      }
    />
  );
  return (
    <section aria-label={words.text('cycleTitle')} className="mx-2 rounded-2 bg-blocked-tint p-2">
      <h2 className="flex items-center gap-1.5 text-12 font-semibold">
        <Icon name="warn" className="text-blocked" />
        {words.text('cycleTitle')}
      </h2>
      <ol className="mt-1 flex flex-col pl-[22px] text-12">
        {items.map((item, index) => {
          const before = items[index - 1];
          return (
            <li key={item.key} data-row="" className="flex min-h-6 items-center gap-1.5">
              <span className="shrink-0 text-muted">
                {words.text(before === undefined ? 'cycleThis' : 'cycleWaitsOn')}
              </span>
              <ToolBadge tool={splitKey(item.key).tool} />
              <ItemLink item={item} />
              {before !== undefined && takeOut(before, item)}
            </li>
          );
        })}
        <li data-row="" className="flex min-h-6 items-center text-muted">
          <span className="flex-1">{words.text('cycleBack')}</span>
          {takeOut(items.at(-1) ?? first, first)}
        </li>
      </ol>
      <p className="mt-1 pl-[22px] text-12 text-muted">{words.text('cycleBreak')}</p>
    </section>
  );
};
