import { firstTokens } from '../core/digest.ts';
import type { Draft } from '../core/draft.ts';
import { bounds } from '../core/item.ts';
import { type Dom, foldSpace } from './dom.ts';
import { prose } from './prose.ts';

/** What reading a draft needs to know. */
export interface DraftPage {
  readonly address: URL;
  readonly dom: Dom;
}

/** How the create forms of one tool are read. Of a form its title and its description are read, and no other field. */
export interface DraftReader {
  /** The tool's id. */
  readonly id: string;
  /** Whether a create form can be at this address of the tool. */
  readonly mayDraft: (address: URL) => boolean;
  /** Selector of title fields, all variants of markup, newest first. */
  readonly titles: string;
  /** What is typed in the form of this title field. Undefined: it is not one of a create form. */
  readonly read: (page: DraftPage, title: Element) => Draft | undefined;
  /** Whether a title field that has just got the focus is one of a new item. Absent: it is. */
  readonly isNew?: (page: DraftPage, title: Element) => boolean;
  /** Whether strangers can read this page (P3). Absent: they cannot. */
  readonly isPublic?: (page: DraftPage) => boolean;
}

/** One way in which a tool builds its create form. */
export interface DraftVariant {
  readonly title: string;
  /** What holds both fields; without it around the title, it is no create form. */
  readonly form: string;
  /** Description fields, the first of these that is there; a form may have several of one kind. */
  readonly bodies: readonly string[];
}

export const titlesOf = (variants: readonly DraftVariant[]): string => variants.map(({ title }) => title).join(', ');

/** What stands in the form around a title field, by the first variant that fits, cut to its bounds (P2). */
export const readForm = (page: DraftPage, title: Element, variants: readonly DraftVariant[]): Draft | undefined => {
  const { dom } = page;
  for (const { title: selector, form: around, bodies } of variants) {
    const form = dom.matches(title, selector) ? dom.closest(title, around) : undefined;
    if (form === undefined) continue;
    const body = firstTokens(bodyIn(page, form, bodies));
    return {
      title: foldSpace(dom.value(title).slice(0, bounds.title)),
      ...(body === '' ? {} : { body }),
    };
  }
  return undefined;
};

const mostFields = 10;

const bodyIn = (page: DraftPage, form: Element, selectors: readonly string[]): string => {
  for (const selector of selectors) {
    const fields = page.dom.all(selector, form).slice(0, mostFields);
    if (fields.length > 0) return fields.map((field) => textIn(page, field)).join('\n');
  }
  return '';
};

/** An editor shows its hint as an element in the text. */
const hints = '.placeholder-decoration, [contenteditable="false"]';

const textIn = ({ dom, address }: DraftPage, field: Element): string =>
  dom.tag(field) === 'textarea'
    ? dom.value(field).slice(0, bounds.text)
    : prose(dom, field, { limit: bounds.text, links: 'address', base: address, skip: hints });
