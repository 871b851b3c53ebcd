import { splitKey } from '../lib/core/key.ts';
import type { BreakersView, ItemBrief } from '../lib/core/view.ts';
import { Button, IconButton } from './button.tsx';
import type { Make } from './changes.ts';
import { itemName, useDisplay } from './display.tsx';
import { Icon } from './icon.tsx';
import { ItemLink, ItemRow } from './item-row.tsx';
import { RovingList } from './roving.tsx';
import { Section } from './section.tsx';
import { ToolBadge } from './tool-badge.tsx';

const shown = 8;

/** "It all waits for …": ends of the chain that have no row anywhere else (D6). */
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
  readonly breakers: BreakersView | undefined;
  readonly make: Make;
}

/** D5: a cycle with its items; each dependency of it can be taken out, and what would open it is proposed. */
export const Cycle = ({ items, breakers, make }: CycleProps) => {
  const { words } = useDisplay();
  const [first] = items;
  if (first === undefined) return null;
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
              {before !== undefined && <TakeOut blocked={before} blocker={item} make={make} />}
            </li>
          );
        })}
        <li data-row="" className="flex min-h-6 items-center text-muted">
          <span className="flex-1">{words.text('cycleBack')}</span>
          <TakeOut blocked={items.at(-1) ?? first} blocker={first} make={make} />
        </li>
      </ol>
      <div className="mt-1 pl-[22px] text-12 text-muted">
        <p>{words.text(breakers?.cut === 'all' ? 'cycleBreakAll' : 'cycleBreak')}</p>
        {breakers !== undefined && <Proposed breakers={breakers} make={make} />}
      </div>
    </section>
  );
};

const shownTogether = 5;

/** The newest of those that open it alone, likeliest the slip; or those that open it together. */
const Proposed = ({ breakers: { cut, waits }, make }: { readonly breakers: BreakersView; readonly make: Make }) => {
  const display = useDisplay();
  const { words } = display;
  const wanted = cut === 'any' ? waits.slice(0, 1) : waits;
  const first = wanted.slice(0, shownTogether);
  return (
    <>
      <ul aria-label={words.text('cycleProposed')} className="mt-1 flex flex-col gap-1">
        {first.map(({ blocked, blocker }) => {
          const names = { blocked: itemName(display, blocked), blocker: itemName(display, blocker) };
          return (
            <li key={`${blocked.key} ${blocker.key}`} className="flex min-h-7 items-center gap-1.5">
              <span className="min-w-0 flex-1 text-ink">
                {words.text(cut === 'any' ? 'cycleNewest' : 'cyclePair', names)}
              </span>
              <TakeOut blocked={blocked} blocker={blocker} make={make} inWords />
            </li>
          );
        })}
      </ul>
      {wanted.length > first.length && <p>{words.count('chainEndsMore', wanted.length - first.length)}</p>}
    </>
  );
};

interface TakeOutProps {
  readonly blocked: ItemBrief;
  readonly blocker: ItemBrief;
  /** Its word is in sight; else a sign is. */
  readonly inWords?: boolean;
  readonly make: Make;
}

const TakeOut = ({ blocked, blocker, inWords = false, make }: TakeOutProps) => {
  const display = useDisplay();
  const { words } = display;
  const name = itemName(display, blocker);
  const label = words.text('cycleTakeOut', { blocked: itemName(display, blocked), blocker: name });
  const onClick = (): void =>
    make(
      { type: 'deny-dependency', blocker: blocker.key, blocked: blocked.key },
      words.text('saidDenied', { key: name }),
    );
  return inWords ? (
    <Button size="small" aria-label={label} title={label} className="shrink-0" onClick={onClick}>
      {words.text('deny')}
    </Button>
  ) : (
    <IconButton icon="deny" letter="n" label={label} onClick={onClick} />
  );
};
