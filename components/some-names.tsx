import type { Person } from '../lib/core/person.ts';
import { Pieces, useDisplay } from './display.tsx';
import { Names } from './owner-field.tsx';

const spelledOut = 3;

/** Up to three names; of more, two and how many others. */
export const SomeNames = ({ people }: { readonly people: readonly Person[] }) => {
  const { words } = useDisplay();
  if (people.length <= spelledOut) return <Names people={people} />;
  const first = people.slice(0, spelledOut - 1);
  return (
    <Pieces of={words.countPieces('namesAndOthers', people.length - first.length, { who: <Names people={first} /> })} />
  );
};
