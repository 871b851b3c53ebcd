// The core compiles without a browser's types; this much of the URL standard every JavaScript host has.
declare global {
  interface URL {
    hostname: string;
    href: string;
  }
}
declare const URL: { new (text: string): URL; canParse(text: string): boolean };

const longest = 2_000;

/** An address from text, or undefined where it is none. What it names is another question. */
export const parseAddress = (text: string): URL | undefined =>
  text.length <= longest && URL.canParse(text) ? new URL(text) : undefined;
