import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PolicyKey, policyKeys } from '../../lib/core/policy.ts';
import { policyIn } from '../../lib/core/policy-schema.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { versions } from '../../lib/store/versions/index.ts';
import { codeOf, filesBelow, root, textOf } from './repository.ts';

const [readme, admin, privacy] = ['README.md', 'ADMIN.md', 'PRIVACY.md'].map(textOf) as [string, string, string];

/** What stands under a heading, down to the next one. */
const under = (text: string, heading: string): string => {
  const part = text.split(/^(?=#+ )/mu).find((one) => one.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`There is no "${heading}"`);
  return part.slice(heading.length).trim();
};

const headings = (text: string, rank: string): readonly string[] =>
  text.split('\n').flatMap((line) => (line.startsWith(`${rank} `) ? [line.slice(rank.length + 1)] : []));

/** Entries of lists, each on one line. */
const entries = (text: string): readonly string[] =>
  text
    .split(/^(?=- )|\n\n/mu)
    .filter((entry) => entry.startsWith('- '))
    .map((entry) => entry.replace(/\s+/gu, ' ').trim());

/** Rows of tables without their heads, as cells. */
const rows = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/(?:^\|.*\n?)+/gmu)].flatMap(([table]) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );

const spans = (text: string): readonly string[] =>
  [...text.replace(/^```[\s\S]*?^```$/gmu, '').matchAll(/`([^`]+)`/gu)].map(([, span = '']) => span);

/** What an entry is about: the code before its first colon. */
const subjects = (text: string): readonly string[] =>
  entries(text).flatMap((entry) => spans(/^- (?:`[^`]*`|[^`:])+: /u.exec(entry)?.[0] ?? ''));

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

describe('permissions', () => {
  interface Manifest {
    readonly permissions: readonly string[];
    readonly host_permissions: readonly string[];
    readonly optional_permissions: readonly string[];
    readonly optional_host_permissions: readonly string[];
  }
  const manifests = ['chrome', 'firefox'].map(
    (name): Manifest => JSON.parse(textOf(`tests/e2e/manifest-${name}.json`)),
  );
  const required = sorted(manifests.flatMap((one) => [...one.permissions, ...one.host_permissions]));
  const optional = sorted(manifests.flatMap((one) => [...one.optional_permissions, ...one.optional_host_permissions]));

  test('were found', () => {
    expect(required).toContain('sidePanel');
    expect(optional).toContain('https://*/*');
  });

  test('ADMIN.md explains each of both manifests, and no other', () => {
    const table = rows(under(admin, '## Permissions'));
    const named = (isOptional: boolean) =>
      sorted(
        table
          .filter(([name = '']) => name.startsWith('optional:') === isOptional)
          .flatMap(([name = '']) => spans(name)),
      );
    expect(named(false)).toEqual(required);
    expect(named(true)).toEqual(optional);
    expect(table.filter(([, why = '']) => why.length < 10)).toEqual([]);
  });

  test('PRIVACY.md explains each of both manifests, and no other', () => {
    const [always = '', agreed = ''] = under(privacy, '## Permissions').split('\nOnly if you agree:\n');
    expect(sorted(subjects(always))).toEqual(required);
    expect(sorted(subjects(agreed))).toEqual(optional);
  });
});

const product = ['lib', 'components', 'entrypoints'].flatMap((folder) => filesBelow(folder, /\.tsx?$/u));

const filesWith = (pattern: RegExp): readonly string[] => product.filter((path) => pattern.test(codeOf(path)));

test('what is said to be for later is not asked for', () => {
  const [forNotifying, forSites] = ['entrypoints/options/connect.ts', 'entrypoints/pages/choosing.ts'];
  expect(filesWith(/\bpermissions\.request\(/u)).toEqual([forNotifying, forSites]);
  expect(filesWith(/\bpermissions\.request\((?!\{ origins: \[\.\.\.origins\] \}\))/u)).toEqual([forNotifying]);
  expect(codeOf(forNotifying).match(/\bpermissions\.request\([^)]*\)/gu)).toEqual(['permissions.request(notifying)']);
  expect(codeOf(forNotifying)).toContain("notifying = { permissions: ['notifications'");
  expect(filesWith(/\b(?:browser|chrome)\.notifications\b/u)).toEqual(['entrypoints/background/tell-daily.ts']);
  expect(filesWith(/\b(?:browser|chrome)\.downloads\b/u)).toEqual([]);
});

test('nothing is kept where PRIVACY.md says that nothing is', () => {
  expect(filesWith(/\bstorage\.session\b/u).length).toBeGreaterThan(2);
  const elsewhere =
    /\bstorage\.(?:local|sync)(?!\.setAccessLevel\b)|\b(?:localStorage|sessionStorage|cookieStore)\b|\.cookies?\b|\bcaches\./u;
  expect(filesWith(elsewhere)).toEqual([]);
  expect(filesWith(/\bstorage\.local\b/u)).toEqual(['entrypoints/background/index.ts']);
});

describe('what an organisation decides', () => {
  const table = rows(under(admin, '## Decide what it may do'));

  test('ADMIN.md has each key of the schema in the package, and no other', () => {
    const { properties } = JSON.parse(textOf('public/managed-schema.json'));
    expect(Object.keys(properties).length).toBeGreaterThan(5);
    expect(table.flatMap(([keys = '']) => spans(keys)).sort()).toEqual(Object.keys(properties).sort());
  });

  test('ADMIN.md says what counts where a value cannot be read', () => {
    const said = table.flatMap(([keys = '', , , strictest = '']) =>
      spans(keys).map((key) => [key, JSON.parse(spans(strictest)[0] ?? 'null')]),
    );
    const { unreadable, ...policy } = policyIn(Object.fromEntries(policyKeys.map((key) => [key, null])));
    expect(unreadable).toEqual(policyKeys);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(policyKeys.map((key) => [key, policy[key]])));
  });

  test('ADMIN.md has examples that can be read, for the ids that the extension has', () => {
    const blocks = [...admin.matchAll(/^```json\n([\s\S]*?)^```/gmu)].map(([, text = '']) => JSON.parse(text));
    const { browser_specific_settings } = JSON.parse(textOf('tests/e2e/manifest-firefox.json'));
    const examples = blocks.flatMap((block) =>
      Object.entries({ ...block['3rdparty']?.extensions, ...block.policies?.['3rdparty']?.Extensions }),
    );
    expect(examples.map(([id]) => id)).toEqual([browser_specific_settings.gecko.id, 'ID']);
    for (const [, example] of examples) {
      const { decided, unreadable } = policyIn(example);
      expect(unreadable).toEqual([]);
      expect(sorted(decided)).toEqual(sorted(Object.keys(example as { readonly [Key in PolicyKey]?: unknown })));
    }
    for (const { policies } of blocks.filter((block) => 'policies' in block))
      expect(Object.keys(policies.ExtensionSettings)).toEqual([browser_specific_settings.gecko.id]);
  });
});

describe('what is kept', () => {
  test('PRIVACY.md names every table', () => {
    const tables = Object.fromEntries(versions.flatMap(({ stores }) => Object.entries<string | null>(stores)));
    const present = Object.entries(tables).flatMap(([table, schema]) => (schema === null ? [] : [table]));
    expect(present).toContain('items');
    expect(subjects(under(privacy, '### In its database, table by table')).toSorted()).toEqual(present.sort());
  });

  test('PRIVACY.md names every setting', () => {
    const declared = /interface SettingValues extends Settings \{(?<body>[\s\S]*?)\n\}/u.exec(
      codeOf('lib/store/rows.ts'),
    );
    const own = [...(declared?.groups?.['body'] ?? '').matchAll(/^ {2}readonly (\w+)\??:/gmu)].map(
      ([, name = '']) => name,
    );
    expect(own).toContain('device');
    const all = [...Object.keys(defaultSettings), ...own];
    expect(subjects(under(privacy, '### Its settings, one by one')).toSorted()).toEqual(all.sort());
  });

  test('PRIVACY.md names every entry of the browser’s session', () => {
    const names = filesWith(/\bSessionArea\b/u)
      .filter((path) => path.startsWith('lib/browser/'))
      .map((path) => /^const name = '(?<name>[^']+)'/mu.exec(codeOf(path))?.groups?.['name'] ?? path);
    expect(names.length).toBeGreaterThan(2);
    expect(subjects(under(privacy, '### While the browser runs')).toSorted()).toEqual(names.sort());
  });
});

describe('the tests that PRIVACY.md names', () => {
  const oneLine = privacy.replace(/\s+/gu, ' ');
  const named = [...oneLine.matchAll(/\(test: (?<path>\S+) "(?<title>.+?)"\)/gu)].map(
    ({ groups }) => [groups?.['path'] ?? '', groups?.['title'] ?? ''] as const,
  );

  /** Without lines that are comments: a test that is taken out checks nothing. */
  const testsIn = (path: string): string => textOf(path).replace(/^\s*\/\/.*$/gmu, '');

  /** Titles as they stand in the file: of `test` itself, and of `test.each(…)`. */
  const titlesIn = (code: string): readonly string[] =>
    [...code.matchAll(/(?:\btest|\))\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`((?:[^`\\]|\\.)+)`),/gu)].map(
      ([, ...titles]) => (titles.find((title) => title !== undefined) ?? '').replace(/\\(.)/gu, '$1'),
    );

  /** Whether a title is this one; what is filled into it while the test runs has to stand in the file as well. */
  const isTitle = (written: string, title: string, code: string): boolean => {
    const pattern = written
      .split(/\$\{[^}]+\}|%[sij]|\$[a-z]+/u)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'))
      .join('(.+)');
    const filled = new RegExp(`^${pattern}$`, 'u').exec(title)?.slice(1);
    return filled?.every((part) => code.includes(part)) ?? false;
  };

  test('were found', () => {
    expect(named.length).toBeGreaterThan(40);
    expect(named.length).toBe(oneLine.split('(test:').length - 1);
  });

  test.each(sorted(named.map(([path]) => path)))('%s', (path) => {
    expect(path).toMatch(/^tests\/.+\.(?:test|spec)\.tsx?$/u);
    const code = testsIn(path);
    const titles = titlesIn(code);
    const missing = named
      .filter(([at]) => at === path)
      .filter(([, title]) => !titles.some((written) => isTitle(written, title, code)));
    expect(missing.map(([, title]) => title)).toEqual([]);
  });

  test('every line names one, or says that there is none', () => {
    const lines = entries(privacy);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => !/\(test: .+"\)$|\(not checked by a test\)$/u.test(line))).toEqual([]);
  });
});

