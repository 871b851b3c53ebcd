import { type Ref, useEffect, useId, useState } from 'react';
import type { Day } from '../lib/core/item.ts';
import { type ItemKey, splitKey } from '../lib/core/key.ts';
import type { ItemBrief, ItemView } from '../lib/core/view.ts';
import type { Make } from './changes.ts';
import { Combobox } from './combobox.tsx';
import { itemName, keyLabel, useDisplay } from './display.tsx';
import type { PreviewSame } from './findings-model.ts';
import { StateGlyph } from './glyph.tsx';
import { OwnerMark } from './person-mark.tsx';
import { plain } from './plain.ts';
import { SamePreview } from './same-preview.tsx';
import { ToolBadge } from './tool-badge.tsx';
import type { MessageId } from './words.ts';

/** Finding the other item: answers come from outside, in any order and at any time. */
export interface Finder {
  /** Items whose key or title has the text in it, likeliest first. */
  readonly onFind: (text: string) => Promise<readonly ItemBrief[]>;
  /** The item that an address or a key names. */
  readonly onResolve: (text: string) => Promise<ItemBrief | undefined>;
  /** The item that was followed before this one. */
  readonly recent?: ItemBrief | undefined;
}

interface DependencyFieldProps {
  readonly view: ItemView;
  readonly finder: Finder;
  readonly make: Make;
  readonly onPreviewSame: PreviewSame;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export type Direction = 'waits-on' | 'blocks';
/** What the other item is to this one. */
type Says = Direction | 'same';

/** One field for "waits on…", "blocks…" and "same as…": an address, a key or part of a title. */
export const DependencyField = ({ view, finder, make, onPreviewSame, inputRef }: DependencyFieldProps) => {
  const display = useDisplay();
  const { words } = display;
  const [direction, setDirection] = useState<Says>('waits-on');
  const [same, setSame] = useState<ItemBrief>();
  const [text, setText] = useState('');
  const [hard, setHard] = useState(true);
  const [needed, setNeeded] = useState<Day>('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const options = useOptions(text, finder, view);

  const add = (other: ItemBrief): void => {
    const refused = refusal(view, direction, other);
    if (refused !== undefined) {
      setProblem(words.text(refused, { key: itemName(display, other) }));
      return;
    }
    setProblem(undefined);
    if (direction === 'same') {
      // Said once it has been seen what it changes.
      setSame(other);
      return;
    }
    const ends =
      direction === 'waits-on'
        ? { blocker: other.key, blocked: view.item.key }
        : { blocker: view.item.key, blocked: other.key };
    make(
      {
        type: 'add-dependency',
        ...ends,
        hard,
        ...(needed === '' ? {} : { needed }),
        ...(reason.trim() === '' ? {} : { reason: plain(reason) }),
      },
      words.text('saidDependency', {
        blocked: itemName(display, direction === 'waits-on' ? view.item : other),
        blocker: itemName(display, direction === 'waits-on' ? other : view.item),
      }),
    );
    setText('');
    setNeeded('');
    setReason('');
    setHard(true);
  };

  const sayThatSame = (other: ItemBrief, main: ItemKey): void => {
    make(
      { type: 'settle-pair', items: [view.item.key, other.key], said: 'same', main },
      words.text('saidSame', { item: itemName(display, view.item), other: itemName(display, other) }),
    );
    setSame(undefined);
    setText('');
  };

  const resolve = async (): Promise<void> => {
    const wanted = text.trim();
    if (wanted === '') return;
    const named = await finder.onResolve(wanted);
    const [only, another] = named === undefined ? await finder.onFind(wanted) : [named];
    if (only !== undefined && another === undefined) add(only);
    else
      setProblem(
        another === undefined
          ? words.text('fieldNamesNothing', { text: wanted.slice(0, 60) })
          : words.text('fieldSeveral'),
      );
  };

  return (
    <section aria-labelledby="field-heading" className="flex flex-col gap-1.5">
      <h2 id="field-heading" className="sr-only">
        {words.text('fieldHeading')}
      </h2>
      <div className="relative flex flex-wrap items-start gap-1.5">
        <Choice
          label={words.text('fieldDirection')}
          value={direction}
          onValue={(value) => {
            setDirection(value);
            setSame(undefined);
            setProblem(undefined);
          }}
          choices={[
            ['waits-on', words.text('fieldWaitsOn')],
            ['blocks', words.text('fieldBlocks')],
            ['same', words.text('fieldSame')],
          ]}
        />
        <div className="min-w-40 flex-1">
          <Combobox
            label={words.text(labels[direction])}
            placeholder={words.text('fieldPlaceholder')}
            text={text}
            onText={(value) => {
              setText(value);
              setSame(undefined);
              setProblem(undefined);
            }}
            options={options}
            idOf={(option) => option.key.replace(/\s/gu, '_')}
            draw={(option) => <Candidate item={option} before={option.key === finder.recent?.key} />}
            onPick={add}
            onEnter={() => void resolve()}
            note={problem}
            invalid={problem !== undefined}
            wide
            {...(inputRef === undefined ? {} : { inputRef })}
          />
        </div>
      </div>
      {same !== undefined && (
        <SamePreview
          key={same.key}
          items={[view.item, same]}
          first={view.item.kind === 'pull-request' ? same.key : view.item.key}
          preview={onPreviewSame}
          onConfirm={(main) => sayThatSame(same, main)}
          onCancel={() => setSame(undefined)}
        />
      )}
      {text !== '' && direction !== 'same' && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-12 text-muted">
          <Choice
            label={words.text('fieldHardness')}
            value={hard ? 'hard' : 'soft'}
            onValue={(value) => setHard(value === 'hard')}
            choices={[
              ['hard', words.text('mustWait')],
              ['soft', words.text('betterAfter')],
            ]}
          />
          <label className="flex items-center gap-1.5">
            {words.text('fieldNeeded')}
            <input
              type="date"
              value={needed}
              onChange={(event) => setNeeded(event.target.value)}
              className="h-7 rounded-1 border border-edge bg-surface px-1.5 text-12 text-ink"
            />
          </label>
          <input
            type="text"
            aria-label={words.text('fieldReason')}
            placeholder={words.text('fieldReason')}
            value={reason}
            maxLength={500}
            dir="auto"
            onChange={(event) => setReason(event.target.value)}
            className="h-7 min-w-32 flex-1 rounded-1 border border-edge bg-surface px-1.5 text-12 text-ink"
          />
        </div>
      )}
    </section>
  );
};

const labels = {
  'waits-on': 'fieldWaitsOnLabel',
  blocks: 'fieldBlocksLabel',
  same: 'fieldSameLabel',
} as const satisfies Readonly<Record<Says, MessageId>>;

/** The item itself, and what is there already, cannot be added; both are said in words. */
const refusal = ({ item, blockers, dependents, sameWork = [] }: ItemView, direction: Says, other: ItemBrief) => {
  if (other.key === item.key) return 'fieldItself';
  if (direction === 'same') return sameWork.some((one) => one.other.key === other.key) ? 'fieldSameAlready' : undefined;
  const there = (direction === 'waits-on' ? blockers : dependents).some((one) => one.other.key === other.key);
  return there ? (direction === 'waits-on' ? 'fieldWaitsAlready' : 'fieldBlocksAlready') : undefined;
};

const offered = 8;
/** Milliseconds of no typing before the store is asked. */
const pause = 80;

/** What to offer: the item before this one while nothing is typed, then what the text finds. Late answers are dropped. */
const useOptions = (text: string, { onFind, recent }: Finder, { item }: ItemView): readonly ItemBrief[] => {
  const [found, setFound] = useState<{ readonly for: string; readonly items: readonly ItemBrief[] }>();
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    let late = false;
    const timer = setTimeout(async () => {
      const items = await onFind(wanted);
      if (!late) setFound({ for: wanted, items });
    }, pause);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [wanted, onFind]);
  if (wanted === '') return recent === undefined || recent.key === item.key ? [] : [recent];
  return (found?.items ?? []).filter(({ key }) => key !== item.key).slice(0, offered);
};

