import { useId, useState } from 'react';
import type { ListedSite } from '../lib/core/access.ts';
import { wholeSite } from '../lib/core/places.ts';
import { Button } from './button.tsx';
import { closeAround } from './closing.ts';
import { Dialog } from './dialog.tsx';
import { useDisplay } from './display.tsx';
import { AddSite } from './options-add-site.tsx';
import { Tick } from './options-fields.tsx';
import type { OptionsIntents, OptionsPartProps } from './options-model.ts';
import { Decided, Part } from './options-part.tsx';
import { SiteAccessWord } from './site-access.tsx';
import { siteName } from './site-name.ts';
import { ToolBadge } from './tool-badge.tsx';

/** Where Crosstie may work (Q3, P6). */
export const SitesPart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const locked = model.readOnly !== undefined;
  return (
    <Part id="sites" title={words.text('optionsSites')} note={words.text('optionsSitesNote')}>
      <ul className="flex flex-col divide-y divide-line">
        {model.sites.map((site) => (
          <SiteRow key={`${site.tool} ${site.site}`} site={site} locked={locked} intents={intents} />
        ))}
      </ul>
      {model.policy.allowedSites !== undefined && <Decided>{words.text('optionsSitesLimited')}</Decided>}
      <AddSite sites={model.sites} locked={locked} onAddSite={intents.onAddSite} />
    </Part>
  );
};

interface SiteRowProps {
  readonly site: ListedSite;
  readonly locked: boolean;
  readonly intents: OptionsIntents;
}

const SiteRow = ({ site, locked, intents }: SiteRowProps) => {
  const display = useDisplay();
  const { words } = display;
  const [removing, setRemoving] = useState(false);
  const id = useId();
  const name = siteName(display, site);
  const isOne = !site.site.includes('*');
  return (
    <li className="flex gap-2 py-2.5">
      <span className="flex h-7 items-center">
        <ToolBadge tool={site.tool} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
          <p id={id} className="min-w-0 flex-1 basis-36">
            <bdi className="block truncate leading-7 font-medium" title={name}>
              {name}
            </bdi>
          </p>
          <div className="ml-auto flex items-center gap-3">
            <SiteAccessWord access={site.access} />
            <SiteButton site={site} name={name} locked={locked} intents={intents} />
          </div>
        </div>
        {site.access !== 'blocked' && (isOne || site.own) && (
          <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-3">
            {isOne && (
              <Tick
                label={words.text('optionsWholeSite')}
                checked={site.wholeSiteMine}
                disabled={locked}
                about={id}
                onTick={(mine) =>
                  intents.onPlace({ tool: site.tool, site: site.site, name: wholeSite }, mine ? 'yes' : null)
                }
              />
            )}
            {site.own && (
              <Button
                look="quiet"
                disabled={locked}
                aria-label={words.text('optionsRemoveSiteName', { site: name })}
                onClick={() => setRemoving(true)}
              >
                {words.text('optionsRemoveSite')}
              </Button>
            )}
          </div>
        )}
      </div>
      {removing && (
        <RemoveSite name={name} onRemove={() => intents.onRemoveSite(site)} onClose={() => setRemoving(false)} />
      )}
    </li>
  );
};

/** The one step that there is for a site: allow it, switch it on, switch it off; none where the organisation decided. */
const SiteButton = ({ site, name, locked, intents }: SiteRowProps & { readonly name: string }) => {
  const { words } = useDisplay();
  switch (site.access) {
    case 'allowed':
      return (
        <Button
          disabled={locked}
          aria-label={words.text('optionsSwitchOffName', { site: name })}
          onClick={() => intents.onSite(site, false)}
        >
          {words.text('optionsSwitchOff')}
        </Button>
      );
    case 'withheld':
      return (
        <Button
          look="primary"
          aria-label={words.text('accessAllowName', { site: name })}
          onClick={() => intents.onAllow(site)}
        >
          {words.text('accessAllow')}
        </Button>
      );
    case 'off':
      return (
        <Button
          disabled={locked}
          aria-label={words.text('optionsSwitchOnName', { site: name })}
          onClick={() => intents.onSite(site, true)}
        >
          {words.text('optionsSwitchOn')}
        </Button>
      );
    case 'blocked':
      return null;
  }
};

interface RemoveSiteProps {
  readonly name: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

const RemoveSite = ({ name, onRemove, onClose }: RemoveSiteProps) => {
  const { words } = useDisplay();
  return (
    <Dialog title={words.text('optionsRemoveSiteTitle', { site: name })} onClose={onClose}>
      <p>{words.text('optionsRemoveSiteWhat')}</p>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={closeAround}>{words.text('cancel')}</Button>
        <Button
          look="primary"
          onClick={(event) => {
            onRemove();
            closeAround(event);
          }}
        >
          {words.text('optionsRemoveSiteConfirm')}
        </Button>
      </div>
    </Dialog>
  );
};
