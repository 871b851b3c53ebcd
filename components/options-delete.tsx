import { useState } from 'react';
import type { Scope } from '../lib/core/access.ts';
import { placeId, type Site, withSite } from '../lib/core/key.ts';
import { type Account, accountId, displayName } from '../lib/core/person.ts';
import { Button } from './button.tsx';
import { type Display, useDisplay } from './display.tsx';
import { DeleteDialog } from './options-delete-dialog.tsx';
import { Choice } from './options-fields.tsx';
import type { OptionsModel, OptionsPartProps } from './options-model.ts';
import { Part } from './options-part.tsx';
import { PickOne } from './options-pick.tsx';
import { plain } from './plain.ts';
import { placeName, siteName } from './site-name.ts';
import { ToolBadge } from './tool-badge.tsx';
import type { MessageId } from './words.ts';

const kinds = ['everything', 'site', 'place', 'person'] as const satisfies readonly Scope['type'][];

const kindWords = {
  everything: 'deleteEverything',
  site: 'deleteSite',
  place: 'deletePlace',
  person: 'deletePerson',
} as const satisfies Readonly<Record<Scope['type'], MessageId>>;

/** Everything of one site, place or person can be deleted alone (K8); what it takes is said before. */
export const DeletePart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const [kind, setKind] = useState<Scope['type']>();
  const [scope, setScope] = useState<Scope>();
  const [open, setOpen] = useState(false);
  const locked = model.readOnly !== undefined;
  const choose = (chosen: Scope['type']): void => {
    setKind(chosen);
    setScope(chosen === 'everything' ? { type: 'everything' } : undefined);
  };
  return (
    <Part id="delete" title={words.text('optionsDelete')} note={words.text('optionsDeleteNote')}>
      <fieldset disabled={locked} className="flex flex-wrap gap-x-5 gap-y-1.5">
        <legend className="sr-only">{words.text('optionsDeleteWhat')}</legend>
        {kinds.map((one) => (
          <label key={one} className={`flex items-center gap-2 ${locked ? 'text-muted' : ''}`}>
            <input
              type="radio"
              name="delete"
              checked={kind === one}
              onChange={() => choose(one)}
              className="size-4 accent-accent"
            />
            {words.text(kindWords[one])}
          </label>
        ))}
      </fieldset>
      {kind !== undefined && kind !== 'everything' && (
        <PickScope key={kind} kind={kind} model={model} onScope={setScope} />
      )}
      <div>
        <Button disabled={locked || scope === undefined} onClick={() => setOpen(true)}>
          {words.text('deleteLook')}
        </Button>
      </div>
      {open && scope !== undefined && (
        <DeleteDialog
          scope={scope}
          mayExport={model.policy.exports}
          onExport={intents.onExport}
          onCountDeletion={intents.onCountDeletion}
          onDelete={intents.onDelete}
          onClose={(deleted) => {
            setOpen(false);
            if (!deleted) return;
            setKind(undefined);
            setScope(undefined);
          }}
        />
      )}
    </Part>
  );
};

interface PickScopeProps {
  readonly kind: Exclude<Scope['type'], 'everything'>;
  readonly model: OptionsModel;
  readonly onScope: (scope: Scope | undefined) => void;
}

const PickScope = ({ kind, model, onScope }: PickScopeProps) => {
  const display = useDisplay();
  const { words } = display;
  switch (kind) {
    case 'site':
      return <PickSite model={model} onScope={onScope} />;
    case 'place':
      return (
        <PickOne
          label={words.text('deleteWhichPlace')}
          options={model.places.map(({ tool, site, name }) => ({ tool, site, name }))}
          idOf={placeId}
          namesOf={(place) => [placeName(display, place), siteName(display, place)]}
          draw={(place) => (
            <OptionLine tool={place.tool} name={placeName(display, place)} beside={[siteName(display, place)]} />
          )}
          onPick={(place) => onScope(place && { type: 'place', place })}
        />
      );
    case 'person':
      return (
        <PickOne
          label={words.text('deleteWhichPerson')}
          options={everybody(model)}
          idOf={accountId}
          namesOf={(person) => [plain(displayName(person), 120), person.handle ?? '']}
          draw={(person) => (
            <OptionLine tool={person.tool} name={plain(displayName(person), 60)} beside={besides(display, person)} />
          )}
          onPick={(person) => onScope(person && { type: 'person', person })}
        />
      );
  }
};

const PickSite = ({ model, onScope }: Pick<PickScopeProps, 'model' | 'onScope'>) => {
  const display = useDisplay();
  const [at, setAt] = useState('');
  const sites = sitesOf(model);
  return (
    <Choice
      label={display.words.text('deleteWhichSite')}
      value={at}
      options={[
        ['', display.words.text('deleteChoose')],
        ...sites.map((site, index): readonly [string, string] => [String(index), siteName(display, site)]),
      ]}
      onChoose={(chosen) => {
        setAt(chosen);
        const site = chosen === '' ? undefined : sites[Number(chosen)];
        onScope(site && { type: 'site', site });
      }}
    />
  );
};

interface OptionLineProps {
  readonly tool: string;
  readonly name: string;
  readonly beside: readonly string[];
}

const OptionLine = ({ tool, name, beside }: OptionLineProps) => (
  <span className="flex min-w-0 items-center gap-2">
    <ToolBadge tool={tool} />
    <bdi className="min-w-0 truncate">{name}</bdi>
    <bdi className="min-w-0 truncate text-12 text-muted">{beside.join(' · ')}</bdi>
  </span>
);

/** The listed ones, and those that are no longer listed but of which a place or a person is still known. */
const sitesOf = ({ sites, places, people, teams, me }: OptionsModel): readonly Site[] =>
  [...sites, ...places, ...people, ...teams, ...me].reduce<readonly Site[]>(
    (all, { tool, site }) => withSite(all, { tool, site }),
    [],
  );

const everybody = ({ people, teams, me }: OptionsModel): readonly Account[] => [
  ...new Map([...people, ...teams, ...me].map((account) => [accountId(account), account])).values(),
];

const besides = (display: Display, account: Account): readonly string[] => [
  siteName(display, account),
  ...(account.name === undefined || account.handle === undefined ? [] : [plain(account.handle, 60)]),
  ...(account.kind === 'team' ? [display.words.text('optionsTeam')] : []),
];
