import { type SignalId, signalIds, titleOf } from '../lib/core/finding.ts';
import { maxThresholds, notifySwitch, type SignalReach, signalReaches, type Thresholds } from '../lib/core/settings.ts';
import { whyOf } from './check-words.ts';
import { useDisplay } from './display.tsx';
import { Choice, NumberField, Tick } from './options-fields.tsx';
import type { OptionsPartProps } from './options-model.ts';
import { Part } from './options-part.tsx';
import type { MessageId } from './words.ts';

/** What is looked for, where each check speaks (Q3), from when on, and whether a notification tells it (Q1). */
export const ChecksPart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const { signals, thresholds, switches } = model;
  const locked = model.readOnly !== undefined;
  return (
    <Part id="checks" title={words.text('optionsChecks')} note={words.text('optionsChecksNote')}>
      <ul className="flex flex-col divide-y divide-line">
        {signalIds.map((id) => (
          <CheckRow
            key={id}
            id={id}
            reach={signals[id]}
            locked={locked}
            onReach={(reach) => intents.onSignal(id, reach)}
          />
        ))}
      </ul>
      <div className="flex flex-col gap-3">
        <h3 className="font-medium">{words.text('optionsThresholds')}</h3>
        {thresholdNames.map((name) => (
          <NumberField
            key={name}
            label={words.text(thresholdWords[name])}
            value={thresholds[name]}
            most={maxThresholds[name]}
            locked={locked}
            onNumber={(value) => intents.onThresholds({ ...thresholds, [name]: value })}
          />
        ))}
      </div>
      <Tick
        label={words.text('optionsNotify')}
        note={words.text('optionsNotifyNote')}
        checked={switches[notifySwitch]}
        disabled={locked}
        onTick={intents.onNotify}
      />
    </Part>
  );
};

const thresholdNames = [
  'stalled',
  'review',
  'load',
  'bottleneck',
  'recent',
] as const satisfies readonly (keyof Thresholds)[];

const thresholdWords = {
  stalled: 'thresholdStalled',
  review: 'thresholdReview',
  load: 'thresholdLoad',
  bottleneck: 'thresholdBottleneck',
  recent: 'thresholdRecent',
} as const satisfies Readonly<Record<keyof Thresholds, MessageId>>;

const reachWords = {
  page: 'reachPage',
  views: 'reachViews',
  off: 'reachOff',
} as const satisfies Readonly<Record<SignalReach, MessageId>>;

/** What these say is shown to the one concerned only, so never on a page (S). */
const ofPeople: ReadonlySet<SignalId> = new Set(['bottleneck', 'overloaded']);

interface CheckRowProps {
  readonly id: SignalId;
  readonly reach: SignalReach;
  readonly locked: boolean;
  readonly onReach: (reach: SignalReach) => void;
}

const CheckRow = ({ id, reach, locked, onReach }: CheckRowProps) => {
  const { words } = useDisplay();
  const title = words.text(titleOf(id));
  const reaches = signalReaches.filter((one) => one !== 'page' || !ofPeople.has(id));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-[1_1_260px]">
        <h3 className="font-medium">{title}</h3>
        <p className="text-12 text-muted">{words.text(whyOf(id))}</p>
      </div>
      <Choice
        label={words.text('reachFor', { check: title })}
        unlabelled
        value={reaches.includes(reach) ? reach : 'views'}
        options={reaches.map((one) => [one, words.text(reachWords[one])] as const)}
        disabled={locked}
        onChoose={onReach}
        className="w-52 shrink-0"
      />
    </li>
  );
};
