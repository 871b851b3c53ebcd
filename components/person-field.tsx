import { useState } from 'react';
import { bounds } from '../lib/core/item.ts';
import type { Site } from '../lib/core/key.ts';
import { type Account, accountId, displayName, foldedName } from '../lib/core/person.ts';
import { Combobox } from './combobox.tsx';
import { useDisplay } from './display.tsx';
import { plain } from './plain.ts';

interface PersonFieldProps {
  readonly label: string;
  /** Where a name that is only typed counts as an account. */
  readonly site: Site;
  /** People seen before, most likely first. */
  readonly known: readonly Account[];
  readonly onPick: (person: Account) => void;
  /** It was asked for: the focus goes there as it appears. */
  readonly focused?: boolean;
}

const shown = 8;

/** A name, typed or chosen among the people known. */
export const PersonField = ({ label, site, known, onPick, focused = false }: PersonFieldProps) => {
  const { words } = useDisplay();
  const [text, setText] = useState('');
  const wanted = foldedName(text);
  const options = known
    .filter((person) => [person.name, person.handle].some((name) => foldedName(name ?? '').includes(wanted)))
    .slice(0, shown);
  const typed = plain(text, bounds.name);
  const exact = options.find((person) =>
    [person.name, person.handle].some((name) => foldedName(name ?? '') === wanted),
  );
  const pick = (person: Account): void => {
    setText('');
    onPick(person);
  };
  return (
    <Combobox
      label={label}
      {...(focused ? { inputRef: focus } : {})}
      placeholder={words.text('personPlaceholder')}
      text={text}
      onText={setText}
      options={options}
      idOf={(person) => accountId(person).replace(/\s/gu, '_')}
      draw={(person) => <bdi>{plain(displayName(person), 60)}</bdi>}
      onPick={pick}
      onEnter={() => {
        if (typed !== '') pick(exact ?? { ...site, name: typed });
      }}
      note={typed !== '' && options.length === 0 ? words.text('personTyped', { name: typed }) : undefined}
    />
  );
};

const focus = (field: HTMLInputElement | null): void => field?.focus();
