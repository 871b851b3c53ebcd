import { type FormEvent, useId, useState } from 'react';
import type { ListedSite } from '../lib/core/access.ts';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { Choice, fieldLook } from './options-fields.tsx';
import type { OptionsIntents, SiteRefused } from './options-model.ts';
import { siteName, toolName } from './site-name.ts';
import type { MessageId } from './words.ts';

interface AddSiteProps {
  readonly sites: readonly ListedSite[];
  readonly locked: boolean;
  readonly onAddSite: OptionsIntents['onAddSite'];
}

const refusals = {
  'no-address': 'siteNoAddress',
  known: 'siteKnown',
  'not-granted': 'siteNotGranted',
  blocked: 'siteBlocked',
  'not-stored': 'failedNotStored',
} as const satisfies Readonly<Record<SiteRefused['why'], MessageId>>;

type Step = 'ready' | 'busy' | { readonly added: string } | { readonly why: SiteRefused['why'] };

/** A site of one's own: any address of it is enough. A tool that is one site everywhere has none to add. */
export const AddSite = ({ sites, locked, onAddSite }: AddSiteProps) => {
  const display = useDisplay();
  const { words } = display;
  const hosted = display.tools.filter(({ id }) => !sites.some(({ tool, site }) => tool === id && site === id));
  const [tool, setTool] = useState(hosted[0]?.id ?? '');
  const [address, setAddress] = useState('');
  const [step, setStep] = useState<Step>('ready');
  const said = useId();
  const refused = typeof step === 'object' && 'why' in step ? step.why : undefined;
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (step === 'busy') return;
    // The browser asks for its permission only in the click itself: nothing may be awaited before this.
    const adding = onAddSite(tool, address);
    setStep('busy');
    const added = await adding;
    if (added.ok) setAddress('');
    setStep(added.ok ? { added: siteName(display, added.value) } : { why: added.failure.why });
  };
  if (hosted.length === 0) return null;
  return (
    <form
      onSubmit={(event) => void add(event)}
      className="flex flex-col gap-2 rounded-2 border border-line bg-raised p-3"
    >
      <div>
        <h3 className="font-medium">{words.text('optionsAddSite')}</h3>
        <p className="text-12 text-muted">{words.text('optionsAddSiteNote')}</p>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <Choice
          label={words.text('optionsTool')}
          value={tool}
          options={hosted.map(({ id }) => [id, toolName(display, id)])}
          disabled={locked}
          onChoose={setTool}
        />
        <label className="flex min-w-0 flex-1 basis-56 flex-col gap-1">
          <span className="text-12 text-muted">{words.text('optionsAddress')}</span>
          <input
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            placeholder="https://"
            value={address}
            disabled={locked}
            aria-invalid={refused !== undefined}
            aria-describedby={said}
            onChange={(event) => {
              setAddress(event.target.value);
              if (step !== 'busy') setStep('ready');
            }}
            className={`${fieldLook} w-full`}
          />
        </label>
        <Button type="submit" disabled={locked || address.trim() === ''} className="h-8">
          {words.text('optionsAddSiteConfirm')}
        </Button>
      </div>
      <p id={said} role="status" className={`text-12 empty:hidden ${refused === undefined ? '' : 'text-blocked'}`}>
        {step === 'busy' && words.text('siteAsking')}
        {refused !== undefined && words.text(refusals[refused])}
        {typeof step === 'object' && 'added' in step && words.text('siteAdded', { site: step.added })}
      </p>
    </form>
  );
};
