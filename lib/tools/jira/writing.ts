import { digestOf, firstTokens } from '../../core/digest.ts';
import { bounds, type Link } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import { seen } from '../../core/seen.ts';
import { readText } from '../../core/text.ts';
import { prose } from '../prose.ts';
import type { Page } from '../reader.ts';
import { fromWikiMarkup } from './wiki-markup.ts';

/** Jira's own words within a text. */
const own = '.aui-lozenge, .hidden';
/** Code, besides what prose leaves out everywhere: part of the text, but nothing that its writer states (D7). */
const code = 'tt, .code, .preformatted, .code-block, [data-testid="renderer-code-block"]';

/** A description is hashed whole, up to this many characters. */
const digestLimit = 100_000;
const maxComments = 100;

export interface Writing {
  readonly root: Element;
  readonly by?: Person | undefined;
  /** The text stands there as typed, in Jira's own markup. */
  readonly isMarkup?: boolean;
}

const said = (page: Page, { root, isMarkup }: Writing, links: 'address' | 'words', limit: number): string => {
  const skip = links === 'words' ? own : `${own}, ${code}`;
  const text = prose(page.dom, root, { limit, links, base: page.address, skip });
  return isMarkup === true ? fromWikiMarkup(text, links) : text;
};

/** The start of a description in words. */
export const startOf = (page: Page, writing: Writing): string =>
  firstTokens(said(page, writing, 'words', bounds.description * 4));

/** Tells whether any part of a description changed (A1), code and quotations included. */
export const digestIn = (page: Page, root: Element): string => digestOf(page.dom.text(root, digestLimit));

export interface TextLinks {
  readonly text: readonly Link[];
  readonly mentions: readonly Link[];
}

/** What people wrote on an item about other items: dependency words (D7) and mentions, with who wrote them. */
export const readWriting = (page: Page, here: ItemKey, writings: readonly Writing[]): TextLinks => {
  const readings = writings.slice(0, maxComments).map((writing) =>
    readText(said(page, writing, 'address', bounds.text), {
      ...seen({ by: writing.by }),
      here,
      locate: page.locate,
      expand: page.expand,
    }),
  );
  const named = readings.flatMap(({ mentions, closes }) => [
    ...mentions,
    ...closes.map((link): Link => ({ ...link, kind: 'mentions' })),
  ]);
  const others = (links: readonly Link[]): readonly Link[] => links.filter(({ key }) => key !== here);
  return { text: others(readings.flatMap(({ dependencies }) => dependencies)), mentions: others(named) };
};
