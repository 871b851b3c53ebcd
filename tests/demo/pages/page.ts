import { type Html, html } from '../html.ts';
import type { Person, Prose, World } from '../world.ts';

export type Theme = 'light' | 'dark';

/** Somebody's request for a page. */
export interface Visit {
  readonly world: World;
  readonly address: URL;
  readonly theme: Theme;
  /** Length of generated lists (`?many=1000`); 0: the story's own items. */
  readonly many: number;
}

/**
 * A page in regions. A navigation inside the page replaces the regions that changed and the title, as the tools'
 * own frameworks do; head and `stale` stay what they were when the page was loaded.
 */
export interface Page {
  readonly status?: 404;
  readonly title: string;
  /** Attributes of the root element, such as the theme. */
  readonly root?: Html;
  readonly head: Html;
  readonly bodyClass: string;
  readonly regions: { readonly [name: string]: Html };
  /** Outside of the regions: embedded data. */
  readonly stale?: Html;
}

/** One look-alike. Each function answers undefined for what it does not have. */
export interface LookAlike {
  readonly tool: 'github' | 'jira' | 'asana';
  readonly host: string;
  /** Where a bare host name leads. */
  readonly start: string;
  readonly page: (visit: Visit) => Page | undefined;
  /** A part that arrives after the page: its place is an element with `data-late="<name>"`. */
  readonly late: (visit: Visit, name: string) => Html | undefined;
  /** All rows of an element with `data-rows="<name>"`, of which a page carries the first ones. */
  readonly rows: (visit: Visit, name: string) => readonly Html[] | undefined;
}

/** Rows that a page carries before its script asks for the others. */
export const firstRows = 25;

/** Paragraphs, quotes and links of what somebody wrote. */
export const proseOf = (text: Prose, link: (address: string) => Html): Html =>
  html`${text
    .split(/\n\n+/u)
    .filter((block) => block !== '')
    .map((block) =>
      block.startsWith('> ')
        ? html`<blockquote><p>${linesOf(block.slice(2), link)}</p></blockquote>`
        : html`<p>${linesOf(block, link)}</p>`,
    )}`;

const linesOf = (block: string, link: (address: string) => Html): readonly Html[] =>
  block.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${linked(line, link)}`);

const linked = (line: string, link: (address: string) => Html): readonly Html[] =>
  line.split(/(https:\/\/[^\s,]+)/u).map((part) => (part.startsWith('https://') ? link(part) : html`${part}`));

/** Initials on a coloured disc, as text. */
export const disc = (person: Person | undefined, size: 's' | 'm' = 's'): Html =>
  person === undefined
    ? html`<span class="disc disc-${size} disc-0" aria-hidden="true"></span>`
    : html`<span class="disc disc-${size} disc-${person.colour}" aria-hidden="true">${person.initials}</span>`;

/** The same as a picture. `alt`: what the tool writes there. */
export const avatar = (person: Person | undefined, alt: string, size: 's' | 'm' = 's'): Html =>
  person === undefined
    ? disc(undefined, size)
    : html`<img class="disc disc-${size}" src="/_demo/avatar/${person.colour}-${person.initials}.svg" alt="${alt}">`;

/** Asks for a change in the world when it is clicked. */
export const act = (ref: string, change: object): Html => html`data-act="${JSON.stringify({ ref, change })}"`;

export const switchTheme = ({ theme, address }: Visit): Html => {
  const other = new URL(address);
  other.searchParams.set('theme', theme === 'dark' ? 'light' : 'dark');
  return html`<a class="theme" data-reload href="${other.pathname}${other.search}">${theme === 'dark' ? 'Light' : 'Dark'}</a>`;
};