const Candidate = ({ item, before }: { readonly item: ItemBrief; readonly before: boolean }) => {
  const display = useDisplay();
  return (
    <span className="flex items-center gap-1.5">
      <StateGlyph kind={item.kind} state={item.state} />
      <ToolBadge tool={splitKey(item.key).tool} />
      {(display.short(item.key) !== undefined || item.title === undefined) && (
        <bdi className="max-w-[45%] shrink-0 truncate text-12 text-muted tabular-nums">
          {keyLabel(display, item.key)}
        </bdi>
      )}
      <bdi className="min-w-0 flex-1 truncate">{plain(item.title ?? '')}</bdi>
      {before && <span className="shrink-0 text-11 text-muted">{display.words.text('fieldBefore')}</span>}
      <OwnerMark owner={item.owner} />
    </span>
  );
};

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly choices: readonly (readonly [Value, string])[];
}

/** Two or three words to choose from, side by side: radio buttons in the look of one switch. */
const Choice = <Value extends string>({ label, value, onValue, choices }: ChoiceProps<Value>) => {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex shrink-0 rounded-1 border border-edge p-0.5 text-12"
    >
      {choices.map(([choice, word]) => (
        <label
          key={choice}
          className="cursor-pointer rounded-1 px-2 leading-[26px] text-muted select-none has-checked:bg-tint has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            checked={choice === value}
            onChange={() => onValue(choice)}
            className="sr-only"
          />
          {word}
        </label>
      ))}
    </div>
  );
};
