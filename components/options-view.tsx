import { useEffect } from 'react';
import { useDisplay } from './display.tsx';
import { AgesPart } from './options-ages.tsx';
import { ChecksPart } from './options-checks.tsx';
import { DeletePart } from './options-delete.tsx';
import { FilesPart } from './options-files.tsx';
import { MePart } from './options-me.tsx';
import { type OptionsIntents, type OptionsModel, type OptionsSection, optionsSections } from './options-model.ts';
import { OrganisationPart } from './options-organisation.tsx';
import { PagesPart } from './options-pages.tsx';
import { Part } from './options-part.tsx';
import { PlacesPart } from './options-places.tsx';
import { ReadOnly } from './options-read-only.tsx';
import { SitesPart } from './options-sites.tsx';
import { WeekPart } from './options-week.tsx';
import type { MessageId } from './words.ts';

interface OptionsViewProps {
  /** Undefined: not read from the store yet. */
  readonly model: OptionsModel | undefined;
  readonly intents: OptionsIntents;
}

const titles = {
  me: 'optionsMe',
  sites: 'optionsSites',
  places: 'optionsPlaces',
  week: 'optionsWeek',
  checks: 'optionsChecks',
  pages: 'optionsPages',
  ages: 'optionsAges',
  files: 'optionsFiles',
  delete: 'optionsDelete',
  organisation: 'optionsOrganisation',
} as const satisfies Readonly<Record<OptionsSection, MessageId>>;

const parts = {
  me: MePart,
  sites: SitesPart,
  places: PlacesPart,
  week: WeekPart,
  checks: ChecksPart,
  pages: PagesPart,
  ages: AgesPart,
  files: FilesPart,
  delete: DeletePart,
  organisation: OrganisationPart,
} as const;

/** The options: one page of sections, each of which an address can name (`#delete`). */
export const OptionsView = ({ model, intents }: OptionsViewProps) => {
  const { words } = useDisplay();
  const isRead = model !== undefined;
  // The browser went to the section while there was nothing in it yet.
  useEffect(() => {
    if (isRead && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isRead]);
  return (
    <div className="mx-auto flex max-w-[960px] flex-col px-4 lg:flex-row lg:gap-10">
      <nav aria-label={words.text('optionsTitle')} className="shrink-0 pt-6 lg:sticky lg:top-0 lg:w-44 lg:self-start">
        <h1 className="mb-2 text-16 font-semibold">{words.text('optionsTitle')}</h1>
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5 lg:flex-col">
          {optionsSections.map((section) => (
            <li key={section}>
              <a
                href={`#${section}`}
                className="inline-flex min-h-7 items-center rounded-1 text-accent hover:underline lg:flex lg:px-2 lg:-mx-2 lg:hover:bg-raised lg:hover:no-underline"
              >
                {words.text(titles[section])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="min-w-0 max-w-[720px] flex-1 pb-24">
        {model?.readOnly !== undefined && (
          <ReadOnly why={model.readOnly} mayExport={model.policy.exports} onExport={intents.onExport} />
        )}
        {optionsSections.map((section) => {
          const Content = parts[section];
          return model === undefined ? (
            <Unread key={section} section={section} />
          ) : (
            <Content key={section} model={model} intents={intents} />
          );
        })}
      </main>
    </div>
  );
};

/** A section before the store was read: its heading, and as much room as it takes at least. */
const Unread = ({ section }: { readonly section: OptionsSection }) => {
  const { words } = useDisplay();
  return (
    <Part id={section} title={words.text(titles[section])}>
      <div role="status" aria-busy="true" aria-label={words.text('reading')} className="flex flex-col gap-2">
        <div className="h-4 w-4/5 rounded-1 bg-raised" />
        <div className="h-8 rounded-1 bg-raised" />
        <div className="h-8 w-3/5 rounded-1 bg-raised" />
      </div>
    </Part>
  );
};
