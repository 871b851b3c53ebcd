import type { Kind } from '../item.ts';
import type { ItemKey } from '../key.ts';
import type { Person } from '../person.ts';
import { withRoom } from './growing.ts';
import type { TwinItem } from './text.ts';

/**
 * Items by the number of their document, without their descriptions: what many share, people, labels, kinds, is held once,
 * and times in columns. An object for each takes twice the room (`bench -- twins`).
 */
export interface Held {
  readonly put: (document: number, item: TwinItem) => void;
  readonly remove: (document: number) => void;
  /** Undefined: it is not there. Made anew each time. */
  readonly item: (document: number) => TwinItem | undefined;
  readonly title: (document: number) => string | undefined;
  /** Milliseconds; NaN not known. */
  readonly created: (document: number) => number;
  readonly closed: (document: number) => number;
}

export const createHeld = (): Held => {
  const keys: (ItemKey | undefined)[] = [];
  const titles: (string | undefined)[] = [];
  let created = new Float64Array(0);
  let closed = new Float64Array(0);
  // Numbers of what is shared; 0 none.
  let kinds = new Uint8Array(0);
  let authors = new Uint32Array(0);
  let labels = new Uint32Array(0);
  const kindOf = createShared<Kind>((kind) => kind);
  const authorOf = createShared<Person>(({ handle, name, kind }) => JSON.stringify([handle, name, kind]));
  const labelsOf = createShared<readonly string[]>((all) => JSON.stringify(all));

  return {
    put: (document, item) => {
      keys[document] = item.key;
      titles[document] = item.title;
      const end = document + 1;
      created = withRoom(created, end);
      closed = withRoom(closed, end);
      kinds = withRoom(kinds, end);
      authors = withRoom(authors, end);
      labels = withRoom(labels, end);
      created[document] = item.created ?? Number.NaN;
      closed[document] = item.closed ?? Number.NaN;
      kinds[document] = kindOf.number(item.kind);
      authors[document] = authorOf.number(item.author);
      labels[document] = labelsOf.number(item.labels);
    },
    remove: (document) => {
      keys[document] = undefined;
      titles[document] = undefined;
    },
    item: (document) => {
      const [key, title] = [keys[document], titles[document]];
      if (key === undefined || title === undefined) return undefined;
      const [made, ended] = [created[document] as number, closed[document] as number];
      const kind = kindOf.value(kinds[document] as number);
      const author = authorOf.value(authors[document] as number);
      const named = labelsOf.value(labels[document] as number);
      return {
        key,
        title,
        ...(kind === undefined ? {} : { kind }),
        ...(Number.isNaN(made) ? {} : { created: made }),
        ...(Number.isNaN(ended) ? {} : { closed: ended }),
        ...(author === undefined ? {} : { author }),
        ...(named === undefined ? {} : { labels: named }),
      };
    },
    title: (document) => titles[document],
    created: (document) => created[document] ?? Number.NaN,
    closed: (document) => closed[document] ?? Number.NaN,
  };
};

/** Equal values have one number, from 1; 0 is for none. */
export const createShared = <Value>(spell: (value: Value) => string) => {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  return {
    values,
    number: (value: Value | undefined): number => {
      if (value === undefined) return 0;
      const spelled = spell(value);
      const number = numbers.get(spelled) ?? values.push(value);
      numbers.set(spelled, number);
      return number;
    },
    value: (number: number): Value | undefined => values[number - 1],
  };
};
