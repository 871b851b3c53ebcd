import { type ReactNode, useId, useState } from 'react';
import type { PairWord } from '../lib/core/annotation.ts';
import type { Step } from '../lib/core/finding.ts';
import type { FindingRow } from '../lib/core/findings-view.ts';
import { type ItemKey, splitKey } from '../lib/core/key.ts';
import { displayName } from '../lib/core/person.ts';
import type { Like } from '../lib/core/twin.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import type { Make } from './changes.ts';
import { ChoiceEntry, ChoiceMenu } from './choice-menu.tsx';
import { itemName, Pieces, useDisplay } from './display.tsx';
import { ItemMention } from './finding-ink.tsx';
import type { PreviewSame } from './findings-model.ts';
import { StateGlyph } from './glyph.tsx';
import { ItemLink } from './item-row.tsx';
import { OwnerMark } from './person-mark.tsx';
import { plain } from './plain.ts';
import { SamePreview } from './same-preview.tsx';
import { ToolBadge } from './tool-badge.tsx';
import { reasonOf } from './twin-reason.ts';

interface SettleProps {
  readonly row: FindingRow;
  readonly step: Extract<Step, { type: 'settle' }>;
  readonly make: Make;
  readonly onPreviewSame: PreviewSame;
}

/** One item that another is perhaps the same work as: why, and the one step to say what they are to each other (W2, W3). */
export const Settle = ({ row, step, make, onPreviewSame }: SettleProps) => {
  const display = useDisplay();
  const { words } = display;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { like } = step;
  const briefs: Pair = [briefIn(row, step.item), briefIn(row, like.key)];
  const [item, other] = [itemName(display, briefs[0]), itemName(display, briefs[1])];
  const say = (said: PairWord, toast: string, main?: ItemKey): void =>
    make(
      {
        type: 'settle-pair',
        items: [step.item, like.key],
        said,
        sureness: like.sureness,
        ...(main === undefined ? {} : { main }),
      },
      toast,
    );
  const part = (inner: number): void => {
    const [piece, whole] = inner === 0 ? [item, other] : [other, item];
    say('part', words.text('saidPart', { part: piece, whole }), inner === 0 ? like.key : step.item);
  };
  return (
    <div className="flex w-full flex-col gap-1">
      <div className="flex min-h-6 items-center gap-1.5">
        <StateGlyph kind={briefs[1].kind} state={briefs[1].state} />
        <ToolBadge tool={splitKey(like.key).tool} />
        <ItemLink item={briefs[1]} />
        <OwnerMark owner={briefs[1].owner} />
      </div>
      <Reasons like={like} />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Button
          size="small"
          letter="m"
          aria-expanded={isOpen}
          aria-controls={id}
          title={`${words.text('settleSame')} (m)`}
          onClick={() => setOpen(!isOpen)}
        >
          {words.text('settleSame')}
        </Button>
        <Button
          look="quiet"
          letter="n"
          title={`${words.text('settleNot')} (n)`}
          onClick={() => say('not', words.text('saidNotSame', { item, other }))}
        >
          {words.text('settleNot')}
        </Button>
        <ChoiceMenu label={words.text('settleMore')} letter="o" face={words.text('settleMore')} leaves>
          {({ onChosen }) => (
            <ul>
              <ChoiceEntry onPress={() => onChosen(() => part(0))}>
                {words.text('settlePart', { part: item, whole: other })}
              </ChoiceEntry>
              <ChoiceEntry onPress={() => onChosen(() => part(1))}>
                {words.text('settlePart', { part: other, whole: item })}
              </ChoiceEntry>
              <ChoiceEntry onPress={() => onChosen(() => say('related', words.text('saidRelated', { item, other })))}>
                {words.text('settleRelated')}
              </ChoiceEntry>
            </ul>
          )}
        </ChoiceMenu>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <SamePreview
            items={briefs}
            first={mainAmong(briefs, row.finding.subject)}
            preview={onPreviewSame}
            onConfirm={(main) => say('same', words.text('saidSame', { item, other }), main)}
            onCancel={() => setOpen(false)}
          />
        )}
      </div>
    </div>
  );
};

type Pair = readonly [ItemBrief, ItemBrief];

/** Code is for the work; of two others the one that was there first. A likeness is found of the newer one. */
const mainAmong = ([item, other]: Pair, newer: string): ItemKey => {
  const [young, old] = item.key === newer ? [item, other] : [other, item];
  return old.kind === 'pull-request' && young.kind !== 'pull-request' ? young.key : old.key;
};

const briefIn = ({ items }: FindingRow, key: ItemKey): ItemBrief =>
  items.get(key) ?? { key, state: 'unknown', owner: { by: 'unknown' } };

const Reasons = ({ like }: { readonly like: Like }) => {
  const { words } = useDisplay();
  const ink = {
    item: (key: ItemKey): ReactNode => <ItemMention key={key} item={{ key }} />,
    person: (who: Parameters<typeof displayName>[0]): ReactNode => <bdi key="who">{plain(displayName(who), 60)}</bdi>,
    quoted: (said: string): ReactNode => <bdi key="said">“{plain(said, 120)}”</bdi>,
  };
  return (
    <ul className="text-12 text-muted">
      {like.reasons.map((reason) => (
        <li key={reason.type}>
          <Pieces of={reasonOf(words, ink, reason)} />
        </li>
      ))}
    </ul>
  );
};
