import { useEffect, useId, useMemo, useState } from 'react';
import { type SignalId, signalIds, titleOf } from '../lib/core/finding.ts';
import type { FindingRow, FindingsFilter, FindingsView } from '../lib/core/findings-view.ts';
import { placeId, splitKey } from '../lib/core/key.ts';
import { type Account, accountId, displayName } from '../lib/core/person.ts';
import { Button } from './button.tsx';
import { type Display, useDisplay } from './display.tsx';
import { isNarrowed } from './findings-model.ts';
import { Choice } from './options-fields.tsx';
import { plain } from './plain.ts';
import { placeName, toolName } from './site-name.ts';

interface FindingsFilterProps {
  readonly view: FindingsView;
  readonly onFilter: (filter: FindingsFilter) => void;
  /** Absent: there is nothing to select. */
  readonly picking?: { readonly isOn: boolean; readonly onToggle: () => void } | undefined;
}

/** More than so many are worth narrowing: the filter stands open. */
const few = 12;

/** Whose they are, and a filter by check, person, project and tool. */
export const FindingsFilterBar = ({ view, onFilter, picking }: FindingsFilterProps) => {
  const { words } = useDisplay();
  const { filter, counts } = view;
  const [chosen, setChosen] = useState<boolean>();
  const id = useId();
  const isOpen = chosen ?? (counts.all > few || isNarrowed(filter));
  return (
    <div className="flex flex-col gap-2 px-2">
      <div className="flex flex-wrap items-center gap-2">
        <fieldset className="flex rounded-1 border border-edge/60 p-px">
          <legend className="sr-only">{words.text('whose')}</legend>
          <Whose
            word={words.text('whoseMine', { count: counts.mine })}
            isOn={filter.mine}
            onPress={() => onFilter({ ...filter, mine: true })}
          />
          <Whose
            word={words.text('whoseAll', { count: counts.all })}
            isOn={!filter.mine}
            onPress={() => onFilter({ ...filter, mine: false })}
          />
        </fieldset>
        <span className="ml-auto flex gap-1">
          <Button
            look="quiet"
            aria-expanded={isOpen}
            aria-controls={id}
            className="mx-0"
            onClick={() => setChosen(!isOpen)}
          >
            {words.text('findingsFilter')}
          </Button>
          {picking !== undefined && (
            <Button
              look="quiet"
              data-picks=""
              aria-pressed={picking.isOn}
              className="mx-0 aria-pressed:bg-tint"
              onClick={picking.onToggle}
            >
              {words.text('pickStart')}
            </Button>
          )}
        </span>
      </div>
      <div id={id} hidden={!isOpen} className={isOpen ? 'grid grid-cols-2 gap-1.5' : ''}>
        {isOpen && <Narrowing view={view} onFilter={onFilter} />}
      </div>
    </div>
  );
};

