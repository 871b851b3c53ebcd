/**
 * What is left of a text when code, quotations, struck words and hidden comments are taken out (D7). Text that was
 * read from a page has lost them already (`prose`); raw Markdown, as in a text field, has not.
 * Lines keep their order; white space in them is folded. Linear in the text's length.
 */
export const saidLines = (text: string): readonly string[] => {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of text.replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ').split('\n')) {
    const mark = /^\s{0,3}(`{3}|~{3})/u.exec(line)?.[1];
    if (fence !== undefined || mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (fence === mark) fence = undefined;
      continue;
    }
    if (/^\s*>/u.test(line)) continue;
    const said = spanMarks.reduce(withoutSpans, line);
    lines.push(said.normalize('NFC').replace(/\s+/gu, ' ').trim());
  }
  return lines;
};

const spanMarks = ['``', '`', '~~'];

/** Takes out what stands between two marks; a mark without a partner is an ordinary character. */
const withoutSpans = (line: string, mark: string): string => {
  const parts = line.split(mark);
  const alone = parts.length % 2 === 0 ? `${mark}${parts.pop() ?? ''}` : '';
  return parts.map((part, index) => (index % 2 === 1 ? ' ' : part)).join('') + alone;
};
