import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { savedPages } from '../pages.ts';
import { locateCommand } from './locate.ts';

const lines = (...args: readonly string[]): readonly unknown[] => {
  const { code, output, errors } = locateCommand(args);
  expect([code, errors]).toEqual([0, '']);
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

describe('locate', () => {
  test('[K1] prints one JSON line for each address, in order', () => {
    const addresses = [
      'https://github.com/Acme/API/pull/45/files',
      'https://acme.atlassian.net/browse/PAY-7',
      'https://app.asana.com/0/1/222',
      'https://github.com/acme/api/issues',
      'not an address',
      'ftp://github.com/acme/api/issues/45',
      'https://ada:secret@github.com/acme/api/issues/45',
      '',
    ];
    expect(lines(...addresses)).toEqual([
      { address: addresses[0], key: 'github:github.com:acme/api#45' },
      { address: addresses[1], key: 'jira:acme.atlassian.net:PAY-7' },
      { address: addresses[2], key: 'asana:222' },
      ...addresses.slice(3).map((address) => ({ address, key: null })),
    ]);
  });

  test('knows self-hosted tools from --site, with port and context path', () => {
    const github = 'https://git.corp.example:8443/acme/api/issues/45';
    const jira = 'https://corp.example/tracker/browse/PAY-7';
    expect(lines(github)).toEqual([{ address: github, key: null }]);
    expect(lines('--site', 'github=GIT.corp.example:8443', '--site=jira=corp.example/tracker/', github, jira)).toEqual([
      { address: github, key: 'github:git.corp.example:8443:acme/api#45' },
      { address: jira, key: 'jira:corp.example/tracker:PAY-7' },
    ]);
  });

  test.each([
    [[], 'usage:'],
    [['--site', 'gitlab=git.corp.example', 'https://a.example/'], 'unknown tool "gitlab"'],
    [['--site', 'github', 'https://a.example/'], '--site takes'],
    [['--site', 'github=https://git.corp.example', 'https://a.example/'], '--site takes'],
    [['--site'], 'site'],
    [['--sites', 'github=a', 'https://a.example/'], '--sites'],
  ])('refuses %j with a word', (args, word) => {
    const { code, output, errors } = locateCommand(args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(word);
    expect(errors).toContain('usage:');
  });

  const corpus = `${savedPages}url-corpus.json`;
  test.runIf(existsSync(corpus))('[K1] every collected address (skipped where ../shared/pages is absent)', () => {
    const rows: readonly { readonly url: string; readonly id: string | null }[] = JSON.parse(
      readFileSync(corpus, 'utf8'),
    );
    const found = lines('--site', 'github=ghe.example.com', ...rows.map(({ url }) => url));
    expect(found).toEqual(rows.map(({ url, id }) => ({ address: url, key: id })));
  });
});
