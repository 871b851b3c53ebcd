import { type ReactNode, type Ref, useMemo } from 'react';
import type { Account } from '../lib/core/person.ts';
import type { DependencyView, ItemBrief, ItemView } from '../lib/core/view.ts';
import { ChainEnds, Cycle } from './chain.tsx';
import { type Branch, beyondDirect, ChainTree, rowsIn } from './chain-tree.tsx';
import { useChanged } from './changed.ts';
import type { Make } from './changes.ts';
import { DeniedList } from './denied-list.tsx';
import { DependencyField, type Finder } from './dependency-field.tsx';
import { type DependencyLine, DependencyList } from './dependency-list.tsx';
import { useDisplay } from './display.tsx';
import type { PreviewSame } from './findings-model.ts';
import { ItemHeader } from './item-header.tsx';
import { type Known, OwnerField } from './owner-field.tsx';
import { RelatedList } from './related-list.tsx';
import { RoleList } from './role-list.tsx';
import { ApartList, SameWorkList } from './same-work-list.tsx';

export interface ItemViewProps {
  readonly view: ItemView;
  readonly known: Known;
  readonly finder: Finder;
  readonly make: Make;
  readonly onPreviewSame: PreviewSame;
  readonly onMe: (account: Account) => void;
  readonly onCopyLine: (line: DependencyLine) => void;
  readonly fieldRef?: Ref<HTMLInputElement>;
  /** What needs a look at it. */
  readonly findings?: ReactNode;
  /** What reads like it, where that can be told. */
  readonly similar?: ReactNode;
}

/** "This item": what is known of it, who answers for it, what it waits on and what waits on it. */
export const ThisItem = ({
  view,
  known,
  finder,
  make,
  onPreviewSame,
  onMe,
  onCopyLine,
  fieldRef,
  findings,
  similar,
}: ItemViewProps) => {
  const { words } = useDisplay();
  const { item, blockers, dependents, chain, cycle } = view;
  const before = useMemo(() => beyondDirect(chain.waitsFor, cycle), [chain, cycle]);
  const after = useMemo(() => beyondDirect(chain.waiting, cycle), [chain, cycle]);
  const { ends, farther } = useMemo(() => endsOf(view, before), [view, before]);
  const shown = useMemo(() => new Map([...blockers, ...dependents].map(spell)), [blockers, dependents]);
  const changed = useChanged(item.key, shown);
  return (
    // A new item is a new view: nothing half typed about one item may end up on another.
    <article key={item.key} className="flex flex-col gap-4 px-1 pb-6">
      <div className="flex flex-col gap-3 px-2">
        <ItemHeader view={view} />
        <OwnerField item={item} known={known} make={make} onMe={onMe} />
        <DependencyField
          view={view}
          finder={finder}
          make={make}
          onPreviewSame={onPreviewSame}
          {...(fieldRef === undefined ? {} : { inputRef: fieldRef })}
        />
      </div>
      <SameWorkList view={view} make={make} />
      {findings}
      <Cycle items={view.cycle} breakers={view.breakers} make={make} />
      <DependencyList
        here={item}
        direction="waits-on"
        list={blockers}
        ends={ends}
        make={make}
        onCopyLine={onCopyLine}
        changed={changed}
      />
      <ChainTree title={words.text('chainUp')} branches={before} more={chain.more.waitsFor} people={chain.people} />
      <ChainEnds roots={farther} />
      <DependencyList
        here={item}
        direction="blocks"
        list={dependents}
        make={make}
        onCopyLine={onCopyLine}
        changed={changed}
      />
      <ChainTree title={words.text('chainDown')} branches={after} more={chain.more.waiting} />
      <div>
        <RelatedList here={item} related={view.related} make={make} />
        {similar}
        <ApartList view={view} make={make} />
        <DeniedList view={view} make={make} />
        <div className="px-1">
          <RoleList view={view} known={known} make={make} />
        </div>
      </div>
    </article>
  );
};

/**
 * Ends of the chain that the tree does not show: those among the direct dependencies, said there where the tree says others,
 * and those for which it has no row any more.
 */
const endsOf = ({ chain, roots }: ItemView, drawn: readonly Branch[]) => {
  const direct = drawn.length === 0 ? [] : chain.waitsFor.filter(({ depth, end }) => depth === 1 && end);
  const shown = new Set(rowsIn(drawn).map(({ row }) => row.item.key));
  return {
    ends: new Set(direct.map(({ item }) => item.key)),
    farther: roots.filter(({ key }) => !shown.has(key)),
  };
};

const spell = ({ other, status, hard, needed, promised }: DependencyView): [string, string] => [
  other.key,
  JSON.stringify([other.state, ownerSpelling(other), other.due, status, hard, needed, promised]),
];

const ownerSpelling = ({ owner }: ItemBrief): string =>
  JSON.stringify('who' in owner ? [owner.by, owner.who] : owner.by);
