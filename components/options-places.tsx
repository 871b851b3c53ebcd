import { useId, useState } from 'react';
import { placeId } from '../lib/core/key.ts';
import { foldedName } from '../lib/core/person.ts';
import { Button } from './button.tsx';
import { type Display, useDisplay } from './display.tsx';
import { fieldLook } from './options-fields.tsx';
import type { ListedPlace, OptionsIntents, OptionsPartProps } from './options-model.ts';
import { Part } from './options-part.tsx';
import { PlaceRow } from './options-place-row.tsx';
import { placeName, siteName } from './site-name.ts';
import { ToolBadge } from './tool-badge.tsx';

/** Below so many the list is read at a glance, and a field to search it would only stand in the way. */
const searched = 8;

/** Which projects and repositories are my work (K7). */
export const PlacesPart = ({ model, intents }: OptionsPartProps) => {
  const display = useDisplay();
  const { words } = display;
  const [text, setText] = useState('');
  const { places } = model;
  const wanted = foldedName(text);
  const found = places.filter((place) =>
    [placeName(display, place), siteName(display, place)].some((name) => foldedName(name).includes(wanted)),
  );
  return (
    <Part id="places" title={words.text('optionsPlaces')} note={words.text('optionsPlacesNote')}>
      {places.length === 0 && <p className="text-muted">{words.text('optionsPlacesNone')}</p>}
      {places.length > searched && (
        <div className="flex flex-col gap-1">
          <input
            type="search"
            aria-label={words.text('optionsPlacesFilter')}
            placeholder={words.text('optionsPlacesFilter')}
            value={text}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
            className={`${fieldLook} w-full`}
          />
          <p role="status" className="text-12 text-muted">
            {wanted === ''
              ? words.count('optionsPlacesCount', places.length)
              : words.count('optionsPlacesFound', found.length, { all: places.length })}
          </p>
        </div>
      )}
      {bySite(display, found).map((group) => (
        // What was opened of a list of places is another list once a text is searched.
        <SiteGroup
          key={`${group.tool} ${group.site} ${wanted}`}
          group={group}
          locked={model.readOnly !== undefined}
          wholeSiteMine={model.sites.some(
            ({ tool, site, wholeSiteMine }) => wholeSiteMine && tool === group.tool && site === group.site,
          )}
          onPlace={intents.onPlace}
        />
      ))}
    </Part>
  );
};

interface Group {
  readonly tool: string;
  readonly site: string;
  readonly places: readonly ListedPlace[];
}

interface SiteGroupProps {
  readonly group: Group;
  readonly locked: boolean;
  readonly wholeSiteMine: boolean;
  readonly onPlace: OptionsIntents['onPlace'];
}

const shownFirst = 25;
const shownMore = 100;

const SiteGroup = ({ group, locked, wholeSiteMine, onPlace }: SiteGroupProps) => {
  const display = useDisplay();
  const { words } = display;
  const [shown, setShown] = useState(shownFirst);
  const heading = useId();
  const { places } = group;
  return (
    <section aria-labelledby={heading}>
      <div className="flex items-center gap-2 pb-1">
        <ToolBadge tool={group.tool} />
        <h3 id={heading} className="min-w-0 truncate font-medium">
          <bdi>{siteName(display, group)}</bdi>
        </h3>
        <span className="text-12 text-muted">{words.number(places.length)}</span>
      </div>
      <ul className="flex flex-col divide-y divide-line">
        {places.slice(0, shown).map((place) => (
          <PlaceRow
            key={placeId(place)}
            place={place}
            locked={locked}
            wholeSiteMine={wholeSiteMine}
            onAnswer={(answer) => onPlace({ tool: place.tool, site: place.site, name: place.name }, answer)}
          />
        ))}
      </ul>
      {places.length > shown && (
        <Button look="quiet" className="mt-1 -ml-2" onClick={() => setShown(shown + shownMore)}>
          {words.count('listMore', places.length - shown)}
        </Button>
      )}
    </section>
  );
};

/** What waits for an answer first, then by name, in each site. */
const bySite = (display: Display, places: readonly ListedPlace[]): readonly Group[] => {
  const { compare } = new Intl.Collator(display.words.locale, { numeric: true });
  const groups = new Map<string, ListedPlace[]>();
  for (const place of places) {
    const id = `${place.tool} ${place.site}`;
    groups.set(id, [...(groups.get(id) ?? []), place]);
  }
  return [...groups.values()]
    .map((own) => [...own].sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name)))
    .flatMap((own) => (own[0] === undefined ? [] : [{ tool: own[0].tool, site: own[0].site, places: own }]))
    .sort((a, b) => compare(a.tool, b.tool) || compare(a.site, b.site));
};

const rank = ({ blocked, sign, answer }: ListedPlace): number =>
  blocked ? 2 : sign === undefined && answer === undefined ? 0 : 1;
