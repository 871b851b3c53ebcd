import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react';
import type { Day } from '../lib/core/item.ts';
import { type ItemKey, splitKey } from '../lib/core/key.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { plain } from './plain.ts';
import { createWhen, type When } from './when.ts';
import type { Words } from './words.ts';

/** A tool as the screen shows it: a letter in a colour. */
export interface ToolInfo {
  readonly id: string;
  readonly name: string;
  /** Absent: the name's first letter. */
  readonly letter?: string;
  /** Colours that stand AA contrast on the light and the dark surface. Absent: the colour of plain text. */
  readonly colour?: { readonly light: string; readonly dark: string };
}

/** What every component may ask, and none of them knows by itself: words, tools, the clock. */
export interface DisplaySource {
  readonly words: Words;
  readonly tools: readonly ToolInfo[];
  /** How people say a key aloud. Undefined: the key has no short form. */
  readonly short: (key: ItemKey) => string | undefined;
  /** The address to open, built by the tool itself. Undefined: the tool is not known. */
  readonly linkTo: (key: ItemKey) => URL | undefined;
  /** Milliseconds. */
  readonly now: number;
  readonly today: Day;
}

export interface Display extends DisplaySource {
  readonly when: When;
  readonly tool: (id: string) => ToolInfo | undefined;
}

const DisplayContext = createContext<Display | undefined>(undefined);

export const DisplayProvider = ({
  source,
  children,
}: {
  readonly source: DisplaySource;
  readonly children: ReactNode;
}) => {
  const display = useMemo(
    (): Display => ({
      ...source,
      when: createWhen(source.words.locale, source.now, source.today),
      tool: (id) => source.tools.find((tool) => tool.id === id),
    }),
    [source],
  );
  return <DisplayContext value={display}>{children}</DisplayContext>;
};

export const useDisplay = (): Display => {
  const display = useContext(DisplayContext);
  if (display === undefined) throw new Error('useDisplay: no DisplayProvider above');
  return display;
};

/** A key where nothing but a key is known: the short form people say, else the bare reference. */
export const keyLabel = ({ short }: Pick<Display, 'short'>, key: ItemKey): string =>
  plain(short(key) ?? splitKey(key).ref, 60);

/** An item in a sentence. A bare number is no name: an item without a short form is called by its title. */
export const itemName = (display: Pick<Display, 'short'>, { key, title }: Pick<ItemBrief, 'key' | 'title'>): string => {
  const short = display.short(key);
  return short === undefined && title ? `“${plain(title, 60)}”` : keyLabel(display, key);
};

/** Pieces of a message, some of them elements, in the order of the language. */
export const Pieces = ({ of }: { readonly of: readonly ReactNode[] }) =>
  of.map((piece, index) => (
    // The order of a sentence's pieces never changes while it is shown.
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    <Fragment key={index}>{piece}</Fragment>
  ));
