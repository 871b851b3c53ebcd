import { discreetSwitch, hiddenSwitch, singleKeysOffSwitch } from '../lib/core/settings.ts';
import { useDisplay } from './display.tsx';
import { Tick } from './options-fields.tsx';
import type { OptionsPartProps } from './options-model.ts';
import { Part } from './options-part.tsx';

/** What is drawn on pages (Q3, P3), and whether single keys do something. */
export const PagesPart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const { switches } = model;
  const locked = model.readOnly !== undefined;
  return (
    <Part id="pages" title={words.text('optionsPages')}>
      <div className="flex flex-col gap-3">
        <Tick
          label={words.text('optionsHidden')}
          note={words.text('optionsHiddenNote')}
          checked={switches[hiddenSwitch]}
          disabled={locked}
          onTick={(on) => intents.onSwitch(hiddenSwitch, on)}
        />
        <Tick
          label={words.text('optionsDiscreet')}
          note={words.text('optionsDiscreetNote')}
          checked={switches[discreetSwitch]}
          disabled={locked}
          onTick={(on) => intents.onSwitch(discreetSwitch, on)}
        />
        <Tick
          label={words.text('keysSingle')}
          note={words.text('keysNote')}
          checked={!switches[singleKeysOffSwitch]}
          disabled={locked}
          onTick={(on) => intents.onSwitch(singleKeysOffSwitch, !on)}
        />
      </div>
    </Part>
  );
};
