import type { ReactNode } from 'react';
import { splitKey } from '../lib/core/key.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { keyLabel, useDisplay } from './display.tsx';
import { StateGlyph, useStateWord } from './glyph.tsx';
import { OwnerMark } from './person-mark.tsx';
import { plain } from './plain.ts';
import { RovingRow } from './roving.tsx';
import { SafeLink } from './safe-link.tsx';
import { ToolBadge } from './tool-badge.tsx';

interface ItemRowProps {
  readonly item: ItemBrief;
  /** Before everything: a box to tick. */
  readonly lead?: ReactNode;
  /** Names the row among the rows of its list. Absent: the item's key. */
  readonly id?: string;
  /** Said after state, due date and age: on the second line, in the order given. */
  readonly facts?: readonly ReactNode[];
  /** Buttons at the end of the second line. */
  readonly actions?: ReactNode;
  /** The next step: always in sight. */
  readonly step?: ReactNode;
  /** More lines below. */
  readonly children?: ReactNode;
  /** Something in it is new since the last look. */
  readonly changed?: boolean;
  /** The whole row is new since the last look; that says more than that something in it is. */
  readonly isNew?: boolean;
}

/** The one row for every list: kind, state, tool, key, title, owner; below, in words, what is worth knowing of it. */
export const ItemRow = ({
  item,
  lead,
  id = item.key,
  facts = [],
  actions,
  step,
  children,
  changed = false,
  isNew = false,
}: ItemRowProps) => {
  return (
    <RovingRow id={id} className={rowLook}>
      <div className="flex min-h-6 items-center gap-1.5">
        {lead}
        <StateGlyph kind={item.kind} state={item.state} />
        <ToolBadge tool={splitKey(item.key).tool} />
        <ItemLink item={item} />
        <NewsMark changed={changed} isNew={isNew} />
        <OwnerMark owner={item.owner} />
      </div>
      <div className="flex items-start gap-2 pl-[22px]">
        <p className="min-w-0 flex-1 py-0.5 text-12 text-muted">
          <Facts item={item} more={facts} />
        </p>
        {step}
      </div>
      {children !== undefined && <div className="pl-[22px] text-12 text-muted">{children}</div>}
      {actions !== undefined && <div className="row-actions flex items-center">{actions}</div>}
    </RovingRow>
  );
};

/** How every row of a list looks at and near the pointer and the focus. */
export const rowLook = 'relative rounded-1 px-2 py-1 hover:bg-raised focus-within:bg-raised';

/** What is new in a row, or that it is. */
export const NewsMark = ({ changed, isNew }: Required<Pick<ItemRowProps, 'changed' | 'isNew'>>) => {
  const { words } = useDisplay();
  if (!changed && !isNew) return null;
  return (
    <span className="shrink-0 rounded-1 bg-tint px-1 text-11 text-accent">
      {words.text(isNew ? 'rowNew' : 'rowChanged')}
    </span>
  );
};

/** Key and title on one line; both in full in the tip. A bare number is shown only where there is no title. */
export const ItemLink = ({ item }: { readonly item: ItemBrief }) => {
  const display = useDisplay();
  const { words, linkTo, short } = display;
  const title = item.title === undefined ? undefined : plain(item.title) || words.text('titleEmpty');
  const label = short(item.key) !== undefined || title === undefined ? keyLabel(display, item.key) : undefined;
  return (
    <SafeLink
      to={linkTo(item.key)}
      walk
      title={[label, title].filter((part) => part !== undefined).join(' ')}
      className="flex min-w-0 flex-1 items-baseline gap-1.5 rounded-1 text-13 text-ink no-underline hover:underline"
    >
      {label !== undefined && (
        <>
          <bdi className="max-w-[45%] shrink-0 truncate text-12 text-muted tabular-nums">{label}</bdi>{' '}
        </>
      )}
      {title === undefined ? (
        <span className="truncate text-muted italic">{words.text('titleUnknown')}</span>
      ) : (
        <bdi dir="auto" className="min-w-0 flex-1 truncate text-left">
          {title}
        </bdi>
      )}
    </SafeLink>
  );
};

const Facts = ({ item, more }: { readonly item: ItemBrief; readonly more: readonly ReactNode[] }) => {
  const { words, when } = useDisplay();
  const stateWord = useStateWord();
  const own = item.word === undefined ? undefined : plain(item.word, 40);
  const due = item.due == null ? undefined : when.due(item.due);
  const facts: readonly ReactNode[] = [
    <StateWord key="state" state={item.state} word={own} plainWord={stateWord(item.state)} />,
    due && (
      <span key="due" title={due.full}>
        {words.text('rowDue', { when: due.word })}
      </span>
    ),
    ...more,
    item.lastSeen !== undefined && when.isOld(item.lastSeen) && <Age key="age" at={item.lastSeen} />,
  ].filter((fact) => fact !== undefined && fact !== false && fact !== null);
  return facts.map((fact, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a row have their order for identity
    <span key={index}>
      {index > 0 && <span aria-hidden="true"> · </span>}
      {index > 0 && <span className="sr-only">, </span>}
      {fact}
    </span>
  ));
};

interface StateWordProps {
  readonly state: ItemBrief['state'];
  /** The tool's own word. */
  readonly word: string | undefined;
  readonly plainWord: string;
}

/** The tool's own word where it has one, since people search for it; ours in the tip, and alone where it says more. */
const StateWord = ({ state, word, plainWord }: StateWordProps) => {
  if (word === undefined || word === '' || state === 'dropped' || state === 'unknown') return <span>{plainWord}</span>;
  return <bdi title={plainWord}>{word}</bdi>;
};

const Age = ({ at }: { readonly at: number }) => {
  const { words, when } = useDisplay();
  const { word, full } = when.ago(at);
  return <time title={full}>{words.text('rowRead', { when: word })}</time>;
};