interface WhoseProps {
  readonly word: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

const Whose = ({ word, isOn, onPress }: WhoseProps) => (
  <button
    type="button"
    aria-pressed={isOn}
    onClick={onPress}
    className="h-6 rounded-1 px-2 text-12 font-medium whitespace-nowrap text-muted tabular-nums hover:text-ink aria-pressed:bg-pressed aria-pressed:text-ink"
  >
    {word}
  </button>
);

interface Narrowed {
  readonly signal?: SignalId | undefined;
  readonly tool?: string | undefined;
  readonly place?: string | undefined;
  readonly person?: string | undefined;
}

const Narrowing = ({ view: { rows, filter, counts }, onFilter }: Pick<FindingsFilterProps, 'view' | 'onFilter'>) => {
  const { words } = useDisplay();
  const { checks, people, places, tools } = useChoices(rows, filter);
  const narrow = (change: Narrowed): void => {
    const { signal, tool, place, person } = { ...filter, ...change };
    onFilter({
      mine: filter.mine,
      ...(signal === undefined ? {} : { signal }),
      ...(tool === undefined ? {} : { tool }),
      ...(place === undefined ? {} : { place }),
      ...(person === undefined ? {} : { person }),
    });
  };
  return (
    <>
      <Narrow
        label={words.text('filterCheck')}
        all={words.text('filterCheckAll')}
        value={filter.signal}
        options={checks}
        onChoose={(signal) => narrow({ signal })}
      />
      <Narrow
        label={words.text('filterPerson')}
        all={words.text('filterPersonAll')}
        value={filter.person}
        options={people}
        onChoose={(person) => narrow({ person })}
      />
      <Narrow
        label={words.text('filterPlace')}
        all={words.text('filterPlaceAll')}
        value={filter.place}
        options={places}
        onChoose={(place) => narrow({ place })}
      />
      <Narrow
        label={words.text('optionsTool')}
        all={words.text('filterToolAll')}
        value={filter.tool}
        options={tools}
        onChoose={(tool) => narrow({ tool })}
      />
      {isNarrowed(filter) && rows.length > 0 && (
        <Button look="quiet" className="mx-0 justify-self-start" onClick={() => onFilter({ mine: filter.mine })}>
          {words.text('findingsShowAll', { count: filter.mine ? counts.mine : counts.all })}
        </Button>
      )}
    </>
  );
};

interface NarrowProps<Id extends string> {
  readonly label: string;
  readonly all: string;
  readonly value: Id | undefined;
  readonly options: ReadonlyMap<Id, string>;
  readonly onChoose: (id: Id | undefined) => void;
}

const Narrow = <Id extends string>({ label, all, value, options, onChoose }: NarrowProps<Id>) => {
  const { words } = useDisplay();
  const { compare } = new Intl.Collator(words.locale, { numeric: true });
  const sorted = [...options].sort(([, a], [, b]) => compare(a, b));
  return (
    <Choice<Id | ''>
      label={label}
      unlabelled
      value={value ?? ''}
      options={[['', all], ...sorted]}
      onChoose={(id) => onChoose(id === '' ? undefined : id)}
      className="w-full"
    />
  );
};

interface Choices {
  readonly checks: ReadonlyMap<SignalId, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  readonly tools: ReadonlyMap<string, string>;
}

/**
 * What can be chosen: what is in the rows, and what was in them before they were narrowed, so that one choice can be
 * changed for another; and always what is chosen.
 */
const useChoices = (rows: readonly FindingRow[], filter: FindingsFilter): Choices => {
  const display = useDisplay();
  const here = useMemo(() => choicesIn(display, rows), [display, rows]);
  const [before, setBefore] = useState(none);
  useEffect(() => setBefore((known) => joined(known, here)), [here]);
  return joined(chosenOnly(display, filter), joined(before, here));
};

const none: Choices = { checks: new Map(), people: new Map(), places: new Map(), tools: new Map() };

const joined = (a: Choices, b: Choices): Choices => ({
  checks: new Map([...a.checks, ...b.checks]),
  people: new Map([...a.people, ...b.people]),
  places: new Map([...a.places, ...b.places]),
  tools: new Map([...a.tools, ...b.tools]),
});

const choicesIn = (display: Display, rows: readonly FindingRow[]): Choices => {
  const { words } = display;
  const found = new Set(rows.map(({ finding }) => finding.signal));
  return {
    checks: new Map(signalIds.filter((id) => found.has(id)).map((id) => [id, words.text(titleOf(id))])),
    people: peopleIn(display, rows),
    places: new Map(rows.flatMap((row) => row.places).map((place) => [placeId(place), placeName(display, place)])),
    tools: new Map(
      rows
        .flatMap(({ finding }) => finding.items.map((key) => splitKey(key).tool))
        .map((tool) => [tool, toolName(display, tool)]),
    ),
  };
};

/** One name on two tools is told apart by the tool. */
const peopleIn = (display: Display, rows: readonly FindingRow[]): ReadonlyMap<string, string> => {
  const people = new Map(rows.flatMap(({ finding }) => finding.concerns).map((one) => [accountId(one), one]));
  const nameOf = (one: Account): string => plain(displayName(one), 60);
  const names = new Map<string, number>();
  for (const one of people.values()) names.set(nameOf(one), (names.get(nameOf(one)) ?? 0) + 1);
  return new Map(
    [...people].map(([id, one]) => {
      const name = nameOf(one);
      if (names.get(name) === 1) return [id, name];
      return [id, display.words.text('deleteWho', { who: name, site: toolName(display, one.tool) })];
    }),
  );
};

/** The last part of an id: a project's name, an account's. */
const bareName = (id: string): string => plain(id.slice(id.lastIndexOf(':') + 1).replace(/^~/u, ''), 60);

/** What is chosen, by its bare name: it may be of a filter that was chosen before these rows came. */
const chosenOnly = (display: Display, { signal, tool, place, person }: FindingsFilter): Choices => ({
  checks: new Map(signal === undefined ? [] : [[signal, display.words.text(titleOf(signal))]]),
  people: new Map(person === undefined ? [] : [[person, bareName(person)]]),
  places: new Map(place === undefined ? [] : [[place, bareName(place)]]),
  tools: new Map(tool === undefined ? [] : [[tool, toolName(display, tool)]]),
});
