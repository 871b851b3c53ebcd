/** `npm run -s locate -- [--site TOOL=HOST]… <address>…`: which item does each address name? One JSON line each. */
import { pathToFileURL } from 'node:url';
import type { Site } from '../../lib/core/key.ts';
import { locate } from '../../lib/tools/index.ts';
import { finish, type Outcome, parseArguments, refused } from './arguments.ts';

const usage = 'usage: npm run -s locate -- [--site TOOL=HOST[:PORT][/CONTEXT]]… <address>…';

export const locateCommand = (args: readonly string[]): Outcome => {
  const parsed = parseArguments(args);
  if (!parsed.ok) return refused(parsed.failure.message, usage);
  const { sites, others: addresses } = parsed.value;
  if (addresses.length === 0) return refused(usage);
  const lines = addresses.map((address) => `${JSON.stringify({ address, key: keyOf(address, sites) })}\n`);
  return { code: 0, output: lines.join(''), errors: '' };
};

const keyOf = (address: string, sites: readonly Site[]): string | null =>
  URL.canParse(address) ? (locate(new URL(address), sites) ?? null) : null;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) finish(locateCommand(process.argv.slice(2)));
