import { keptDays } from '../lib/core/policy.ts';
import { maxAges } from '../lib/core/settings.ts';
import { CoverageLine } from './coverage.tsx';
import { useDisplay } from './display.tsx';
import { NumberField } from './options-fields.tsx';
import type { OptionsPartProps } from './options-model.ts';
import { Decided, Part } from './options-part.tsx';

/** What is kept how long (K8), and when it counts as old (Q2). */
export const AgesPart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const { ages, policy } = model;
  const locked = model.readOnly !== undefined;
  const most = policy.retentionDays;
  return (
    <Part id="ages" title={words.text('optionsAges')} note={words.text('optionsAgesNote')}>
      <NumberField
        label={words.text('optionsKept')}
        note={words.text('optionsKeptNote')}
        value={keptDays(policy, ages.kept)}
        most={Math.min(most ?? maxAges.kept, maxAges.kept)}
        locked={locked || policy.unreadable.includes('retentionDays')}
        onNumber={(kept) => intents.onAges({ ...ages, kept })}
      >
        {most !== undefined && (
          <Decided>
            {ages.kept > most
              ? `${words.count('optionsKeptMost', most)} ${words.count('optionsKeptChosen', ages.kept)}`
              : words.count('optionsKeptMost', most)}
          </Decided>
        )}
      </NumberField>
      <NumberField
        label={words.text('optionsFresh')}
        note={words.text('optionsFreshNote')}
        value={ages.fresh}
        most={maxAges.fresh}
        locked={locked}
        onNumber={(fresh) => intents.onAges({ ...ages, fresh })}
      />
      <div className="-mx-2 empty:hidden">
        <CoverageLine coverage={model.coverage} />
      </div>
    </Part>
  );
};
