import { type ReactNode, useState } from 'react';
import type { Day } from '../lib/core/item.ts';
import { type ItemKey, splitKey } from '../lib/core/key.ts';
import { displayName } from '../lib/core/person.ts';
import type { EdgeOrigin } from '../lib/core/snapshot.ts';
import type { DependencyView, ItemBrief } from '../lib/core/view.ts';
import { Button, IconButton } from './button.tsx';
import type { Make } from './changes.ts';
import type { Direction } from './dependency-field.tsx';
import { type Display, itemName, keyLabel, useDisplay } from './display.tsx';
import { ItemRow } from './item-row.tsx';
import { plain } from './plain.ts';
import { RovingList } from './roving.tsx';
import { Section } from './section.tsx';

/** A dependency as one line that people copy into a text (D7). The words of the line are made where it is copied. */
export interface DependencyLine {
  readonly kind: 'blocked-by' | 'blocks';
  readonly other: ItemKey;
  readonly hard: boolean;
  readonly needed?: Day;
  readonly promised?: Day;
}

export interface DependencyListProps {
  readonly here: ItemBrief;
  readonly direction: Direction;
  readonly list: readonly DependencyView[];
  /** D6: those of them that it all waits for, where that is worth saying. */
  readonly ends?: ReadonlySet<ItemKey>;
  readonly make: Make;
  readonly onCopyLine: (line: DependencyLine) => void;
  readonly changed: ReadonlySet<string>;
}

/** Rows shown at once; the rest is one press away, a batch at a time, so that no list is longer than a glance. */
const batch = 50;

/** What the item waits on, or what waits on it. Nothing there is not shown at all. */
export const DependencyList = ({
  here,
  direction,
  list,
  ends = new Set(),
  make,
  onCopyLine,
  changed,
}: DependencyListProps) => {
  const { words } = useDisplay();
  const [limit, setLimit] = useState(batch);
  if (list.length === 0) return null;
  const shown = list.slice(0, limit);
  return (
    <Section
      title={words.text(direction === 'waits-on' ? 'listWaitsOn' : 'listBlocks')}
      note={summary(list, direction, words)}
    >
      <RovingList ids={shown.map(({ other }) => other.key)}>
        <ul className="flex flex-col">
          {shown.map((one) => (
            <li key={one.other.key}>
              <DependencyRow
                here={here}
                direction={direction}
                one={one}
                isEnd={ends.has(one.other.key)}
                make={make}
                onCopyLine={onCopyLine}
                changed={changed.has(one.other.key)}
              />
            </li>
          ))}
        </ul>
      </RovingList>
      {list.length > limit && (
        <Button look="quiet" className="mt-1" onClick={() => setLimit(limit + batch)}>
          {words.count('listMore', list.length - limit)}
        </Button>
      )}
    </Section>
  );
};

/** "2 open, 1 not known, 3 done". */
const summary = (list: readonly DependencyView[], direction: Direction, words: Display['words']): string => {
  const having = (status: DependencyView['status']): number => list.filter((one) => one.status === status).length;
  const [open, unknown] = [having('blocking'), having('unknown')];
  const closed = list.length - open - unknown;
  const parts = [
    ...(open > 0 ? [words.count('listOpen', open)] : []),
    ...(unknown > 0 ? [words.count('listUnknown', unknown)] : []),
    ...(closed > 0 ? [words.count(direction === 'waits-on' ? 'listClosed' : 'listNoLongerWaits', closed)] : []),
  ];
  return new Intl.ListFormat(words.locale, { type: 'unit', style: 'short' }).format(parts);
};

interface DependencyRowProps extends Omit<DependencyListProps, 'list' | 'ends' | 'changed'> {
  readonly one: DependencyView;
  readonly isEnd: boolean;
  readonly changed: boolean;
}

