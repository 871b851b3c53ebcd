import { type ReactNode, useState } from 'react';
import { foldedName } from '../lib/core/person.ts';
import { Combobox } from './combobox.tsx';
import { useDisplay } from './display.tsx';

interface PickOneProps<Option> {
  readonly label: string;
  readonly options: readonly Option[];
  readonly idOf: (option: Option) => string;
  /** What is searched; the first is the name that stands in the field once it is picked. */
  readonly namesOf: (option: Option) => readonly [string, ...string[]];
  readonly draw: (option: Option) => ReactNode;
  /** Undefined: nothing is picked any more, since something else is typed. */
  readonly onPick: (option: Option | undefined) => void;
}

const shown = 8;

/** One of many that are known; what is only typed is none of them. */
export const PickOne = <Option,>({ label, options, idOf, namesOf, draw, onPick }: PickOneProps<Option>) => {
  const { words } = useDisplay();
  const [text, setText] = useState('');
  const [isPicked, setPicked] = useState(false);
  const wanted = foldedName(text);
  const found = options.filter((option) => namesOf(option).some((name) => foldedName(name).includes(wanted)));
  const pick = (option: Option): void => {
    setText(namesOf(option)[0]);
    setPicked(true);
    onPick(option);
  };
  return (
    <Combobox
      label={label}
      placeholder={label}
      text={text}
      onText={(typed) => {
        setText(typed);
        setPicked(false);
        onPick(undefined);
      }}
      options={isPicked ? [] : found.slice(0, shown)}
      idOf={(option) => idOf(option).replace(/\s/gu, '_')}
      draw={draw}
      onPick={pick}
      onEnter={() => {
        const [only, ...others] = found;
        if (only !== undefined && others.length === 0) pick(only);
      }}
      note={wanted !== '' && found.length === 0 ? words.text('optionsNotKnown', { name: text }) : undefined}
    />
  );
};
