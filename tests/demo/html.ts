/** Markup that was put together here; anything else that goes into a template is text and is escaped. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | undefined | false | readonly Part[];

/** Tagged template for pages: text is escaped, nested templates and lists of them are kept. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.map((text, index) => text + render(parts[index])).join(''),
});

/** JSON for a `<script type="application/json">`, which ends at the first `</script`. */
export const json = (value: unknown): Html => ({ html: JSON.stringify(value).replaceAll('<', '\\u003c') });

export const nothing: Html = { html: '' };

const render = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (typeof part === 'object') return isHtml(part) ? part.html : part.map(render).join('');
  return escaped(String(part));
};

const isHtml = (part: Html | readonly Part[]): part is Html => 'html' in part;

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
