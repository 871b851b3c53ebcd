import { type ItemKey, splitKey } from '../lib/core/key.ts';
import type { Person } from '../lib/core/person.ts';
import type { ChainRow, ItemBrief } from '../lib/core/view.ts';
import { Pieces, useDisplay } from './display.tsx';
import { StateGlyph } from './glyph.tsx';
import { Icon } from './icon.tsx';
import { ItemLink } from './item-row.tsx';
import { OwnerMark } from './person-mark.tsx';
import { RovingList, RovingRow } from './roving.tsx';
import { Section } from './section.tsx';
import { SomeNames } from './some-names.tsx';
import { ToolBadge } from './tool-badge.tsx';

/** A row with what hangs on it. */
export interface Branch {
  /** Its way from the item that hangs it: no two rows of a tree have the same. */
  readonly id: string;
  readonly row: ChainRow;
  readonly below: readonly Branch[];
}

/**
 * What a chain says that is not said elsewhere. Direct dependencies stand in a list of their own, with all that is known of
 * them: here they stand only where something hangs on them, as the place it hangs on; a chain of one step is no tree at
 * all. And where nothing hangs on one but the circle that is drawn already, that is drawn once. `circle`: its items.
 */
export const beyondDirect = (rows: readonly ChainRow[], circle: readonly ItemBrief[]): readonly Branch[] => {
  const around = new Set(circle.map(({ key }) => key));
  return branchesOf(rows).filter(({ below }) => rowsIn(below).some(({ row }) => !around.has(row.item.key)));
};

const branchesOf = (rows: readonly ChainRow[]): readonly Branch[] => {
  const top: Branch[] = [];
  const path: { readonly key: ItemKey; readonly below: Branch[] }[] = [];
  for (const row of rows) {
    path.length = Math.min(path.length, row.depth - 1);
    const above = path.at(-1);
    const below: Branch[] = [];
    (above?.below ?? top).push({ id: `${above?.key ?? ''} ${row.item.key}`, row, below });
    path.push({ key: row.item.key, below });
  }
  return top;
};

/** The rows of branches, in the order in which they stand. */
export const rowsIn = (branches: readonly Branch[]): readonly Branch[] =>
  branches.flatMap((branch) => [branch, ...rowsIn(branch.below)]);

interface ChainTreeProps {
  readonly title: string;
  readonly branches: readonly Branch[];
  /** Items without a row. */
  readonly more: number;
  readonly people?: readonly Person[];
}

/** D6: the chain to its ends, each item below the one it hangs on. A list in lists: every reader says how deep it is. */
export const ChainTree = ({ title, branches, more, people = [] }: ChainTreeProps) => {
  const { words } = useDisplay();
  if (branches.length === 0) return null;
  return (
    <Section title={title}>
      {people.length > 0 && (
        <p className="px-2 pb-1 text-12 text-muted">
          <Pieces of={words.pieces('chainPeople', { who: <SomeNames people={people} /> })} />
        </p>
      )}
      <RovingList ids={rowsIn(branches).map(({ id }) => id)}>
        <div className="px-1">
          <Branches branches={branches} />
        </div>
      </RovingList>
      {more > 0 && <p className="px-2 text-12 text-muted">{words.count('chainEndsMore', more)}</p>}
    </Section>
  );
};

/** Levels that are set in, 12 px each; what is deeper has a sign instead. */
const indented = 6;

const Branches = ({ branches }: { readonly branches: readonly Branch[] }) => (
  <ul>
    {branches.map(({ id, row, below }) => (
      <li key={id}>
        <RovingRow id={id} className="rounded-1 px-1 hover:bg-raised focus-within:bg-raised">
          <TreeRow row={row} />
        </RovingRow>
        {below.length > 0 && (
          // The line stands under the middle of the sign above it.
          <div className={row.depth < indented ? 'ml-[11px] border-l border-line' : ''}>
            <Branches branches={below} />
          </div>
        )}
      </li>
    ))}
  </ul>
);

const TreeRow = ({ row }: { readonly row: ChainRow }) => {
  const { words } = useDisplay();
  const { item, depth, status, hard, repeated, circle, end } = row;
  const said = [
    status === 'unknown' && words.text('stateUnknown'),
    !hard && words.text('betterAfter'),
    repeated && words.text('chainRepeated'),
  ].filter((word) => typeof word === 'string');
  return (
    <>
      <div className="flex min-h-6 items-center gap-1.5">
        {depth > indented && (
          <span className="shrink-0 text-12 text-muted" title={words.count('chainSteps', depth)}>
            …
          </span>
        )}
        {circle ? (
          <>
            <Icon name="restore" className="text-blocked" />
            <span className="shrink-0 text-12 text-blocked">{words.text('chainCircle')}</span>
          </>
        ) : (
          <StateGlyph kind={item.kind} state={item.state} />
        )}
        <ToolBadge tool={splitKey(item.key).tool} />
        <ItemLink item={item} />
        {said.length > 0 && <span className="shrink-0 text-12 text-muted">{said.join(', ')}</span>}
        {!circle && !repeated && <OwnerMark owner={item.owner} />}
      </div>
      {end && (
        <p className="pb-1 pl-[22px] text-12">
          <span className="font-medium">{words.text('chainEnd')}</span>
          {item.owner.by === 'nobody' && (
            <>
              <span aria-hidden="true"> · </span>
              <span className="sr-only">, </span>
              <span className="text-risk">{words.text('ownerNobody')}</span>
            </>
          )}
        </p>
      )}
    </>
  );
};
