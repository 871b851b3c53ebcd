import { parseArgs } from 'node:util';
import type { Site } from '../../lib/core/key.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import { tools } from '../../lib/tools/index.ts';

/** What was typed makes no sense; `message` says what and what would. */
export interface BadArguments {
  readonly type: 'BadArguments';
  readonly message: string;
}

/** What a command gives to the shell. 2: it could not even begin. */
export interface Outcome {
  readonly code: 0 | 2;
  readonly output: string;
  readonly errors: string;
}

export const refused = (...messages: readonly string[]): Outcome => ({
  code: 2,
  output: '',
  errors: `${messages.join('\n')}\n`,
});

/** Writes an outcome and lets the process end by itself, so that a pipe gets all of it. */
export const finish = ({ code, output, errors }: Outcome): void => {
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = code;
};

export interface Arguments {
  readonly sites: readonly Site[];
  /** The last value of a flag. */
  readonly flag: (name: string) => string | undefined;
  readonly others: readonly string[];
}

/** Every command takes `--site`, any number of times; the other flags, each with a value, are its own. */
export const parseArguments = (
  args: readonly string[],
  flags: readonly string[] = [],
): Result<Arguments, BadArguments> => {
  const options = Object.fromEntries(
    ['site', ...flags].map((name) => [name, { type: 'string', multiple: true } as const]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const sites = parseSites(values['site'] ?? []);
    return sites.ok ? ok({ sites: sites.value, flag: (name) => values[name]?.at(-1), others: positionals }) : sites;
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error));
  }
};

const siteShape = /^(?<tool>[a-z]+)=(?<site>[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?(?:\/[^\s?#]*)?)$/iu;

/** `github=git.corp.example`, `jira=corp.example:8443/jira`: a self-hosted tool and where it is served. */
const parseSites = (texts: readonly string[]): Result<readonly Site[], BadArguments> => {
  const sites: Site[] = [];
  for (const text of texts) {
    const { tool = '', site = '' } = siteShape.exec(text)?.groups ?? {};
    if (site === '') return bad(`--site takes TOOL=HOST[:PORT][/CONTEXT], not ${JSON.stringify(text)}`);
    if (!tools.some(({ id }) => id === tool)) {
      return bad(`--site: unknown tool ${JSON.stringify(tool)}; known are ${tools.map(({ id }) => id).join(', ')}`);
    }
    const [host = '', ...context] = site.replace(/\/+$/u, '').split('/');
    sites.push({ tool, site: [host.toLowerCase(), ...context].join('/') });
  }
  return ok(sites);
};

const bad = (message: string): ReturnType<typeof fail<BadArguments>> => fail({ type: 'BadArguments', message });
