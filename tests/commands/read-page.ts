/** `npm run -s read-page -- --url ADDRESS [--site TOOL=HOST]… [--today DAY] FILE`: what does a saved page say? One JSON object. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { locate, toolFor, toolOf } from '../../lib/tools/index.ts';
import { readers } from '../../lib/tools/readers.ts';
import { readPage } from '../../lib/tools/reading.ts';
import { pageOf } from '../pages.ts';
import { finish, type Outcome, parseArguments, refused } from './arguments.ts';

const usage =
  'usage: npm run -s read-page -- --url ADDRESS [--site TOOL=HOST[:PORT][/CONTEXT]]… [--today YYYY-MM-DD] FILE';

export const readPageCommand = (args: readonly string[], now: Date): Outcome => {
  const parsed = parseArguments(args, ['url', 'today']);
  if (!parsed.ok) return refused(parsed.failure.message, usage);
  const { sites, flag, others } = parsed.value;
  const url = flag('url');
  const today = flag('today') ?? now.toISOString().slice(0, 10);
  const [file, ...more] = others;
  if (url === undefined || file === undefined || more.length > 0) return refused(usage);
  if (!URL.canParse(url)) return refused(`--url: ${JSON.stringify(url)} is no address`);
  if (!isDay(today)) return refused(`--today takes YYYY-MM-DD, not ${JSON.stringify(today)}`);

  let html: string;
  try {
    html = readFileSync(file, 'utf8');
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  const address = new URL(url);
  const key = locate(address, sites);
  const tool = (key === undefined ? undefined : toolOf(key)) ?? toolFor(address, sites);
  const nothing = { tool: tool?.id ?? null, item: null, listed: [], me: null, drift: [] };
  const reader = readers.find((one) => one.tool === tool);
  if (reader === undefined) return said(nothing, '');
  const start = html.slice(0, endOfTags(html));
  try {
    const page = pageOf(start, { address: url, sites, today });
    return said(readPage(page, reader), start === html ? '' : `only the first ${mostTags} tags were read\n`);
  } catch (error) {
    // Browsers stop nesting at some depth; happy-dom does not, and runs out of stack.
    if (error instanceof RangeError) return said(nothing, `nested too deeply to be read: ${error.message}\n`);
    throw error;
  }
};

const said = (reading: unknown, errors: string): Outcome => ({
  code: 0,
  output: `${JSON.stringify(reading)}\n`,
  errors,
});

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text));

/** Several times what the largest real pages have; happy-dom needs some kilobytes for each. */
const mostTags = 150_000;

const endOfTags = (html: string): number => {
  let at = -1;
  for (let tags = 0; tags <= mostTags; tags += 1) {
    at = html.indexOf('<', at + 1);
    if (at === -1) return html.length;
  }
  return at;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  finish(readPageCommand(process.argv.slice(2), new Date()));
}
