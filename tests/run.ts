import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Every check, cheap ones first, each one whatever became of those before. The last line counts them; the exit code is
 * zero only where all passed and each step really checked something.
 */

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Counts>;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'crosstie-test-'));
const chromeBuild = `${root}.output/chrome-mv3`;

const main = async (): Promise<void> => {
  const counts: Counts[] = [];
  for (const { name, run } of steps) {
    console.log(`\n▶ ${name}`);
    const began = Date.now();
    const found = await run();
    const count = found.passed + found.failed === 0 ? nothingRan(name) : found;
    console.log(
      `${count.failed === 0 ? '✔' : '✘'} ${name}: ${inWords(count)}, ${Math.round((Date.now() - began) / 1000)} s`,
    );
    counts.push(count);
  }
  rmSync(scratch, { recursive: true, force: true });
  const all = sum(counts);
  if (all.failed > 0) process.exitCode = 1;
  console.log(`\n${inWords(all)}`);
};

/** A step that checks nothing has not passed. */
const nothingRan = (name: string): Counts => {
  console.log(`${name} ran no test.`);
  return { passed: 0, failed: 1, skipped: 0 };
};

const inWords = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const sum = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
});

/** A command that passes or fails as a whole. */
const command = (name: string, ...words: readonly [string, ...string[]]): Step => ({
  name,
  run: async () => one((await execute(words)).code === 0),
});

const one = (passed: boolean): Counts => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a command of this project. Its output is shown as it comes, or kept where it is data. */
const execute = (
  words: readonly [string, ...string[]],
  { keep = false, env = {} }: { readonly keep?: boolean; readonly env?: { readonly [name: string]: string } } = {},
): Promise<Finished> => {
  const options: SpawnOptions = {
    cwd: root,
    stdio: ['ignore', keep ? 'pipe' : 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  };
  return new Promise((finished) => {
    const [name, ...rest] = words;
    const child = spawn(join(root, 'node_modules/.bin', name), rest, options);
    let output = '';
    child.stdout?.on('data', (part: Buffer) => {
      output += part.toString();
    });
    child.on('error', (error) => finished({ code: 1, output: String(error) }));
    child.on('close', (code) => finished({ code: code ?? 1, output }));
  });
};

/** A report that a runner wrote. Undefined where it did not come to that. */
const reportIn = <Report>(file: string): Report | undefined => {
  try {
    // The runners' own format, in versions that are pinned.
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
};

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const vitest: Step = {
  name: 'unit, property, component and page tests; layers; architecture',
  run: async () => {
    const file = join(scratch, 'vitest.json');
    const { code } = await execute([
      'vitest',
      'run',
      '--config=tests/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    const report = reportIn<VitestReport>(file);
    if (report === undefined) return one(false);
    // A file that does not even load has failed and holds no test that could say so.
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
    ).length;
    const failed = report.numFailedTests + unloaded;
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  },
};

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

const playwright: Step = {
  name: 'end to end in Chromium',
  run: async () => {
    const file = join(scratch, 'playwright.json');
    const { code } = await execute(
      ['playwright', 'test', '--config=tests/e2e/playwright.config.ts', '--reporter=line,json'],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CROSSTIE_EXTENSION: chromeBuild } },
    );
    const report = reportIn<PlaywrightReport>(file);
    if (report === undefined) return one(false);
    const { expected, unexpected, flaky, skipped } = report.stats;
    const failed = unexpected + flaky;
    return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
  },
};

interface AddonReport {
  readonly summary: { readonly errors: number };
  readonly errors: readonly { readonly code: string; readonly message: string; readonly file?: string }[];
}

const addonLint: Step = {
  name: 'Firefox add-on lint',
  run: async () => {
    const { output } = await execute(['web-ext', 'lint', '-s', '.output/firefox-mv3', '-o', 'json'], { keep: true });
    if (!output.trimStart().startsWith('{')) {
      console.log(output);
      return one(false);
    }
    const report: AddonReport = JSON.parse(output);
    for (const { code, message, file } of report.errors) console.log(`${file ?? ''} ${code}: ${message}`);
    return one(report.summary.errors === 0);
  },
};

const steps: readonly Step[] = [
  command('types', 'tsc', '--noEmit'),
  command('types of the core, without a browser', 'tsc', '--noEmit', '-p', 'lib/core'),
  command('format and lint', 'biome', 'ci', '.'),
  command('build for Chrome', 'wxt', 'build'),
  command('build for Firefox', 'wxt', 'build', '-b', 'firefox', '--mv3'),
  addonLint,
  vitest,
  playwright,
];

await main();