describe('what it is made of', () => {
  const list = entries(under(admin, '## What it is made of, and whether a build is the same')).map((entry) =>
    [...entry.matchAll(/`(?<name>[^`]+)` (?<version>\d[\w.-]*)/gu)].map(
      ({ groups }) => [groups?.['name'] ?? '', groups?.['version'] ?? ''] as const,
    ),
  );

  test('ADMIN.md lists what package.json depends on, with the versions', () => {
    const { dependencies } = JSON.parse(textOf('package.json'));
    expect(Object.keys(dependencies).length).toBeGreaterThan(3);
    expect(Object.fromEntries(list.map(([first = ['', '']]) => first))).toEqual(dependencies);
    expect(list).toHaveLength(Object.keys(dependencies).length);
  });

  test('ADMIN.md lists what these bring with them, by the lock file', () => {
    interface Locked {
      readonly version: string;
      readonly dev?: true;
      readonly devOptional?: true;
    }
    const { packages } = JSON.parse(textOf('package-lock.json')) as { readonly packages: Record<string, Locked> };
    const shipped = Object.entries(packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && dev === undefined && devOptional === undefined)
      .map(([path, { version }]) => `${path.replace(/^.*node_modules\//u, '')} ${version}`);
    expect(list.flatMap((entry) => entry.map((one) => one.join(' '))).sort()).toEqual(shipped.sort());
  });

  test('ADMIN.md has the version that is packed', () => {
    expect(admin).toContain(` version="${JSON.parse(textOf('package.json')).version}"`);
  });
});

describe('how to install it', () => {
  test('README.md says so second', () => {
    expect(headings(readme, '##')[1]).toBe('Use it with your own tools');
    const [, after = ''] = readme.split('\n## Use it with your own tools\n');
    const [section = ''] = after.split('\n## ');
    expect(headings(section, '###')).toEqual(['Chrome', 'Edge', 'Firefox']);
    expect(section).toContain('npm ci && npm run pack');
  });

  test.each(['Chrome', 'Edge', 'Firefox'])('in three steps for %s', (browser) => {
    const steps = [...under(readme, `### ${browser}`).matchAll(/^(\d+)\. \S/gmu)].map(([, number]) => number);
    expect(steps).toEqual(['1', '2', '3']);
  });
});

test.each([
  ['README.md', readme],
  ['ADMIN.md', admin],
])('%s names commands and files that exist', (_name, text) => {
  const { scripts } = JSON.parse(textOf('package.json'));
  const commands = [...text.matchAll(/\bnpm (?:run (?:-s )?)?(?!run\b|ci\b|sbom\b)([a-z][\w:-]*)/gu)].map(
    ([, command = '']) => command,
  );
  expect(commands).toContain('pack');
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  const files = spans(text).filter((span) => /^(?:lib|components|entrypoints|tests|public)\/[\w./-]+$/u.test(span));
  expect(files).not.toEqual([]);
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('no other document stands at the top', () => {
  const documents = readdirSync(root).filter((name) => /\.(?:md|txt|rst)$|^[A-Z]+$/u.test(name));
  expect(documents.sort()).toEqual(['ADMIN.md', 'LICENSE', 'PRIVACY.md', 'README.md']);
});
