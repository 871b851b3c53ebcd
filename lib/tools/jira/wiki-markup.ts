/** Exports give a description as it was typed: Jira's own markup, of which only what concerns reading is undone. */

/** Code and quotations are not the writer's own statements (D7). An opening without its end runs to the end. */
const notSaid = /\{(code|noformat|quote)(?::[^}\n]{0,200})?\}[\s\S]*?(?:\{\1\}|$)/gu;
const monospaced = /\{\{[^\n]{0,500}?\}\}/gu;
const quotedLine = /^[^\S\n]*bq\.[^\n]*$/gmu;
const struck = /(?<![\p{L}\p{N}-])-(?=\S)[^\n-]{1,300}(?<=\S)-(?![\p{L}\p{N}-])/gu;
/** `[words|address]`, `[address]`, `[words|address|smart-link]` */
const link = /\[(?:([^\]|\n]{1,500})\|)?(https?:\/\/[^\]|\s]{1,1000})(?:\|[^\]\n]{0,1000})?\]/gu;

/** What was said, with addresses (to find items) or words (to compare descriptions) in place of links. */
export const fromWikiMarkup = (text: string, links: 'address' | 'words'): string =>
  text
    .replace(notSaid, ' ')
    .replace(monospaced, ' ')
    .replace(quotedLine, '')
    .replace(struck, ' ')
    .replace(link, (_all, words: string | undefined, address: string) =>
      links === 'address' ? ` ${address} ` : (words ?? address),
    );