const DependencyRow = ({ here, direction, one, isEnd, make, onCopyLine, changed }: DependencyRowProps) => {
  const display = useDisplay();
  const { words, when } = display;
  const { other, hard, status, needed, promised, reason, origins } = one;
  const ends =
    direction === 'waits-on' ? { blocker: other.key, blocked: here.key } : { blocker: here.key, blocked: other.key };
  const stated = origins.findLast(({ origin }) => origin === 'stated');
  const label = itemName(display, other);

  const facts: readonly ReactNode[] = [
    isEnd && <span className="font-medium text-ink">{words.text('chainEnd')}</span>,
    !hard && words.text('betterAfter'),
    direction === 'waits-on' && status === 'dropped' && (
      <span className="text-risk">{words.text('blockerDropped')}</span>
    ),
    needed !== undefined && (
      <span title={when.due(needed).full}>{words.text('neededBy', { when: when.due(needed).word })}</span>
    ),
    promised !== undefined && (
      <span title={when.due(promised).full}>{words.text('promisedFor', { when: when.due(promised).word })}</span>
    ),
    <OriginWords key="origin" origins={origins} here={here.key} />,
  ];

  return (
    <ItemRow
      item={other}
      changed={changed}
      facts={facts}
      actions={
        <>
          <IconButton
            icon="copy"
            letter="c"
            label={words.text('copyLine')}
            onClick={() =>
              onCopyLine({
                kind: direction === 'waits-on' ? 'blocked-by' : 'blocks',
                other: other.key,
                hard,
                ...(needed === undefined ? {} : { needed }),
                ...(promised === undefined ? {} : { promised }),
              })
            }
          />
          <IconButton
            icon="swap"
            letter="s"
            label={words.text(hard ? 'makeSoft' : 'makeHard')}
            onClick={() =>
              make(
                { type: 'add-dependency', ...ends, hard: !hard },
                words.text(hard ? 'saidSoft' : 'saidHard', { key: label }),
              )
            }
          />
          {stated !== undefined && (
            <IconButton
              icon="withdraw"
              letter="w"
              label={words.text('withdraw')}
              onClick={() =>
                make(
                  { type: 'withdraw-dependency', ...(stated.ends ?? ends) },
                  words.text('saidWithdrawn', { key: label }),
                )
              }
            />
          )}
          <IconButton
            icon="deny"
            letter="n"
            label={words.text('deny')}
            onClick={() => make({ type: 'deny-dependency', ...ends }, words.text('saidDenied', { key: label }))}
          />
        </>
      }
    >
      {reason !== undefined && reason !== '' && (
        <p className="pb-0.5">
          <bdi>“{plain(reason)}”</bdi>
        </p>
      )}
    </ItemRow>
  );
};

/** Where a dependency is known from (D3), each source once; where and since when in the tip. */
const OriginWords = ({ origins, here }: { readonly origins: readonly EdgeOrigin[]; readonly here: ItemKey }) => {
  const display = useDisplay();
  const { words, when } = display;
  const said = new Map(
    origins.map((origin) => [
      originWord(display, origin, here),
      [
        ...(origin.word === undefined ? [] : [`“${plain(origin.word, 80)}”`]),
        ...(origin.on === undefined ? [] : [words.text('originOn', { key: keyLabel(display, origin.on) })]),
        words.text('originSince', { when: when.ago(origin.since).full }),
      ].join(', '),
    ]),
  );
  return [...said].map(([word, tip], index) => (
    <span key={word} title={tip}>
      {index > 0 && ', '}
      {word}
    </span>
  ));
};

const originWord = ({ words, tool }: Display, { origin, on, by }: EdgeOrigin, here: ItemKey): string => {
  const id = splitKey(on ?? here).tool;
  const name = tool(id)?.name ?? id;
  const who = by === undefined ? undefined : displayName(by);
  switch (origin) {
    case 'stated':
      return who === undefined ? words.text('originStated') : words.text('originStatedBy', { who });
    case 'text':
      return who === undefined ? words.text('originText') : words.text('originTextBy', { who });
    case 'relations':
    case 'hierarchy':
      return words.text('originLinks', { tool: name });
    case 'development':
    case 'code':
      return words.text('originCode', { tool: name });
    case 'mentions':
      return words.text('originMentions');
  }
};
